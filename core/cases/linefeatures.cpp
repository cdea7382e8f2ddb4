// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/linefeatures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QList<LineFeature> readFeatures()
{
    QFile file(u":/portdesk/data/line-features.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<LineFeature> features;
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).object().value(u"features"_s).toArray();
    for (const QJsonValue row : rows) {
        QStringList sources;
        for (const QJsonValue source : row[u"sources"_s].toArray())
            sources.append(source.toString());
        features.append({row[u"id"_s].toString(), row[u"label"_s].toString(), row[u"remark"_s].toString(), sources, row[u"mustGoFirst"_s].toBool()});
    }
    return features;
}

} // namespace

const QList<LineFeature> &lineFeatures()
{
    static const QList<LineFeature> features = readFeatures();
    return features;
}

const LineFeature *lineFeature(const QString &id)
{
    for (const LineFeature &feature : lineFeatures()) {
        if (feature.id == id)
            return &feature;
    }
    return nullptr;
}

} // namespace PortDesk
