// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/reading.h"

#include <QDate>

namespace PortDesk {

enum class FactKind { Owner, AuthorisedPerson, Street, Place, AccountNumber, BillingNumber, Number, BillDate, LoaDate, Signature, CarrierName, Code };

/// One value the papers must show.
struct Fact {
    QString id;       ///< stable: "owner" "street:hq" "number:+493023125017" "code:siret"
    FactKind kind = FactKind::Owner;
    QString expected; ///< as the request says it, for people and for matching
    QString field;    ///< JSON pointer into the request, where it is mended
    QString country;  ///< alpha-2: notation of numbers, order of dates, abbreviations
    QDate day;        ///< of a date fact, what was typed (invalid = nothing typed)
    friend bool operator==(const Fact &, const Fact &) = default;
};

enum class Verdict { Match, Differs, NotShown, Unreadable };

/// A fact with its verdict and its place in a document.
struct Evidence {
    Fact fact;
    Verdict verdict = Verdict::NotShown;
    QString found;        ///< as the paper writes it, "" when not shown
    QString value;        ///< what the form could take over (E.164, ISO date, the account number as written), "" when nothing
    int page = -1;        ///< 0-based
    QList<QRectF> boxes;  ///< 0..1 of the page as displayed, one per line
    double score = 0;     ///< 0..1
    bool pictureDiffers = false; ///< the text behind the picture says something else: never a match
    QString remark;       ///< a sentence for people ("26 days old"), "" when there is none

    QRectF box() const;   ///< of all boxes
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// Names of the contract: "match" "differs" "notShown" "unreadable".
QString verdictKey(Verdict verdict);
/// "owner" "authorisedPerson" "street" "place" "accountNumber" "billingNumber" "number" "billDate" "loaDate" "signature" "carrierName" "code".
QString factKindKey(FactKind kind);

/// The facts a document shows or does not show.
struct DocumentEvidence {
    QString sha256;
    QString kind; ///< "bill"
    int pages = 0;
    TextSource source = TextSource::Layer; ///< Ocr when any page was read from its picture
    QList<Evidence> facts;
    friend bool operator==(const DocumentEvidence &, const DocumentEvidence &) = default;
};

} // namespace PortDesk
