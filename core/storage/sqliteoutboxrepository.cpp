// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqliteoutboxrepository.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString selectSql(const QString &rest)
{
    return u"select id, case_id, reference, template, language, to_name, to_address, subject, body, created_at, sent_at from outbox "_s +
           rest;
}

Error notThere()
{
    return {Error::Code::NotFound, u"This message is not in the outbox. Reload the list."_s};
}

} // namespace

Result<MessageId> SqliteOutboxRepository::add(const Message &message)
{
    Statement insert(m_connection, u"insert into outbox (case_id, reference, template, language, to_name, to_address, subject, body, "
                                   "created_at, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (auto done = insert.run(message.caseId, message.reference, message.templateId, message.language, message.toName, message.toAddress,
                               message.subject, message.body, message.createdAt.toMSecsSinceEpoch(), message.sentAt);
        !done)
        return done.error();
    return MessageId{insert.insertedId()};
}

Result<QList<Message>> SqliteOutboxRepository::rows(Statement &select)
{
    QList<Message> messages;
    while (select.next()) {
        Message message;
        message.id = {select.integer(0)};
        message.caseId = {select.integer(1)};
        message.reference = select.text(2);
        message.templateId = select.text(3);
        message.language = select.text(4);
        message.toName = select.text(5);
        message.toAddress = select.text(6);
        message.subject = select.text(7);
        message.body = select.text(8);
        message.createdAt = select.instant(9);
        message.sentAt = select.instant(10);
        messages.append(message);
    }
    if (auto failure = select.failure())
        return *failure;
    return messages;
}

Result<QList<Message>> SqliteOutboxRepository::ofCase(CaseId id)
{
    Statement select(m_connection, selectSql(u"where case_id = ? order by id desc"_s));
    if (auto done = select.run(id); !done)
        return done.error();
    return rows(select);
}

Result<QList<Message>> SqliteOutboxRepository::list(bool unsentOnly, int limit)
{
    Statement select(m_connection,
                     selectSql(unsentOnly ? u"where sent_at is null order by id desc limit ?"_s : u"order by id desc limit ?"_s));
    if (auto done = select.run(limit); !done)
        return done.error();
    return rows(select);
}

Result<Message> SqliteOutboxRepository::load(MessageId id)
{
    Statement select(m_connection, selectSql(u"where id = ?"_s));
    if (auto done = select.run(id); !done)
        return done.error();
    auto found = rows(select);
    if (!found)
        return found.error();
    return found->isEmpty() ? Result<Message>(notThere()) : Result<Message>(found->first());
}

Result<qint64> SqliteOutboxRepository::unsentCount()
{
    Statement select(m_connection, u"select count(*) from outbox where sent_at is null"_s);
    if (auto done = select.run(); !done)
        return done.error();
    return select.next() ? select.integer(0) : 0;
}

Result<void> SqliteOutboxRepository::markSent(MessageId id, const QDateTime &at)
{
    Statement update(m_connection, u"update outbox set sent_at = ? where id = ? and sent_at is null"_s);
    if (auto done = update.run(at, id); !done)
        return done;
    if (update.changes() == 1)
        return {};
    auto message = load(id); // sent already: the first time stays
    return message ? Result<void>() : Result<void>(message.error());
}

} // namespace PortDesk
