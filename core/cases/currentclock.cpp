// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/currentclock.h"

namespace PortDesk {

const CaseClock *currentClock(const Case &portCase)
{
    if (!isOpen(portCase.stage))
        return nullptr;
    const CaseClock *waiting = nullptr;
    const CaseClock *passed = nullptr;
    for (const CaseClock &clock : portCase.clocks) {
        if (!clock.due.isValid())
            continue;
        if (clock.fired)
            passed = !passed || clock.due > passed->due ? &clock : passed;
        else
            waiting = !waiting || clock.due < waiting->due ? &clock : waiting;
    }
    return waiting ? waiting : passed;
}

} // namespace PortDesk
