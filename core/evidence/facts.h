// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/countries/countrypack.h"
#include "core/evidence/evidence.h"

namespace PortDesk {

/// What one document of a request must show, in the order of the check list: owner, who may sign, addresses, account, numbers, date, signature,
/// carrier, codes. Depends on the kind: a bill need not name who signs, an identity document shows the person alone. Numbers are those the
/// document covers; of a range with more than kExpandedFacts numbers the first and the last stand for all.
QList<Fact> factsOf(const Request &request, const RequestDocument &document, const CountryPack &countries);

/// The same for a document of a case, whose request is already its own slice.
QList<Fact> factsOf(const Case &portCase, const CaseDocument &document, const CountryPack &countries);

/// Numbers of one row that become facts of their own.
inline constexpr int kExpandedFacts = 100;

} // namespace PortDesk
