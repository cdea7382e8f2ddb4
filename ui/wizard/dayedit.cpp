// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/dayedit.h"

#include <QCalendarWidget>
#include <QKeyEvent>

namespace PortDesk {

namespace {
const QDate kNone(1990, 1, 1); // stands for "not given", older than any bill
}

DayEdit::DayEdit(QDate today, QWidget *parent) : QDateEdit(parent), m_today(today)
{
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("d MMM yyyy"));
    setMinimumDate(kNone);
    setSpecialValueText(tr("not given"));
    setDay({});
    calendarWidget()->setCurrentPage(today.year(), today.month());
}

void DayEdit::setDay(QDate day)
{
    setDate(day.isValid() ? day : kNone);
    if (!day.isValid())
        calendarWidget()->setCurrentPage(m_today.year(), m_today.month());
}

QDate DayEdit::day() const
{
    return date() == kNone ? QDate() : date();
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const bool edits = !event->text().trimmed().isEmpty() || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (edits && !day().isValid()) {
        setDay(m_today);
        setSelectedSection(QDateTimeEdit::DaySection);
    }
    QDateEdit::keyPressEvent(event);
}

} // namespace PortDesk
