// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/countries/overriderepository.h"
#include "core/documents/documentrepository.h"
#include "core/documents/lettertray.h"
#include "core/documents/markrepository.h"
#include "core/documents/pagereadingrepository.h"
#include "core/messages/message.h"

#include <functional>
#include <memory>

namespace PortDesk {

enum class MigrationOutcome { Created, AlreadyCurrent, Upgraded };

struct VerifyReport
{
    qint64 cases = 0, numbers = 0, events = 0, documents = 0, messages = 0;
    QStringList problems; ///< sentences; empty = sound
};

/// A store: all repositories over one connection. Used from one thread only (StorageThread).
class Store
{
public:
    virtual ~Store() = default;
    virtual CaseRepository &cases() = 0;
    virtual DocumentRepository &documents() = 0;
    virtual OutboxRepository &outbox() = 0;
    virtual OverrideRepository &overrides() = 0;
    virtual MarkRepository &marks() = 0;
    virtual PageReadingRepository &pageReadings() = 0;
    virtual LetterTrayRepository &letterTray() = 0;

    /// Settings of the desk that travel with the store ("desk.zone", "desk.name").
    virtual Result<QString> setting(const QString &key) = 0;
    virtual Result<void> setSetting(const QString &key, const QString &value) = 0;

    /// Runs `work` in one transaction; an error or a failed commit rolls everything back and is returned.
    virtual Result<void> transact(const std::function<Result<void>()> &work) = 0;

    /// A consistent copy of an embedded store; refuses to overwrite. Error::Invalid for a server.
    virtual Result<void> backup(const QString &file) = 0;
    /// Integrity of rows, references, events (append-only chain) and document hashes.
    virtual Result<VerifyReport> verify() = 0;
    /// How the store was found when it was opened.
    virtual MigrationOutcome outcome() const = 0;
};

/// Opens "file path" or "sqlite:path" (PostgreSQL by "postgresql://" is a later back end: Error::Invalid says so). Creates and migrates.
/// Errors: locked by a long transaction, read-only, newer than the program, damaged; each with a sentence and the next step.
Result<std::unique_ptr<Store>> openStore(const QString &url);

/// The user's own desk: <data folder>/portdesk.sqlite.
QString defaultStoreUrl();

} // namespace PortDesk
