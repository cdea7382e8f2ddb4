// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitelettertray.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

const QString kPartColumns = u"id, sha256, size, mime_type, file_name, batch_name, pages, reason, about, reference, who, arrived"_s;

QString pagesText(const QList<int> &pages)
{
    QJsonArray list;
    for (const int page : pages)
        list << page;
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<int> pagesOf(const QString &text)
{
    QList<int> pages;
    for (const QJsonValue page : QJsonDocument::fromJson(text.toUtf8()).array())
        pages << page.toInt();
    return pages;
}

TrayPart partOf(const Statement &row)
{
    TrayPart part;
    part.id = TrayPartId{row.integer(0)};
    part.sha256 = row.text(1);
    part.size = row.integer(2);
    part.mimeType = row.text(3);
    part.fileName = row.text(4);
    part.batchName = row.text(5);
    part.pages = pagesOf(row.text(6));
    part.reason = trayReasonFromKey(row.text(7)).value_or(TrayReason::NoCode);
    part.about = row.text(8);
    part.reference = row.text(9);
    part.who = row.text(10);
    part.arrived = row.instant(11);
    return part;
}

Error waitsNoMore()
{
    return {Error::Code::NotFound, u"This part of a scan no longer waits in the tray: somebody else has dealt with it. The list was read again."_s, u"tray"_s};
}

Result<DocumentBytes> sound(const QByteArray &bytes, const QString &sha256, const QString &fileName)
{
    DocumentBytes file = documentBytes(bytes, fileName);
    if (file.sha256 == sha256)
        return file;
    return Error{Error::Code::Storage, u"The stored scan is damaged and is not shown. Restore your latest backup, or scan the paper again."_s, sha256};
}

} // namespace

Result<LetterBatch> SqliteLetterTray::addBatch(const DocumentBytes &file, const QString &who, const QDateTime &at)
{
    auto known = batchesWhere(u"sha256 = ?"_s, {file.sha256});
    if (!known)
        return known.error();
    if (!known->isEmpty())
        return known->first();
    Statement insert(m_connection, u"insert into letter_batch (sha256, file_name, who, arrived, bytes) values (?, ?, ?, ?, ?)"_s);
    if (auto done = insert.run(file.sha256, file.fileName, who, at, file.bytes); !done)
        return done.error();
    return LetterBatch{LetterBatchId{insert.insertedId()}, file.sha256, file.fileName, who, at, {}};
}

Result<QList<LetterBatch>> SqliteLetterTray::batches()
{
    return batchesWhere(u"1 = 1"_s, {});
}

Result<QList<LetterBatch>> SqliteLetterTray::batchesWhere(const QString &condition, const QVariantList &values)
{
    Statement select(m_connection, u"select b.id, b.sha256, b.file_name, b.who, b.arrived, p.page from letter_batch b "
                                   "left join letter_batch_page p on p.batch_id = b.id where %1 order by b.id, p.page"_s.arg(condition));
    if (auto done = select.runList(values); !done)
        return done.error();
    QList<LetterBatch> found;
    while (select.next()) {
        const LetterBatchId id{select.integer(0)};
        if (found.isEmpty() || found.last().id != id)
            found.append({id, select.text(1), select.text(2), select.text(3), select.instant(4), {}});
        if (!select.value(5).isNull())
            found.last().placed.insert(int(select.integer(5)));
    }
    if (auto failure = select.failure())
        return *failure;
    return found;
}

Result<DocumentBytes> SqliteLetterTray::batchFile(LetterBatchId id)
{
    Statement select(m_connection, u"select bytes, sha256, file_name from letter_batch where id = ?"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    if (!select.next())
        return Error{Error::Code::NotFound, u"The scanned file is no longer on its way: all its pages have their place."_s, u"batch"_s};
    return sound(select.bytes(0), select.text(1), select.text(2));
}

Result<void> SqliteLetterTray::markPlaced(LetterBatchId id, const QList<int> &pages)
{
    for (const int page : pages) {
        Statement known(m_connection, u"select (select 1 from letter_batch where id = ?), (select 1 from letter_batch_page where batch_id = ? and page = ?)"_s);
        if (auto done = known.run(id, id, page); !done)
            return done;
        if (!known.next() || known.integer(0) != 1 || known.integer(1) == 1)
            return Error{Error::Code::Conflict, u"Another desk has given this page its place already."_s, u"batch"_s};
        Statement insert(m_connection, u"insert into letter_batch_page (batch_id, page) values (?, ?)"_s);
        if (auto done = insert.run(id, page); !done)
            return done;
    }
    return {};
}

Result<void> SqliteLetterTray::finishBatch(LetterBatchId id)
{
    Statement remove(m_connection, u"delete from letter_batch where id = ?"_s);
    return remove.run(id);
}

Result<TrayPart> SqliteLetterTray::addPart(const TrayPart &part, const QByteArray &bytes)
{
    Statement insert(m_connection, u"insert into tray_part (sha256, size, mime_type, file_name, batch_name, pages, reason, about, reference, who, arrived, bytes) "
                                   "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (auto done = insert.run(part.sha256, part.size, part.mimeType, part.fileName, part.batchName, pagesText(part.pages), trayReasonKey(part.reason), part.about,
                               part.reference, part.who, part.arrived, bytes);
        !done)
        return done.error();
    TrayPart added = part;
    added.id = TrayPartId{insert.insertedId()};
    return added;
}

Result<QList<TrayPart>> SqliteLetterTray::partsWhere(const QString &condition, const QVariantList &values)
{
    Statement select(m_connection, u"select %1 from tray_part where removed is null and %2 order by arrived, id"_s.arg(kPartColumns, condition));
    if (auto done = select.runList(values); !done)
        return done.error();
    QList<TrayPart> found;
    while (select.next())
        found.append(partOf(select));
    if (auto failure = select.failure())
        return *failure;
    return found;
}

Result<QList<TrayPart>> SqliteLetterTray::parts()
{
    return partsWhere(u"1 = 1"_s, {});
}

Result<qint64> SqliteLetterTray::count()
{
    Statement select(m_connection, u"select count(*) from tray_part where removed is null"_s);
    if (auto done = select.run(); !done)
        return done.error();
    return select.next() ? select.integer(0) : 0;
}

Result<TrayPart> SqliteLetterTray::part(TrayPartId id)
{
    auto found = partsWhere(u"id = ?"_s, {column(id)});
    if (!found)
        return found.error();
    return found->isEmpty() ? Result<TrayPart>(waitsNoMore()) : found->first();
}

Result<DocumentBytes> SqliteLetterTray::partFile(TrayPartId id)
{
    Statement select(m_connection, u"select bytes, sha256, file_name from tray_part where removed is null and id = ?"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    if (!select.next())
        return waitsNoMore();
    return sound(select.bytes(0), select.text(1), select.text(2));
}

Result<void> SqliteLetterTray::changePart(const QString &sql, const QVariantList &values)
{
    Statement change(m_connection, sql);
    if (auto done = change.runList(values); !done)
        return done;
    return change.changes() == 1 ? Result<void>() : waitsNoMore();
}

Result<void> SqliteLetterTray::removePart(TrayPartId id, const QDateTime &at)
{
    return changePart(u"update tray_part set removed = ? where id = ? and removed is null"_s, {column(at), column(id)});
}

Result<void> SqliteLetterTray::restorePart(TrayPartId id)
{
    return changePart(u"update tray_part set removed = null where id = ? and removed is not null"_s, {column(id)});
}

Result<void> SqliteLetterTray::deletePart(TrayPartId id)
{
    return changePart(u"delete from tray_part where id = ? and removed is null"_s, {column(id)});
}

Result<void> SqliteLetterTray::purge(const QDateTime &before)
{
    Statement remove(m_connection, u"delete from tray_part where removed < ?"_s);
    return remove.run(before);
}

Result<void> SqliteLetterTray::record(const TrayEvent &event)
{
    Statement insert(m_connection, u"insert into tray_event (part_id, at, who, what, file_name, detail) values (?, ?, ?, ?, ?, ?)"_s);
    return insert.run(event.part, event.at, event.who, event.what, event.fileName, event.detail);
}

Result<QList<TrayEvent>> SqliteLetterTray::history()
{
    Statement select(m_connection, u"select at, who, what, part_id, file_name, detail from tray_event order by id"_s);
    if (auto done = select.run(); !done)
        return done.error();
    QList<TrayEvent> events;
    while (select.next())
        events.append({select.instant(0), select.text(1), select.text(2), TrayPartId{select.integer(3)}, select.text(4), select.text(5)});
    if (auto failure = select.failure())
        return *failure;
    return events;
}

} // namespace PortDesk
