// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

#include <QByteArray>

namespace PortDesk {

/// Reads one country file (resources/schema/country.schema.json). `file` is named in errors:
/// "FR.json: records[0].fields[2].pattern is not a regular expression: ...".
Result<Country> readCountry(const QByteArray &json, const QString &file);

} // namespace PortDesk
