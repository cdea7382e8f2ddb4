// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseplaces.h"

#include "core/cases/pointer.h"
#include "core/cases/requestwriter.h"

#include <QJsonArray>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

const QString kNumbers = u"numbers"_s;
const QString kAddresses = u"addresses"_s;

/// Rows by their key, and the keys in the order of the rows.
struct KeyedRows
{
    QJsonObject rows;
    QStringList order;
};

KeyedRows keyed(const QJsonArray &rows, const QString &key)
{
    KeyedRows all;
    for (const QJsonValue row : rows) {
        const QString name = row[key].toString();
        if (!all.rows.contains(name))
            all.order.append(name);
        all.rows.insert(name, row);
    }
    return all;
}

QJsonArray listed(const QJsonObject &rows, QStringList order)
{
    for (const QString &name : rows.keys()) {
        if (!order.contains(name))
            order.append(name);
    }
    QJsonArray list;
    for (const QString &name : std::as_const(order)) {
        if (rows.contains(name))
            list.append(rows.value(name));
    }
    return list;
}

/// A request as an object of objects; lists of texts stay lists.
class KeyedRequest
{
public:
    explicit KeyedRequest(const Request &request)
        : m_request(request), m_json(completeRequestJson(request)), m_numbers(keyed(m_json.value(kNumbers).toArray(), u"number"_s)),
          m_addresses(keyed(m_json.value(kAddresses).toArray(), u"id"_s))
    {
        m_json.insert(kNumbers, m_numbers.rows);
        m_json.insert(kAddresses, m_addresses.rows);
        for (const QString &key : {u"format"_s, u"documents"_s, u"confirmations"_s})
            m_json.remove(key);
    }

    const QJsonObject &json() const { return m_json; }
    QJsonValue at(const QStringList &steps) const { return valueIn(m_json, steps); }

    void set(const QStringList &steps, const QJsonValue &value) { m_json = setIn(m_json, steps, value).toObject(); }

    Request request() const
    {
        QJsonObject json = m_json;
        json.insert(u"format"_s, u"portdesk-request/1"_s);
        json.insert(kNumbers, listed(m_json.value(kNumbers).toObject(), m_numbers.order));
        json.insert(kAddresses, listed(m_json.value(kAddresses).toObject(), m_addresses.order));
        Request read = requestFromJson(json).value();
        read.documents = m_request.documents;
        read.confirmations = m_request.confirmations;
        return read;
    }

private:
    static QJsonValue valueIn(const QJsonValue &node, const QStringList &steps)
    {
        QJsonValue value = node;
        for (const QString &step : steps)
            value = value.isObject() ? value.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
        return value;
    }

    /// Undefined takes the member out.
    static QJsonValue setIn(const QJsonValue &node, const QStringList &steps, const QJsonValue &value)
    {
        if (steps.isEmpty())
            return value;
        QJsonObject object = node.toObject();
        const QJsonValue changed = setIn(object.value(steps.first()), steps.mid(1), value);
        if (changed.isUndefined())
            object.remove(steps.first());
        else
            object.insert(steps.first(), changed);
        return object;
    }

    Request m_request;
    QJsonObject m_json;
    KeyedRows m_numbers;
    KeyedRows m_addresses;
};

/// Collects the places at which two objects differ; lists count as one value.
void collect(const QString &place, const QJsonValue &before, const QJsonValue &after, QStringList &places)
{
    if (before == after)
        return;
    const bool row = pointerSteps(place).size() == 2 && (place.startsWith("/numbers/"_L1) || place.startsWith("/addresses/"_L1));
    const bool appears = before.isUndefined() || after.isUndefined();
    if (!before.isObject() && !after.isObject() ? true : row && appears) {
        places.append(place);
        return;
    }
    const QJsonObject left = before.toObject();
    const QJsonObject right = after.toObject();
    QStringList keys = left.keys() + right.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys))
        collect(pointerTo(place, key), left.value(key), right.value(key), places);
}

/// A place below a row needs the row; an address that numbers of the case point at may come along with them.
bool hasRow(const KeyedRequest &request, const QStringList &steps)
{
    const bool below = steps.size() > 2 && (steps.first() == kNumbers || steps.first() == kAddresses);
    return !below || !request.at(steps.mid(0, 2)).isUndefined();
}

/// The addresses the numbers use: those of the fresh request, else the case's own.
void completeAddresses(KeyedRequest &fresh, const KeyedRequest &own)
{
    const QJsonObject numbers = fresh.json().value(kNumbers).toObject();
    for (const QJsonValue number : numbers) {
        const QStringList steps{kAddresses, number[u"address"_s].toString()};
        if (!steps.last().isEmpty() && fresh.at(steps).isUndefined() && !own.at(steps).isUndefined())
            fresh.set(steps, own.at(steps));
    }
}

} // namespace

QStringList changedPlaces(const Request &before, const Request &after)
{
    QStringList places;
    collect({}, KeyedRequest(before).json(), KeyedRequest(after).json(), places);
    return places;
}

Request withPlacesOf(const Request &fresh, const Request &own, const QStringList &places)
{
    KeyedRequest merged(fresh);
    const KeyedRequest mine(own);
    for (const QString &place : places) {
        const QStringList steps = pointerSteps(place);
        if (steps.isEmpty() || !hasRow(merged, steps) || !hasRow(mine, steps))
            continue;
        merged.set(steps, mine.at(steps));
    }
    completeAddresses(merged, mine);
    return merged.request();
}

QStringList differingPlaces(const Request &a, const Request &b, const QStringList &places)
{
    const KeyedRequest left(a);
    const KeyedRequest right(b);
    QStringList differing;
    for (const QString &place : places) {
        const QStringList steps = pointerSteps(place);
        if (left.at(steps) != right.at(steps))
            differing.append(place);
    }
    return differing;
}

QString numberOfPlace(const QString &place)
{
    const QStringList steps = pointerSteps(place);
    return steps.size() == 2 && steps.first() == kNumbers ? steps.last() : QString();
}

} // namespace PortDesk
