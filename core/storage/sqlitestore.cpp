// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitestore.h"

#include "core/storage/backup.h"
#include "core/storage/migrator.h"
#include "core/storage/verifier.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

SqliteStore::SqliteStore(std::unique_ptr<Connection> connection, MigrationOutcome outcome)
    : m_connection(std::move(connection)), m_outcome(outcome), m_cases(*m_connection), m_documents(*m_connection), m_outbox(*m_connection),
      m_overrides(*m_connection), m_marks(*m_connection), m_pageReadings(*m_connection), m_letterTray(*m_connection)
{
}

Result<std::unique_ptr<Store>> SqliteStore::open(const QString &file)
{
    auto migrations = loadMigrations();
    if (!migrations)
        return migrations.error();
    auto connection = Connection::open(file);
    if (!connection)
        return connection.error();
    auto outcome = migrate(**connection, *migrations);
    if (!outcome)
        return outcome.error();
    return std::unique_ptr<Store>(new SqliteStore(std::move(connection).value(), *outcome));
}

Result<QString> SqliteStore::setting(const QString &key)
{
    Statement select(*m_connection, u"select value from setting where key = ?"_s);
    if (auto done = select.run(key); !done)
        return done.error();
    return select.next() ? select.text(0) : QString();
}

Result<void> SqliteStore::setSetting(const QString &key, const QString &value)
{
    Statement write(*m_connection,
                    u"insert into setting (key, value) values (?, ?) on conflict (key) do update set value = excluded.value"_s);
    return write.run(key, value);
}

Result<void> SqliteStore::transact(const std::function<Result<void>()> &work)
{
    return inTransaction(*m_connection, work);
}

Result<void> SqliteStore::backup(const QString &file)
{
    return backUp(*m_connection, file);
}

Result<VerifyReport> SqliteStore::verify()
{
    return Verifier(*m_connection).run();
}

} // namespace PortDesk
