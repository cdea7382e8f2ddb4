// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

#include "core/storage/backup.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qint64 kApplicationId = 0x506f4431; // "PoD1" in the file's header: tells our stores from other programs' databases

QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QStringList lines;
    const auto close = [&] {
        if (const QString statement = lines.join(u'\n').trimmed(); !statement.isEmpty())
            statements.append(statement);
        lines.clear();
    };
    for (const QString &line : script.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed == "-- ;;"_L1)
            close();
        else if (!trimmed.startsWith("--"_L1))
            lines.append(line);
    }
    close();
    return statements;
}

Error brokenSchema(const QString &why)
{
    return {Error::Code::Internal, u"The program's own schema is incomplete: %1 Install PortDesk again."_s.arg(why)};
}

Result<int> storedVersion(Connection &connection)
{
    auto version = connection.value(u"pragma user_version"_s);
    if (!version)
        return version.error();
    return version->toInt();
}

Result<void> checkOwner(Connection &connection, int version)
{
    auto id = connection.value(u"pragma application_id"_s);
    auto tables = connection.value(u"select count(*) from sqlite_master"_s);
    if (!id || !tables)
        return !id ? id.error() : tables.error();
    const bool empty = version == 0 && tables->toLongLong() == 0 && id->toLongLong() == 0;
    if (empty || (version > 0 && id->toLongLong() == kApplicationId))
        return {};
    return Error{Error::Code::Storage,
                 u"The file %1 is a database of another program. It was left as it is. Choose another file."_s.arg(connection.file())};
}

Error newerSchema(const QString &file, int version, int target)
{
    return {Error::Code::Newer,
            u"The store %1 was written by a newer PortDesk (schema %2, this program knows %3). It was left as it is. Install the newer "
            "program, then open it again."_s.arg(file)
                .arg(version)
                .arg(target)};
}

Result<void> runStep(Connection &connection, const Migration &step)
{
    return inTransaction(connection, [&]() -> Result<void> {
        auto version = storedVersion(connection);
        if (!version)
            return version.error();
        if (*version >= step.number) // another program has made this step since we looked
            return {};
        for (const QString &statement : step.statements) {
            if (auto done = connection.execute(statement); !done)
                return Error{done.error().code, done.error().message, u"step %1: "_s.arg(step.number) + done.error().detail};
        }
        if (auto done = connection.execute(u"pragma application_id = %1"_s.arg(kApplicationId)); !done)
            return done;
        return connection.execute(u"pragma user_version = %1"_s.arg(step.number));
    });
}

/// Says at once, and not at the first save, that the store cannot be written. SQLite begins a transaction on a read-only file all the
/// same; only a write says no. This one changes nothing and is rolled back.
Result<void> checkWritable(Connection &connection, int version)
{
    const Transaction probe(connection);
    return probe.begun() ? connection.execute(u"pragma user_version = %1"_s.arg(version)) : probe.begun();
}

} // namespace

Result<QList<Migration>> loadMigrations(const QString &folder)
{
    QList<Migration> migrations;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return brokenSchema(u"%1 cannot be read."_s.arg(name));
        Migration step{name.section(u'_', 0, 0).toInt(), name, statementsOf(QString::fromUtf8(file.readAll()))};
        if (step.number != migrations.size() + 1 || step.statements.isEmpty())
            return brokenSchema(u"%1 is empty or not step %2."_s.arg(name).arg(migrations.size() + 1));
        migrations.append(step);
    }
    if (migrations.isEmpty())
        return brokenSchema(u"no step was found."_s);
    return migrations;
}

QString upgradeBackupFile(const QString &file, int version)
{
    const QString first = u"%1.v%2-backup"_s.arg(file).arg(version);
    QString name = first;
    for (int n = 2; QFile::exists(name); ++n)
        name = u"%1-%2"_s.arg(first).arg(n);
    return name;
}

Result<MigrationOutcome> migrate(Connection &connection, const QList<Migration> &migrations)
{
    auto found = storedVersion(connection);
    if (!found)
        return found.error();
    const int version = *found;
    const int target = int(migrations.size());
    if (auto owner = checkOwner(connection, version); !owner)
        return owner.error();
    if (version > target)
        return newerSchema(connection.file(), version, target);
    if (auto done = connection.useWriteAheadLog(); !done)
        return done.error();
    if (version == target) {
        if (auto writable = checkWritable(connection, version); !writable)
            return writable.error();
        return MigrationOutcome::AlreadyCurrent;
    }
    if (version > 0) {
        if (auto copied = backUp(connection, upgradeBackupFile(connection.file(), version)); !copied)
            return copied.error();
    }
    for (const Migration &step : migrations.mid(version)) {
        if (auto done = runStep(connection, step); !done)
            return done.error();
    }
    return version == 0 ? MigrationOutcome::Created : MigrationOutcome::Upgraded;
}

} // namespace PortDesk
