// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// The end of a case's chain of events.
struct EventChain
{
    QString head; ///< hash of the last event, "" before the first
    int events = 0;
};

/// The append-only events of cases, each with a SHA-256 over itself and the hash before it.
class EventLog
{
public:
    explicit EventLog(Connection &connection) : m_connection(connection) {}

    /// Appends and answers the new end of the chain, to be stored with the case.
    Result<EventChain> append(CaseId id, const EventChain &chain, const QList<CaseEvent> &events);
    /// Oldest first.
    Result<QList<CaseEvent>> read(CaseId id);
    /// The chain computed anew from the stored rows; `broken` counts the rows that do not carry the hash they should.
    Result<EventChain> recomputed(CaseId id, int &broken);

private:
    Connection &m_connection;
};

} // namespace PortDesk
