// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/owndays.h"

#include "core/base/folding.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

bool isSamePlace(const CalendarPlace &a, const CalendarPlace &b)
{
    return a.country == b.country && a.region == b.region && folded(a.carrier) == folded(b.carrier);
}

bool covers(const CalendarPlace &wide, const CalendarPlace &place)
{
    return wide.country == place.country && (wide.region.isEmpty() || wide.region == place.region)
        && (wide.carrier.isEmpty() || folded(wide.carrier) == folded(place.carrier));
}

/// What a carrier says of itself goes before what holds in a region, that before what holds everywhere.
int rank(const CalendarPlace &place)
{
    return (place.carrier.isEmpty() ? 0 : 2) + (place.region.isEmpty() ? 0 : 1);
}

QJsonObject toObject(const OwnDay &day)
{
    return {{u"kind"_s, day.kind == OwnDay::Kind::Added ? u"added"_s : u"removed"_s},
            {u"date"_s, day.date.toString(Qt::ISODate)},
            {u"country"_s, day.place.country},
            {u"region"_s, day.place.region},
            {u"carrier"_s, day.place.carrier},
            {u"name"_s, day.name},
            {u"reason"_s, day.reason},
            {u"who"_s, day.who}};
}

Result<OwnDay> fromObject(const QJsonObject &json, qsizetype index)
{
    OwnDay day;
    const QString kind = json[u"kind"_s].toString();
    day.kind = kind == u"removed" ? OwnDay::Kind::Removed : OwnDay::Kind::Added;
    day.date = QDate::fromString(json[u"date"_s].toString(), Qt::ISODate);
    day.place = {json[u"country"_s].toString(), json[u"region"_s].toString(), json[u"carrier"_s].toString()};
    day.name = json[u"name"_s].toString();
    day.reason = json[u"reason"_s].toString();
    day.who = json[u"who"_s].toString();
    if (!day.date.isValid() || day.place.country.isEmpty() || (kind != u"added" && kind != u"removed"))
        return Error{Error::Code::Invalid, u"The desk's own days cannot be read: entry %1 has no kind, date or country."_s.arg(index + 1), {}};
    return day;
}

} // namespace

Result<OwnDays> OwnDays::fromJson(const QByteArray &json)
{
    OwnDays days;
    if (json.trimmed().isEmpty())
        return days;
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(json, &mistake);
    if (!document.isArray())
        return Error{Error::Code::Invalid, u"The desk's own days cannot be read: they are no list."_s, mistake.errorString()};
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto day = fromObject(array.at(i).toObject(), i);
        if (!day)
            return day.error();
        days.put(*day);
    }
    return days;
}

QByteArray OwnDays::toJson() const
{
    QJsonArray array;
    for (const OwnDay &day : m_days)
        array.append(toObject(day));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void OwnDays::put(const OwnDay &day)
{
    drop(day.date, day.place);
    const auto after = std::find_if(m_days.cbegin(), m_days.cend(), [&](const OwnDay &other) { return other.date > day.date; });
    m_days.insert(after, day);
}

void OwnDays::drop(QDate date, const CalendarPlace &place)
{
    m_days.removeIf([&](const OwnDay &day) { return day.date == date && isSamePlace(day.place, place); });
}

QList<OwnDay> OwnDays::holdingIn(const CalendarPlace &place) const
{
    QList<OwnDay> holding;
    for (const OwnDay &day : m_days)
        if (covers(day.place, place))
            holding.append(day);
    std::stable_sort(holding.begin(), holding.end(), [](const OwnDay &a, const OwnDay &b) { return rank(a.place) < rank(b.place); });
    return holding;
}

} // namespace PortDesk
