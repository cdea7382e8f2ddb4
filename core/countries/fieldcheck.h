// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

enum class FieldVerdict { Ok, BadFormat, BadCheckDigit };

/// The value as the pattern wants it: no spaces, dots, slashes, hyphens; upper case.
QString compacted(const QString &value);

/// Checks a value against its rule. Format may stop, a check digit only warns: it proves typing, not existence.
/// `number` (national digits with leading zero) is needed by RIO only.
FieldVerdict checkField(const FieldRule &rule, const QString &value, const QString &number = {});

/// A published company or personal id and how it is checked; the country pack names a scheme by `checksum`.
struct IdScheme {
    QString name;    ///< "fr.siret"
    QString country; ///< ISO 3166 alpha-2, "" for a general one
    QString pattern; ///< anchored, for the compacted value; "" when the pack's own pattern decides
    bool hasCheckDigit = false; ///< false when only the format is known
};

/// All schemes the program can check.
QList<IdScheme> idSchemes();
/// True when `name` is one of idSchemes().
bool isIdScheme(const QString &name);

} // namespace PortDesk
