// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/caseactions.h"

#include "ui/models/timewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CaseActions)
};

/// What usually comes next, most wanted first; the first allowed one becomes the primary button.
QStringList wantedActions(const Case &portCase, Role role)
{
    switch (portCase.stage) {
    case Stage::Draft: return {u"submit"_s};
    case Stage::Submitted: return {u"quote"_s};
    case Stage::Returned: return openReasonsOf(portCase).isEmpty() ? QStringList{u"submit"_s} : QStringList{u"correct"_s};
    case Stage::Quoted: return role == Role::Customer ? QStringList{u"accept-quote"_s} : QStringList{};
    case Stage::UnderReview: return {u"approve"_s, u"send-to-carrier"_s};
    case Stage::WithCarrier: return {u"schedule"_s};
    case Stage::Scheduled: return portCase.allOutcomesKnown() ? QStringList{u"complete"_s} : QStringList{u"outcome"_s};
    case Stage::Rejected: return openReasonsOf(portCase).isEmpty() ? QStringList{u"resubmit"_s} : QStringList{u"correct"_s};
    case Stage::Completed:
    case Stage::Cancelled: break;
    }
    return {};
}

QString shortDay(const QDateTime &at, const QDateTime &now, const QTimeZone &zone)
{
    const QDate day = at.toTimeZone(zone).date();
    const bool thisYear = day.year() == now.toTimeZone(zone).date().year();
    return at.isValid() ? TimeWords::locale().toString(day, thisYear ? u"d MMM"_s : u"d MMM yyyy"_s) : QString();
}

/// When the case came into a stage for the last time.
QDateTime lastEntry(const QList<CaseEvent> &timeline, Stage stage)
{
    for (auto event = timeline.crbegin(); event != timeline.crend(); ++event) {
        if (event->to == stage && (event->from != stage || event->what == u"created" || event->what == u"submit"))
            return event->at;
    }
    return {};
}

QString feesWords(const Case &portCase, const QDateTime &now, const QTimeZone &zone)
{
    if (!portCase.quote)
        return {};
    const Quote &quote = *portCase.quote;
    switch (quote.answer) {
    case QuoteAnswer::Accepted: return Tr::tr("accepted %1").arg(shortDay(quote.answeredAt, now, zone));
    case QuoteAnswer::DeemedAccepted: return Tr::tr("deemed accepted %1").arg(shortDay(quote.answeredAt, now, zone));
    case QuoteAnswer::Declined: return Tr::tr("declined %1").arg(shortDay(quote.answeredAt, now, zone));
    case QuoteAnswer::Open: break;
    }
    return Tr::tr("quoted %1").arg(shortDay(quote.sentAt, now, zone));
}

QString carrierWords(const Case &portCase, const QDateTime &now, const QTimeZone &zone)
{
    if (portCase.attempts.isEmpty())
        return {};
    const Attempt &last = portCase.attempts.last();
    const QString sent = Tr::tr("sent %1").arg(shortDay(last.sentAt, now, zone));
    return last.number > 1 ? Tr::tr("attempt %1, %2").arg(last.number).arg(sent) : sent;
}

QString answerWords(const CaseDetails &details, const QDateTime &now, const QTimeZone &zone)
{
    const Case &portCase = details.portCase;
    if (portCase.stage == Stage::Rejected)
        return Tr::tr("rejected %1").arg(shortDay(lastEntry(details.timeline, Stage::Rejected), now, zone));
    return portCase.portDate.isValid() ? Tr::tr("port date %1").arg(shortDay(portCase.portDate, now, zone)) : QString();
}

} // namespace

QList<Reason> reasonsOf(const Case &portCase)
{
    if (portCase.stage == Stage::Returned)
        return portCase.returnReasons;
    return portCase.stage == Stage::Rejected && !portCase.attempts.isEmpty() ? portCase.attempts.last().reasons : QList<Reason>();
}

QList<Reason> openReasonsOf(const Case &portCase)
{
    QList<Reason> reasons = reasonsOf(portCase);
    reasons.removeIf([](const Reason &reason) { return reason.answered; });
    return reasons;
}

CaseActions caseActions(const CaseDetails &details, const Actor &actor, const ActionContext &context)
{
    CaseActions actions;
    actions.others = details.allowedActions;
    for (const QString &wanted : wantedActions(details.portCase, actor.role)) {
        if (actions.primary.isEmpty() && actions.others.removeAll(wanted) > 0)
            actions.primary = wanted;
    }
    for (const Move &move : stageTable()) {
        const bool ofInterest = move.from.contains(details.portCase.stage) && move.actors.contains(actor.role);
        if (!ofInterest || details.allowedActions.contains(move.action))
            continue;
        const QList<Refusal> failed = refusals(details.portCase, move.action, actor, &context);
        if (!failed.isEmpty())
            actions.refused << RefusedAction{move.action, failed.first()};
    }
    return actions;
}

QString actionTitle(const QString &action)
{
    const Move *move = findMove(action);
    return move ? move->title : action;
}

QStringList stepSubtitles(const CaseDetails &details, const QDateTime &now, const QTimeZone &zone)
{
    const Case &portCase = details.portCase;
    QDateTime submitted = lastEntry(details.timeline, Stage::Submitted);
    if (!submitted.isValid() && portCase.stage != Stage::Draft)
        submitted = portCase.createdAt;
    const QDateTime completed = lastEntry(details.timeline, Stage::Completed);
    return {shortDay(submitted, now, zone),      feesWords(portCase, now, zone), shortDay(portCase.approvedAt, now, zone),
            carrierWords(portCase, now, zone), answerWords(details, now, zone), completed.isValid() ? shortDay(completed, now, zone) : QString()};
}

} // namespace PortDesk
