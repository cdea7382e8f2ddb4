// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/history.h"
#include "core/storage/statement.h"

#include <QHash>

namespace PortDesk {

/// What earlier cases say about numbers and owners.
class HistoryTable
{
public:
    explicit HistoryTable(Connection &connection) : m_connection(connection) {}

    /// One question for all numbers; numbers the store does not know are left out.
    Result<QHash<QString, NumberHistory>> historyOf(const QStringList &e164);
    /// Other spellings of an owner's name, at most ten.
    Result<QStringList> ownersLike(const QString &name);
    /// Makes a name findable; call it when a case gets this owner.
    Result<void> noteOwner(const QString &name);

private:
    Connection &m_connection;
};

} // namespace PortDesk
