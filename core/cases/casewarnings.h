// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "core/cases/stagetable.h"

namespace PortDesk {

/// The warnings of a case that ask for a confirmation and have none yet (contract section 3), judged by the rules of today. Their places are those of the case's
/// own slice of the request.
QList<Problem> openWarnings(const Case &portCase, const ActionContext &context);

} // namespace PortDesk
