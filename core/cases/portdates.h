// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portwindow.h"
#include "core/cases/preflight.h"
#include "core/places/businesscalendar.h"

#include <functional>

namespace PortDesk {

/// What decides on which days the numbers of one case may port.
struct PortDateRules
{
    QString country; ///< alpha-2
    QString countryName;
    BusinessCalendar calendar;
    PortWindow window; ///< of the country pack; its weekdays decide
    int leadDays = 1;    ///< business days from today, at least one
    QDate earliest;      ///< the first possible day by lead time, calendar and weekdays of the window
    QDate latest;        ///< the longest any carrier takes orders ahead
    bool locked = false; ///< a date is set and its change lock has begun: no other day before a supervisor allows it
};

/// The rules for numbers of a country and type handed in on `today`. Lead times: the country pack; where none is documented, one business
/// day.
PortDateRules portDateRules(const QString &country, NumberType type, QDate today, const CountryPack &countries);
/// The same counted in another calendar than the country's: of a region, with the desk's own days.
PortDateRules portDateRules(const BusinessCalendar &calendar, NumberType type, QDate today, const CountryPack &countries);
/// The same for every case of a request, each in its calendar (without `calendarOf`: its country's).
QList<PortDateRules> portDateRules(const QList<CasePlan> &plans, QDate today, const CountryPack &countries,
                                   const std::function<BusinessCalendar(const CasePlan &)> &calendarOf = {});

/// The first day on which numbers of a country and type may port.
QDate earliestPortDate(const QString &country, NumberType type, QDate today, const CountryPack &countries);
/// The first day that suits all; invalid when there is none up to the earliest `latest`.
QDate earliestPortDate(const QList<PortDateRules> &rules);

/// What speaks against a day: date.too-soon, date.not-business-day (with the holiday or weekday), date.outside-window, date.too-late,
/// date.change-lock; empty = nothing. `field` is /requestedDate.
QList<Problem> dateProblems(const PortDateRules &rules, QDate day);

/// A day of a calendar to choose from.
struct DayVerdict
{
    QDate day;
    QString code;   ///< "" = allowed, else the code of the first problem
    QString reason; ///< its sentence
    bool isAllowed() const { return code.isEmpty(); }
};

/// Every day from `from` to `to` (both included) with the reason against it; a day must suit all rules.
QList<DayVerdict> judgedDates(const QList<PortDateRules> &rules, QDate from, QDate to);
QList<DayVerdict> judgedDates(const PortDateRules &rules, QDate from, QDate to);

} // namespace PortDesk
