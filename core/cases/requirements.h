// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/countries/countrypack.h"

namespace PortDesk {

/// Documents a record demands of this kind of owner.
QList<DocumentRule> requiredDocuments(const CountryRecord &record, OwnerKind owner);
/// Fields a record demands of this kind of owner.
QList<FieldRule> requiredFields(const CountryRecord &record, OwnerKind owner);
/// Fields that may be asked of this kind of owner, compulsory or not.
QList<FieldRule> applicableFields(const CountryRecord &record, OwnerKind owner);

} // namespace PortDesk
