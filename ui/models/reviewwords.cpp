// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reviewwords.h"

#include <QCoreApplication>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

} // namespace

QString reviewWords(const Review &review)
{
    QStringList sentences;
    for (const QString &code : review.reasons) {
        const ReviewReason *known = reviewReason(code);
        if (known && !known->textRequired) // such a reason is said in the desk's own words
            sentences << known->sentence;
    }
    if (!review.text.isEmpty())
        sentences << u"“%1”"_s.arg(review.text);
    return sentences.join(u' ');
}

QString verdictWords(const Review &review)
{
    const QString said = reviewWords(review);
    const QString verdict = review.accepted ? Tr::tr("The desk accepted this document.") : Tr::tr("The desk refused this document.");
    return said.isEmpty() ? verdict : Tr::tr("%1 %2", "verdict and reasons").arg(verdict, said);
}

} // namespace PortDesk
