// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actions.h"
#include "core/cases/actionvalues.h"
#include "core/cases/deadlines.h"
#include "core/cases/guards.h"

#include <QJsonArray>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The document that is meant: by its SHA-256, by its file name, or by its kind when only one of the kind was handed in.
Result<CaseDocument> documentMeant(const Case &portCase, const QString &named)
{
    QList<CaseDocument> found;
    QStringList there;
    for (const CaseDocument &document : portCase.documents) {
        if (!document.unavailable.isEmpty())
            continue;
        there.append(u"%1 (%2)"_s.arg(document.kind, document.fileName));
        if (!named.isEmpty() && document.sha256 == named)
            return document;
        if (document.kind == named || document.fileName == named)
            found.append(document);
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return badValue(u"document: “%1” is no document of this case. Name one of %2."_s.arg(named, there.join(", "_L1)));
    return badValue(u"document: the case has %1 documents “%2”. Name the file, or its SHA-256."_s.arg(found.size()).arg(named));
}

Result<QStringList> reviewReasonsValue(const ActionWork &work, const QString &kind)
{
    QStringList codes = listValue(work.request.values, u"reasons"_s);
    codes.removeDuplicates();
    if (codes.isEmpty())
        return badValue(u"reasons: say why the document is refused, with a code such as ILLEGIBLE or DATA_DIFFERS."_s);
    for (QString &code : codes) {
        code = code.toUpper();
        const ReviewReason *known = reviewReason(code);
        if (!known)
            return badValue(u"reasons: “%1” is not a reason for refusing a document. Use a code such as ILLEGIBLE, DATA_DIFFERS or OTHER."_s.arg(code));
        if (!known->kinds.isEmpty() && !known->kinds.contains(kind))
            return badValue(u"reasons: %1 is said of %2 only, not of this document."_s.arg(code, known->kinds.join(", "_L1)));
        if (known->textRequired && work.value(u"text"_s).isEmpty())
            return badValue(u"text: the reason %1 needs words for the customer."_s.arg(code));
    }
    return codes;
}

Result<Review> verdictOf(const ActionWork &work, const CaseDocument &document)
{
    Review review{document.sha256, document.kind, false, {}, work.value(u"text"_s), work.request.actor.name, work.context.now};
    const QString verdict = work.value(u"verdict"_s);
    if (verdict != "accepted"_L1 && verdict != "refused"_L1)
        return badValue(u"verdict: “%1” is not a verdict. Use accepted or refused."_s.arg(verdict));
    review.accepted = verdict == "accepted"_L1;
    if (review.accepted && !listValue(work.request.values, u"reasons"_s).isEmpty())
        return badValue(u"reasons: a document that is accepted takes none."_s);
    if (review.accepted)
        return review;
    auto reasons = reviewReasonsValue(work, document.kind);
    if (!reasons)
        return reasons.error();
    review.reasons = *reasons;
    return review;
}

/// An approval does not outlive the papers it stood on: a compulsory document that is refused afterwards takes it back.
void withdrawApproval(ActionWork &work)
{
    const Move *approve = findMove(u"approve"_s);
    const bool stands = !checkGuard(u"documents-accepted"_s, {work.after, *approve, work.request.actor, &work.context});
    if (!work.after.approved || stands)
        return;
    work.after.approved = false;
    work.after.approvedAt = {};
    work.after.clocks = clocksFor(work.after, work.context);
    work.text += u"\nThe approval is withdrawn."_s;
    work.data.insert(u"approvalWithdrawn"_s, true);
}

Result<void> review(ActionWork &work)
{
    auto document = documentMeant(work.after, work.value(u"document"_s));
    if (!document)
        return document.error();
    auto verdict = verdictOf(work, *document);
    if (!verdict)
        return verdict.error();
    const auto refusal = verdict->accepted ? wetSignatureRefusal(work.after, *document, work.context) : std::nullopt;
    if (refusal && (work.value(u"override"_s).isEmpty() || !mayOverride(u"review"_s, {*refusal}, work.request.actor)))
        return refusedBy(*refusal);
    if (refusal)
        work.overridden.append(*refusal);
    work.after.reviews.removeIf([&](const Review &old) { return old.sha256 == verdict->sha256 && old.kind == verdict->kind; });
    work.after.reviews.append(*verdict);
    const QString what = documentKindText(document->kind);
    work.text = verdict->accepted ? u"%1 accepted: %2"_s.arg(what, document->fileName)
                                  : u"%1 refused: %2 (%3)"_s.arg(what, document->fileName, reviewReasonTitles(verdict->reasons));
    if (!verdict->text.isEmpty())
        work.text += u"\n“%1”"_s.arg(verdict->text);
    work.data = {{u"document"_s, document->sha256}, {u"kind"_s, document->kind},
                 {u"verdict"_s, verdict->accepted ? u"accepted"_s : u"refused"_s},
                 {u"reasons"_s, QJsonArray::fromStringList(verdict->reasons)}, {u"text"_s, verdict->text}};
    if (!verdict->accepted && work.after.stage == Stage::UnderReview)
        withdrawApproval(work);
    return {};
}

} // namespace

ActionHandler reviewAction(const QString &action)
{
    return action == "review"_L1 ? review : nullptr;
}

} // namespace PortDesk
