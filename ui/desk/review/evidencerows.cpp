// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/evidencerows.h"

#include "core/countries/countrypack.h"
#include "ui/models/casetables.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(EvidenceRows)
};

bool isDate(FactKind kind)
{
    return kind == FactKind::BillDate || kind == FactKind::LoaDate;
}

State stateOf(const Evidence &evidence)
{
    switch (evidence.verdict) {
    case Verdict::Match: return evidence.pictureDiffers ? State::Problem : State::Good;
    case Verdict::Differs: return State::Problem;
    case Verdict::NotShown:
    case Verdict::Unreadable: break;
    }
    return State::Waiting;
}

bool shows(const DocumentEvidence &evidence, FactKind kind, Verdict verdict)
{
    return std::any_of(evidence.facts.cbegin(), evidence.facts.cend(), [&](const Evidence &e) { return e.fact.kind == kind && e.verdict == verdict; });
}

} // namespace

QString factLabel(const Fact &fact)
{
    switch (fact.kind) {
    case FactKind::Owner: return Tr::tr("Owner");
    case FactKind::AuthorisedPerson: return Tr::tr("Authorised person");
    case FactKind::Street: return Tr::tr("Street");
    case FactKind::Place: return Tr::tr("Postcode and city");
    case FactKind::AccountNumber: return Tr::tr("Account number");
    case FactKind::BillingNumber: return Tr::tr("Billing number");
    case FactKind::Number: return numberText(fact.expected);
    case FactKind::BillDate: return Tr::tr("Bill date");
    case FactKind::LoaDate: return Tr::tr("Date of the letter");
    case FactKind::Signature: return Tr::tr("Signature");
    case FactKind::CarrierName: return Tr::tr("Carrier");
    case FactKind::Code: break;
    }
    return fact.id.section(u':', 1).toUpper().replace(u'_', u' ');
}

QString factValue(const Evidence &evidence)
{
    const QString value = evidence.found.isEmpty() ? evidence.fact.expected : evidence.found;
    if (evidence.verdict == Verdict::Differs)
        return evidence.found.isEmpty() ? Tr::tr("something else") : Tr::tr("found %1").arg(evidence.found);
    return isDate(evidence.fact.kind) && !evidence.remark.isEmpty() ? Tr::tr("%1, %2", "date and its age").arg(value, evidence.remark) : value;
}

BadgeContent verdictBadge(const Evidence &evidence)
{
    const State state = stateOf(evidence);
    if (evidence.pictureDiffers)
        return {Glyph::Warning, Tr::tr("picture differs"), State::Problem};
    switch (evidence.verdict) {
    case Verdict::Match: return {Glyph::Check, isDate(evidence.fact.kind) ? Tr::tr("in time") : Tr::tr("match"), state};
    case Verdict::Differs: return {Glyph::Cross, Tr::tr("differs"), state};
    case Verdict::NotShown: return {Glyph::Warning, Tr::tr("not shown"), state};
    case Verdict::Unreadable: break;
    }
    return {Glyph::Warning, Tr::tr("unreadable"), state};
}

bool needsLook(const Evidence &evidence)
{
    return evidence.verdict != Verdict::Match || evidence.pictureDiffers;
}

bool canTakeOver(const Evidence &evidence)
{
    const bool inRequest = !evidence.fact.field.isEmpty() && !evidence.fact.field.startsWith(u"/documents/");
    return evidence.verdict == Verdict::Differs && !evidence.pictureDiffers && inRequest && !evidence.value.isEmpty() && evidence.value != evidence.fact.expected;
}

EvidenceBoxes evidenceBoxes(const DocumentEvidence &evidence, int current)
{
    EvidenceBoxes all;
    for (int row = 0; row < evidence.facts.size(); ++row) {
        const Evidence &fact = evidence.facts.at(row);
        for (const QRectF &box : fact.boxes) {
            all.boxes.append({fact.page, box, stateOf(fact), row == current});
            all.rows.append(row);
        }
    }
    return all;
}

QList<Difference> differencesOf(const DocumentEvidence &evidence)
{
    QList<Difference> differences;
    for (const Evidence &fact : evidence.facts) {
        if (fact.verdict == Verdict::Differs && !fact.fact.field.isEmpty())
            differences.append({fact.fact.field, factLabel(fact.fact), fact.fact.expected, fact.found, documentKindText(evidence.kind), evidence.kind});
    }
    return differences;
}

QList<Difference> differencesOf(const QList<DocumentEvidence> &documents)
{
    QList<Difference> all;
    for (const DocumentEvidence &evidence : documents) {
        for (const Difference &difference : differencesOf(evidence)) {
            const auto same = [&](const Difference &other) { return other.field == difference.field; };
            if (std::none_of(all.cbegin(), all.cend(), same))
                all << difference;
        }
    }
    return all;
}

QStringList suggestedReasons(const DocumentEvidence &evidence)
{
    const bool bill = evidence.kind == u"bill" || evidence.kind == u"csr";
    const bool letter = evidence.kind == u"loa";
    QStringList codes;
    if (evidence.kind == u"bill" && shows(evidence, FactKind::BillDate, Verdict::Differs))
        codes << u"BILL_TOO_OLD"_s;
    if (letter && shows(evidence, FactKind::Signature, Verdict::NotShown))
        codes << u"LOA_UNSIGNED"_s;
    if (letter && shows(evidence, FactKind::LoaDate, Verdict::NotShown))
        codes << u"LOA_UNDATED"_s;
    if (letter && (shows(evidence, FactKind::Number, Verdict::NotShown) || shows(evidence, FactKind::Number, Verdict::Differs)))
        codes << u"LOA_NUMBERS_DIFFER"_s;
    if (bill && shows(evidence, FactKind::Number, Verdict::NotShown))
        codes << u"BILL_NUMBERS_MISSING"_s;
    if (bill && shows(evidence, FactKind::AccountNumber, Verdict::NotShown))
        codes << u"BILL_NO_ACCOUNT"_s;
    if (bill && shows(evidence, FactKind::Owner, Verdict::NotShown))
        codes << u"BILL_NO_OWNER"_s;
    if (bill && shows(evidence, FactKind::Street, Verdict::NotShown))
        codes << u"BILL_NO_ADDRESS"_s;
    const auto differs = [](const Evidence &fact) {
        return fact.verdict == Verdict::Differs && fact.fact.kind != FactKind::BillDate && fact.fact.kind != FactKind::LoaDate;
    };
    if (!letter && std::any_of(evidence.facts.cbegin(), evidence.facts.cend(), differs))
        codes << u"DATA_DIFFERS"_s;
    if (std::any_of(evidence.facts.cbegin(), evidence.facts.cend(), [](const Evidence &fact) { return fact.verdict == Verdict::Unreadable; }))
        codes << u"ILLEGIBLE"_s;
    return codes;
}

} // namespace PortDesk
