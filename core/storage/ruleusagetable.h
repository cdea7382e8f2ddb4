// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/ruleusage.h"
#include "core/storage/statement.h"
#include "core/storage/textquery.h"

namespace PortDesk {

/// Finds the cases a country rule judges, and those that were rejected for it.
class RuleUsageTable
{
public:
    explicit RuleUsageTable(Connection &connection) : m_connection(connection) {}

    Result<RuleUsage> find(const UsageQuery &query);

private:
    Result<void> countCases(const SqlCondition &concerned, RuleUsage &usage);
    Result<QHash<qint64, QStringList>> rejections(const SqlCondition &concerned, const QStringList &codes);
    Result<void> readCases(const SqlCondition &concerned, int limit, RuleUsage &usage);

    Connection &m_connection;
};

} // namespace PortDesk
