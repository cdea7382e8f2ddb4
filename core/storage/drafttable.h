// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Unfinished requests.
class DraftTable
{
public:
    explicit DraftTable(Connection &connection) : m_connection(connection) {}

    Result<DraftId> save(const Draft &draft);
    Result<Draft> load(DraftId id);
    Result<QList<Draft>> all(); ///< newest first
    Result<void> remove(DraftId id);

private:
    Connection &m_connection;
};

} // namespace PortDesk
