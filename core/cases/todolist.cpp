// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/todolist.h"

#include "core/cases/pointer.h"
#include "core/cases/rejection.h"
#include "core/countries/countrypack.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ToDoList)
};

/// The reason of the catalogue that speaks of a place of the request; the first that covers it.
QString codeOf(const QString &field)
{
    static const std::pair<QString, QString> codes[] = {
        {u"/addresses/*/postalCode"_s, u"POSTCODE_MISMATCH"_s},
        {u"/addresses"_s, u"ADDRESS_MISMATCH"_s},
        {u"/owner"_s, u"NAME_MISMATCH"_s},
        {u"/authorisedPerson"_s, u"AUTH_NAME"_s},
        {u"/losingCarrier/accountNumber"_s, u"ACCOUNT_NO_WRONG"_s},
        {u"/losingCarrier/billingNumber"_s, u"BTN_MISMATCH"_s},
        {u"/losingCarrier/name"_s, u"WRONG_DONOR"_s},
        {u"/losingCarrier/pin"_s, u"PIN"_s},
        {u"/numbers"_s, u"NUMBER_NOT_ON_ACCOUNT"_s},
        {u"/fields"_s, u"COUNTRY_CODE_MISSING"_s},
    };
    for (const auto &[pattern, code] : codes) {
        if (pointerMatches(pattern, field))
            return code;
    }
    return u"DATA_MISSING"_s;
}

QString codeOfDocument(const QString &kind)
{
    return kind == "loa"_L1 ? u"LOA_BAD"_s : u"DOCUMENT_BAD"_s;
}

/// A pattern and a pointer that meet: one covers the other.
bool meet(const QString &pattern, const QString &pointer)
{
    return pointerMatches(pattern, pointer) || pointerMatches(pointer, pattern);
}

bool concerns(const Reason &reason, const QString &field)
{
    if (codeOf(field) == reason.code)
        return true;
    const RejectionReason *known = rejectionReason(reason.code);
    return known && std::any_of(known->fields.cbegin(), known->fields.cend(), [&](const QString &pattern) { return meet(pattern, field); });
}

bool concernsDocument(const Reason &reason, const QString &kind)
{
    const RejectionReason *known = rejectionReason(reason.code);
    return reason.code == codeOfDocument(kind) || (known && known->documents.contains(kind));
}

/// "Latest phone bill: Illegible or blurred. …"
QString refusalLine(const Review &review)
{
    QStringList sentences;
    for (const QString &code : review.reasons) {
        const ReviewReason *known = reviewReason(code);
        if (known && !known->textRequired)
            sentences.append(known->sentence);
    }
    if (!review.text.isEmpty())
        sentences.append(review.text);
    return Tr::tr("%1: %2", "document and why it was refused").arg(documentKindText(review.kind), sentences.join(u' '));
}

QString differenceLine(const Difference &difference)
{
    if (difference.found.isEmpty())
        return Tr::tr("%1: the form says “%2”, %3 says something else.").arg(difference.label, difference.expected, difference.document);
    return Tr::tr("%1: the form says “%2”, %3 says “%4”.").arg(difference.label, difference.expected, difference.document, difference.found);
}

void append(QStringList &list, const QString &entry)
{
    if (!list.contains(entry))
        list.append(entry);
}

} // namespace

ReturnProposal returnProposal(const Case &portCase, const QList<Difference> &differences)
{
    ReturnProposal proposal;
    QStringList lines;
    const QStringList refused = refusedKinds(portCase);
    for (const Review &review : portCase.reviews) {
        const auto isMeant = [&review](const CaseDocument &document) { return document.sha256 == review.sha256 && document.kind == review.kind; };
        const bool withdrawn = std::none_of(portCase.documents.cbegin(), portCase.documents.cend(), isMeant);
        const bool counts = !review.accepted && !withdrawn && refused.contains(review.kind);
        if (!counts)
            continue;
        append(proposal.reasons, codeOfDocument(review.kind));
        append(proposal.documents, review.kind);
        lines.append(refusalLine(review));
    }
    for (const Difference &difference : differences) {
        const bool ofDocument = difference.field.startsWith("/documents/"_L1); // its date: handed in again, with the right one
        append(proposal.reasons, ofDocument ? codeOfDocument(difference.kind) : codeOf(difference.field));
        append(ofDocument ? proposal.documents : proposal.fields, ofDocument ? difference.kind : difference.field);
        lines.append(differenceLine(difference));
    }
    proposal.text = lines.join(u'\n');
    return proposal;
}

void assignToDo(QList<Reason> &reasons, const QStringList &fields, const QStringList &documents)
{
    for (Reason &reason : reasons) {
        for (const QString &field : fields) {
            if (concerns(reason, field))
                reason.fields.append(field);
        }
        for (const QString &kind : documents) {
            if (concernsDocument(reason, kind))
                reason.documents.append(kind);
        }
    }
}

QList<ToDoItem> toDoItems(const Case &portCase)
{
    QList<ToDoItem> items;
    if (portCase.stage != Stage::Returned)
        return items;
    for (const Reason &reason : portCase.returnReasons) {
        for (const QString &field : reason.fields)
            items.append({reason.code, {field}, {}, reason.answered});
        for (const QString &kind : reason.documents)
            items.append({reason.code, {}, kind, reason.answered});
        if (reason.fields.isEmpty() && reason.documents.isEmpty())
            items.append({reason.code, reasonFields(reason), {}, reason.answered});
    }
    return items;
}

bool isDone(const ToDoItem &item, const Request &before, const Request &after)
{
    const auto isNew = [&](const RequestDocument &document) {
        const auto same = [&](const RequestDocument &other) { return other.sha256 == document.sha256 && other.kind == document.kind; };
        return document.kind == item.document && !document.sha256.isEmpty() && std::none_of(before.documents.cbegin(), before.documents.cend(), same);
    };
    if (!item.document.isEmpty())
        return item.done || std::any_of(after.documents.cbegin(), after.documents.cend(), isNew);
    const QStringList changed = item.done ? QStringList() : changedPointers(requestToJson(before), requestToJson(after));
    return item.done || std::any_of(changed.cbegin(), changed.cend(), [&](const QString &pointer) {
        return std::any_of(item.fields.cbegin(), item.fields.cend(), [&](const QString &field) { return meet(field, pointer); });
    });
}

QStringList reasonFields(const Reason &reason)
{
    QStringList fields = reason.fields;
    if (!reason.documents.isEmpty())
        fields.append(u"/documents/*"_s);
    if (!fields.isEmpty())
        return fields;
    const RejectionReason *known = rejectionReason(reason.code);
    return known ? known->fields : QStringList();
}

bool tickOff(Reason &reason, const QStringList &changed, const QString &documentKind)
{
    if (reason.fields.isEmpty() && reason.documents.isEmpty())
        return false;
    reason.fields.removeIf([&](const QString &field) {
        return std::any_of(changed.cbegin(), changed.cend(), [&](const QString &pointer) { return meet(field, pointer); });
    });
    reason.documents.removeAll(documentKind);
    if (reason.fields.isEmpty() && reason.documents.isEmpty())
        reason.answered = true;
    return true;
}

} // namespace PortDesk
