// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portdates.h"

#include <QCalendarWidget>
#include <QDateEdit>

class QTableView;

namespace PortDesk {

class TextLabel;

/// A calendar in which only the days that suit the rules can be chosen. The others are grey and say why: under the pointer, and below the
/// month when somebody tries to choose them.
class PortCalendar final : public QCalendarWidget
{
    Q_OBJECT
public:
    explicit PortCalendar(QWidget *parent = nullptr);

    void setRules(const QList<PortDateRules> &rules);
    /// "" = the day may be chosen.
    QString reasonAgainst(QDate day) const;
    /// The sentence below the month.
    QString shownReason() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMonth();
    QDate dayAt(const QPoint &position) const;
    bool refuse(QDate day);

    QList<PortDateRules> m_rules;
    QTableView *m_days;
    TextLabel *m_reason;
};

/// A day on which numbers may port: its calendar offers allowed days only, Up and Down go from one to the next. A typed day is taken as it
/// is; whoever uses the field says what speaks against it.
class PortDayEdit final : public QDateEdit
{
    Q_OBJECT
public:
    explicit PortDayEdit(QWidget *parent = nullptr);

    void setRules(const QList<PortDateRules> &rules);
    QString reasonAgainst(QDate day) const { return m_calendar->reasonAgainst(day); }
    PortCalendar *calendar() const { return m_calendar; }
    void stepBy(int steps) override;

private:
    PortCalendar *m_calendar;
};

} // namespace PortDesk
