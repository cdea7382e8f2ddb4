// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/messages/message.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// The outbox in SQLite. A trigger keeps messages as they were written; only the mark "sent" is set, once.
class SqliteOutboxRepository final : public OutboxRepository
{
public:
    explicit SqliteOutboxRepository(Connection &connection) : m_connection(connection) {}

    Result<MessageId> add(const Message &message) override;
    Result<QList<Message>> ofCase(CaseId id) override; ///< newest first
    Result<QList<Message>> list(bool unsentOnly, int limit) override;
    Result<Message> load(MessageId id) override;
    Result<qint64> unsentCount() override;
    Result<void> markSent(MessageId id, const QDateTime &at) override;

private:
    Result<QList<Message>> rows(Statement &select);

    Connection &m_connection;
};

} // namespace PortDesk
