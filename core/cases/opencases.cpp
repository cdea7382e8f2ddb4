// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stagetable.h"

#include "core/cases/deadlines.h"
#include "core/cases/preflight.h"
#include "core/cases/rulesinforce.h"
#include "core/cases/slice.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The documents of a case: those of the whole request, and those made for its numbers.
QList<CaseDocument> documentsOf(const Request &request, const CasePlan &plan)
{
    const QStringList e164 = plan.e164();
    QList<CaseDocument> documents;
    for (const RequestDocument &row : request.documents) {
        if (row.serves(e164))
            documents.append(caseDocumentOf(row));
    }
    return documents;
}

CaseEvent eventOf(const QString &what, const Case &portCase, const Actor &actor, const QString &text)
{
    return {portCase.createdAt, actor.name, actor.role, what, Stage::Draft, what == "created"_L1 ? Stage::Draft : portCase.stage, text, {}};
}

Decision openCase(const Request &request, const CasePlan &plan, bool submitted, const ActionContext &context)
{
    Case opened;
    opened.stage = submitted ? Stage::Submitted : Stage::Draft;
    opened.country = plan.country;
    opened.type = plan.type;
    opened.splitKey = plan.key();
    opened.request = sliceOf(request, plan, context.countries).request;
    for (const ResolvedNumber &number : plan.numbers)
        opened.numbers.append(caseNumberOf(number, plan.type));
    opened.documents = documentsOf(request, plan);
    opened.createdAt = opened.stageSince = context.now;
    opened.clocks = clocksFor(opened, context);
    return {opened, {}, {}};
}

} // namespace

Decision openPlan(const Request &request, const CasePlan &plan, const Actor &actor, const ActionContext &context)
{
    Decision decision = openCase(request, plan, false, context);
    const QString text = u"Created when the request was changed, %1 numbers"_s.arg(decision.after.numbers.size());
    decision.events.append(eventOf(u"created"_s, decision.after, actor, text));
    return decision;
}

QList<Decision> openCases(const Request &request, bool submitted, const Actor &actor, const ActionContext &context)
{
    QList<Decision> decisions;
    const QList<CasePlan> plans = split(request, context.countries);
    for (qsizetype i = 0; i < plans.size(); ++i) {
        Decision decision = openCase(request, plans.at(i), submitted, context);
        const QString text = u"Created: case %1 of %2, %3 numbers"_s.arg(i + 1).arg(plans.size()).arg(decision.after.numbers.size());
        decision.events.append(eventOf(u"created"_s, decision.after, actor, text));
        if (submitted) {
            decision.events.append(confirmationEvents(decision.after, actor, context.now));
            decision.events.append(eventOf(u"submit"_s, decision.after, actor, u"Submitted"_s));
            noteRulesInForce(decision.events.last(), decision.after, context.countries);
            decision.messages.append({u"submitted"_s, {}});
        }
        decisions.append(decision);
    }
    return decisions;
}

std::optional<Decision> followUp(const Case &completed, const Actor &actor, const ActionContext &context)
{
    Case next = completed;
    next.numbers.removeIf([](const CaseNumber &number) { return number.outcome != Outcome::Failed; });
    if (completed.stage != Stage::Completed || next.numbers.isEmpty())
        return std::nullopt;
    Case fresh;
    fresh.stage = Stage::Draft;
    fresh.country = completed.country;
    fresh.type = completed.type;
    fresh.requestId = completed.requestId;
    fresh.request = completed.request;
    fresh.request.numbers.clear();
    for (const CaseNumber &failed : std::as_const(next.numbers)) {
        fresh.numbers.append({failed.e164, failed.type, failed.addressId, failed.pin, Outcome::Pending, {}});
        fresh.request.numbers.append(requestRowOf(completed.request, failed));
    }
    fresh.splitKey = completed.splitKey;
    fresh.documents = completed.documents;
    fresh.agent = completed.agent;
    fresh.followUpOf = completed.reference;
    fresh.createdAt = fresh.stageSince = context.now;
    fresh.clocks = clocksFor(fresh, context);
    const QString text = u"Created for %1 failed numbers of %2"_s.arg(fresh.numbers.size()).arg(completed.reference);
    return Decision{fresh, {eventOf(u"created"_s, fresh, actor, text)}, {}};
}

} // namespace PortDesk
