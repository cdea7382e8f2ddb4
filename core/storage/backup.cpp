// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Error ioError(const QString &file, const QString &why)
{
    return {Error::Code::Io,
            u"The backup %1 could not be written. The store was left as it is. Check the folder and the free space, then try again."_s.arg(
                file),
            why};
}

/// VACUUM INTO leaves the copy in the system's cache; a backup that is gone after a power cut is none.
bool bringToDisk(const QString &file)
{
    QFile copy(file);
    if (!copy.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(copy.handle()) == 0;
#else
    return true;
#endif
}

} // namespace

Result<void> backUp(Connection &connection, const QString &file)
{
    if (connection.inTransaction())
        return Error{Error::Code::Internal, u"A backup cannot be made in the middle of a change. Try again."_s};
    const QFileInfo target(file);
    if (target.exists())
        return Error{Error::Code::Invalid, u"The file %1 exists already and is not overwritten. Choose another name."_s.arg(file)};
    if (!target.absoluteDir().exists())
        return Error{Error::Code::Invalid, u"The folder %1 does not exist. Make it, or choose another one."_s.arg(target.absolutePath())};
    const QString aside = u"%1.%2.part"_s.arg(target.absoluteFilePath(), QUuid::createUuid().toString(QUuid::Id128));
    connection.forgetStatements();
    if (auto done = connection.execute(u"vacuum into '%1'"_s.arg(QString(aside).replace(u'\'', "''"_L1))); !done) {
        QFile::remove(aside);
        return ioError(file, done.error().detail);
    }
    QFile::setPermissions(aside, QFile::ReadOwner | QFile::WriteOwner);
    if (bringToDisk(aside) && QFile::rename(aside, target.absoluteFilePath()))
        return {};
    QFile::remove(aside);
    return ioError(file, u"sync or rename failed"_s);
}

} // namespace PortDesk
