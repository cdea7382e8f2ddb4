// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/review.h"

#include "core/cases/portcase.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue entry : list.toArray())
        all.append(entry.toString());
    return all;
}

QList<ReviewReason> readReasons()
{
    QFile file(u":/portdesk/data/reviewreasons.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<ReviewReason> reasons;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(u"reasons"_s).toArray();
    for (const QJsonValue row : rows) {
        reasons.append({row[u"code"_s].toString(), row[u"title"_s].toString(), row[u"sentence"_s].toString(), texts(row[u"kinds"_s]),
                        texts(row[u"aliases"_s]), row[u"textRequired"_s].toBool()});
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
    const auto &all = reviewReasons();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const ReviewReason &reason) { return reason.code == code; });
    return found == all.cend() ? nullptr : &*found;
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
