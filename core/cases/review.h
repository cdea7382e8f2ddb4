// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace PortDesk {

struct Case;
struct CaseDocument;

/// The desk's verdict on one document of a case. It stands here and not with the documents because the stage table asks for it.
struct Review {
    QString sha256; ///< of the document's content
    QString kind;   ///< what the document was handed in as, "bill"
    bool accepted = false;
    QStringList reasons; ///< of a refusal: codes of reviewReasons()
    QString text;        ///< words for the customer
    QString who;
    QDateTime at; ///< UTC
    friend bool operator==(const Review &, const Review &) = default;
};

/// A coded reason for refusing a document (resources/data/reviewreasons.json, after facts C.2).
struct ReviewReason {
    QString code;     ///< "BILL_TOO_OLD"
    QString title;    ///< "Bill too old"
    QString sentence; ///< for the customer: what is wrong and what to do
    QStringList kinds;   ///< documents it is said of; empty = of every kind
    QStringList aliases; ///< codes of other systems
    bool textRequired = false;
};

/// All reasons, in the order of the table.
const QList<ReviewReason> &reviewReasons();
const ReviewReason *reviewReason(const QString &code);
/// The reasons that can be given for a document of this kind.
QList<ReviewReason> reviewReasonsFor(const QString &kind);
/// "Illegible, Bill too old": titles of codes for a line of text.
QString reviewReasonTitles(const QStringList &codes);

/// The verdict that counts for a document, nullptr while nobody decided. A newer verdict replaces an older one.
const Review *reviewOf(const Case &portCase, const CaseDocument &document);
bool isRefused(const Case &portCase, const CaseDocument &document);

/// Kinds of which every document that was handed in is refused, in the order of the case's documents.
QStringList refusedKinds(const Case &portCase);

} // namespace PortDesk
