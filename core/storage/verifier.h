// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"
#include "core/storage/store.h"

namespace PortDesk {

/// Reads the whole store and says what does not fit together. Changes nothing.
class Verifier
{
public:
    explicit Verifier(Connection &connection) : m_connection(connection) {}

    Result<VerifyReport> run();

private:
    Result<void> checkFile();
    Result<void> checkCases();
    Result<void> checkCase(qint64 id, const QString &reference, const QVariantList &promised);
    Result<void> checkEvents(qint64 id, const QString &reference, const QVariantList &promised);
    Result<void> checkDocuments();
    Result<void> checkOverrides();
    Result<void> checkMarks();
    Result<void> checkTray();
    Result<void> checkCounters();
    /// Adds one problem per row of `sql`, with its columns as the arguments of `sentence`.
    Result<void> report(const QString &sql, const QString &sentence);
    Result<void> count(const QString &table, qint64 &rows);

    Connection &m_connection;
    VerifyReport m_report;
};

} // namespace PortDesk
