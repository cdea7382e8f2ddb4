// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/deadlines.h"

#include "core/cases/casecalendar.h"
#include "core/cases/changelock.h"

#include <QLocale>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString dayText(QDate day)
{
    return QLocale::c().toString(day, u"ddd d MMM yyyy"_s);
}

CaseClock businessDays(const QString &name, int days, const CalendarPlace &place, const ActionContext &context)
{
    const BusinessCalendar calendar = BusinessCalendar::forPlace(place, context.ownDays);
    const QDate from = context.now.toTimeZone(context.zone).date();
    const QDateTime due = closeOfBusiness(calendar.addBusinessDays(from, days), context.zone);
    return {name, due, calendar.code(), calendar.explain(from, days), {}, false};
}

CaseClock plainDays(const QString &name, int days, const ActionContext &context)
{
    const QDateTime due = context.now.addDays(days).toUTC();
    const QDate from = context.now.toTimeZone(context.zone).date();
    return {name, due, {}, u"%1 + %2 days = %3"_s.arg(dayText(from)).arg(days).arg(dayText(due.toTimeZone(context.zone).date())), {}, false};
}

CaseClock carrierClock(const Case &portCase, const ActionContext &context)
{
    const CountryRecord *record = context.countries.record(portCase.country, portCase.type);
    const bool documented = record && record->leadTimeMaximum;
    CaseClock clock = businessDays(u"carrier"_s, documented ? *record->leadTimeMaximum : kUndocumentedLeadTime, carrierPlace(portCase), context);
    if (!documented)
        clock.explanation += u"; the lead time is not documented, %1 business days are assumed"_s.arg(kUndocumentedLeadTime);
    return clock;
}

QList<CaseClock> scheduledClocks(const Case &portCase, const ActionContext &context)
{
    const QTimeZone zone(portCase.portZone.toLatin1());
    const QDateTime local = portCase.portDate.toTimeZone(zone.isValid() ? zone : QTimeZone::utc());
    const QString date = u"port date %1 %2 %3"_s.arg(dayText(local.date()), local.time().toString(u"HH:mm"_s), portCase.portZone);
    const LockedFrom lock = changeLockOf(portCase, context);
    // A date inside its lock reminds nobody of what has begun before it was known.
    return {{u"change-lock"_s, lock.at, lock.calendar, lock.explanation, {}, lock.at <= context.now},
            {u"port-date"_s, portCase.portDate, {}, date, {}, false}};
}

} // namespace

QList<CaseClock> clocksFor(const Case &portCase, const ActionContext &context)
{
    switch (portCase.stage) {
    case Stage::Draft: return {plainDays(u"reminder"_s, 7, context)};
    case Stage::Submitted: return {businessDays(u"look"_s, 1, deskPlace(portCase), context)};
    case Stage::Returned: return {businessDays(u"reminder"_s, 3, deskPlace(portCase), context)};
    case Stage::Quoted: {
        CaseClock clock = businessDays(u"answer-quote"_s, 3, deskPlace(portCase), context);
        clock.action = u"accept-quote"_s;
        return {clock};
    }
    case Stage::UnderReview: return {businessDays(u"approve"_s, 1, deskPlace(portCase), context)};
    case Stage::WithCarrier: return {carrierClock(portCase, context)};
    case Stage::Scheduled: return scheduledClocks(portCase, context);
    case Stage::Rejected: return {plainDays(u"answer-rejection"_s, 30, context)};
    case Stage::Completed:
    case Stage::Cancelled: return {};
    }
    return {};
}

} // namespace PortDesk
