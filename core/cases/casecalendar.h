// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/cases/preflight.h"
#include "core/places/businesscalendar.h"

namespace PortDesk {

/// Where the business days of a case are counted: its country, and the region of its service addresses where all of them lie in one.
CalendarPlace deskPlace(const Case &portCase);
/// The same for what the losing carrier does: with the days this desk knows of that carrier.
CalendarPlace carrierPlace(const Case &portCase);
/// The same for a case that is only planned.
CalendarPlace carrierPlace(const CasePlan &plan, const Request &request);

} // namespace PortDesk
