// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/changelock.h"

#include "core/cases/casecalendar.h"

#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString dayText(QDate day)
{
    return QLocale::c().toString(day, u"ddd d MMM yyyy"_s);
}

QTimeZone zoneOf(const Case &portCase)
{
    const QTimeZone zone(portCase.portZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDate businessDayBefore(const BusinessCalendar &calendar, QDate day, int count)
{
    while (count > 0) {
        day = day.addDays(-1);
        if (calendar.isBusinessDay(day))
            --count;
    }
    return day;
}

/// The first instant after the last moment for changes on `day`.
QDateTime endOf(QDate day, const QString &until, const QTimeZone &zone)
{
    const QTime time = QTime::fromString(until, u"HH:mm"_s);
    return (time.isValid() ? QDateTime(day, time, zone) : day.addDays(1).startOfDay(zone)).toUTC();
}

QString portText(const QDateTime &local, const QString &zone)
{
    return u"the port date %1 %2 %3"_s.arg(dayText(local.date()), local.time().toString(u"HH:mm"_s), zone);
}

QString remarkOf(const ChangeLock &lock)
{
    return lock.note.isEmpty() ? QString() : u" (%1)"_s.arg(lock.note);
}

LockedFrom inHours(const Case &portCase, const ChangeLock &lock)
{
    const QTimeZone zone = zoneOf(portCase);
    const QDateTime local = portCase.portDate.toTimeZone(zone);
    QDateTime at = portCase.portDate.addSecs(-qint64(lock.hours) * 3600).toUTC();
    if (!lock.until.isEmpty())
        at = std::min(at, endOf(at.toTimeZone(zone).date(), lock.until, zone));
    const QString length = u"%1 hours"_s.arg(lock.hours);
    const QString until = lock.until.isEmpty() ? QString() : u", at %1"_s.arg(lock.until);
    return {at, length, u"%1 before %2%3%4"_s.arg(length, portText(local, portCase.portZone), until, remarkOf(lock)), {}};
}

LockedFrom inBusinessDays(const Case &portCase, const ChangeLock &lock, const ActionContext &context)
{
    const QTimeZone zone = zoneOf(portCase);
    const QDateTime local = portCase.portDate.toTimeZone(zone);
    const BusinessCalendar calendar = BusinessCalendar::forPlace(carrierPlace(portCase), context.ownDays);
    const QDate last = businessDayBefore(calendar, local.date(), lock.businessDays);
    const QString length = lock.businessDays == 1 ? u"1 business day"_s : u"%1 business days"_s.arg(lock.businessDays);
    const QString end = lock.until.isEmpty() ? u"the end of %1"_s.arg(dayText(last)) : u"%1 on %2"_s.arg(lock.until, dayText(last));
    const QString explanation = u"%1 before %2 (%3): changes until %4%5"_s;
    return {endOf(last, lock.until, zone), length,
            explanation.arg(length, portText(local, portCase.portZone), calendar.placeText(), end, remarkOf(lock)), calendar.code()};
}

} // namespace

LockedFrom changeLockOf(const Case &portCase, const ActionContext &context)
{
    const CountryRecord *record = context.countries.record(portCase.country, portCase.type);
    const ChangeLock lock = record && record->changeLock ? *record->changeLock : ChangeLock{0, kChangeLockHours, {}, {}};
    return lock.businessDays > 0 ? inBusinessDays(portCase, lock, context) : inHours(portCase, lock);
}

} // namespace PortDesk
