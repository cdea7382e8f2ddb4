// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// A coded reason of the catalogue (resources/data/rejections.json, after facts C.1).
struct RejectionReason {
    QString code;  ///< "PIN"
    QString title; ///< "PIN wrong or missing"
    QString cause;
    QString fix;
    QStringList fields; ///< JSON pointers of the request to open; a trailing "/*" means every entry
    QStringList aliases; ///< codes of other systems
    QString kind;         ///< what must change: "data", "document", "date", "line", "carrier"
    QStringList checks;   ///< problem codes of the preflight that see it coming; every reason of the kind "data" has one
    QStringList documents; ///< kinds of documents that answer it when they are added
    bool textRequired = false; ///< OTHER
};

/// All reasons, in the order of the catalogue.
const QList<RejectionReason> &rejectionCatalogue();
const RejectionReason *rejectionReason(const QString &code);

} // namespace PortDesk
