// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// The clocks that start when a case enters its stage at context.now (design.md section 2). Business days are those of the case's
/// country and region with the desk's own days (those of the carrier only for what the carrier does), counted from the day in the desk's
/// zone; due at close of business there.
QList<CaseClock> clocksFor(const Case &portCase, const ActionContext &context);

/// Business days a carrier gets where the country's lead time is not documented.
inline constexpr int kUndocumentedLeadTime = 10;

} // namespace PortDesk
