// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/holidayrows.h"

#include "ui/models/kitrole.h"
#include "ui/models/timewords.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/countrycombo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

BadgeContent badgeOf(const CalendarDay &day, bool weekend)
{
    if (day.isTakenOut())
        return {Glyph::Minus, HolidayRows::tr("taken out"), State::Waiting};
    if (day.source == CalendarDay::Source::Own)
        return {Glyph::User, HolidayRows::tr("own day"), State::Info};
    if (weekend)
        return {Glyph::Dot, HolidayRows::tr("on a weekend"), State::Neutral};
    return {Glyph::Check, HolidayRows::tr("public holiday"), State::Good};
}

} // namespace

HolidayRows::HolidayRows(QObject *parent) : RowsModel({tr("Day"), tr("Holiday"), tr("Holds in"), QString()}, parent) {}

void HolidayRows::setCalendar(const BusinessCalendar &calendar, int year)
{
    m_calendar = calendar;
    setRows(calendar.daysOf(year));
}

int HolidayRows::closedDays() const
{
    return int(std::count_if(rows().cbegin(), rows().cend(), [this](const CalendarDay &day) { return !day.isTakenOut() && !m_calendar.isWeekend(day.date); }));
}

QString HolidayRows::cell(const CalendarDay &day, int column) const
{
    switch (column) {
    case DayColumn: return TimeWords::locale().toString(day.date, u"ddd d MMM"_s);
    case NameColumn: return day.own ? tr("%1: %2").arg(day.name, day.own->reason) : day.name;
    case WhereColumn: {
        const CalendarPlace place = day.source == CalendarDay::Source::Own ? day.own->place : m_calendar.place();
        const bool regional = day.source == CalendarDay::Source::Region || (day.source == CalendarDay::Source::Own && !place.region.isEmpty());
        const QString where = regional ? m_calendar.placeText().section(u", "_s, 1) : countryName(place.country);
        return day.own && !day.own->place.carrier.isEmpty() ? tr("%1, for %2").arg(where, day.own->place.carrier) : where;
    }
    default: return badgeOf(day, m_calendar.isWeekend(day.date)).text;
    }
}

QVariant HolidayRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CalendarDay &day = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return index.column() == StateColumn ? QVariant() : cell(day, index.column());
    case Qt::AccessibleTextRole: return cell(day, index.column());
    case Qt::ToolTipRole: return day.own ? tr("Entered by %1").arg(day.own->who) : QVariant();
    case BadgeRole: return index.column() == StateColumn ? QVariant::fromValue(badgeOf(day, m_calendar.isWeekend(day.date))) : QVariant();
    case StrongRole: return index.column() == DayColumn;
    case QuietRole: return index.column() == WhereColumn || day.isTakenOut();
    default: return {};
    }
}

} // namespace PortDesk
