// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>

namespace PortDesk {

/// One open SQLite file and its prepared statements. Belongs to the thread that opened it.
class Connection
{
public:
    /// How long a statement waits for another program's transaction before it is "locked".
    static constexpr int kBusyTimeoutMs = 2000;

    /// Opens `file`, made when it is not there. Foreign keys on, every commit on the disk before it returns.
    static Result<std::unique_ptr<Connection>> open(const QString &file);
    ~Connection();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QString file() const { return m_file; }
    bool inTransaction() const { return m_depth > 0; }
    /// Readers no longer wait for a writer. Stays in the file, so it is asked for only when the file is known to be ours. A file system
    /// without shared memory keeps its rollback journal, which is as durable.
    Result<void> useWriteAheadLog();
    /// Runs a statement once, without keeping it prepared.
    Result<void> execute(const QString &sql);
    /// First column of the first row of a statement that is run once; invalid when there is no row.
    Result<QVariant> value(const QString &sql);
    /// Drops the prepared statements: VACUUM and closing need them gone.
    void forgetStatements() { m_prepared.clear(); }

private:
    friend class Statement;
    friend class Transaction;
    explicit Connection(const QString &file);
    Result<void> configure();

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    int m_depth = 0;
    bool m_partFailed = false; ///< the running transaction can only roll back
};

/// Begins at once for writing ("begin immediate": the lock is taken here or nowhere) and rolls back unless committed.
/// Inside another transaction it is a part of it: when a part fails after it has written something, the whole can only roll back.
/// (No savepoint: two more statements for each part, and a half-done action is never wanted.)
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();

    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// The error of beginning; check it before writing.
    const Result<void> &begun() const { return m_begun; }
    Result<void> commit();

private:
    void rollBack();
    qint64 rowsWritten() const;

    Connection &m_connection;
    Result<void> m_begun;
    bool m_open = false;
    bool m_outermost = false;
    qint64 m_rowsBefore = 0; ///< of a part
};

/// Runs `work` in a transaction (or as a part of the running one) and commits when it succeeds.
Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work);

} // namespace PortDesk
