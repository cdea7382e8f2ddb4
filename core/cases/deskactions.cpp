// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actions.h"

#include "core/cases/actionvalues.h"
#include "core/cases/casewarnings.h"
#include "core/cases/outofdate.h"
#include "core/cases/rejection.h"
#include "core/cases/slice.h"
#include "core/cases/todolist.h"

#include <QJsonArray>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// "Submitted", or "Submitted: the words somebody added".
QString withText(const QString &what, const QString &text)
{
    return text.isEmpty() ? what : u"%1: %2"_s.arg(what, text);
}

Result<void> submit(ActionWork &work)
{
    work.after.approved = false;
    work.after.returnReasons.clear();
    work.after.returnText.clear();
    work.text = u"Submitted"_s;
    QJsonArray confirmed;
    for (const Confirmation &row : confirmationsGiven(work.after.request)) {
        confirmed.append(QJsonObject{{u"code"_s, row.code}, {u"field"_s, row.field}, {u"reason"_s, row.reason}});
        work.text += u"\n"_s + confirmationText(work.after.request, row);
    }
    if (!confirmed.isEmpty())
        work.data = {{u"confirmed"_s, confirmed}};
    return {};
}

Result<void> returnToCustomer(ActionWork &work)
{
    auto reasons = reasonsValue(work.request.values, true);
    if (!reasons)
        return reasons.error();
    const QStringList fields = listValue(work.request.values, u"fields"_s);
    const QStringList documents = listValue(work.request.values, u"documents"_s);
    assignToDo(*reasons, fields, documents);
    work.after.returnReasons = *reasons;
    work.after.returnText = work.value(u"text"_s);
    work.after.approved = false;
    QStringList titles;
    QJsonArray codes;
    for (const Reason &reason : *reasons) {
        titles.append(rejectionReason(reason.code)->title);
        codes.append(reason.code);
    }
    work.text = withText(u"Returned to the customer: %1"_s.arg(titles.join(", "_L1)), work.after.returnText);
    work.data = {{u"reasons"_s, codes}, {u"text"_s, work.after.returnText}};
    if (!fields.isEmpty())
        work.data.insert(u"fields"_s, QJsonArray::fromStringList(fields));
    if (!documents.isEmpty())
        work.data.insert(u"documents"_s, QJsonArray::fromStringList(documents));
    return {};
}

Result<void> sendQuote(ActionWork &work)
{
    auto quote = quoteValue(work.request.values, int(work.after.numbers.size()));
    if (!quote)
        return quote.error();
    quote->sentAt = work.context.now;
    work.after.quote = *quote;
    work.text = u"Quote of %1 sent"_s.arg(formatMoney(quote->total()));
    work.data = {{u"total"_s, formatAmount(quote->total())}, {u"currency"_s, quote->currency}};
    return {};
}

Result<void> acceptQuote(ActionWork &work)
{
    const bool deemed = work.request.actor.role == Role::Clock;
    const QString total = formatMoney(work.after.quote->total());
    work.after.quote->answer = deemed ? QuoteAnswer::DeemedAccepted : QuoteAnswer::Accepted;
    work.after.quote->answeredAt = work.context.now;
    work.after.approved = false;
    work.text = withText(u"Fees of %1 accepted"_s.arg(total), work.value(u"text"_s));
    if (deemed) {
        const QString explanation = work.after.clocks.isEmpty() ? QString() : work.after.clocks.first().explanation;
        work.messageId = u"deemed-accepted"_s;
        work.text = u"Fees of %1 deemed accepted, because the quote was not answered in time: %2"_s.arg(total, explanation);
        work.data = {{u"explanation"_s, explanation}};
        work.messageValues = {{u"explanation"_s, explanation}};
    }
    return {};
}

Result<void> declineQuote(ActionWork &work)
{
    work.after.quote->answer = QuoteAnswer::Declined;
    work.after.quote->answeredAt = work.context.now;
    work.after.cancelText = work.value(u"text"_s);
    work.text = withText(u"Fees of %1 declined"_s.arg(formatMoney(work.after.quote->total())), work.after.cancelText);
    return {};
}

Result<void> approve(ActionWork &work)
{
    work.after.approved = true;
    work.after.approvedAt = work.context.now;
    work.after.clocks.removeIf([](const CaseClock &clock) { return clock.name == "approve"_L1; });
    work.text = withText(u"Approved by the desk"_s, work.value(u"text"_s));
    return {};
}

Result<void> waive(ActionWork &work)
{
    const QString kind = work.value(u"document"_s);
    const QString reason = work.value(u"reason"_s);
    if (reason.isEmpty())
        return badValue(u"reason: say why the case may go without the document."_s);
    QStringList open;
    bool found = false;
    const QStringList tooOld = documentsOutOfDate(work.after, work.context).kinds;
    for (CaseDocument &document : work.after.documents) {
        const bool waivable = (!document.unavailable.isEmpty() || tooOld.contains(document.kind)) && document.waived.isEmpty();
        if (waivable)
            open.append(document.kind);
        if (waivable && document.kind == kind) {
            document.waived = reason;
            found = true;
        }
    }
    if (!found)
        return badValue(u"document: “%1” cannot be waived; what can be waived here is %2."_s.arg(kind, open.join(", "_L1)));
    work.text = u"%1 waived: %2"_s.arg(documentKindText(kind), reason);
    work.data = {{u"document"_s, kind}, {u"reason"_s, reason}};
    return {};
}

/// Somebody of the desk looked at a warning and says why it is right as it stands ("the range is new").
Result<void> confirm(ActionWork &work)
{
    const Confirmation given{work.value(u"code"_s), work.value(u"field"_s), work.value(u"reason"_s)};
    if (given.reason.isEmpty())
        return badValue(u"reason: say why this is right as it stands."_s);
    QStringList open;
    for (const Problem &problem : openWarnings(work.after, work.context)) {
        open.append(u"%1 at %2"_s.arg(problem.code, problem.field));
        if (problem.code != given.code || problem.field != given.field)
            continue;
        work.after.request.confirmations.append(given);
        work.text = u"Confirmed: %1 Reason: %2"_s.arg(problemText(problem), given.reason);
        work.data = {{u"code"_s, given.code}, {u"field"_s, given.field}, {u"reason"_s, given.reason}};
        return {};
    }
    return badValue(u"code: “%1” at “%2” does not ask for a confirmation; open are %3."_s.arg(given.code, given.field, open.join(", "_L1)));
}

Result<void> cancel(ActionWork &work)
{
    work.after.cancelText = work.value(u"text"_s);
    work.text = withText(u"Cancelled"_s, work.after.cancelText);
    return {};
}

} // namespace

ActionHandler deskAction(const QString &action)
{
    static const QHash<QString, ActionHandler> handlers{
        {u"submit"_s, submit},
        {u"return"_s, returnToCustomer},
        {u"quote"_s, sendQuote},
        {u"accept-quote"_s, acceptQuote},
        {u"decline-quote"_s, declineQuote},
        {u"approve"_s, approve},
        {u"waive"_s, waive},
        {u"confirm"_s, confirm},
        {u"cancel"_s, cancel},
    };
    return handlers.value(action, nullptr);
}

} // namespace PortDesk
