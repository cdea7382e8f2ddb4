// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// Writes into the event of a submission which of the desk's own rules judged the case: data "overrides": [{id, revision, path}] and
/// their names in the text. Nothing when the supplied rules hold.
void noteRulesInForce(CaseEvent &event, const Case &portCase, const CountryPack &countries);

} // namespace PortDesk
