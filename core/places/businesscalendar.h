// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace PortDesk {

/// Working days of a country: weekend from the locale data, public holidays from the generated table (source and date in holidayDataDate()).
class BusinessCalendar
{
public:
    /// The calendar of a country (alpha-2); a country without holiday data has weekends only (hasHolidays() is false).
    static BusinessCalendar forCountry(const QString &country);

    QString country() const { return m_country; }
    bool hasHolidays() const { return !m_holidays.isEmpty(); }
    bool isBusinessDay(QDate day) const;
    /// The name of the public holiday on that day, or "".
    QString holidayName(QDate day) const;
    /// The n-th business day after `day` (n >= 1); with n = 0 the day itself or the next business day.
    QDate addBusinessDays(QDate day, int n) const;
    /// Business days after `from` up to and including `to`; 0 when to <= from.
    int businessDaysBetween(QDate from, QDate to) const;
    /// Explains a deadline: "Fri 13 Nov 2026 + 3 business days (DE) = Wed 18 Nov 2026; not counted: Sat 14, Sun 15 Nov".
    QString explain(QDate from, int n) const;

private:
    QString skippedDays(QDate first, QDate last) const;

    QString m_country;
    QHash<QDate, QString> m_holidays;
    QList<Qt::DayOfWeek> m_workdays;
};

/// The last minute of business on a day: 17:00 in `zone`, as an instant in UTC.
QDateTime closeOfBusiness(QDate day, const QTimeZone &zone);

/// Day on which the holiday table was generated.
QDate holidayDataDate();

} // namespace PortDesk
