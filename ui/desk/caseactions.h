// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"

namespace PortDesk {

/// An action that is of interest now and not allowed, with the first guard that fails.
struct RefusedAction {
    QString action;
    Refusal refusal;
};

/// What a person may do with a case now, as the case page offers it. The stage table decides; this only orders its answers.
struct CaseActions {
    QString primary;              ///< the next sensible step, "" = it is another's turn
    QStringList others;           ///< allowed, in the order of the table
    QList<RefusedAction> refused; ///< possible in this stage, but a guard fails
};
CaseActions caseActions(const CaseDetails &details, const Actor &actor, const ActionContext &context);

/// The button's words.
QString actionTitle(const QString &action);

/// The open reasons of a rejection or return.
QList<Reason> openReasonsOf(const Case &portCase);
/// All reasons of the rejection or return the case stands at, answered ones too.
QList<Reason> reasonsOf(const Case &portCase);

/// Dates below the six steps of the bar.
QStringList stepSubtitles(const CaseDetails &details, const QDateTime &now, const QTimeZone &zone);

} // namespace PortDesk
