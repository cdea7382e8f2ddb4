// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QSet>

#include <memory>

struct archive;

namespace PortDesk {

class TableSink;

/// What reading a table may cost: bytes unpacked, and processor time, which grows with the rows that come of it. A file of kilobytes can hold gigabytes that show nothing.
class ReadingBudget
{
public:
    explicit ReadingBudget(const TableSink &sink);

    qint64 left() const { return m_left; }
    void spend(qint64 bytes) { m_left -= bytes; }
    /// Asked at each piece that is unpacked.
    bool isOutOfTime();
    bool wasOutOfTime() const { return m_late; }

private:
    const TableSink &m_sink;
    qint64 m_left;
    qint64 m_started; ///< ms of the process's own time
    bool m_late = false;
};

/// One part of an archive, unpacked while it is read.
class ZipPart final : public QIODevice
{
public:
    ZipPart(archive *opened, ReadingBudget &budget) : m_archive(opened), m_budget(budget) {}
    ~ZipPart() override;
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 wanted) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    archive *m_archive;
    ReadingBudget &m_budget;
};

/// The parts of a ZIP file in memory (libarchive). All parts together may unpack to a fixed size only. A file without its
/// directory at the end is cut off, whatever its parts say.
class ZipArchive
{
public:
    ZipArchive(const QByteArray &bytes, const TableSink &sink);

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
    ReadingBudget m_budget;
    bool m_damaged = false;
    bool m_encrypted = false;
};

} // namespace PortDesk
