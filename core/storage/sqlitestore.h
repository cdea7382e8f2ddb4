// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqlitecaserepository.h"
#include "core/storage/sqlitedocumentrepository.h"
#include "core/storage/sqlitelettertray.h"
#include "core/storage/sqlitemarkrepository.h"
#include "core/storage/sqliteoutboxrepository.h"
#include "core/storage/sqliteoverriderepository.h"
#include "core/storage/sqlitepagereadingrepository.h"
#include "core/storage/store.h"

namespace PortDesk {

/// The embedded store: one SQLite file.
class SqliteStore final : public Store
{
public:
    /// Opens and migrates `file`; its folder must exist.
    static Result<std::unique_ptr<Store>> open(const QString &file);

    CaseRepository &cases() override { return m_cases; }
    DocumentRepository &documents() override { return m_documents; }
    OutboxRepository &outbox() override { return m_outbox; }
    OverrideRepository &overrides() override { return m_overrides; }
    MarkRepository &marks() override { return m_marks; }
    PageReadingRepository &pageReadings() override { return m_pageReadings; }
    LetterTrayRepository &letterTray() override { return m_letterTray; }
    Result<QString> setting(const QString &key) override;
    Result<void> setSetting(const QString &key, const QString &value) override;
    Result<void> transact(const std::function<Result<void>()> &work) override;
    Result<void> backup(const QString &file) override;
    Result<VerifyReport> verify() override;
    MigrationOutcome outcome() const override { return m_outcome; }

private:
    SqliteStore(std::unique_ptr<Connection> connection, MigrationOutcome outcome);

    std::unique_ptr<Connection> m_connection;
    MigrationOutcome m_outcome;
    SqliteCaseRepository m_cases;
    SqliteDocumentRepository m_documents;
    SqliteOutboxRepository m_outbox;
    SqliteOverrideRepository m_overrides;
    SqliteMarkRepository m_marks;
    SqlitePageReadingRepository m_pageReadings;
    SqliteLetterTray m_letterTray;
};

} // namespace PortDesk
