// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/zipwriter.h"

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

la_ssize_t take(archive *, void *target, const void *data, size_t size)
{
    static_cast<QByteArray *>(target)->append(static_cast<const char *>(data), qsizetype(size));
    return la_ssize_t(size);
}

/// A name that stays inside the archive.
bool isInside(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'/') && !name.contains(u'\\') && !name.split(u'/').contains(u".."_s);
}

} // namespace

ZipWriter::ZipWriter(const QDateTime &time) : m_time(time), m_bytes(std::make_unique<QByteArray>()), m_archive(archive_write_new())
{
    archive_write_set_format_zip(m_archive);
    // Names are given as UTF-8; without this the library asks the process's locale.
    archive_write_set_options(m_archive, "hdrcharset=UTF-8");
    archive_write_set_bytes_in_last_block(m_archive, 1);
    archive_write_open(m_archive, m_bytes.get(), nullptr, take, nullptr);
}

ZipWriter::~ZipWriter()
{
    archive_write_free(m_archive);
}

Error ZipWriter::failure() const
{
    return {Error::Code::Io, u"The archive could not be made."_s, QString::fromLocal8Bit(archive_error_string(m_archive))};
}

Result<void> ZipWriter::add(const QString &name, const QByteArray &bytes)
{
    if (!isInside(name))
        return Error{Error::Code::Invalid, u"\"%1\" is no name for a file in an archive."_s.arg(name), {}};
    archive_entry *entry = archive_entry_new();
    archive_entry_set_pathname_utf8(entry, name.toUtf8().constData());
    archive_entry_set_size(entry, bytes.size());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, m_time.toSecsSinceEpoch(), 0);
    const bool written = archive_write_header(m_archive, entry) == ARCHIVE_OK
                         && archive_write_data(m_archive, bytes.constData(), size_t(bytes.size())) == bytes.size();
    archive_entry_free(entry);
    return written ? Result<void>() : Result<void>(failure());
}

Result<QByteArray> ZipWriter::finished()
{
    if (archive_write_close(m_archive) != ARCHIVE_OK)
        return failure();
    return *m_bytes;
}

} // namespace PortDesk
