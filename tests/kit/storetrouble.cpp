// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/storetrouble.h"

#include "core/storage/connection.h"
#include "core/storage/store.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

constexpr auto kEveryoneReads = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr auto kEveryoneEnters = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

void must(bool done, const char *what)
{
    if (!done)
        qFatal("%s", what);
}

void mustRun(Connection &connection, const QString &sql)
{
    if (const auto done = connection.execute(sql); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    must(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the store could not be overwritten");
}

} // namespace

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

StoreTrouble::StoreTrouble(Kind kind, const QString &file) : m_file(file)
{
    if (isLock(kind))
        hold(kind == Kind::Exclusive);
    else if (isReadOnly(kind))
        makeReadOnly(kind == Kind::ReadOnlyFolder);
    else
        replaceBytes(kind);
}

StoreTrouble::~StoreTrouble()
{
    end();
}

void StoreTrouble::end()
{
    if (const auto undo = std::exchange(m_undo, nullptr))
        undo();
}

void StoreTrouble::hold(bool exclusive)
{
    std::shared_ptr<Connection> other = Connection::open(m_file).value();
    if (exclusive)
        mustRun(*other, u"pragma locking_mode = exclusive"_s);
    mustRun(*other, exclusive ? u"begin exclusive"_s : u"begin immediate"_s);
    m_undo = [other] { mustRun(*other, u"rollback"_s); }; // and closes it
}

void StoreTrouble::makeReadOnly(bool folderToo)
{
    const QString folder = QFileInfo(m_file).absolutePath();
    const auto before = QFile::permissions(m_file);
    const auto folderBefore = QFile::permissions(folder);
    const auto others = folderToo ? QFile::Permissions() : QFile::WriteOwner | QFile::WriteOther;
    must(QFile::setPermissions(m_file, kEveryoneReads) && QFile::setPermissions(folder, kEveryoneReads | kEveryoneEnters | others),
         "the permissions could not be taken");
    m_undo = [file = m_file, folder, before, folderBefore] {
        must(QFile::setPermissions(folder, folderBefore) && QFile::setPermissions(file, before), "the permissions could not be given back");
    };
}

void StoreTrouble::replaceBytes(Kind kind)
{
    const QString backup = m_file + u".backup"_s;
    must(openStore(m_file).value()->backup(backup).ok(), "no backup could be made");
    m_undo = [file = m_file, backup] { must(QFile::remove(file) && QFile::rename(backup, file), "the backup could not be restored"); };
    if (kind == Kind::Newer)
        mustRun(*Connection::open(m_file).value(), u"pragma user_version = 999"_s);
    else
        write(m_file, kind == Kind::Damaged ? contentOf(m_file).replace(100, 3000, QByteArray(3000, '\x5a')) : QByteArray(5000, 'x'));
}

QStringList StoreTrouble::words(Kind kind)
{
    switch (kind) {
    case Kind::Writing:
    case Kind::Exclusive: return {u"is locked by another program"_s, u"Nothing was changed"_s, u"close the other program, then try again"_s};
    case Kind::ReadOnlyFile:
    case Kind::ReadOnlyFolder: return {u"is read-only"_s, u"Nothing was changed"_s, u"Give yourself write permission"_s};
    case Kind::Newer: return {u"was written by a newer PortDesk"_s, u"left as it is"_s, u"Install the newer program"_s};
    case Kind::Damaged: return {u"is damaged"_s, u"left as it is"_s, u"restore your latest backup"_s};
    case Kind::NoStore: return {u"is not a PortDesk store"_s, u"left as it is"_s, u"Choose another file"_s};
    }
    return {};
}

} // namespace PortDesk::Test
