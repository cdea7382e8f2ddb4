// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

/// Judges overrides of one country that are to be saved together, beside those that stand. Error::Invalid in a sentence: reason missing, days the wrong
/// way round, no link, nothing changed, or a value the country's rules cannot take. `supplied` is the pack without overrides.
Result<void> checkOverrides(const CountryPack &supplied, const QList<RuleOverride> &standing, const QList<RuleOverride> &wanted);

/// Judges going back to the supplied values. Error::Refused when another override that stands would not fit any more.
Result<void> checkWithdrawal(const CountryPack &supplied, const QList<RuleOverride> &standing, const QList<RuleOverride> &withdrawn, QDate day);

/// True when both set the same value of the same country and type.
bool samePlace(const RuleOverride &a, const RuleOverride &b);

} // namespace PortDesk
