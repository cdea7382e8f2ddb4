// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/businesscalendar.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside every namespace. In a static library nothing else would pull the resource object in.
static void keepPlacesResources()
{
    Q_INIT_RESOURCE(portdesk_places);
}

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

struct HolidayTable {
    QDate generated;
    QHash<QString, QHash<QDate, QString>> countries;
};

QHash<QDate, QString> daysOf(const QJsonObject &names)
{
    QHash<QDate, QString> days;
    for (auto it = names.begin(); it != names.end(); ++it)
        for (const QJsonValue &day : it->toArray())
            days.insert(QDate::fromString(day.toString(), Qt::ISODate), it.key());
    return days;
}

HolidayTable readTable()
{
    keepPlacesResources();
    HolidayTable table;
    QFile file(u":/portdesk/data/holidays.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    table.generated = QDate::fromString(json[u"generated"_s].toString(), Qt::ISODate);
    const QJsonObject countries = json[u"countries"_s].toObject();
    for (auto it = countries.begin(); it != countries.end(); ++it)
        table.countries.insert(it.key(), daysOf(it->toObject()));
    return table;
}

/// Read once, at the first use, by whichever thread comes first.
const HolidayTable &holidayTable()
{
    static const HolidayTable table = readTable();
    return table;
}

QList<Qt::DayOfWeek> workdaysOf(const QString &country)
{
    // The locale data says Monday to Friday for Brunei, where Friday and Sunday are off.
    if (country == u"BN")
        return {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Saturday};
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    if (territory == QLocale::AnyTerritory)
        return {Qt::Monday, Qt::Tuesday, Qt::Wednesday, Qt::Thursday, Qt::Friday};
    return QLocale(QLocale::AnyLanguage, territory).weekdays();
}

QString shown(QDate day, const QString &format)
{
    return QLocale::c().toString(day, format);
}

/// "Sat 14, Sun 15 Nov": the month once, after the last day of its run.
QString dayList(const QList<QDate> &days)
{
    QStringList texts;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const bool monthFollows = i + 1 < days.size() && days[i + 1].month() == days[i].month();
        texts.append(shown(days[i], monthFollows ? u"ddd d"_s : u"ddd d MMM"_s));
    }
    return texts.join(u", "_s);
}

} // namespace

BusinessCalendar BusinessCalendar::forCountry(const QString &country)
{
    BusinessCalendar calendar;
    calendar.m_country = country;
    calendar.m_workdays = workdaysOf(country);
    calendar.m_holidays = holidayTable().countries.value(country);
    return calendar;
}

bool BusinessCalendar::isBusinessDay(QDate day) const
{
    return day.isValid() && m_workdays.contains(Qt::DayOfWeek(day.dayOfWeek())) && !m_holidays.contains(day);
}

QString BusinessCalendar::holidayName(QDate day) const
{
    return m_holidays.value(day);
}

QDate BusinessCalendar::addBusinessDays(QDate day, int n) const
{
    if (!day.isValid() || m_workdays.isEmpty())
        return {};
    if (n <= 0) {
        while (!isBusinessDay(day))
            day = day.addDays(1);
        return day;
    }
    for (int counted = 0; counted < n;) {
        day = day.addDays(1);
        if (isBusinessDay(day))
            ++counted;
    }
    return day;
}

int BusinessCalendar::businessDaysBetween(QDate from, QDate to) const
{
    int count = 0;
    for (QDate day = from.addDays(1); from.isValid() && day <= to; day = day.addDays(1))
        if (isBusinessDay(day))
            ++count;
    return count;
}

QString BusinessCalendar::explain(QDate from, int n) const
{
    const QDate due = addBusinessDays(from, n);
    if (!due.isValid())
        return {};
    QString text = u"%1 + %2 business %3 (%4) = %5"_s.arg(shown(from, u"ddd d MMM yyyy"_s)).arg(n).arg(n == 1 ? u"day"_s : u"days"_s, m_country, shown(due, u"ddd d MMM yyyy"_s));
    const QString skipped = skippedDays(n > 0 ? from.addDays(1) : from, due);
    return skipped.isEmpty() ? text : text + u"; not counted: "_s + skipped;
}

QString BusinessCalendar::skippedDays(QDate first, QDate last) const
{
    constexpr qsizetype listed = 4; // beyond two weekends a list of Saturdays helps nobody
    QList<QDate> weekend;
    QStringList named;
    for (QDate day = first; day < last; day = day.addDays(1)) {
        if (!m_workdays.contains(Qt::DayOfWeek(day.dayOfWeek())))
            weekend.append(day);
        else if (m_holidays.contains(day))
            named.append(u"%1 (%2)"_s.arg(shown(day, u"ddd d MMM"_s), m_holidays.value(day)));
    }
    if (weekend.size() > listed)
        named.prepend(u"%1 weekend days"_s.arg(weekend.size()));
    else if (!weekend.isEmpty())
        named.prepend(dayList(weekend));
    return named.join(u", "_s);
}

QDateTime closeOfBusiness(QDate day, const QTimeZone &zone)
{
    return QDateTime(day, QTime(17, 0), zone).toUTC();
}

QDate holidayDataDate()
{
    return holidayTable().generated;
}

} // namespace PortDesk
