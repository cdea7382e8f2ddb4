// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// The request of a case with the documents it now stands on: without those that were refused or are too old where another one of their kind
/// is neither. A better copy is handed in beside the bad one and does not make it go away; it is judged in its place.
Request standingRequest(const Case &portCase, const ActionContext &context);

} // namespace PortDesk
