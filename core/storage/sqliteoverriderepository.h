// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/overriderepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Overrides of country rules in SQLite.
class SqliteOverrideRepository final : public OverrideRepository
{
public:
    explicit SqliteOverrideRepository(Connection &connection) : m_connection(connection) {}

    Result<QList<RuleOverride>> standing() override;
    Result<RuleOverride> save(const RuleOverride &rule) override;
    Result<void> withdraw(const RuleOverride &rule, const QString &who, const QDateTime &at) override;
    Result<QList<OverrideEvent>> history(const QString &country) override;
    Result<qint64> lastChange() override;

private:
    Result<RuleOverride> load(const RuleOverride &rule);
    Result<RuleOverride> insert(const RuleOverride &rule);
    Result<RuleOverride> update(const RuleOverride &rule);
    Result<void> write(const OverrideEvent &event);

    Connection &m_connection;
};

} // namespace PortDesk
