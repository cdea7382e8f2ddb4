// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"

#include "core/storage/sqlitestore.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Result<QString> fileOf(const QString &url)
{
    const Error notOurs{Error::Code::Invalid,
                        u"The store \"%1\" cannot be opened: this program knows SQLite files only. Give a file path or "
                        "\"sqlite:path\"."_s.arg(url)};
    if (url.startsWith("postgresql:"_L1) || url.startsWith("postgres:"_L1)) {
        return Error{
            Error::Code::Invalid,
            u"PostgreSQL stores are not part of this version. Give the path of an SQLite file, or install a version that has them."_s};
    }
    QString path = url;
    if (path.startsWith("sqlite:"_L1))
        path = path.mid(path.startsWith("sqlite://"_L1) ? 9 : 7);
    if (path.isEmpty() || path.contains("://"_L1))
        return notOurs;
    return path;
}

Result<void> checkPlace(const QString &file)
{
    const QFileInfo info(file);
    if (info.isDir())
        return Error{Error::Code::Invalid, u"%1 is a folder, not a store. Give the path of a file in it."_s.arg(file)};
    const QDir folder = info.absoluteDir();
    if (folder.exists())
        return {};
    const bool ownDesk = info.absoluteFilePath() == QFileInfo(defaultStoreUrl()).absoluteFilePath();
    if (ownDesk && folder.mkpath(u"."_s)) { // only the own desk's folder is made: a mistyped path shall be noticed
        QFile::setPermissions(folder.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {};
    }
    return Error{Error::Code::Storage,
                 u"The folder %1 does not exist. Make it, or choose another place for the store."_s.arg(folder.absolutePath())};
}

} // namespace

Result<std::unique_ptr<Store>> openStore(const QString &url)
{
    auto file = fileOf(url);
    if (!file)
        return file.error();
    if (auto place = checkPlace(*file); !place)
        return place.error();
    return SqliteStore::open(*file);
}

QString defaultStoreUrl()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/portdesk/portdesk.sqlite"_s;
}

} // namespace PortDesk
