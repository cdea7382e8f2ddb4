// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QSet>

#include <memory>

struct archive;

namespace PortDesk {

/// One part of an archive, unpacked while it is read.
class ZipPart final : public QIODevice
{
public:
    ZipPart(archive *opened, qint64 &left) : m_archive(opened), m_left(left) {}
    ~ZipPart() override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 wanted) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    archive *m_archive;
    qint64 &m_left;
};

/// The parts of a ZIP file in memory (libarchive). All parts together may unpack to a fixed size only: a file of kilobytes can hold
/// gigabytes.
class ZipArchive
{
public:
    explicit ZipArchive(const QByteArray &bytes);

    bool contains(const QString &name) const { return m_names.contains(name); }
    bool isDamaged() const { return m_damaged; }
    bool isEncrypted() const { return m_encrypted; }
    /// A part opened for reading, null when there is none.
    std::unique_ptr<ZipPart> part(const QString &name);

    /// Why a part could not be read to its end, given what its reader complained about.
    Error failure(const QString &detail) const;

private:
    QByteArray m_bytes;
    QSet<QString> m_names;
    qint64 m_left;
    bool m_damaged = false;
    bool m_encrypted = false;
};

} // namespace PortDesk
