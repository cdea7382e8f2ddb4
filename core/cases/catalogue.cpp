// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/catalogue.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace PortDesk {

using namespace Qt::StringLiterals;

QList<QJsonObject> catalogueRows(const QString &table)
{
    QFile file(u":/portdesk/data/%1.json"_s.arg(table));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QJsonObject> rows;
    const QJsonArray reasons = QJsonDocument::fromJson(file.readAll()).object().value(u"reasons"_s).toArray();
    for (const QJsonValue row : reasons)
        rows.append(row.toObject());
    return rows;
}

QStringList catalogueTexts(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue entry : list.toArray())
        all.append(entry.toString());
    return all;
}

} // namespace PortDesk
