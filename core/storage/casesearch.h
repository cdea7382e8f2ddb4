// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Answers questions to the case list. Pages by keyset along an index for every sort order.
class CaseSearch
{
public:
    explicit CaseSearch(Connection &connection) : m_connection(connection) {}

    Result<CasePage> find(const CaseQuery &query);
    Result<qint64> count(const CaseQuery &query);
    Result<QHash<Stage, qint64>> countByStage();

private:
    Connection &m_connection;
};

} // namespace PortDesk
