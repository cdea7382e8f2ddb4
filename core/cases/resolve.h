// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"

namespace PortDesk {

/// The rows of a request read into single numbers.
struct ResolvedRequest {
    QList<ResolvedNumber> numbers; ///< ranges expanded, duplicates and unreadable rows left out
    QList<Problem> problems;       ///< number.* and range.* of the rows themselves
};

/// Reads each number once. A number without country code is read in the request's country, else in that of its address. A possible number of no known
/// range counts as the type the customer chose, else as geographic: ranges are newer than any table. A North American number counts as mobile
/// when the customer chose that, because the number does not show it.
ResolvedRequest resolveNumbers(const Request &request);
/// The same with the types of the country pack: a VoIP or shared-cost number counts as national where the country has no record of that type, but
/// one of national numbers (France's 09, the Netherlands' 085, South Africa's 087, Spain's 901).
ResolvedRequest resolveNumbers(const Request &request, const CountryPack &countries);

/// Where a row's number stands in the request: "/numbers/3/number" or "/numbers/3/range", also when the range is there and empty.
QString numberPlace(const Request &request, int row);

/// Divides resolved numbers into cases.
QList<CasePlan> planCases(const ResolvedRequest &resolved, const Request &request, const CountryPack &countries);

} // namespace PortDesk
