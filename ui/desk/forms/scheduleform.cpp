// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/scheduleform.h"

#include "core/cases/casecalendar.h"
#include "ui/models/portdatewords.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/portdayedit.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// What the carrier usually needs, counted from today; the requested date when that is later and suits.
QDate proposedDay(const PortDateRules &rules, QDate wished)
{
    return wished.isValid() && wished >= rules.earliest ? rules.calendar.addBusinessDays(wished, 0) : rules.earliest;
}

/// Ten o'clock, or the first hour the carriers work when that is another one.
QTime proposedTime(const PortDateRules &rules, const QTimeZone &zone)
{
    const QDateTime usual(rules.earliest, QTime(10, 0), zone);
    if (PortDateWords::isWithinHours(rules, usual))
        return usual.time();
    const PortWindow::Hours &first = rules.window.hours.first();
    return QDateTime(rules.earliest, first.from, QTimeZone(first.zone)).toTimeZone(zone).time();
}

} // namespace

ScheduleForm::ScheduleForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_rules(portDateRules(BusinessCalendar::forPlace(carrierPlace(context.portCase), context.ownDays), context.portCase.type,
                                                context.now.toTimeZone(context.zone).date(), *context.countries)),
      m_now(context.now), m_desk(context.zone), m_date(new PortDayEdit), m_time(new QTimeEdit), m_zone(new QComboBox), m_explanation(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary))
{
    addNote(tr("The day and time %1 confirmed. The customer is told, and to configure the numbers before.").arg(context.portCase.request.losingCarrier.name));
    m_date->setObjectName(u"portDateEdit"_s);
    m_date->setDisplayFormat(u"ddd d MMM yyyy"_s);
    m_date->setLocale(TimeWords::locale());
    m_date->setRules({m_rules});
    m_date->setDate(proposedDay(m_rules, context.portCase.request.requestedDate));
    m_time->setObjectName(u"portTimeEdit"_s);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_zone->setObjectName(u"portZoneCombo"_s);
    m_explanation->setObjectName(u"portDateExplanationLabel"_s);
    m_explanation->setWordWrap(true);
    addZones(context);
    m_time->setTime(proposedTime(m_rules, QTimeZone(m_zone->currentData().toString().toLatin1())));
    m_dateField = new FormField(tr("Port date"), m_date);
    m_dateField->setRequired(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::M);
    row->addWidget(m_dateField, 3);
    m_timeField = new FormField(tr("Time"), m_time);
    row->addWidget(m_timeField, 2);
    body()->addLayout(row);
    body()->addWidget(new FormField(tr("Time zone"), m_zone));
    body()->addWidget(m_explanation);
    const QDate today = context.now.toTimeZone(context.zone).date();
    for (const QString &sentence : {PortDateWords::earliestText({m_rules}, today), PortDateWords::hoursText({m_rules})}) {
        if (!sentence.isEmpty())
            addNote(sentence);
    }
    body()->addStretch(1);
    connect(m_date, &QDateEdit::dateChanged, this, &ScheduleForm::judge);
    connect(m_time, &QTimeEdit::timeChanged, this, &ScheduleForm::judge);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &ScheduleForm::judge);
    judge();
}

void ScheduleForm::addZones(const FormContext &context)
{
    const Country *country = context.countries->country(context.portCase.country);
    QStringList zones;
    if (country && !country->zone.isEmpty())
        zones << country->zone;
    zones << QString::fromLatin1(context.zone.id()) << u"UTC"_s;
    const QLocale::Territory territory = QLocale::codeToTerritory(context.portCase.country);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds(territory))
        zones << QString::fromLatin1(id);
    zones.removeDuplicates();
    for (const QString &id : zones)
        m_zone->addItem(id == u"UTC" ? id : QString(id).replace(u'_', u' '), id);
}

QDateTime ScheduleForm::instant() const
{
    return QDateTime(m_date->date(), m_time->time(), QTimeZone(m_zone->currentData().toString().toLatin1()));
}

QString ScheduleForm::dayProblem() const
{
    const QDate day = m_date->date();
    if (instant() <= m_now)
        return tr("The port date must lie ahead.");
    if (m_rules.calendar.isBusinessDay(day))
        return {};
    const QString holiday = m_rules.calendar.holidayName(day);
    const QString next = TimeWords::dayText(m_rules.calendar.addBusinessDays(day, 0), day);
    return holiday.isEmpty() ? tr("Numbers port on business days only. The next one is %1.").arg(next)
                             : tr("%1 is a holiday in %2. The next business day is %3.").arg(holiday, m_rules.calendar.placeText(), next);
}

void ScheduleForm::judge()
{
    const QString problem = dayProblem();
    m_dateField->setError(problem);
    // The carrier's word goes before what is documented: an earlier day or another hour can be entered, and is pointed out.
    m_dateField->setWarning(problem.isEmpty() ? m_date->reasonAgainst(m_date->date()) : QString());
    m_timeField->setWarning(PortDateWords::isWithinHours(m_rules, instant()) ? QString() : tr("outside the documented hours."));
    const int days = m_rules.calendar.businessDaysBetween(m_now.toTimeZone(m_desk).date(), m_date->date());
    const QString when = TimeWords::dueText(instant(), m_now, m_desk);
    m_explanation->setText(problem.isEmpty() ? tr("In %n business day(s); %1 in the desk's own time.", nullptr, days).arg(when) : QString());
}

QVariantMap ScheduleForm::values() const
{
    const QString day = m_date->date().toString(Qt::ISODate);
    return {{u"portDate"_s, u"%1 %2 %3"_s.arg(day, m_time->time().toString(u"HH:mm"_s), m_zone->currentData().toString())}};
}

QString ScheduleForm::problem()
{
    const QString problem = dayProblem();
    if (!problem.isEmpty()) {
        m_dateField->setError(problem);
        m_dateField->showError();
    }
    return problem;
}

} // namespace PortDesk
