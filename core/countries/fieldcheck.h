// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

enum class FieldVerdict { Ok, BadFormat, BadCheckDigit };

/// The value as the pattern wants it: no spaces, dots, hyphens; upper case.
QString compacted(const QString &value);

/// Checks a value against its rule. Format may stop, a check digit only warns: it proves typing, not existence.
/// `number` (national digits with leading zero) is needed by RIO only.
FieldVerdict checkField(const FieldRule &rule, const QString &value, const QString &number = {});

} // namespace PortDesk
