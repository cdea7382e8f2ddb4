// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/casecalendar.h"
#include "core/cases/documentages.h"
#include "core/cases/portdates.h"

namespace PortDesk {

void checkRequestedDate(const Judgement &in, Findings &out)
{
    const QDate day = in.request.requestedDate;
    if (!day.isValid())
        return;
    const QList<PortDateRules> rules = portDateRules(in.plans, in.context.today, in.context.countries, [&in](const CasePlan &plan) {
        return BusinessCalendar::forPlace(carrierPlace(plan, in.request), in.context.ownDays);
    });
    for (qsizetype i = 0; i < rules.size(); ++i) {
        out.ofCase(in.plans.isEmpty() ? -1 : int(i));
        for (const Problem &problem : dateProblems(rules.at(i), day))
            out.add(problem);
    }
}

void checkDocumentDates(const Judgement &in, Findings &out)
{
    QList<const CountryRecord *> records;
    for (const CasePlan &plan : in.plans)
        records.append(in.record(plan));
    for (const Problem &problem : judgeDocumentAges(in.request, records, in.context.today))
        out.add(problem);
}

} // namespace PortDesk
