// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portdates.h"

#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLatestDays = 180; ///< the longest any source accepts (Germany)
const QString kDate = u"/requestedDate"_s;

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

bool inWindow(const PortWindow &window, QDate day)
{
    return window.weekdays.isEmpty() || window.weekdays.contains(Qt::DayOfWeek(day.dayOfWeek()));
}

QString weekday(QDate day)
{
    return QLocale::c().dayName(day.dayOfWeek());
}

Problem refusedDay(const QString &code, const QVariantMap &args)
{
    return {Problem::Severity::Error, kDate, code, args};
}

/// No country is known yet: weekends and the distance are all there is to judge.
PortDateRules commonRules(QDate today)
{
    PortDateRules rules{{}, {}, BusinessCalendar::forCountry({}), {}, 1, {}, today.addDays(kLatestDays), false};
    rules.earliest = today.addDays(1);
    return rules;
}

} // namespace

PortDateRules portDateRules(const QString &country, NumberType type, QDate today, const CountryPack &countries)
{
    return portDateRules(BusinessCalendar::forCountry(country), type, today, countries);
}

PortDateRules portDateRules(const BusinessCalendar &calendar, NumberType type, QDate today, const CountryPack &countries)
{
    const QString country = calendar.country();
    const Country *known = countries.country(country);
    const CountryRecord *record = countries.record(country, type);
    PortDateRules rules{
        country, known ? known->name : country, calendar, {}, 1, {}, today.addDays(kLatestDays), false};
    if (record) {
        rules.leadDays = std::max(1, record->leadTimeMinimum.value_or(1));
        rules.window = portWindow(record->windows);
    }
    rules.earliest = rules.calendar.addBusinessDays(today, rules.leadDays);
    while (!inWindow(rules.window, rules.earliest) && rules.earliest < rules.latest)
        rules.earliest = rules.calendar.addBusinessDays(rules.earliest, 1);
    return rules;
}

QList<PortDateRules> portDateRules(const QList<CasePlan> &plans, QDate today, const CountryPack &countries,
                                   const std::function<BusinessCalendar(const CasePlan &)> &calendarOf)
{
    QList<PortDateRules> all;
    for (const CasePlan &plan : plans)
        all.append(portDateRules(calendarOf ? calendarOf(plan) : BusinessCalendar::forCountry(plan.country), plan.type, today, countries));
    if (all.isEmpty())
        all.append(commonRules(today));
    return all;
}

QDate earliestPortDate(const QString &country, NumberType type, QDate today, const CountryPack &countries)
{
    return portDateRules(country, type, today, countries).earliest;
}

QDate earliestPortDate(const QList<PortDateRules> &rules)
{
    QDate day;
    QDate latest;
    for (const PortDateRules &rule : rules) {
        day = day.isValid() ? std::max(day, rule.earliest) : rule.earliest;
        latest = latest.isValid() ? std::min(latest, rule.latest) : rule.latest;
    }
    const auto refuses = [&](const PortDateRules &rule) { return !dateProblems(rule, day).isEmpty(); };
    while (day.isValid() && day <= latest && std::any_of(rules.cbegin(), rules.cend(), refuses))
        day = day.addDays(1);
    return day <= latest ? day : QDate();
}

QList<Problem> dateProblems(const PortDateRules &rules, QDate day)
{
    QList<Problem> problems;
    if (rules.locked)
        problems.append(refusedDay(u"date.change-lock"_s, {{u"date"_s, iso(day)}}));
    // The lead time alone: a weekday the window leaves out is told below.
    const bool known = !rules.country.isEmpty();
    if (day < rules.earliest)
        problems.append(refusedDay(u"date.too-soon"_s, {{u"date"_s, iso(day)},
                                                        {u"calendar"_s, rules.country},
                                                        {u"country"_s, known ? rules.countryName : u"The port"_s},
                                                        {u"days"_s, rules.leadDays},
                                                        {u"earliest"_s, iso(rules.earliest)}}));
    const QString holiday = rules.calendar.holidayName(day);
    if (known && !rules.calendar.isBusinessDay(day))
        problems.append(
            refusedDay(u"date.not-business-day"_s, {{u"date"_s, iso(day)},
                                                    {u"calendar"_s, rules.country},
                                                    {u"country"_s, rules.countryName},
                                                    {u"holiday"_s, u" (%1)"_s.arg(holiday.isEmpty() ? weekday(day) : holiday)}}));
    else if (known && !inWindow(rules.window, day))
        problems.append(refusedDay(u"date.outside-window"_s, {{u"date"_s, iso(day)},
                                                              {u"calendar"_s, rules.country},
                                                              {u"country"_s, rules.countryName},
                                                              {u"weekday"_s, weekday(day)},
                                                              {u"window"_s, rules.window.text}}));
    if (day > rules.latest)
        problems.append(
            refusedDay(u"date.too-late"_s, {{u"date"_s, iso(day)}, {u"days"_s, kLatestDays}, {u"latest"_s, iso(rules.latest)}}));
    return problems;
}

QList<DayVerdict> judgedDates(const QList<PortDateRules> &rules, QDate from, QDate to)
{
    QList<DayVerdict> days;
    for (QDate day = from; day.isValid() && day <= to; day = day.addDays(1)) {
        DayVerdict verdict{day, {}, {}};
        for (const PortDateRules &rule : rules) {
            const QList<Problem> problems = verdict.isAllowed() ? dateProblems(rule, day) : QList<Problem>();
            if (problems.isEmpty())
                continue;
            verdict.code = problems.first().code;
            verdict.reason = problemText(problems.first());
        }
        days.append(verdict);
    }
    return days;
}

QList<DayVerdict> judgedDates(const PortDateRules &rules, QDate from, QDate to)
{
    return judgedDates(QList<PortDateRules>{rules}, from, to);
}

} // namespace PortDesk
