// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/businesscalendar.h"
#include "ui/models/rowsmodel.h"

namespace PortDesk {

/// The holidays of a place and year: day, name, where it holds, and what the desk made of it.
class HolidayRows final : public RowsModel<CalendarDay>
{
    Q_OBJECT
public:
    enum Column { DayColumn, NameColumn, WhereColumn, StateColumn };

    explicit HolidayRows(QObject *parent = nullptr);
    void setCalendar(const BusinessCalendar &calendar, int year);
    /// Days of the year on which nobody works although it is no weekend.
    int closedDays() const;

    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString cell(const CalendarDay &day, int column) const;

    BusinessCalendar m_calendar;
};

} // namespace PortDesk
