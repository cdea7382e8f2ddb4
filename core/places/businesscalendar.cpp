// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/businesscalendar.h"

#include "core/places/holidaytable.h"

#include <QLocale>
#include <QMutex>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

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

QHash<QDate, CalendarDay> publicHolidays(const QString &country, const QString &regionCode)
{
    const HolidayRow &row = holidayRow(country);
    QHash<QDate, CalendarDay> days;
    for (auto it = row.days.cbegin(); it != row.days.cend(); ++it)
        days.insert(it.key(), {it.key(), it.value(), CalendarDay::Source::Country});
    if (const auto region = row.regions.constFind(regionCode); region != row.regions.cend()) {
        for (const QDate day : region->dropped)
            days.remove(day);
        for (auto it = region->added.cbegin(); it != region->added.cend(); ++it)
            days.insert(it.key(), {it.key(), it.value(), CalendarDay::Source::Region});
    }
    return days;
}

/// Calendars are asked for with every deadline; those without own days share their table.
QHash<QDate, CalendarDay> sharedHolidays(const QString &country, const QString &region)
{
    static QMutex mutex;
    static QHash<QString, QHash<QDate, CalendarDay>> known;
    const QMutexLocker lock(&mutex);
    const QString key = country + u'-' + region;
    const auto found = known.constFind(key);
    return found != known.cend() ? *found : *known.insert(key, publicHolidays(country, region));
}

} // namespace

BusinessCalendar BusinessCalendar::forPlace(const CalendarPlace &place, const OwnDays &own)
{
    BusinessCalendar calendar;
    calendar.m_place = place;
    const HolidayRow &row = holidayRow(place.country);
    const auto region = row.regions.constFind(place.region);
    if (region == row.regions.cend())
        calendar.m_place.region.clear(); // a region without holidays of its own, or none at all
    else
        calendar.m_regionName = region->name;
    calendar.m_workdays = workdaysOf(place.country);
    calendar.m_days = sharedHolidays(place.country, calendar.m_place.region);
    for (const OwnDay &day : own.holdingIn(calendar.m_place)) {
        const auto known = calendar.m_days.constFind(day.date);
        const bool isPublic = known != calendar.m_days.cend() && known->source != CalendarDay::Source::Own;
        if (day.kind == OwnDay::Kind::Added)
            calendar.m_days.insert(day.date, {day.date, day.name, CalendarDay::Source::Own, day});
        else if (isPublic)
            calendar.m_days[day.date].own = day;
        else
            calendar.m_days.remove(day.date); // taken out for this carrier or region: an own day that holds more widely
    }
    return calendar;
}

QString BusinessCalendar::code() const
{
    return m_place.region.isEmpty() ? m_place.country : m_place.country + u'-' + m_place.region;
}

QString BusinessCalendar::placeText() const
{
    return m_regionName.isEmpty() ? m_place.country : u"%1, %2"_s.arg(m_place.country, m_regionName);
}

const CalendarDay *BusinessCalendar::dayAt(QDate day) const
{
    const auto found = m_days.constFind(day);
    return found == m_days.cend() ? nullptr : &*found;
}

bool BusinessCalendar::isWeekend(QDate day) const
{
    return !m_workdays.contains(Qt::DayOfWeek(day.dayOfWeek()));
}

bool BusinessCalendar::isBusinessDay(QDate day) const
{
    if (!day.isValid() || isWeekend(day))
        return false;
    const CalendarDay *found = dayAt(day);
    return !found || found->isTakenOut();
}

QString BusinessCalendar::holidayName(QDate day) const
{
    const CalendarDay *found = dayAt(day);
    return found && !found->isTakenOut() ? found->name : QString();
}

QList<CalendarDay> BusinessCalendar::daysOf(int year) const
{
    QList<CalendarDay> days;
    for (const CalendarDay &day : m_days)
        if (day.date.year() == year)
            days.append(day);
    std::sort(days.begin(), days.end(), [](const CalendarDay &a, const CalendarDay &b) { return a.date < b.date; });
    return days;
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
    QString text = u"%1 + %2 business %3 (%4) = %5"_s.arg(shown(from, u"ddd d MMM yyyy"_s)).arg(n).arg(n == 1 ? u"day"_s : u"days"_s, placeText(), shown(due, u"ddd d MMM yyyy"_s));
    const QDate first = n > 0 ? from.addDays(1) : from;
    if (const QString skipped = notCounted(first, due); !skipped.isEmpty())
        text += u"; not counted: "_s + skipped;
    if (const QString counted = countedAnyway(first, due); !counted.isEmpty())
        text += u"; counted although a holiday: "_s + counted;
    return text;
}

QString BusinessCalendar::notCounted(QDate first, QDate last) const
{
    constexpr qsizetype listed = 4; // beyond two weekends a list of Saturdays helps nobody
    QList<QDate> weekend;
    QStringList named;
    for (QDate day = first; day < last; day = day.addDays(1)) {
        if (isWeekend(day))
            weekend.append(day);
        else if (const CalendarDay *holiday = dayAt(day); holiday && !holiday->isTakenOut())
            named.append(dayText(*holiday));
    }
    if (weekend.size() > listed)
        named.prepend(u"%1 weekend days"_s.arg(weekend.size()));
    else if (!weekend.isEmpty())
        named.prepend(dayList(weekend));
    return named.join(u", "_s);
}

QString BusinessCalendar::countedAnyway(QDate first, QDate last) const
{
    QStringList named;
    for (QDate day = first; day <= last; day = day.addDays(1))
        if (const CalendarDay *holiday = dayAt(day); holiday && holiday->isTakenOut() && !isWeekend(day))
            named.append(dayText(*holiday));
    return named.join(u", "_s);
}

/// "Thu 4 Jun (Corpus Christi, a holiday in Bavaria)", "Fri 27 Nov (Stocktaking, added by this desk for Orange)".
QString BusinessCalendar::dayText(const CalendarDay &day) const
{
    QString what = day.name;
    if (day.source == CalendarDay::Source::Region)
        what += u", a holiday in %1"_s.arg(m_regionName);
    if (day.own) {
        const QString carrier = day.own->place.carrier.isEmpty() ? QString() : u" for "_s + day.own->place.carrier;
        what += (day.isTakenOut() ? u", taken out by this desk%1: %2"_s : u", added by this desk%1: %2"_s).arg(carrier, day.own->reason);
    }
    return u"%1 (%2)"_s.arg(shown(day.date, u"ddd d MMM"_s), what);
}

QList<CalendarRegion> calendarRegions(const QString &country)
{
    QList<CalendarRegion> regions;
    const HolidayRow &row = holidayRow(country);
    for (auto it = row.regions.cbegin(); it != row.regions.cend(); ++it)
        regions.append({it.key(), it->name});
    std::sort(regions.begin(), regions.end(), [](const CalendarRegion &a, const CalendarRegion &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    return regions;
}

QStringList calendarCountries()
{
    return holidayCountries();
}

QDateTime closeOfBusiness(QDate day, const QTimeZone &zone)
{
    return QDateTime(day, QTime(17, 0), zone).toUTC();
}

QDate holidayDataDate()
{
    return holidayTableDate();
}

} // namespace PortDesk
