// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"

#include "core/cases/pointer.h"
#include "core/cases/requestwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// Reads a new value as what stands at its place: a text as it is, lists and objects as JSON text. A list of texts is also read from plain lines.
std::optional<QJsonValue> valueLike(const QJsonValue &old, const QString &text)
{
    if (!old.isArray() && !old.isObject())
        return QJsonValue(text);
    const QJsonDocument read = QJsonDocument::fromJson(text.toUtf8());
    if (read.isArray())
        return QJsonValue(read.array());
    if (read.isObject())
        return QJsonValue(read.object());
    const QJsonArray list = old.toArray();
    const bool texts = old.isArray() && std::all_of(list.begin(), list.end(), [](const QJsonValue &entry) { return entry.isString(); });
    if (!texts)
        return std::nullopt;
    return QJsonValue(QJsonArray::fromStringList(text.split(u'\n', Qt::SkipEmptyParts)));
}

class Setter
{
public:
    Setter(const Request &request, const QString &pointer, const QString &text)
        : m_carrier(completeRequestJson(request).value(u"losingCarrier"_s).toObject()), m_pointer(pointer), m_steps(pointerSteps(pointer)), m_text(text)
    {
    }

    Result<QJsonValue> set(const QJsonValue &node) const { return setFrom(node, 0); }

private:
    Error nowhere() const { return {Error::Code::Invalid, u"%1: there is no such member in the request."_s.arg(m_pointer)}; }

    /// /fields/<id> and /numbers/<n>/fields/<id>: these may be new.
    bool isField(qsizetype depth) const
    {
        const bool ofNumber = depth == 3 && m_steps.first() == "numbers"_L1 && m_steps.at(2) == "fields"_L1;
        return ofNumber || (depth == 1 && m_steps.first() == "fields"_L1);
    }

    Result<QJsonValue> setFrom(const QJsonValue &node, qsizetype depth) const
    {
        if (depth == m_steps.size()) {
            if (const auto value = valueLike(node, m_text))
                return *value;
            return Error{Error::Code::Invalid, u"%1: needs a list or an object as JSON text."_s.arg(m_pointer)};
        }
        if (node.isArray())
            return setInArray(node.toArray(), depth);
        if (node.isObject())
            return setInObject(node.toObject(), depth);
        // A number without a carrier of its own starts from the request's.
        if (node.isNull() && depth > 0 && m_steps.at(depth - 1) == "losingCarrier"_L1)
            return setInObject(m_carrier, depth);
        return nowhere();
    }

    Result<QJsonValue> setInArray(QJsonArray array, qsizetype depth) const
    {
        bool isIndex = false;
        const int index = m_steps.at(depth).toInt(&isIndex);
        if (m_steps.at(depth) == "-"_L1 && depth == m_steps.size() - 1)
            return appended(array);
        if (!isIndex || index < 0 || index >= array.size())
            return nowhere();
        auto value = setFrom(array.at(index), depth + 1);
        if (!value)
            return value.error();
        array.replace(index, *value);
        return QJsonValue(array);
    }

    Result<QJsonValue> appended(QJsonArray array) const
    {
        const QJsonDocument read = QJsonDocument::fromJson(m_text.toUtf8());
        array.append(read.isObject() ? QJsonValue(read.object()) : QJsonValue(m_text));
        return QJsonValue(array);
    }

    Result<QJsonValue> setInObject(QJsonObject object, qsizetype depth) const
    {
        const QString &key = m_steps.at(depth);
        if (!object.contains(key) && !isField(depth))
            return nowhere();
        auto value = setFrom(object.contains(key) ? object.value(key) : QJsonValue(QString()), depth + 1);
        if (!value)
            return value.error();
        object.insert(key, *value);
        return QJsonValue(object);
    }

    QJsonObject m_carrier;
    QString m_pointer;
    QStringList m_steps;
    QString m_text;
};

} // namespace

Result<Request> withValues(const Request &request, const QMap<QString, QString> &values)
{
    QJsonValue json = completeRequestJson(request);
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (pointerSteps(it.key()).isEmpty())
            return Error{Error::Code::Invalid, u"%1: is not a JSON pointer such as /losingCarrier/pin."_s.arg(it.key())};
        auto changed = Setter(request, it.key(), it.value()).set(json);
        if (!changed)
            return changed.error();
        json = *changed;
    }
    return requestFromJson(json.toObject());
}

} // namespace PortDesk
