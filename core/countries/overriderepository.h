// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/countries/ruleoverride.h"

#include <QList>

namespace PortDesk {

/// What the overrides need kept. Calls that write are made inside Store::transact(); every change writes an event.
class OverrideRepository
{
public:
    virtual ~OverrideRepository() = default;
    /// All that were not withdrawn, by country, type and path, whatever their days.
    virtual Result<QList<RuleOverride>> standing() = 0;
    /// Inserts (id 0) with revision 1, or replaces when the stored revision is still `rule.revision`; the answer has revision + 1.
    /// Error::Conflict otherwise, and when another override stands at the same place.
    virtual Result<RuleOverride> save(const RuleOverride &rule) = 0;
    /// The supplied value holds again; the override stays in the history. Error::Conflict when the revision is stale.
    virtual Result<void> withdraw(const RuleOverride &rule, const QString &who, const QDateTime &at) = 0;
    /// Everything that happened to the overrides of a country, newest first.
    virtual Result<QList<OverrideEvent>> history(const QString &country) = 0;
    /// Grows with every change: compare it to know whether the overrides have to be read again.
    virtual Result<qint64> lastChange() = 0;
};

} // namespace PortDesk
