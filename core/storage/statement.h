// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/storage/connection.h"

#include <QDateTime>
#include <QVariant>

#include <optional>

namespace PortDesk {

/// Values as the schema keeps them. An empty text is never NULL, an invalid day or instant always is.
inline QVariant column(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
inline QVariant column(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}
inline QVariant column(const QVariant &value)
{
    return value;
}
inline QVariant column(qint64 number)
{
    return QVariant(number);
}
inline QVariant column(int number)
{
    return QVariant(number);
}
inline QVariant column(bool flag)
{
    return QVariant(flag ? 1 : 0);
}
QVariant column(const QDateTime &instant);
QVariant column(const QDate &day);
template<typename Tag> QVariant column(Id<Tag> id)
{
    return id.isValid() ? QVariant(id.value) : QVariant();
}

/// A statement prepared once per connection. Finished when this handle goes, so that nothing blocks a VACUUM.
class Statement
{
public:
    Statement(Connection &connection, const QString &sql);
    ~Statement();

    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds the values to the question marks in order and runs. Error::Storage with the sentence for people.
    template<typename... Values> Result<void> run(const Values &...values) { return runList({column(values)...}); }
    Result<void> runList(const QVariantList &values);

    /// The next row; false at the end or on a failure (see failure()).
    bool next() { return m_query->next(); }
    /// Set when reading stopped because of an error and not because of the end.
    std::optional<Error> failure() const;

    QString text(int index) const { return m_query->value(index).toString(); }
    qint64 integer(int index) const { return m_query->value(index).toLongLong(); }
    bool flag(int index) const { return integer(index) != 0; }
    QByteArray bytes(int index) const { return m_query->value(index).toByteArray(); }
    QVariant value(int index) const { return m_query->value(index); }
    QDateTime instant(int index) const; ///< UTC, invalid for NULL
    QDate day(int index) const;

    /// Rows the last run changed, and the id it inserted.
    int changes() const { return m_query->numRowsAffected(); }
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }

private:
    Connection &m_connection;
    QString m_sql;
    std::shared_ptr<QSqlQuery> m_query;
    std::optional<Error> m_unprepared;
};

} // namespace PortDesk
