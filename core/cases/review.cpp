// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/review.h"

#include "core/cases/catalogue.h"
#include "core/cases/portcase.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QList<ReviewReason> readReasons()
{
    QList<ReviewReason> reasons;
    for (const QJsonObject &row : catalogueRows(u"reviewreasons"_s)) {
        reasons.append({row[u"code"_s].toString(), row[u"title"_s].toString(), row[u"sentence"_s].toString(), catalogueTexts(row[u"kinds"_s]),
                        catalogueTexts(row[u"aliases"_s]), row[u"textRequired"_s].toBool()});
    }
    return reasons;
}

} // namespace

const QList<ReviewReason> &reviewReasons()
{
    static const QList<ReviewReason> reasons = readReasons();
    return reasons;
}

const ReviewReason *reviewReason(const QString &code)
{
    return rowOfCode(reviewReasons(), code);
}

QList<ReviewReason> reviewReasonsFor(const QString &kind)
{
    QList<ReviewReason> reasons = reviewReasons();
    reasons.removeIf([&](const ReviewReason &reason) { return !reason.kinds.isEmpty() && !reason.kinds.contains(kind); });
    return reasons;
}

QString reviewReasonTitles(const QStringList &codes)
{
    QStringList titles;
    for (const QString &code : codes) {
        const ReviewReason *known = reviewReason(code);
        titles.append(known ? known->title : code);
    }
    return titles.join(", "_L1);
}

const Review *reviewOf(const Case &portCase, const CaseDocument &document)
{
    if (!document.unavailable.isEmpty())
        return nullptr;
    for (const Review &review : portCase.reviews) {
        if (review.sha256 == document.sha256 && review.kind == document.kind)
            return &review;
    }
    return nullptr;
}

bool isRefused(const Case &portCase, const CaseDocument &document)
{
    const Review *review = reviewOf(portCase, document);
    return review && !review->accepted;
}

QStringList refusedKinds(const Case &portCase)
{
    QStringList refused;
    for (const CaseDocument &document : portCase.documents) {
        const auto holds = [&](const CaseDocument &other) { return other.kind == document.kind && !isRefused(portCase, other); };
        const bool another = std::any_of(portCase.documents.cbegin(), portCase.documents.cend(), holds);
        if (!another && !refused.contains(document.kind))
            refused.append(document.kind);
    }
    return refused;
}

} // namespace PortDesk
