// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/ziparchive.h"

#include "app/docworker/engine/tablesink.h"

#include <archive.h>
#include <archive_entry.h>

#include <ctime>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qint64 kMaximumUnpacked = 512LL * 1024 * 1024; // a million rows of five columns are about 200 MB of XML
constexpr int kMaximumParts = 10'000;
constexpr qint64 kAllowanceMs = 5000;     // of the processor, for what is no row
constexpr qint64 kMicrosecondsOfRow = 40; // a row of five columns takes 10

qint64 processorMs()
{
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1000 + spent.tv_nsec / 1'000'000;
}

/// The end of the directory: it stands in the last 64 KB, before a comment.
bool hasDirectory(const QByteArray &bytes)
{
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    return end >= 0 && bytes.size() - end >= 22 && bytes.size() - end <= 22 + 0xffff;
}

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

ReadingBudget::ReadingBudget(const TableSink &sink) : m_sink(sink), m_left(kMaximumUnpacked), m_started(processorMs()) {}

bool ReadingBudget::isOutOfTime()
{
    m_late = m_late || processorMs() - m_started > kAllowanceMs + m_sink.rowCount() * kMicrosecondsOfRow / 1000;
    return m_late;
}

ZipPart::~ZipPart()
{
    archive_read_free(m_archive);
}

qint64 ZipPart::readData(char *data, qint64 wanted)
{
    if (m_budget.left() <= 0 || m_budget.isOutOfTime())
        return -1;
    const qint64 got = archive_read_data(m_archive, data, size_t(qMin(wanted, m_budget.left())));
    if (got < 0) {
        setErrorString(QString::fromUtf8(archive_error_string(m_archive)));
        return -1;
    }
    m_budget.spend(got);
    return got > 0 ? got : -1; // a sequential device says that nothing comes any more by -1
}

ZipArchive::ZipArchive(const QByteArray &bytes, const TableSink &sink) : m_bytes(bytes), m_budget(sink)
{
    archive *all = opened(m_bytes);
    m_damaged = !all || !hasDirectory(bytes);
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
    if (!contains(name) || m_budget.isOutOfTime()) // each look at a directory of a million entries takes its time
        return {};
    archive *from = opened(m_bytes);
    archive_entry *entry = nullptr;
    for (QString found = from ? nextName(from, &entry) : QString(); !found.isEmpty(); found = nextName(from, &entry)) {
        if (found != name)
            continue;
        auto part = std::make_unique<ZipPart>(from, m_budget);
        part->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return part;
    }
    if (from)
        archive_read_free(from);
    return {};
}

Error ZipArchive::failure(const QString &detail) const
{
    if (m_budget.wasOutOfTime())
        return tableError(u"The file takes too long to read for what it holds. Save only the sheet with the numbers, or save it as CSV."_s, detail);
    if (m_budget.left() <= 0)
        return tableError(u"The file unpacks to more than %1 MB. Save only the sheet with the numbers, or save it as CSV."_s.arg(
                              kMaximumUnpacked / 1024 / 1024),
                          detail);
    if (m_encrypted)
        return tableError(u"The file is protected with a password. Save it without a password and choose it again."_s, detail);
    return tableError(u"The file is damaged or incomplete and cannot be read. Ask for a new copy of the file."_s, detail);
}

} // namespace PortDesk
