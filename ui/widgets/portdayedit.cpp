// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/portdayedit.h"

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLayout>
#include <QTableView>
#include <QTextCharFormat>
#include <QToolButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 360;
constexpr int kWeeksShown = 6;
constexpr int kWeek = 7;
constexpr int kFarthestStep = 400; // days looked at for the next allowed one

} // namespace

PortCalendar::PortCalendar(QWidget *parent) : QCalendarWidget(parent), m_days(findChild<QTableView *>(u"qt_calendar_calendarview"_s)), m_reason(new TextLabel({}, TextRole::Caption))
{
    setObjectName(u"portCalendar"_s);
    setAccessibleName(tr("Days on which the numbers may port"));
    setVerticalHeaderFormat(NoVerticalHeader);
    setFirstDayOfWeek(Qt::Monday);
    setGridVisible(false);
    setMinimumWidth(kWidth);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        setWeekdayTextFormat(day, {}); // what cannot be chosen is told day by day
    findChild<QToolButton *>(u"qt_calendar_prevmonth"_s)->setIcon(themedIcon(Glyph::ChevronLeft));
    findChild<QToolButton *>(u"qt_calendar_nextmonth"_s)->setIcon(themedIcon(Glyph::ChevronRight));
    m_reason->setObjectName(u"dayReasonLabel"_s);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(Spacing::S, Spacing::XS, Spacing::S, Spacing::S);
    m_reason->setMinimumHeight(3 * m_reason->fontMetrics().lineSpacing());
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    layout()->addWidget(m_reason);
    m_days->installEventFilter(this);
    m_days->viewport()->installEventFilter(this);
    connect(this, &QCalendarWidget::currentPageChanged, this, &PortCalendar::showMonth);
    connect(this, &QCalendarWidget::selectionChanged, this, [this] { m_reason->setText(reasonAgainst(selectedDate())); });
}

void PortCalendar::setRules(const QList<PortDateRules> &rules)
{
    m_rules = rules;
    showMonth();
}

QString PortCalendar::reasonAgainst(QDate day) const
{
    const QList<DayVerdict> verdicts = judgedDates(m_rules, day, day);
    return verdicts.isEmpty() ? QString() : verdicts.first().reason;
}

QString PortCalendar::shownReason() const
{
    return m_reason->text();
}

/// The days around the month are painted too.
void PortCalendar::showMonth()
{
    const QDate first(yearShown(), monthShown(), 1);
    if (!first.isValid() || m_rules.isEmpty())
        return;
    setDateTextFormat({}, {}); // of other months
    QTextCharFormat grey;
    grey.setForeground(tokensFor(this).tertiary);
    QTextCharFormat allowed;
    allowed.setForeground(tokensFor(this).text);
    allowed.setFontWeight(QFont::DemiBold);
    for (const DayVerdict &verdict : judgedDates(m_rules, first.addDays(-kWeek), first.addDays(kWeeksShown * kWeek))) {
        QTextCharFormat format = verdict.isAllowed() ? allowed : grey;
        format.setToolTip(verdict.reason);
        setDateTextFormat(verdict.day, format);
    }
}

QDate PortCalendar::dayAt(const QPoint &position) const
{
    const QModelIndex index = m_days->indexAt(position);
    const int number = index.data().toInt();
    if (number <= 0)
        return {};
    const QDate first(yearShown(), monthShown(), 1);
    const bool before = index.row() <= 2 && number > 2 * kWeek;
    const bool after = index.row() >= 4 && number <= 2 * kWeek;
    const QDate month = before ? first.addMonths(-1) : after ? first.addMonths(1) : first;
    return {month.year(), month.month(), number};
}

bool PortCalendar::refuse(QDate day)
{
    if (!day.isValid())
        return false;
    const QString reason = reasonAgainst(day);
    m_reason->setText(reason);
    return !reason.isEmpty();
}

bool PortCalendar::eventFilter(QObject *watched, QEvent *event)
{
    const bool mouse = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonDblClick;
    if (watched == m_days->viewport() && mouse && refuse(dayAt(static_cast<QMouseEvent *>(event)->position().toPoint())))
        return true;
    if (watched == m_days && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Select) && refuse(selectedDate()))
            return true;
    }
    return QCalendarWidget::eventFilter(watched, event);
}

void PortCalendar::changeEvent(QEvent *event)
{
    QCalendarWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMonth();
}

PortDayEdit::PortDayEdit(QWidget *parent) : QDateEdit(parent), m_calendar(new PortCalendar)
{
    setCalendarPopup(true);
    setCalendarWidget(m_calendar); // it is ours from now on
}

void PortDayEdit::setRules(const QList<PortDateRules> &rules)
{
    m_calendar->setRules(rules);
}

void PortDayEdit::stepBy(int steps)
{
    if (currentSection() != DaySection || steps == 0)
        return QDateEdit::stepBy(steps);
    const int way = steps > 0 ? 1 : -1;
    QDate day = date();
    for (int left = qAbs(steps), looked = 0; left > 0 && looked < kFarthestStep; ++looked) {
        day = day.addDays(way);
        if (reasonAgainst(day).isEmpty())
            --left;
    }
    if (reasonAgainst(day).isEmpty())
        setDate(day);
}

} // namespace PortDesk
