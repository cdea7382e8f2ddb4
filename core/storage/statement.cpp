// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/statement.h"

#include "core/storage/storageerror.h"

#include <QSqlError>
#include <QTimeZone>

namespace PortDesk {

QVariant column(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

QVariant column(const QDate &day)
{
    return day.isValid() ? QVariant(day.toString(Qt::ISODate)) : QVariant();
}

Statement::Statement(Connection &connection, const QString &sql) : m_connection(connection), m_sql(sql)
{
    // Taken out while in use: the same statement may be run again inside its own loop.
    m_query = connection.m_prepared.take(sql);
    if (m_query)
        return;
    m_query = std::make_shared<QSqlQuery>(connection.m_database);
    m_query->setForwardOnly(true);
    if (!m_query->prepare(sql))
        m_unprepared = storageError(m_query->lastError(), connection.file(), sql);
}

Statement::~Statement()
{
    m_query->finish();
    if (!m_unprepared)
        m_connection.m_prepared.insert(m_sql, m_query);
}

Result<void> Statement::runList(const QVariantList &values)
{
    if (m_unprepared)
        return *m_unprepared;
    for (int i = 0; i < values.size(); ++i)
        m_query->bindValue(i, values.at(i));
    if (!m_query->exec())
        return storageError(m_query->lastError(), m_connection.file(), m_sql);
    return {};
}

std::optional<Error> Statement::failure() const
{
    if (!m_query->lastError().isValid())
        return std::nullopt;
    return storageError(m_query->lastError(), m_connection.file(), m_sql);
}

QDateTime Statement::instant(int index) const
{
    const QVariant value = m_query->value(index);
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QDate Statement::day(int index) const
{
    const QString value = text(index);
    return value.isEmpty() ? QDate() : QDate::fromString(value, Qt::ISODate);
}

} // namespace PortDesk
