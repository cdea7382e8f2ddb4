// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stagetable.h"

#include "core/cases/guards.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StageTable)
};

/// Titles are in the language of the translators installed when the table is first asked for: programs install theirs in main().
QList<Move> buildTable()
{
    using enum Stage;
    const QList<Role> desk{Role::Agent, Role::Supervisor};
    const QList<Role> people{Role::Customer, Role::Agent, Role::Supervisor};
    const QList<Role> everybody{Role::Customer, Role::Agent, Role::Supervisor, Role::Clock};
    const QString text = u"text"_s;
    const QString override = u"override"_s;
    return {
        {u"submit"_s, Tr::tr("Submit"), {Draft, Returned}, Submitted, people, {u"preflight"_s}, {}, u"submitted"_s},
        {u"return"_s, Tr::tr("Return to Customer"), {Submitted, UnderReview, Rejected}, Returned, desk, {},
         {u"reasons"_s, text, u"fields"_s, u"documents"_s}, u"returned"_s},
        {u"quote"_s, Tr::tr("Send Quote"), {Submitted}, Quoted, desk, {}, {u"amount"_s, u"currency"_s, u"lines"_s}, u"quote-sent"_s},
        {u"accept-quote"_s, Tr::tr("Accept Quote"), {Quoted}, UnderReview, everybody, {}, {text}, u"quote-accepted"_s},
        {u"decline-quote"_s, Tr::tr("Decline Quote"), {Quoted}, Cancelled, people, {}, {text}, u"quote-declined"_s},
        {u"review"_s, Tr::tr("Review Documents"), {Submitted, Returned, Quoted, UnderReview, Rejected}, {}, desk, {u"document-there"_s},
         {u"document"_s, u"verdict"_s, u"reasons"_s, text, override}, {}, {u"wet-signature"_s}},
        {u"approve"_s, Tr::tr("Approve"), {UnderReview}, {}, desk, {u"quote-accepted"_s, u"not-approved"_s, u"documents-accepted"_s, u"wet-signature"_s}, {text, override},
         u"desk-approved"_s, {u"documents-accepted"_s, u"wet-signature"_s}},
        {u"send-to-carrier"_s, Tr::tr("Send to Carrier"), {UnderReview}, WithCarrier, desk,
         {u"quote-accepted"_s, u"approved"_s, u"documents-complete"_s, u"documents-in-date"_s}, {u"carrierReference"_s, override}, u"sent-to-carrier"_s,
         {u"documents-complete"_s, u"documents-in-date"_s}},
        {u"schedule"_s, Tr::tr("Set Port Date"), {WithCarrier, Scheduled}, Scheduled, desk,
         {u"nothing-ported"_s, u"change-lock"_s, u"business-day"_s}, {u"portDate"_s}, u"scheduled"_s},
        {u"reject"_s, Tr::tr("Record Rejection"), {WithCarrier, Scheduled}, Rejected, desk, {u"nothing-ported"_s}, {u"reasons"_s, text}, u"rejected"_s},
        {u"correct"_s, Tr::tr("Correct"), {Submitted, UnderReview, Returned, Rejected}, {}, people, {u"customer-correct"_s},
         {u"answered"_s, text, u"source"_s, u"request"_s, u"withdraw"_s}, {}},
        {u"resubmit"_s, Tr::tr("Resubmit to Carrier"), {Rejected}, WithCarrier, desk, {u"reasons-answered"_s, u"documents-accepted"_s, u"wet-signature"_s, u"documents-complete"_s, u"documents-in-date"_s},
         {u"carrierReference"_s, override}, u"resubmitted"_s, {u"documents-accepted"_s, u"wet-signature"_s, u"documents-complete"_s, u"documents-in-date"_s}},
        {u"outcome"_s, Tr::tr("Record Outcomes"), {Scheduled}, {}, desk, {}, {u"ported"_s, u"failed"_s, u"excluded"_s, text}, {}},
        {u"complete"_s, Tr::tr("Complete"), {Scheduled}, Completed, desk, {u"outcomes-known"_s}, {}, u"completed"_s},
        {u"waive"_s, Tr::tr("Waive Document"), {Submitted, Returned, Quoted, UnderReview, WithCarrier, Rejected}, {}, desk,
         {u"document-unavailable"_s}, {u"document"_s, u"reason"_s}, {}},
        {u"confirm"_s, Tr::tr("Confirm Warning"), {Submitted, Returned, Quoted, UnderReview, Rejected}, {}, desk, {u"warning-open"_s},
         {u"code"_s, u"field"_s, u"reason"_s}, {}},
        {u"cancel"_s, Tr::tr("Cancel Case"), {Draft, Submitted, Returned, Quoted, UnderReview, WithCarrier, Scheduled, Rejected}, Cancelled, people,
         {u"customer-cancel"_s, u"nothing-ported"_s, u"change-lock"_s}, {text}, u"cancelled"_s},
    };
}

QString roleNames(const QList<Role> &roles)
{
    QStringList names;
    for (const Role role : roles) {
        if (role != Role::Clock)
            names.append(roleKey(role));
    }
    return names.join(Tr::tr(" or "));
}

Refusal wrongStage(const Move &move, Stage stage)
{
    QStringList names;
    for (const Stage from : move.from)
        names.append(u"“%1”"_s.arg(stageText(from)));
    const QString message = Tr::tr("%1 is not possible while the case is “%2”; it is possible in %3.");
    return {u"stage"_s, message.arg(move.title, stageText(stage), names.join(Tr::tr(" or "))), {}};
}

Refusal wrongActor(const Move &move, Role role)
{
    const QString message = Tr::tr("%1 is not for the %2; ask the %3 to do it.");
    return {u"actor"_s, message.arg(move.title, roleKey(role), roleNames(move.actors)), {}};
}

} // namespace

const QList<Move> &stageTable()
{
    static const QList<Move> table = buildTable();
    return table;
}

const Move *findMove(const QString &action)
{
    for (const Move &move : stageTable()) {
        if (move.action == action)
            return &move;
    }
    return nullptr;
}

QList<Refusal> refusals(const Case &portCase, const QString &action, const Actor &actor, const ActionContext *context)
{
    const Move *move = findMove(action);
    if (!move)
        return {{u"action"_s, Tr::tr("There is no action “%1”.").arg(action), {}}};
    // The stage comes first and alone: what else is missing does not matter in another stage.
    if (!move->from.contains(portCase.stage))
        return {wrongStage(*move, portCase.stage)};
    if (!move->actors.contains(actor.role))
        return {wrongActor(*move, actor.role)};
    QList<Refusal> failed;
    for (const QString &guard : move->guards) {
        if (const auto refusal = checkGuard(guard, {portCase, *move, actor, context}))
            failed.append(*refusal);
    }
    return failed;
}

bool mayOverride(const QString &action, const QList<Refusal> &failed, const Actor &actor)
{
    const Move *move = findMove(action);
    if (!move || failed.isEmpty() || actor.role != Role::Supervisor)
        return false;
    return std::all_of(failed.cbegin(), failed.cend(), [move](const Refusal &refusal) { return move->overridable.contains(refusal.guard); });
}

QStringList allowedActions(const Case &portCase, const Actor &actor, const ActionContext *context)
{
    QStringList actions;
    for (const Move &move : stageTable()) {
        if (refusals(portCase, move.action, actor, context).isEmpty())
            actions.append(move.action);
    }
    return actions;
}

} // namespace PortDesk
