// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// Something that runs on a line and suffers when its number leaves (resources/data/line-features.json, after facts C.1 LINE_FEATURE).
struct LineFeature {
    QString id;     ///< "dsl", as in Request::lineFeatures
    QString label;  ///< for the question: "Internet access (DSL) on the line"
    QString remark; ///< what happens and what to do, in whole sentences
    QStringList sources;
    bool mustGoFirst = false; ///< carriers reject the port while it is on the line
};

/// All, in the order in which they are asked.
const QList<LineFeature> &lineFeatures();
/// nullptr for an id that is not known.
const LineFeature *lineFeature(const QString &id);

} // namespace PortDesk
