// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace PortDesk {

/// One JSON object on its way into values. Keeps the first mistake with its place; later reads then change nothing that matters.
class ObjectReader
{
public:
    ObjectReader(const QJsonValue &value, QString place, QString *mistake);

    QString text(const QString &key);
    bool flag(const QString &key);
    QJsonArray list(const QString &key);
    /// The value of a key that must be there.
    QJsonValue any(const QString &key);
    QString word(const QString &key, const QStringList &allowed);
    bool has(const QString &key) const { return m_object.contains(key); }
    void fail(const QString &key, const QString &what);
    /// A key nobody read is a slip of the pen that would otherwise be silent.
    void finish();
    QString place(const QString &key) const;
    QString *mistake() const { return m_mistake; }

private:
    QJsonValue take(const QString &key, QJsonValue::Type type, const QString &expected);

    QJsonObject m_object;
    QString m_place;
    QString *m_mistake;
    QSet<QString> m_read;
};

/// The texts of a list; anything else is a mistake.
QStringList texts(const QJsonArray &array, const QString &place, QString *mistake);
/// Source numbers of a value as the addresses they stand for.
QStringList sourcesOf(ObjectReader &reader, const QStringList &sources);
/// The `value` of a sourced value; null (not documented) stays null. A value that claims something needs a source.
QJsonValue sourced(ObjectReader &record, const QString &key, QJsonValue::Type type, const QStringList &sources);
/// A sourced whole number from 0.
std::optional<int> number(ObjectReader &record, const QString &key, const QStringList &sources);
/// A sourced yes or no.
std::optional<bool> truth(ObjectReader &record, const QString &key, const QStringList &sources);
/// A sourced word out of a list, "" when not documented.
QString word(ObjectReader &record, const QString &key, const QStringList &sources, const QStringList &allowed);
/// A list of sourced sentences; empty when none is documented.
QStringList sentences(ObjectReader &record, const QString &key, const QStringList &sources);

} // namespace PortDesk
