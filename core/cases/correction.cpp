// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actions.h"

#include "core/cases/actionvalues.h"
#include "core/cases/caseplaces.h"
#include "core/cases/deadlines.h"
#include "core/cases/guards.h"
#include "core/cases/pointer.h"
#include "core/cases/rejection.h"
#include "core/cases/resolve.h"
#include "core/cases/slice.h"
#include "core/cases/todolist.h"

#include <QJsonArray>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> pointerValues(const QVariantMap &values)
{
    QMap<QString, QString> pointers;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (it.key().startsWith(u'/'))
            pointers.insert(it.key(), it.value().toString());
    }
    return pointers;
}

/// The case's numbers follow the corrected rows; a number that stays keeps its outcome.
Result<void> renewNumbers(Case &portCase)
{
    const ResolvedRequest resolved = resolveNumbers(portCase.request);
    if (!resolved.problems.isEmpty() && hasErrors(resolved.problems))
        return badValue(u"%1: %2"_s.arg(resolved.problems.first().field, problemText(resolved.problems.first())));
    if (resolved.numbers.isEmpty())
        return badValue(u"/numbers: a case needs at least one number; cancel it instead."_s);
    QList<CaseNumber> numbers;
    QList<RequestNumber> rows;
    for (const ResolvedNumber &number : resolved.numbers) {
        const bool otherType = number.phone.type != portCase.type && number.phone.type != NumberType::Unknown;
        if (number.phone.country != portCase.country || otherType)
            return badValue(u"/numbers/%1: %2 is a %3 number of %4; this case holds %5 numbers of %6. Hand it in as a request of its own."_s.arg(number.row)
                                .arg(number.phone.e164, numberTypeText(number.phone.type), number.phone.country, numberTypeText(portCase.type), portCase.country));
        CaseNumber next = caseNumberOf(number, portCase.type);
        for (const CaseNumber &old : std::as_const(portCase.numbers)) {
            if (old.e164 == next.e164) {
                next.outcome = old.outcome;
                next.note = old.note.isEmpty() ? next.note : old.note;
            }
        }
        numbers.append(next);
        rows.append({number.phone.e164, {}, number.addressId, number.pin, {}, number.activated ? QStringList() : QStringList{kActivateNone}, number.fields});
    }
    portCase.numbers = numbers;
    portCase.request.numbers = rows;
    return {};
}

/// What the request says about its documents, carried over to the case's own.
void renewDocuments(Case &portCase, const Request &before)
{
    const auto &rows = portCase.request.documents;
    for (qsizetype i = 0; i < rows.size() && i < before.documents.size(); ++i) {
        const RequestDocument &old = before.documents.at(i);
        const RequestDocument &row = rows.at(i);
        if (old == row)
            continue;
        for (CaseDocument &document : portCase.documents) {
            if (document.kind != old.kind || document.fileName != old.file || document.sha256 != old.sha256)
                continue;
            document.kind = row.kind;
            document.issued = row.issued;
            document.signedOn = row.signedOn;
            document.unavailable = row.unavailable;
        }
    }
}

/// What a whole request says about documents of the case, by their content: kind and dates. New files are added with their bytes
/// (CaseService), and none is taken back.
void takeDocuments(Case &portCase, const Request &given)
{
    for (const RequestDocument &row : given.documents) {
        const auto isMeant = [&row](const auto &document) { return !row.sha256.isEmpty() && document.sha256 == row.sha256; };
        const auto document = std::find_if(portCase.documents.begin(), portCase.documents.end(), isMeant);
        const auto own = std::find_if(portCase.request.documents.begin(), portCase.request.documents.end(), isMeant);
        if (document != portCase.documents.end()) {
            document->kind = row.kind;
            document->issued = row.issued;
            document->signedOn = row.signedOn;
        }
        if (own != portCase.request.documents.end()) {
            own->kind = row.kind;
            own->issued = row.issued;
            own->signedOn = row.signedOn;
        }
        const auto ofKind = [&row](const CaseDocument &other) { return other.kind == row.kind; };
        if (!row.unavailable.isEmpty() && std::none_of(portCase.documents.cbegin(), portCase.documents.cend(), ofKind))
            portCase.documents.append(caseDocumentOf(row));
    }
}

/// Documents named under "withdraw" leave the case: by their SHA-256, or one declared unavailable by its kind. Nothing counts them any more; their files
/// and what was decided about them stay in the store, and the timeline names them.
Result<QList<CaseDocument>> withdrawDocuments(ActionWork &work)
{
    QList<CaseDocument> gone;
    for (const QString &named : listValue(work.request.values, u"withdraw"_s)) {
        const auto isMeant = [&named](const auto &document) { return document.unavailable.isEmpty() ? document.sha256 == named : document.kind == named; };
        QList<CaseDocument> &documents = work.after.documents;
        const auto found = std::find_if(documents.cbegin(), documents.cend(), isMeant);
        if (named.isEmpty() || found == documents.cend())
            return badValue(u"withdraw: “%1” is no document of this case."_s.arg(named));
        gone.append(*found);
        documents.erase(found);
        work.after.request.documents.removeIf(isMeant);
    }
    return gone;
}

void noteWithdrawn(ActionWork &work, const QList<CaseDocument> &gone)
{
    QStringList names;
    QJsonArray rows;
    for (const CaseDocument &document : gone) {
        const QString what = documentKindText(document.kind);
        names.append(document.fileName.isEmpty() ? what : u"%1 (%2)"_s.arg(what, document.fileName));
        rows.append(QJsonObject{{u"kind"_s, document.kind}, {u"file"_s, document.fileName}, {u"sha256"_s, document.sha256}});
    }
    if (gone.isEmpty())
        return;
    work.text += u"\nWithdrawn: %1"_s.arg(names.join(", "_L1));
    work.data.insert(u"withdrawn"_s, rows);
}

/// The request as the action's values leave it: a whole one under "request" (JSON), or single members by their pointers.
Result<Request> correctedRequest(ActionWork &work)
{
    Request request = work.after.request;
    if (const QVariant whole = work.request.values.value(u"request"_s); whole.isValid()) {
        auto given = whole.canConvert<QJsonObject>() && whole.typeId() == QMetaType::QJsonObject ? requestFromJson(whole.toJsonObject())
                                                                                               : requestFromJson(whole.toString().toUtf8());
        if (!given)
            return given.error();
        takeDocuments(work.after, *given);
        given->documents = work.after.request.documents;
        given->reference = request.reference;
        request = *given;
    }
    return withValues(request, pointerValues(work.request.values));
}

bool isAnswered(const Reason &reason, const QStringList &changed, const QStringList &answered, bool hasText)
{
    if (reason.answered || answered.contains(reason.code, Qt::CaseInsensitive))
        return true;
    const QStringList fields = reasonFields(reason);
    if (fields.isEmpty())
        return hasText;
    return std::any_of(changed.cbegin(), changed.cend(), [&](const QString &pointer) {
        return std::any_of(fields.cbegin(), fields.cend(), [&](const QString &field) { return pointerMatches(field, pointer); });
    });
}

Result<QStringList> answeredCodes(const ActionWork &work)
{
    const QStringList codes = listValue(work.request.values, u"answered"_s);
    const QList<Reason> &open = openReasons(work.after);
    for (const QString &code : codes) {
        if (std::none_of(open.cbegin(), open.cend(), [&](const Reason &reason) { return reason.code.compare(code, Qt::CaseInsensitive) == 0; }))
            return badValue(u"answered: “%1” is not a reason this case was sent back for."_s.arg(code));
    }
    return codes;
}

/// The reasons the case waits for, to be marked.
QList<Reason> *waitingReasons(Case &portCase)
{
    if (portCase.stage == Stage::Returned)
        return &portCase.returnReasons;
    return portCase.stage == Stage::Rejected && !portCase.attempts.isEmpty() ? &portCase.attempts.last().reasons : nullptr;
}

void markAnswered(Case &portCase, const QStringList &changed, const QStringList &answered, bool hasText)
{
    QList<Reason> *reasons = waitingReasons(portCase);
    for (qsizetype i = 0; reasons && i < reasons->size(); ++i) {
        Reason &reason = (*reasons)[i];
        const bool said = answered.contains(reason.code, Qt::CaseInsensitive);
        if (said || !tickOff(reason, changed, {}))
            reason.answered = isAnswered(reason, changed, answered, hasText);
    }
}

/// What was changed here stays when the customer's request is changed later.
void protect(Case &portCase, const Request &before)
{
    for (const QString &place : changedPlaces(before, portCase.request)) {
        if (!portCase.overridden.contains(place))
            portCase.overridden.append(place);
    }
}

/// Passcodes and the country's own codes never enter an event.
bool isSecret(const QString &pointer)
{
    return pointer.endsWith("/pin"_L1) || pointer.startsWith("/fields/"_L1) || pointer.contains("/fields/"_L1);
}

/// What was taken over from a document keeps its old value in the timeline.
void noteSource(ActionWork &work, const Request &before, const QStringList &changed)
{
    const QString source = work.value(u"source"_s);
    if (source.isEmpty())
        return;
    const QJsonObject old = requestToJson(before);
    const QJsonObject now = requestToJson(work.after.request);
    QJsonArray values;
    QStringList lines;
    for (const QString &pointer : changed) {
        if (isSecret(pointer))
            continue;
        const QString from = valueAt(old, pointer).toString();
        const QString to = valueAt(now, pointer).toString();
        values.append(QJsonObject{{u"field"_s, pointer}, {u"from"_s, from}, {u"to"_s, to}});
        lines.append(u"%1: “%2”, before “%3”"_s.arg(pointer, to, from));
    }
    work.text = u"Taken over from the document (%1): %2"_s.arg(documentKindText(source), lines.join("; "_L1));
    work.data.insert(u"source"_s, source);
    work.data.insert(u"values"_s, values);
}

/// An approval was for what the request said then.
void approveAnew(ActionWork &work)
{
    if (work.after.stage != Stage::UnderReview || !work.after.approved)
        return;
    work.after.approved = false;
    work.after.approvedAt = {};
    work.after.clocks = clocksFor(work.after, work.context);
    work.text += u"\nThe approval is withdrawn."_s;
}

Result<void> correct(ActionWork &work)
{
    auto withdrawn = withdrawDocuments(work);
    if (!withdrawn)
        return withdrawn.error();
    const Request before = work.after.request;
    const QList<CaseDocument> papers = work.after.documents;
    auto codes = answeredCodes(work);
    if (!codes)
        return codes.error();
    auto request = correctedRequest(work);
    if (!request)
        return request.error();
    work.after.request = *request;
    if (request->numbers != before.numbers) {
        if (auto renewed = renewNumbers(work.after); !renewed)
            return renewed.error();
    }
    renewDocuments(work.after, before);
    QStringList changed = changedPointers(requestToJson(before), requestToJson(work.after.request));
    const auto isOfDocuments = [](const QString &pointer) { return pointer.startsWith("/documents"_L1); };
    if (work.after.documents != papers && std::none_of(changed.cbegin(), changed.cend(), isOfDocuments))
        changed.append(u"/documents"_s); // of one that was added later and stands in no request
    const QString text = work.value(u"text"_s);
    if (changed.isEmpty() && codes->isEmpty() && text.isEmpty() && withdrawn->isEmpty())
        return badValue(u"correct: nothing changes. Give new values by JSON pointer, or name the reasons that are answered."_s);
    protect(work.after, before);
    markAnswered(work.after, changed, *codes, !text.isEmpty());
    // Only the places: values may be passcodes, and events are kept for ever.
    work.text = changed.isEmpty() ? u"Answered"_s : u"Corrected: %1"_s.arg(changed.join(", "_L1));
    if (!text.isEmpty())
        work.text += u" (%1)"_s.arg(text);
    work.data = {{u"changedFields"_s, QJsonArray::fromStringList(changed)}, {u"answered"_s, QJsonArray::fromStringList(*codes)}, {u"text"_s, text}};
    noteSource(work, before, changed);
    noteWithdrawn(work, *withdrawn);
    if (!changed.isEmpty() || !withdrawn->isEmpty())
        approveAnew(work);
    return {};
}

} // namespace

void answerReasons(Case &portCase, const QStringList &changed)
{
    // Only by what changed: a reason without fields of its own needs somebody's words.
    markAnswered(portCase, changed, {}, false);
}

void answerReasons(Case &portCase, const CaseDocument &added)
{
    QList<Reason> *reasons = waitingReasons(portCase);
    for (qsizetype i = 0; reasons && i < reasons->size(); ++i) {
        Reason &reason = (*reasons)[i];
        const RejectionReason *known = rejectionReason(reason.code);
        if (!tickOff(reason, {}, added.kind) && known && known->documents.contains(added.kind))
            reason.answered = true;
    }
}

ActionHandler correctionAction(const QString &action)
{
    return action == "correct"_L1 ? correct : nullptr;
}

} // namespace PortDesk
