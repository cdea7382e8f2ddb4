// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casewarnings.h"

#include "core/cases/guards.h"
#include "core/cases/preflight.h"

namespace PortDesk {

QList<Problem> openWarnings(const Case &portCase, const ActionContext &context)
{
    PreflightContext rules{context.countries, context.now.toTimeZone(context.zone).date()};
    rules.ownDays = context.ownDays;
    QList<Problem> open = preflight(requestOf(portCase), rules).warnings();
    open.removeIf([](const Problem &problem) { return !asksConfirmation(problem.code) || !problem.confirmed.isEmpty(); });
    return open;
}

} // namespace PortDesk
