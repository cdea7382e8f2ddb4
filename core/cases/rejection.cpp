// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rejection.h"

#include "core/cases/catalogue.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QList<RejectionReason> readCatalogue()
{
    QList<RejectionReason> reasons;
    for (const QJsonObject &row : catalogueRows(u"rejections"_s)) {
        RejectionReason reason;
        reason.code = row[u"code"_s].toString();
        reason.title = row[u"title"_s].toString();
        reason.cause = row[u"cause"_s].toString();
        reason.fix = row[u"fix"_s].toString();
        reason.fields = catalogueTexts(row[u"fields"_s]);
        reason.aliases = catalogueTexts(row[u"aliases"_s]);
        reason.kind = row[u"kind"_s].toString();
        reason.checks = catalogueTexts(row[u"checks"_s]);
        reason.documents = catalogueTexts(row[u"documents"_s]);
        reason.textRequired = row[u"textRequired"_s].toBool();
        reasons.append(reason);
    }
    return reasons;
}

} // namespace

const QList<RejectionReason> &rejectionCatalogue()
{
    static const QList<RejectionReason> catalogue = readCatalogue();
    return catalogue;
}

const RejectionReason *rejectionReason(const QString &code)
{
    return rowOfCode(rejectionCatalogue(), code);
}

} // namespace PortDesk
