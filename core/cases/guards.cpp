// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casewarnings.h"
#include "core/cases/guards.h"

#include "core/cases/changelock.h"
#include "core/cases/outofdate.h"
#include "core/cases/preflight.h"
#include "core/cases/rejection.h"
#include "core/cases/requirements.h"
#include "core/cases/standing.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Guards)
};

using Answer = std::optional<Refusal>;

Answer quoteAccepted(const GuardInput &in)
{
    const auto &quote = in.portCase.quote;
    if (quote && (quote->answer == QuoteAnswer::Accepted || quote->answer == QuoteAnswer::DeemedAccepted))
        return {};
    return Refusal{u"quote-accepted"_s, Tr::tr("The fees are not accepted yet. Wait for the customer's answer to the quote."), u"fees"_s};
}

Answer approved(const GuardInput &in)
{
    if (in.portCase.approved)
        return {};
    return Refusal{u"approved"_s, Tr::tr("The desk has not approved the request yet. Review it and approve it first."), u"overview"_s};
}

Answer notApproved(const GuardInput &in)
{
    if (!in.portCase.approved)
        return {};
    return Refusal{u"not-approved"_s, Tr::tr("The request is approved already. Send it to the carrier next."), u"overview"_s};
}

bool isDealtWith(const Case &portCase, const QString &kind)
{
    return std::any_of(portCase.documents.cbegin(), portCase.documents.cend(),
                       [&](const CaseDocument &d) { return d.kind == kind && (d.unavailable.isEmpty() || !d.waived.isEmpty()); });
}

Answer documentsComplete(const GuardInput &in)
{
    QStringList waiting;
    QStringList missing;
    for (const CaseDocument &document : in.portCase.documents) {
        if (!isDealtWith(in.portCase, document.kind))
            waiting.append(documentKindText(document.kind));
    }
    const CountryRecord *record = in.context ? in.context->countries.record(in.portCase.country, in.portCase.type) : nullptr;
    const QList<DocumentRule> rules = record ? requiredDocuments(*record, in.portCase.request.owner.kind) : QList<DocumentRule>();
    for (const DocumentRule &rule : rules) {
        const bool waits = waiting.contains(documentKindText(rule.id));
        if (!waits && !isDealtWith(in.portCase, rule.id))
            missing.append(documentKindText(rule.id));
    }
    QStringList sentences;
    if (!missing.isEmpty())
        sentences.append(Tr::tr("Missing: %1. Attach it to the case.").arg(missing.join(", "_L1)));
    if (!waiting.isEmpty())
        sentences.append(Tr::tr("Declared unavailable and not waived: %1. Waive it with a reason, or attach the document.").arg(waiting.join(", "_L1)));
    if (sentences.isEmpty())
        return {};
    return Refusal{u"documents-complete"_s, sentences.join(u' '), u"documents"_s};
}

/// Ages are judged on the day the papers go to the carrier, not on the day they came (facts D.2 no. 5).
Answer documentsInDate(const GuardInput &in)
{
    const OutOfDate old = in.context ? documentsOutOfDate(in.portCase, *in.context) : OutOfDate{};
    if (old.problems.isEmpty())
        return {};
    QStringList sentences;
    for (const Problem &problem : old.problems)
        sentences.append(u"%1 (%2)"_s.arg(problemText(problem), problem.code));
    return Refusal{u"documents-in-date"_s, sentences.join(u' ') + u' ' + Tr::tr("The desk can also waive it with a reason."), u"documents"_s};
}

/// Documents the country demands; without its rules every kind that was handed in counts.
QStringList compulsoryKinds(const GuardInput &in)
{
    QStringList kinds;
    const CountryRecord *record = in.context ? in.context->countries.record(in.portCase.country, in.portCase.type) : nullptr;
    for (const DocumentRule &rule : record ? requiredDocuments(*record, in.portCase.request.owner.kind) : QList<DocumentRule>())
        kinds.append(rule.id);
    for (const CaseDocument &document : in.portCase.documents) {
        if (!record && !kinds.contains(document.kind))
            kinds.append(document.kind);
    }
    return kinds;
}

/// "Latest phone bill (Illegible or blurred)"
QString refusedText(const Case &portCase, const QString &kind)
{
    QStringList reasons;
    for (const CaseDocument &document : portCase.documents) { // of those that were withdrawn only the timeline tells
        const Review *review = document.kind == kind ? reviewOf(portCase, document) : nullptr;
        if (review && !review->accepted)
            reasons += review->reasons;
    }
    reasons.removeDuplicates();
    return u"%1 (%2)"_s.arg(documentKindText(kind), reviewReasonTitles(reasons));
}

QStringList tooOldSentences(const GuardInput &in, const QStringList &compulsory)
{
    Case judged = in.portCase; // a newer bill that was refused makes the older one no younger
    judged.documents.removeIf([&](const CaseDocument &document) { return isRefused(in.portCase, document); });
    QStringList sentences;
    const OutOfDate old = in.context ? documentsOutOfDate(judged, *in.context) : OutOfDate{};
    for (const Problem &problem : old.problems) {
        const int row = problem.field.section(u'/', 2, 2).toInt();
        if (compulsory.contains(judged.documents.value(row).kind))
            sentences.append(problemText(problem));
    }
    return sentences;
}

/// The papers an approval stands on: one of each compulsory kind that is there, not refused and not too old. One that nobody looked at is no
/// obstacle; one that is declared unavailable waits for its waiver until the case is sent (documents-complete).
Answer documentsAccepted(const GuardInput &in)
{
    const QStringList compulsory = compulsoryKinds(in);
    QStringList missing;
    QStringList refused;
    for (const QString &kind : compulsory) {
        const auto isKind = [&kind](const CaseDocument &document) { return document.kind == kind; };
        if (std::none_of(in.portCase.documents.cbegin(), in.portCase.documents.cend(), isKind))
            missing.append(documentKindText(kind));
        else if (refusedKinds(in.portCase).contains(kind))
            refused.append(refusedText(in.portCase, kind));
    }
    QStringList sentences;
    if (!missing.isEmpty())
        sentences.append(Tr::tr("Missing: %1. Attach it to the case.").arg(missing.join(", "_L1)));
    if (!refused.isEmpty())
        sentences.append(Tr::tr("Refused: %1. Return the case to the customer, or attach a better copy.").arg(refused.join(", "_L1)));
    sentences += tooOldSentences(in, compulsory);
    if (sentences.isEmpty())
        return {};
    return Refusal{u"documents-accepted"_s, sentences.join(u' ') + u' ' + Tr::tr("A supervisor can go on all the same and say why."), u"documents"_s};
}

/// The letter of authorisation where only paper counts: one that was signed by hand, or that a supervisor accepted all the same.
Answer wetSignature(const GuardInput &in)
{
    if (!in.context)
        return {};
    std::optional<Refusal> refusal;
    for (const CaseDocument &document : in.portCase.documents) {
        if (document.kind != "loa"_L1 || !document.unavailable.isEmpty() || isRefused(in.portCase, document))
            continue;
        const Review *review = reviewOf(in.portCase, document);
        const auto refused = wetSignatureRefusal(in.portCase, document, *in.context);
        if (!refused || (review && review->accepted))
            return {};
        refusal = refused;
    }
    return refusal;
}

Answer documentThere(const GuardInput &in)
{
    const auto &documents = in.portCase.documents;
    if (std::any_of(documents.cbegin(), documents.cend(), [](const CaseDocument &document) { return document.unavailable.isEmpty(); }))
        return {};
    return Refusal{u"document-there"_s, Tr::tr("No document was handed in yet, so there is nothing to review."), u"documents"_s};
}

Answer reasonsAnswered(const GuardInput &in)
{
    QStringList titles;
    for (const Reason &reason : openReasons(in.portCase)) {
        const RejectionReason *known = rejectionReason(reason.code);
        if (!reason.answered)
            titles.append(known ? u"%1 (%2)"_s.arg(known->title, reason.code) : reason.code);
    }
    if (titles.isEmpty())
        return {};
    return Refusal{u"reasons-answered"_s, Tr::tr("Not answered yet: %1. Correct what the reason concerns, or mark it as answered.").arg(titles.join(", "_L1)),
                   u"overview"_s};
}

Answer outcomesKnown(const GuardInput &in)
{
    const auto &numbers = in.portCase.numbers;
    const auto open = std::count_if(numbers.cbegin(), numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Pending; });
    if (open == 0)
        return {};
    const QString message = Tr::tr("%1 of %2 numbers have no outcome yet. Record for each whether it ported, failed or was excluded.");
    return Refusal{u"outcomes-known"_s, message.arg(open).arg(numbers.size()), u"numbers"_s};
}

Answer nothingPorted(const GuardInput &in)
{
    if (in.portCase.portedCount() == 0)
        return {};
    const QString message = Tr::tr("%1 numbers of this case have ported. Record the outcome of the others and complete the case.");
    return Refusal{u"nothing-ported"_s, message.arg(in.portCase.portedCount()), u"numbers"_s};
}

Answer documentUnavailable(const GuardInput &in)
{
    const auto &documents = in.portCase.documents;
    if (std::any_of(documents.cbegin(), documents.cend(), [](const CaseDocument &d) { return !d.unavailable.isEmpty() && d.waived.isEmpty(); }))
        return {};
    if (in.context && !documentsOutOfDate(in.portCase, *in.context).kinds.isEmpty())
        return {};
    return Refusal{u"document-unavailable"_s, Tr::tr("No document of this case is declared unavailable or too old, so there is nothing to waive."), u"documents"_s};
}

Answer warningOpen(const GuardInput &in)
{
    if (!in.context || !openWarnings(in.portCase, *in.context).isEmpty())
        return {};
    return Refusal{u"warning-open"_s, Tr::tr("Nothing in this case asks for a confirmation."), u"overview"_s};
}

Answer customerCancel(const GuardInput &in)
{
    const bool early = in.portCase.stage < Stage::UnderReview;
    if (early || in.actor.role != Role::Customer)
        return {};
    return Refusal{u"actor"_s, Tr::tr("Customers can cancel until the fees are accepted. Ask the porting desk to cancel now."), {}};
}

/// The desk may take over what a document says while it reviews; customers correct what came back to them.
Answer customerCorrect(const GuardInput &in)
{
    const bool theirs = in.portCase.stage == Stage::Returned || in.portCase.stage == Stage::Rejected;
    if (theirs || in.actor.role != Role::Customer)
        return {};
    return Refusal{u"actor"_s, Tr::tr("The porting desk is looking at the request. Ask it to correct this, or to return the request."), {}};
}

Answer changeLock(const GuardInput &in)
{
    if (in.portCase.stage != Stage::Scheduled || in.actor.role == Role::Supervisor || !in.context)
        return {};
    const LockedFrom lock = changeLockOf(in.portCase, *in.context);
    // A date that passed may be replaced; a case whose day has come is not cancelled behind the carrier's back.
    const bool passed = in.context->now > in.portCase.portDate && in.move.action == "schedule"_L1;
    if (in.context->now < lock.at || passed)
        return {};
    const QString message = Tr::tr("The carrier takes no changes any more (%1), so only a supervisor can do this. Ask one, or call the carrier.");
    return Refusal{u"change-lock"_s, message.arg(lock.explanation), u"overview"_s};
}

Answer preflightClean(const GuardInput &in)
{
    if (!in.context)
        return {};
    const QDate today = in.context->now.toTimeZone(in.context->zone).date();
    PreflightContext context{in.context->countries, today};
    context.ownDays = in.context->ownDays;
    const QList<Problem> errors = preflight(standingRequest(in.portCase, *in.context), context).errors();
    if (errors.isEmpty())
        return {};
    const QString more = errors.size() > 1 ? Tr::tr(" (And %1 more.)").arg(errors.size() - 1) : QString();
    return Refusal{u"preflight"_s, problemText(errors.first()) + more, errors.first().field};
}

} // namespace

std::optional<Refusal> checkGuard(const QString &guard, const GuardInput &input)
{
    static const QHash<QString, Answer (*)(const GuardInput &)> guards{
        {u"quote-accepted"_s, quoteAccepted},
        {u"warning-open"_s, warningOpen},
        {u"approved"_s, approved},
        {u"not-approved"_s, notApproved},
        {u"documents-complete"_s, documentsComplete},
        {u"documents-in-date"_s, documentsInDate},
        {u"documents-accepted"_s, documentsAccepted},
        {u"wet-signature"_s, wetSignature},
        {u"document-there"_s, documentThere},
        {u"reasons-answered"_s, reasonsAnswered},
        {u"outcomes-known"_s, outcomesKnown},
        {u"nothing-ported"_s, nothingPorted},
        {u"document-unavailable"_s, documentUnavailable},
        {u"customer-cancel"_s, customerCancel},
        {u"customer-correct"_s, customerCorrect},
        {u"change-lock"_s, changeLock},
        {u"preflight"_s, preflightClean},
    };
    const auto check = guards.value(guard, nullptr);
    return check ? check(input) : std::nullopt;
}

std::optional<Refusal> wetSignatureRefusal(const Case &portCase, const CaseDocument &document, const ActionContext &context)
{
    const CountryRecord *record = context.countries.record(portCase.country, portCase.type);
    const bool wet = record && record->signature == SignatureKind::Wet;
    if (!wet || document.kind != "loa"_L1 || !context.signedElectronically.contains(document.sha256))
        return {};
    const QString country = QLocale::territoryToString(QLocale::codeToTerritory(portCase.country));
    return Refusal{u"wet-signature"_s,
                   Tr::tr("%1 was signed electronically, and carriers in %2 accept only the paper signed by hand. Refuse it and ask for a scan of the signed paper. "
                          "A supervisor can go on all the same and say why.").arg(document.fileName, country),
                   u"documents"_s};
}

Request requestOf(const Case &portCase)
{
    // Which numbers a letter was made for is said in the request it came with only; a document added later is for all of the case.
    const auto coveredBy = [&portCase](const CaseDocument &document) {
        for (const RequestDocument &row : portCase.request.documents) {
            if (row.kind == document.kind && row.sha256 == document.sha256 && row.file == document.fileName)
                return row.covers;
        }
        return QStringList();
    };
    Request request = portCase.request;
    request.documents.clear();
    for (const CaseDocument &document : portCase.documents) {
        request.documents.append({document.kind, document.fileName, document.issued, document.unavailable, document.sha256, document.signedOn, coveredBy(document)});
    }
    return request;
}

const QList<Reason> &openReasons(const Case &portCase)
{
    static const QList<Reason> none;
    if (portCase.stage == Stage::Returned)
        return portCase.returnReasons;
    if (portCase.stage == Stage::Rejected && !portCase.attempts.isEmpty())
        return portCase.attempts.last().reasons;
    return none;
}

} // namespace PortDesk
