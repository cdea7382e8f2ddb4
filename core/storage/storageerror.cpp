// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storageerror.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the extended ones carry them in the low byte.
constexpr int kBusy = 5, kLocked = 6, kReadOnly = 8, kIo = 10, kCorrupt = 11, kFull = 13, kCannotOpen = 14, kNoDatabase = 26;
constexpr int kNoRoomForIndex = 4874; // SQLITE_IOERR_SHMSIZE: the log's index could not grow, which is how a full disk shows when a store opens

QString sentence(int code, const QString &file)
{
    switch (code) {
    case kBusy:
    case kLocked:
        return u"The store %1 is locked by another program that is writing to it. Nothing was changed. Wait a moment or close the other "
               "program, then try again."_s.arg(file);
    case kReadOnly:
        return u"The store %1 is read-only, so nothing can be saved. Nothing was changed. Give yourself write permission to the file and "
               "its folder, or copy it to a folder of your own, then open it again."_s.arg(file);
    case kIo:
        return u"The store %1 could not be read or written because the disk reported an error. Nothing was changed. Check the disk, "
               "then try again; keep your latest backup safe."_s.arg(file);
    case kCorrupt:
        return u"The store %1 is damaged. It was left as it is. Keep a copy of the file, then restore your latest backup."_s.arg(file);
    case kNoDatabase:
        return u"The file %1 is not a PortDesk store or is damaged. It was left as it is. Choose another file, or restore your latest "
               "backup."_s.arg(file);
    case kFull:
        return u"The disk of the store %1 is full. Nothing was changed. Free some space, then try again."_s.arg(file);
    case kCannotOpen:
        return u"The store %1 could not be opened. Check that its folder exists and that you may read and write it, then try "
               "again."_s.arg(file);
    default:
        return u"The store %1 could not do this. Nothing was changed. Try again; if it happens again, run \"portdesk-cli verify\" and "
               "report the result."_s.arg(file);
    }
}

} // namespace

Error storageError(const QSqlError &error, const QString &file, const QString &statement)
{
    const int extended = error.nativeErrorCode().toInt();
    const int code = extended == kNoRoomForIndex ? kFull : extended & 0xff;
    QString detail = u"SQLite %1: %2 %3"_s.arg(error.nativeErrorCode(), error.driverText(), error.databaseText());
    if (!statement.isEmpty())
        detail += u" in: "_s + statement.simplified();
    return {Error::Code::Storage, sentence(code, file), detail};
}

Error readOnlyError(const QString &file)
{
    return {Error::Code::Storage, sentence(kReadOnly, file), u"the file system gives no permission to write"_s};
}

} // namespace PortDesk
