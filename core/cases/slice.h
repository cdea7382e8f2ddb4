// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/cases/preflight.h"

namespace PortDesk {

/// The part of a request that belongs to one case: its own numbers, the addresses they use, its carrier, the fields its country asks, its
/// confirmations. Everything else is shared.
struct CaseSlice
{
    Request request;
    QList<int> numberRows;  ///< row of the whole request for each number
    QList<int> addressRows; ///< the same for addresses

    /// Where a member of the slice stands in the whole request; "" when it stands there nowhere.
    QString toRequest(const QString &pointer) const;
    /// Where a member of the whole request stands in the slice (a range: once for each of its numbers).
    QStringList fromRequest(const QString &pointer) const;
};
CaseSlice sliceOf(const Request &request, const CasePlan &plan, const CountryPack &countries);

/// A new case's number, and its document, as the request has them.
CaseNumber caseNumberOf(const ResolvedNumber &number, NumberType type);
CaseDocument caseDocumentOf(const RequestDocument &row);
/// The row of a case's request for one of its numbers; what the request has no row for (a number added by hand) gets a plain one.
RequestNumber requestRowOf(const Request &request, const CaseNumber &number);

/// The confirmations of a case that count: of warnings that ask for one, with a reason.
QList<Confirmation> confirmationsGiven(const Request &request);
/// For the timeline: the place (the number itself for numbers), what the warning means, the reason.
QString confirmationText(const Request &request, const Confirmation &row);
/// One event for each confirmed warning of a case: who vouches for what, and why (contract section 3).
QList<CaseEvent> confirmationEvents(const Case &portCase, const Actor &actor, const QDateTime &at);

} // namespace PortDesk
