// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

#include <QJsonObject>
#include <QTextStream>

namespace PortDesk::Cli {

/// Adds what the rules in force say of a record, overrides included: "documents" and "fields" whole, and "values": every member with its value, whether it is documented, and its
/// sources as addresses.
void addDetails(QJsonObject &json, const CountryRecord &record, const CountryPack &countries);

/// Documents with their acceptance, fields with format, check digit and help; for people.
void printRequirements(QTextStream &out, const CountryRecord &record);
/// Everything else of the record; what no source documents says so.
void printDetails(QTextStream &out, const CountryRecord &record);

} // namespace PortDesk::Cli
