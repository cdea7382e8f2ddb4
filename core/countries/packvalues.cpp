// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/packvalues.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

ObjectReader::ObjectReader(const QJsonValue &value, QString place, QString *mistake)
    : m_object(value.toObject()), m_place(std::move(place)), m_mistake(mistake)
{
    if (!value.isObject())
        fail({}, u"must be an object"_s);
}

QString ObjectReader::text(const QString &key)
{
    return take(key, QJsonValue::String, u"a text"_s).toString();
}

bool ObjectReader::flag(const QString &key)
{
    return take(key, QJsonValue::Bool, u"true or false"_s).toBool();
}

QJsonArray ObjectReader::list(const QString &key)
{
    return take(key, QJsonValue::Array, u"a list"_s).toArray();
}

QJsonValue ObjectReader::any(const QString &key)
{
    m_read.insert(key);
    if (!m_object.contains(key))
        fail(key, u"is missing"_s);
    return m_object.value(key);
}

QString ObjectReader::word(const QString &key, const QStringList &allowed)
{
    const QString value = text(key);
    if (!allowed.contains(value))
        fail(key, u"is \"%1\", not one of: %2"_s.arg(value, allowed.join(u", "_s)));
    return value;
}

void ObjectReader::fail(const QString &key, const QString &what)
{
    if (m_mistake->isEmpty())
        *m_mistake = (key.isEmpty() ? m_place : place(key)) + u' ' + what;
}

void ObjectReader::finish()
{
    for (const QString &key : m_object.keys()) {
        if (!m_read.contains(key))
            fail(key, u"is not known"_s);
    }
}

QString ObjectReader::place(const QString &key) const
{
    return m_place.isEmpty() ? key : m_place + u'.' + key;
}

QJsonValue ObjectReader::take(const QString &key, QJsonValue::Type type, const QString &expected)
{
    const QJsonValue value = any(key);
    if (value.type() != type)
        fail(key, u"must be "_s + expected);
    return value;
}

QStringList texts(const QJsonArray &array, const QString &place, QString *mistake)
{
    QStringList list;
    for (const QJsonValue &value : array) {
        if (!value.isString() && mistake->isEmpty())
            *mistake = place + u" must hold texts only"_s;
        list.append(value.toString());
    }
    return list;
}

QStringList sourcesOf(ObjectReader &reader, const QStringList &sources)
{
    QStringList urls;
    for (const QJsonValue &index : reader.list(u"sources"_s)) {
        if (!index.isDouble() || index.toInt(-1) < 0 || index.toInt() >= sources.size())
            reader.fail(u"sources"_s, u"names a source the record does not list"_s);
        else
            urls.append(sources.at(index.toInt()));
    }
    return urls;
}

QJsonValue sourced(ObjectReader &record, const QString &key, QJsonValue::Type type, const QStringList &sources)
{
    ObjectReader reader(record.any(key), record.place(key), record.mistake());
    const QJsonValue value = reader.any(u"value"_s);
    if (!value.isNull() && value.type() != type)
        reader.fail(u"value"_s, u"has the wrong type"_s);
    if (sourcesOf(reader, sources).isEmpty() && !value.isNull())
        reader.fail(u"sources"_s, u"is empty although there is a value"_s);
    reader.finish();
    return value;
}

std::optional<int> number(ObjectReader &record, const QString &key, const QStringList &sources)
{
    const QJsonValue value = sourced(record, key, QJsonValue::Double, sources);
    if (!value.isDouble())
        return std::nullopt;
    if (value.toInt(-1) < 0)
        record.fail(key, u"must be a whole number from 0"_s);
    return value.toInt();
}

std::optional<bool> truth(ObjectReader &record, const QString &key, const QStringList &sources)
{
    const QJsonValue value = sourced(record, key, QJsonValue::Bool, sources);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QString word(ObjectReader &record, const QString &key, const QStringList &sources, const QStringList &allowed)
{
    const QString value = sourced(record, key, QJsonValue::String, sources).toString();
    if (!value.isEmpty() && !allowed.contains(value))
        record.fail(key, u"is \"%1\", not one of: %2"_s.arg(value, allowed.join(u", "_s)));
    return value;
}

QStringList sentences(ObjectReader &record, const QString &key, const QStringList &sources)
{
    QStringList list;
    int index = 0;
    for (const QJsonValue &value : record.list(key)) {
        ObjectReader reader(value, record.place(u"%1[%2]"_s.arg(key).arg(index++)), record.mistake());
        list.append(reader.text(u"value"_s));
        sourcesOf(reader, sources);
        reader.finish();
    }
    return list;
}

} // namespace PortDesk
