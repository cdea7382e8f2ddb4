// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitemarkrepository.h"

#include "core/documents/markjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString dataOf(const Mark &mark)
{
    return QString::fromUtf8(QJsonDocument(markToJson(mark)).toJson(QJsonDocument::Compact));
}

Result<Mark> markOf(const QString &data)
{
    auto mark = markFromJson(QJsonDocument::fromJson(data.toUtf8()).object());
    if (mark)
        return *mark;
    return Error{Error::Code::Storage,
                 u"A stored mark cannot be read. Nothing was changed. Run \"portdesk-cli verify\" and restore your latest backup."_s, data.left(80)};
}

Error conflict()
{
    return {Error::Code::Conflict, u"Somebody else changed this mark in the meantime. The marks were read again; repeat your change."_s};
}

} // namespace

Result<QList<StoredMark>> SqliteMarkRepository::marksOf(const QString &sha256)
{
    Statement select(m_connection, u"select data, revision from mark where sha256 = ? and removed = 0 order by page, created, id"_s);
    if (auto done = select.run(sha256); !done)
        return done.error();
    QList<StoredMark> marks;
    while (select.next()) {
        auto mark = markOf(select.text(0));
        if (!mark)
            return mark.error();
        marks.append({*mark, int(select.integer(1))});
    }
    if (auto failure = select.failure())
        return *failure;
    return marks;
}

Result<bool> SqliteMarkRepository::isRemoved(const StoredMark &mark)
{
    Statement select(m_connection, u"select removed from mark where id = ? and revision = ?"_s);
    if (auto done = select.run(mark.mark.id, mark.revision); !done)
        return done.error();
    if (select.next())
        return select.flag(0);
    if (auto failure = select.failure())
        return *failure;
    return conflict();
}

Result<StoredMark> SqliteMarkRepository::save(const StoredMark &mark, const QString &who, const QDateTime &at)
{
    if (mark.revision == 0)
        return insert(mark.mark, who, at);
    auto removed = isRemoved(mark);
    if (!removed)
        return removed.error();
    Statement update(m_connection, u"update mark set revision = revision + 1, page = ?, data = ?, removed = 0 where id = ?"_s);
    if (auto done = update.run(mark.mark.page, dataOf(mark.mark), mark.mark.id); !done)
        return done.error();
    if (auto event = write(mark.mark, who, at, *removed ? u"restored"_s : u"changed"_s); !event)
        return event.error();
    return StoredMark{mark.mark, mark.revision + 1};
}

Result<StoredMark> SqliteMarkRepository::insert(const Mark &mark, const QString &who, const QDateTime &at)
{
    Statement other(m_connection, u"select 1 from mark where id = ?"_s);
    if (auto done = other.run(mark.id); !done)
        return done.error();
    if (other.next())
        return conflict();
    Statement insert(m_connection, u"insert into mark (id, revision, sha256, page, data, created, removed) values (?, 1, ?, ?, ?, ?, 0)"_s);
    if (auto done = insert.run(mark.id, mark.sha256, mark.page, dataOf(mark), mark.created.isValid() ? mark.created : at); !done)
        return done.error();
    if (auto event = write(mark, who, at, u"made"_s); !event)
        return event.error();
    return StoredMark{mark, 1};
}

Result<StoredMark> SqliteMarkRepository::remove(const StoredMark &mark, const QString &who, const QDateTime &at)
{
    auto removed = isRemoved(mark);
    if (!removed)
        return removed.error();
    if (*removed)
        return conflict();
    Statement update(m_connection, u"update mark set revision = revision + 1, removed = 1 where id = ?"_s);
    if (auto done = update.run(mark.mark.id); !done)
        return done.error();
    if (auto event = write(mark.mark, who, at, u"removed"_s); !event)
        return event.error();
    return StoredMark{mark.mark, mark.revision + 1};
}

Result<void> SqliteMarkRepository::write(const Mark &mark, const QString &who, const QDateTime &at, const QString &what)
{
    Statement insert(m_connection, u"insert into mark_event (mark_id, at, who, what, data) values (?, ?, ?, ?, ?)"_s);
    return insert.run(mark.id, at, who, what, dataOf(mark));
}

Result<QList<MarkEvent>> SqliteMarkRepository::history(const QString &sha256)
{
    Statement select(m_connection, u"select e.mark_id, e.at, e.who, e.what from mark_event e join mark m on m.id = e.mark_id where m.sha256 = ? "
                                   "order by e.id"_s);
    if (auto done = select.run(sha256); !done)
        return done.error();
    QList<MarkEvent> events;
    while (select.next())
        events.append({select.text(0), select.instant(1), select.text(2), select.text(3)});
    if (auto failure = select.failure())
        return *failure;
    return events;
}

} // namespace PortDesk
