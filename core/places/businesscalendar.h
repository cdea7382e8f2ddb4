// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/address.h"
#include "core/places/owndays.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace PortDesk {

/// A day on which nobody works, or a public holiday the desk took out.
struct CalendarDay {
    enum class Source { Country, Region, Own };
    QDate date;
    QString name;
    Source source = Source::Country;
    std::optional<OwnDay> own = {}; ///< the desk's entry that added it or took it out

    bool isTakenOut() const { return own && own->kind == OwnDay::Kind::Removed; }
};

/// Working days of a place: weekend of the country from the locale data, public holidays of country and region from the generated table
/// (source and date in holidayDataDate()), then the desk's own days. An own day of a carrier holds only in a place that names the carrier.
class BusinessCalendar
{
public:
    /// The calendar of a country (alpha-2); a country without holiday data has weekends only (hasHolidays() is false).
    static BusinessCalendar forCountry(const QString &country) { return forPlace({country}); }
    static BusinessCalendar forPlace(const CalendarPlace &place, const OwnDays &own = {});

    const CalendarPlace &place() const { return m_place; }
    QString country() const { return m_place.country; }
    /// For clocks and JSON: "DE", "DE-BY".
    QString code() const;
    /// For people: "DE", "DE, Bavaria".
    QString placeText() const;
    bool hasHolidays() const { return !m_days.isEmpty(); }
    bool isBusinessDay(QDate day) const;
    bool isWeekend(QDate day) const;
    /// The name of the holiday on that day, or "".
    QString holidayName(QDate day) const;
    /// Every holiday of a year in order, with those taken out (for a list that can give them back).
    QList<CalendarDay> daysOf(int year) const;
    /// The n-th business day after `day` (n >= 1); with n = 0 the day itself or the next business day.
    QDate addBusinessDays(QDate day, int n) const;
    /// Business days after `from` up to and including `to`; 0 when to <= from.
    int businessDaysBetween(QDate from, QDate to) const;
    /// Explains a deadline: "Fri 13 Nov 2026 + 3 business days (DE) = Wed 18 Nov 2026; not counted: Sat 14, Sun 15 Nov". Holidays say where
    /// they hold and own days who says so; public holidays that were taken out are named as counted.
    QString explain(QDate from, int n) const;

private:
    const CalendarDay *dayAt(QDate day) const;
    QString notCounted(QDate first, QDate last) const;
    QString countedAnyway(QDate first, QDate last) const;
    QString dayText(const CalendarDay &day) const;

    CalendarPlace m_place;
    QString m_regionName;
    QHash<QDate, CalendarDay> m_days;
    QList<Qt::DayOfWeek> m_workdays;
};

/// A region with holidays of its own.
struct CalendarRegion {
    QString code;
    QString name;
};
/// The regions of a country whose holidays differ from each other, by name; empty when all have the same.
QList<CalendarRegion> calendarRegions(const QString &country);
/// The region whose holidays hold at an address: by its state or province, in Great Britain and France by its postcode; "" when it cannot be told.
QString calendarRegion(const PostalAddress &address);
/// Countries with holiday data, by code.
QStringList calendarCountries();

/// The last minute of business on a day: 17:00 in `zone`, as an instant in UTC.
QDateTime closeOfBusiness(QDate day, const QTimeZone &zone);

/// Day on which the holiday table was generated.
QDate holidayDataDate();

} // namespace PortDesk
