// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"

#include "core/storage/statement.h"
#include "core/storage/storageerror.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString freshName()
{
    static std::atomic<int> counter = 0;
    return u"portdesk-%1"_s.arg(++counter);
}

} // namespace

Connection::Connection(const QString &file) : m_file(file), m_name(freshName()), m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs));
}

Connection::~Connection()
{
    forgetStatements();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &file)
{
    const bool fresh = !QFile::exists(file);
    // SQLite would open it for reading and leave side files behind that are read-only too, also after the permission is given.
    if (const QFileInfo info(file); info.isFile() && !info.isWritable())
        return readOnlyError(file);
    std::unique_ptr<Connection> connection(new Connection(file));
    if (!connection->m_database.open())
        return storageError(connection->m_database.lastError(), file);
    if (auto configured = connection->configure(); !configured)
        return configured.error();
    if (fresh) // customers' papers are nobody else's business; SQLite gives its side files the same permissions
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    return connection;
}

Result<void> Connection::configure()
{
    for (const QString &pragma : {u"pragma foreign_keys = on"_s, u"pragma synchronous = full"_s, u"pragma temp_store = memory"_s,
                                  u"pragma cache_size = -32768"_s}) {
        if (auto done = execute(pragma); !done)
            return done.error();
    }
    return {};
}

Result<void> Connection::useWriteAheadLog()
{
    return execute(u"pragma journal_mode = wal"_s);
}

Result<void> Connection::execute(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return storageError(query.lastError(), m_file, sql);
    return {};
}

Result<QVariant> Connection::value(const QString &sql)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return storageError(query.lastError(), m_file, sql);
    return query.next() ? query.value(0) : QVariant();
}

Transaction::Transaction(Connection &connection) : m_connection(connection), m_outermost(connection.m_depth == 0)
{
    if (m_outermost) {
        m_begun = m_connection.execute(u"begin immediate"_s);
        m_connection.m_partFailed = false;
    } else {
        m_rowsBefore = rowsWritten();
    }
    if (!m_begun)
        return;
    m_open = true;
    ++m_connection.m_depth;
}

Transaction::~Transaction()
{
    if (m_open)
        rollBack();
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return m_begun;
    if (m_outermost) {
        const Result<void> done =
            m_connection.m_partFailed
                ? Result<void>(Error{Error::Code::Internal, u"A part of the change could not be saved, so nothing was saved. Try again."_s})
                : m_connection.execute(u"commit"_s);
        if (!done) {
            rollBack();
            return done;
        }
    }
    m_open = false;
    --m_connection.m_depth;
    return {};
}

void Transaction::rollBack()
{
    m_open = false;
    --m_connection.m_depth;
    if (!m_outermost)
        m_connection.m_partFailed |= rowsWritten() != m_rowsBefore;
    else
        (void)m_connection.execute(u"rollback"_s); // fails when SQLite has rolled back by itself already (disk full, I/O error)
}

qint64 Transaction::rowsWritten() const
{
    Statement select(m_connection, u"select total_changes()"_s);
    return select.run() && select.next() ? select.integer(0) : -1;
}

Result<void> inTransaction(Connection &connection, const std::function<Result<void>()> &work)
{
    Transaction transaction(connection);
    if (!transaction.begun())
        return transaction.begun();
    if (auto done = work(); !done)
        return done;
    return transaction.commit();
}

} // namespace PortDesk
