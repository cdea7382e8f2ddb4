// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/ziparchive.h"

#include "app/docworker/engine/tablesink.h"

#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qint64 kMaximumUnpacked = 512LL * 1024 * 1024; // a million rows of five columns are about 200 MB of XML
constexpr int kMaximumParts = 10'000;

archive *opened(const QByteArray &bytes)
{
    archive *made = archive_read_new();
    if (!made)
        return nullptr;
    archive_read_support_format_zip(made);
    if (archive_read_open_memory(made, bytes.constData(), size_t(bytes.size())) == ARCHIVE_OK)
        return made;
    archive_read_free(made);
    return nullptr;
}

/// The next part's name; "" at the end or where the archive is broken.
QString nextName(archive *from, archive_entry **entry, bool *damaged = nullptr)
{
    const int state = archive_read_next_header(from, entry);
    if (damaged && state != ARCHIVE_EOF && state != ARCHIVE_OK)
        *damaged = true;
    if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
        return {};
    const char *name = archive_entry_pathname_utf8(*entry);
    if (!name)
        name = archive_entry_pathname(*entry);
    return name && *name ? QString::fromUtf8(name) : u"?"_s;
}

} // namespace

ZipPart::~ZipPart()
{
    archive_read_free(m_archive);
}

qint64 ZipPart::readData(char *data, qint64 wanted)
{
    if (m_left <= 0)
        return -1;
    const qint64 got = archive_read_data(m_archive, data, size_t(qMin(wanted, m_left)));
    if (got < 0) {
        setErrorString(QString::fromUtf8(archive_error_string(m_archive)));
        return -1;
    }
    m_left -= got;
    return got > 0 ? got : -1; // a sequential device says that nothing comes any more by -1
}

ZipArchive::ZipArchive(const QByteArray &bytes) : m_bytes(bytes), m_left(kMaximumUnpacked)
{
    archive *all = opened(m_bytes);
    m_damaged = !all;
    archive_entry *entry = nullptr;
    for (int parts = 0; all && parts < kMaximumParts; ++parts) {
        const QString name = nextName(all, &entry, &m_damaged);
        if (name.isEmpty())
            break;
        m_names.insert(name);
        m_encrypted = m_encrypted || archive_entry_is_encrypted(entry);
    }
    if (all)
        archive_read_free(all);
}

std::unique_ptr<ZipPart> ZipArchive::part(const QString &name)
{
    if (!contains(name))
        return {};
    archive *from = opened(m_bytes);
    archive_entry *entry = nullptr;
    for (QString found = from ? nextName(from, &entry) : QString(); !found.isEmpty(); found = nextName(from, &entry)) {
        if (found != name)
            continue;
        auto part = std::make_unique<ZipPart>(from, m_left);
        part->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return part;
    }
    if (from)
        archive_read_free(from);
    return {};
}

Error ZipArchive::failure(const QString &detail) const
{
    if (m_left <= 0)
        return tableError(u"The file unpacks to more than %1 MB. Save only the sheet with the numbers, or save it as CSV."_s.arg(
                              kMaximumUnpacked / 1024 / 1024),
                          detail);
    if (m_encrypted)
        return tableError(u"The file is protected with a password. Save it without a password and choose it again."_s, detail);
    return tableError(u"The file is damaged or incomplete and cannot be read. Ask for a new copy of the file."_s, detail);
}

} // namespace PortDesk
