// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/todolist.h"
#include "core/evidence/evidence.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/badge.h"

#include <QFuture>

#include <functional>

namespace PortDesk {

/// Reads what a document of a case shows; cancelling the future stops it.
using EvidenceRead = std::function<QFuture<Result<DocumentEvidence>>(const Case &portCase, const CaseDocument &document)>;

/// "Account number", or the number itself.
QString factLabel(const Fact &fact);
/// What the row says: what the paper writes, or what is expected of it.
QString factValue(const Evidence &evidence);
/// Icon and word of a verdict; a date that matches is "in time".
BadgeContent verdictBadge(const Evidence &evidence);
/// True when a person has to look.
bool needsLook(const Evidence &evidence);

/// True when the form could take over what the paper says: it differs, is read with certainty, and stands in the request.
bool canTakeOver(const Evidence &evidence);

/// Boxes over the pages, and for each the row of the evidence it belongs to.
struct EvidenceBoxes {
    QList<PageHighlight> boxes;
    QList<int> rows;
};
EvidenceBoxes evidenceBoxes(const DocumentEvidence &evidence, int current);

/// What the document shows differently from the form, for the to-do list of a return.
QList<Difference> differencesOf(const DocumentEvidence &evidence);
/// The same of several documents; a field that two of them show differently is named once.
QList<Difference> differencesOf(const QList<DocumentEvidence> &documents);
/// Codes of review reasons that the evidence suggests, the likeliest first.
QStringList suggestedReasons(const DocumentEvidence &evidence);

} // namespace PortDesk
