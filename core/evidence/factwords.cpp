// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/factwords.h"

#include "core/numbers/numberparser.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString numberText(const QString &e164)
{
    const QString text = internationalNumber(e164);
    return text.isEmpty() ? e164 : text;
}

} // namespace

QString factText(const Fact &fact)
{
    switch (fact.kind) {
    case FactKind::Owner:
        return QCoreApplication::translate("Evidence", "the owner's name");
    case FactKind::AuthorisedPerson:
        return QCoreApplication::translate("Evidence", "the authorised person");
    case FactKind::Street:
        return QCoreApplication::translate("Evidence", "the street");
    case FactKind::Place:
        return QCoreApplication::translate("Evidence", "the postcode and town");
    case FactKind::AccountNumber:
        return QCoreApplication::translate("Evidence", "the account number");
    case FactKind::BillingNumber:
        return QCoreApplication::translate("Evidence", "the billing number %1").arg(numberText(fact.expected));
    case FactKind::Number:
        return QCoreApplication::translate("Evidence", "the number %1").arg(numberText(fact.expected));
    case FactKind::BillDate:
        return QCoreApplication::translate("Evidence", "the date of the bill");
    case FactKind::LoaDate:
        return QCoreApplication::translate("Evidence", "the date of the signature");
    case FactKind::Signature:
        return QCoreApplication::translate("Evidence", "a signature");
    case FactKind::CarrierName:
        return QCoreApplication::translate("Evidence", "the losing carrier's name");
    case FactKind::Code:
        break;
    }
    return QCoreApplication::translate("Evidence", "the code %1").arg(fact.expected);
}

QString expectedText(const Fact &fact)
{
    const bool number = fact.kind == FactKind::Number || fact.kind == FactKind::BillingNumber;
    return number ? numberText(fact.expected) : fact.expected;
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Match:
        return QCoreApplication::translate("Evidence", "match");
    case Verdict::Differs:
        return QCoreApplication::translate("Evidence", "differs");
    case Verdict::Unreadable:
        return QCoreApplication::translate("Evidence", "unreadable");
    case Verdict::NotShown:
        break;
    }
    return QCoreApplication::translate("Evidence", "not shown");
}

QList<UnprovenValue> unprovenValues(const DocumentEvidence &document)
{
    QList<UnprovenValue> values;
    for (const Evidence &evidence : document.facts) {
        const bool differs = evidence.verdict == Verdict::Differs;
        // Ink has no words: a signature is looked at, not read.
        if (evidence.fact.kind == FactKind::Signature || (!differs && evidence.verdict != Verdict::NotShown))
            continue;
        const bool nothingTyped = evidence.fact.expected.isEmpty();
        if (!nothingTyped)
            values.append({evidence.fact.field, factText(evidence.fact), expectedText(evidence.fact), differs ? evidence.found : QString()});
    }
    return values;
}

} // namespace PortDesk
