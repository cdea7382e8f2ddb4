// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rejection.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QList<RejectionReason> readCatalogue()
{
    QFile file(u":/portdesk/data/rejections.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<RejectionReason> reasons;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(u"reasons"_s).toArray();
    for (const QJsonValue row : rows) {
        RejectionReason reason;
        reason.code = row[u"code"_s].toString();
        reason.title = row[u"title"_s].toString();
        reason.cause = row[u"cause"_s].toString();
        reason.fix = row[u"fix"_s].toString();
        reason.fields = texts(row[u"fields"_s]);
        reason.aliases = texts(row[u"aliases"_s]);
        reason.kind = row[u"kind"_s].toString();
        reason.checks = texts(row[u"checks"_s]);
        reason.documents = texts(row[u"documents"_s]);
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
    for (const RejectionReason &reason : rejectionCatalogue()) {
        if (reason.code == code)
            return &reason;
    }
    return nullptr;
}

} // namespace PortDesk
