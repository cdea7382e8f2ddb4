// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// The rows below a case: numbers, documents, clocks.
class CaseChildren
{
public:
    explicit CaseChildren(Connection &connection) : m_connection(connection) {}

    /// Fills the lists of `portCase`.
    Result<void> read(Case &portCase);
    /// Writes all rows of a new case; new documents get their id.
    Result<void> insert(Case &portCase);
    /// Writes what differs from the stored rows only: an action changes few of many numbers.
    Result<void> update(Case &portCase);

private:
    Result<QList<CaseNumber>> numbers(CaseId id);
    Result<QList<CaseDocument>> documents(CaseId id);
    Result<void> writeNumbers(CaseId id, const QList<CaseNumber> &now, const QList<CaseNumber> &before);
    Result<void> writeDocuments(Case &portCase, const QList<CaseDocument> &before);
    Result<void> removeDocuments(const QList<CaseDocument> &now, const QList<CaseDocument> &before);
    Result<void> writeClocks(const Case &portCase, const QList<std::pair<CaseClock, bool>> &before);
    Result<QList<std::pair<CaseClock, bool>>> clocks(CaseId id); ///< with "waiting"
    Result<void> insertDocument(CaseId id, int position, CaseDocument &document);

    Connection &m_connection;
};

} // namespace PortDesk
