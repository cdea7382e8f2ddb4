// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"
#include "core/storage/store.h"

namespace PortDesk {

/// One step of the schema: `number` is the version it leads to.
struct Migration
{
    int number = 0;
    QString name;
    QStringList statements;
};

/// Reads NNNN_name.sql of a folder. The numbers must run from 1 without a gap; Error::Internal names the file that breaks this.
Result<QList<Migration>> loadMigrations(const QString &folder = QStringLiteral(":/portdesk/sql/sqlite"));

/// Brings a store to the last step. The whole path is checked first, an existing file is copied aside before its first upgrade step,
/// and each step is one transaction that holds its statements and its version; the first failure stops everything.
/// Error::Newer for a schema of a newer program, Error::Storage for a file that is no store of ours.
Result<MigrationOutcome> migrate(Connection &connection, const QList<Migration> &migrations);

/// The copy made before a file of `version` is upgraded: "portdesk.sqlite.v1-backup", with a number when that is taken.
QString upgradeBackupFile(const QString &file, int version);

} // namespace PortDesk
