// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "core/cases/stagetable.h"

namespace PortDesk {

/// Bills and letters of a case that are too old, or dated in the future, on the day of `context`; waived ones are left out.
struct OutOfDate
{
    QList<Problem> problems; ///< bill.too-old, loa.too-old ... with pointers into the case's documents
    QStringList kinds;       ///< kinds of the documents concerned
};
OutOfDate documentsOutOfDate(const Case &portCase, const ActionContext &context);

} // namespace PortDesk
