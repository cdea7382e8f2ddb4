// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stagetable.h"

#include "core/cases/actions.h"
#include "core/cases/actionvalues.h"
#include "core/cases/deadlines.h"
#include "core/cases/rulesinforce.h"

#include <QJsonArray>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

ActionHandler handlerOf(const QString &action)
{
    if (const auto handler = deskAction(action))
        return handler;
    if (const auto handler = carrierAction(action))
        return handler;
    if (const auto handler = reviewAction(action))
        return handler;
    return correctionAction(action);
}

Result<void> checkKeys(const Move &move, const QVariantMap &values)
{
    for (const QString &key : values.keys()) {
        const bool pointer = move.action == "correct"_L1 && key.startsWith(u'/');
        if (move.keys.contains(key) || pointer)
            continue;
        const QString takes = move.keys.isEmpty() ? u"no values"_s : move.keys.join(", "_L1);
        return badValue(u"%1: “%2” is not known; it takes %3."_s.arg(move.action, key, takes));
    }
    return {};
}

void enter(Case &portCase, Stage stage, const ActionContext &context)
{
    portCase.stage = stage;
    portCase.stageSince = context.now;
    portCase.clocks = clocksFor(portCase, context);
}

/// What a supervisor overrode stands in the timeline with the reason: who vouches for what.
void noteOverride(ActionWork &work, const QList<Refusal> &overridden)
{
    if (overridden.isEmpty())
        return;
    const QString reason = work.value(u"override"_s);
    QStringList sentences;
    QJsonArray guards;
    for (const Refusal &refusal : overridden) {
        sentences.append(refusal.message);
        guards.append(refusal.guard);
    }
    work.text += u"\nOverridden by the supervisor: %1\nReason: %2"_s.arg(sentences.join(u' '), reason);
    work.data.insert(u"override"_s, reason);
    work.data.insert(u"overridden"_s, guards);
}

Decision finish(const Case &before, const Move &move, ActionWork &work)
{
    const ActionContext &context = work.context;
    const bool moves = move.to && (*move.to != before.stage || move.action == "schedule"_L1);
    if (moves)
        enter(work.after, *move.to, context);
    const Actor &actor = work.request.actor;
    const bool desk = actor.role == Role::Agent || actor.role == Role::Supervisor;
    if (desk && work.after.agent.isEmpty())
        work.after.agent = actor.name;
    Decision decision;
    decision.events = {{context.now, actor.name, actor.role, move.action, before.stage, work.after.stage, work.text, work.data}};
    const QStringList submissions{u"submit"_s, u"send-to-carrier"_s, u"resubmit"_s};
    if (submissions.contains(move.action))
        noteRulesInForce(decision.events.last(), work.after, context.countries);
    const QString message = work.messageId.isEmpty() ? move.message : work.messageId;
    if (!message.isEmpty())
        decision.messages = {{message, work.messageValues}};
    decision.after = std::move(work.after);
    return decision;
}

/// The message a clock sends when nobody acted in time; "" = only an event.
QString reminderOf(const Case &portCase, const CaseClock &clock)
{
    if (clock.name == "reminder"_L1)
        return portCase.stage == Stage::Draft ? u"reminder-draft"_s : u"reminder-returned"_s;
    const QStringList overdue{u"look"_s, u"approve"_s, u"carrier"_s, u"answer-rejection"_s};
    return overdue.contains(clock.name) ? u"reminder-overdue"_s : QString();
}

Decision remind(const Case &portCase, int index)
{
    const CaseClock &clock = portCase.clocks.at(index);
    Decision decision{portCase, {}, {}};
    decision.after.clocks[index].fired = true;
    const QJsonObject data{{u"clock"_s, clock.name}, {u"explanation"_s, clock.explanation}};
    const QString text = u"The clock “%1” fell due: %2"_s.arg(clock.name, clock.explanation);
    decision.events = {{clock.due, u"clock"_s, Role::Clock, u"clock-due"_s, portCase.stage, portCase.stage, text, data}};
    if (const QString message = reminderOf(portCase, clock); !message.isEmpty())
        decision.messages = {{message, {{u"clock"_s, clock.name}, {u"due"_s, clock.due}, {u"explanation"_s, clock.explanation}}}};
    return decision;
}

} // namespace

QString ActionWork::value(const QString &key) const
{
    return textValue(request.values, key);
}

Error badValue(const QString &message)
{
    return {Error::Code::Invalid, message};
}

Error refusedBy(const Refusal &refusal)
{
    return {Error::Code::Refused, refusal.message, refusal.guard + u'|' + refusal.field};
}

Result<Decision> decide(const Case &portCase, const ActionRequest &request, const ActionContext &context)
{
    const Move *move = findMove(request.action);
    if (!move)
        return badValue(u"There is no action “%1”."_s.arg(request.action));
    const QList<Refusal> refused = refusals(portCase, request.action, request.actor, &context);
    const QString reason = textValue(request.values, u"override"_s);
    const bool overrides = !reason.isEmpty() && mayOverride(request.action, refused, request.actor);
    if (!refused.isEmpty() && !overrides)
        return refusedBy(refused.first());
    if (auto keys = checkKeys(*move, request.values); !keys)
        return keys.error();
    ActionWork work{request, context, portCase};
    if (auto done = handlerOf(request.action)(work); !done)
        return done.error();
    if (refused.isEmpty() && work.overridden.isEmpty() && !reason.isEmpty())
        return badValue(u"override: there is nothing to override; %1 is possible as it is."_s.arg(move->title));
    noteOverride(work, refused + work.overridden);
    return finish(portCase, *move, work);
}

Result<Decision> decideClock(const Case &portCase, int clockIndex, const ActionContext &context)
{
    if (clockIndex < 0 || clockIndex >= portCase.clocks.size())
        return Error{Error::Code::NotFound, u"%1 has no clock %2."_s.arg(portCase.reference).arg(clockIndex)};
    const CaseClock &clock = portCase.clocks.at(clockIndex);
    if (clock.fired)
        return refusedBy({u"clock-fired"_s, u"The clock “%1” of %2 has been applied already."_s.arg(clock.name, portCase.reference), {}});
    if (clock.due > context.now)
        return refusedBy({u"clock-due"_s, u"The clock “%1” of %2 is not due yet."_s.arg(clock.name, portCase.reference), {}});
    if (clock.action.isEmpty())
        return remind(portCase, clockIndex);
    // The action happens at the time it fell due, however late the program was opened.
    return decide(portCase, {clock.action, {}, {Role::Clock, u"clock"_s}}, {context.countries, clock.due, context.zone, context.ownDays});
}

} // namespace PortDesk
