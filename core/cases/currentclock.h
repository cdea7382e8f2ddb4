// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"

namespace PortDesk {

/// The deadline that matters now: the next one that waits; when all have fired, the last of them, because it is overdue as long
/// as the stage has not changed. nullptr for a closed case and for one without clocks.
const CaseClock *currentClock(const Case &portCase);

} // namespace PortDesk
