// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

QRectF Evidence::box() const
{
    QRectF all;
    for (const QRectF &line : boxes)
        all = all.united(line);
    return all;
}

QString verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Match:
        return u"match"_s;
    case Verdict::Differs:
        return u"differs"_s;
    case Verdict::Unreadable:
        return u"unreadable"_s;
    case Verdict::NotShown:
        break;
    }
    return u"notShown"_s;
}

QString factKindKey(FactKind kind)
{
    switch (kind) {
    case FactKind::Owner:
        return u"owner"_s;
    case FactKind::AuthorisedPerson:
        return u"authorisedPerson"_s;
    case FactKind::Street:
        return u"street"_s;
    case FactKind::Place:
        return u"place"_s;
    case FactKind::AccountNumber:
        return u"accountNumber"_s;
    case FactKind::BillingNumber:
        return u"billingNumber"_s;
    case FactKind::Number:
        return u"number"_s;
    case FactKind::BillDate:
        return u"billDate"_s;
    case FactKind::LoaDate:
        return u"loaDate"_s;
    case FactKind::Signature:
        return u"signature"_s;
    case FactKind::CarrierName:
        return u"carrierName"_s;
    case FactKind::Code:
        break;
    }
    return u"code"_s;
}

} // namespace PortDesk
