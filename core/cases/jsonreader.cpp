// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/jsonreader.h"

#include "core/cases/pointer.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

void JsonComplaint::add(const QString &pointer, const QString &what)
{
    if (m_text.isEmpty())
        m_text = u"%1: %2"_s.arg(pointer.isEmpty() ? u"/"_s : pointer, what);
}

JsonReader::JsonReader(const QJsonValue &value, const QString &pointer, JsonComplaint &complaint)
    : m_object(value.toObject()), m_pointer(pointer), m_complaint(complaint)
{
    if (!value.isObject())
        m_complaint.add(pointer, u"must be an object."_s);
}

QString JsonReader::place(const QString &key) const
{
    return pointerTo(m_pointer, key);
}

void JsonReader::complain(const QString &key, const QString &what)
{
    m_complaint.add(place(key), what);
}

QJsonValue JsonReader::raw(const QString &key)
{
    m_known.append(key);
    return m_object.value(key);
}

bool JsonReader::isWrong(const QString &key, QJsonValue::Type type, const QString &what)
{
    const QJsonValue value = raw(key);
    if (value.isUndefined())
        return true;
    if (value.type() == type)
        return false;
    complain(key, u"must be %1."_s.arg(what));
    return true;
}

QString JsonReader::text(const QString &key)
{
    return isWrong(key, QJsonValue::String, u"a text"_s) ? QString() : m_object.value(key).toString();
}

QStringList JsonReader::texts(const QString &key)
{
    QStringList texts;
    const QJsonArray values = array(key);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values.at(i).isString())
            m_complaint.add(pointerTo(place(key), i), u"must be a text."_s);
        texts.append(values.at(i).toString());
    }
    return texts;
}

QStringList JsonReader::textOrTexts(const QString &key)
{
    const QJsonValue value = raw(key);
    if (!value.isString())
        return texts(key);
    static const QRegularExpression parting(u"[,;\\n]"_s);
    QStringList entries;
    for (const QString &entry : value.toString().split(parting)) {
        if (!entry.trimmed().isEmpty())
            entries.append(entry.trimmed());
    }
    return entries;
}

QDate JsonReader::date(const QString &key)
{
    const QString written = text(key);
    if (written.isEmpty())
        return {};
    const QDate day = QDate::fromString(written, Qt::ISODate);
    if (!day.isValid() || day.toString(Qt::ISODate) != written)
        complain(key, u"must be a date such as 2026-12-15."_s);
    return day;
}

int JsonReader::word(const QString &key, const QStringList &words, int fallback)
{
    if (isWrong(key, QJsonValue::String, u"a text"_s))
        return fallback;
    const qsizetype index = words.indexOf(m_object.value(key).toString());
    if (index < 0)
        complain(key, u"must be one of %1."_s.arg(words.join(", "_L1)));
    return index < 0 ? fallback : int(index);
}

QJsonObject JsonReader::object(const QString &key)
{
    return isWrong(key, QJsonValue::Object, u"an object"_s) ? QJsonObject() : m_object.value(key).toObject();
}

QJsonArray JsonReader::array(const QString &key)
{
    return isWrong(key, QJsonValue::Array, u"a list"_s) ? QJsonArray() : m_object.value(key).toArray();
}

void JsonReader::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            complain(it.key(), u"is not a known key."_s);
    }
}

} // namespace PortDesk
