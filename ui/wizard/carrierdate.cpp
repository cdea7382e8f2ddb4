// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// The wished port date: the last section of CarrierPage.
#include "core/cases/casecalendar.h"
#include "core/cases/portdates.h"
#include "ui/models/portdatewords.h"
#include "ui/models/timewords.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/portdayedit.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/carrierpage.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

void CarrierPage::addDate()
{
    addSection(tr("When"));
    m_earliest->setObjectName(u"earliestDayLabel"_s);
    m_earliest->setWordWrap(true);
    body()->addWidget(m_earliest);
    body()->addWidget(m_wish);
    m_date->setDisplayFormat(u"ddd d MMM yyyy"_s);
    m_date->setLocale(TimeWords::locale());
    m_dateField = new FormField(tr("Wished port date"), m_date);
    fields().add(u"/requestedDate"_s, m_dateField,
                 [this](const Request &r) { return (r.requestedDate.isValid() ? r.requestedDate : earliestPortDate(dateRules())).toString(Qt::ISODate); },
                 [this](Request &r, const QString &day) { r.requestedDate = m_wish->isChecked() ? QDate::fromString(day, Qt::ISODate) : QDate(); });
    addRow({m_dateField, new QWidget});
    connect(m_wish, &QCheckBox::toggled, this, [this](bool on) {
        if (m_loading)
            return;
        draft().edit([&](Request &request) { request.requestedDate = on ? m_date->date() : QDate(); });
        arrange();
    });
}

/// As the preflight counts them; before there are numbers those of the chosen country and type.
QList<PortDateRules> CarrierPage::dateRules() const
{
    const DraftRules &rules = draft().rules();
    const QList<CasePlan> plans = draft().checked().cases;
    if (plans.isEmpty() && draft().record()) {
        const BusinessCalendar calendar = BusinessCalendar::forPlace({request().country, {}, request().losingCarrier.name}, rules.ownDays);
        return {portDateRules(calendar, draft().record()->type, draft().today(), rules.countries)};
    }
    return portDateRules(plans, draft().today(), rules.countries,
                         [&](const CasePlan &plan) { return BusinessCalendar::forPlace(carrierPlace(plan, request()), rules.ownDays); });
}

void CarrierPage::showDays()
{
    const QList<PortDateRules> rules = dateRules();
    m_date->setRules(rules);
    if (const QDate earliest = earliestPortDate(rules); !m_wish->isChecked() && earliest.isValid())
        m_date->setDate(earliest); // what a wish begins with
    QStringList sentences{PortDateWords::earliestText(rules, draft().today()), PortDateWords::hoursText(rules), tr("The carrier has the last word.")};
    sentences.removeAll(QString());
    m_earliest->setText(sentences.join(u' '));
}

} // namespace PortDesk
