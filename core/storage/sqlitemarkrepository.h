// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/markrepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Marks in SQLite, each with a revision and an event for every change.
class SqliteMarkRepository final : public MarkRepository
{
public:
    explicit SqliteMarkRepository(Connection &connection) : m_connection(connection) {}

    Result<QList<StoredMark>> marksOf(const QString &sha256) override;
    Result<StoredMark> save(const StoredMark &mark, const QString &who, const QDateTime &at) override;
    Result<StoredMark> remove(const StoredMark &mark, const QString &who, const QDateTime &at) override;
    Result<QList<MarkEvent>> history(const QString &sha256) override;

private:
    Result<StoredMark> insert(const Mark &mark, const QString &who, const QDateTime &at);
    /// The revision and state of the stored row; Error::Conflict when it is not the one the caller knows.
    Result<bool> isRemoved(const StoredMark &mark);
    Result<void> write(const Mark &mark, const QString &who, const QDateTime &at, const QString &what);

    Connection &m_connection;
};

} // namespace PortDesk
