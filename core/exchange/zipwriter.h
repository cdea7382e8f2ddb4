// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>
#include <vector>

struct archive;

namespace PortDesk {

/// Makes a ZIP file in memory (deflate, UTF-8 names). The same entries at the same time give the same bytes.
class ZipWriter
{
public:
    /// `time` is the time of every entry.
    explicit ZipWriter(const QDateTime &time);
    ~ZipWriter();
    ZipWriter(const ZipWriter &) = delete;
    ZipWriter &operator=(const ZipWriter &) = delete;

    /// Adds a file. Error::Invalid for an empty or an absolute name or one that leaves the archive, Error::Io when it cannot be written.
    Result<void> add(const QString &name, const QByteArray &bytes);
    /// The archive; nothing can be added afterwards.
    Result<QByteArray> finished();

private:
    Error failure() const;

    QDateTime m_time;
    std::unique_ptr<QByteArray> m_bytes;
    archive *m_archive;
};

} // namespace PortDesk
