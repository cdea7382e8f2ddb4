// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/landlock.h"

#include <QFile>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace PortDesk {

namespace {

// Debian 12's headers are older than its kernel may be: the names of the later versions of the interface (linux/landlock.h of Linux 6.12).
constexpr quint64 kRefer = 1ULL << 13;    // version 2
constexpr quint64 kTruncate = 1ULL << 14; // version 3
constexpr quint64 kDevices = 1ULL << 15;  // version 5: ioctl of devices
constexpr quint64 kBindTcp = 1ULL << 0;   // version 4
constexpr quint64 kConnectTcp = 1ULL << 1;
constexpr quint64 kAbstractSockets = 1ULL << 0; // version 6
constexpr quint64 kSignals = 1ULL << 1;

struct Ruleset
{
    quint64 files = 0;
    quint64 network = 0;
    quint64 scopes = 0;
};

/// Everything the interface of that version can forbid. An older kernel takes a longer structure as long as the rest of it is zero.
Ruleset allOf(long version)
{
    Ruleset all;
    all.files = LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1;
    all.files |= (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0) | (version >= 5 ? kDevices : 0);
    all.network = version >= 4 ? kBindTcp | kConnectTcp : 0;
    all.scopes = version >= 6 ? kAbstractSockets | kSignals : 0;
    return all;
}

/// `more`: rights in a folder beside reading.
bool allowReading(int ruleset, const QString &place, quint64 more = 0)
{
    const int opened = open(QFile::encodeName(place).constData(), O_PATH | O_CLOEXEC);
    if (opened < 0)
        return true;
    struct stat about{};
    const bool folder = fstat(opened, &about) == 0 && S_ISDIR(about.st_mode);
    landlock_path_beneath_attr beneath{};
    beneath.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | (folder ? LANDLOCK_ACCESS_FS_READ_DIR | more : 0);
    beneath.parent_fd = opened;
    const bool added = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
    close(opened);
    return added;
}

} // namespace

int restrictFiles(const QStringList &readable, const QStringList &writable)
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return 0;
    const Ruleset all = allOf(version);
    const int ruleset = int(syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (ruleset < 0)
        return 0;
    bool ready = true;
    for (const QString &place : readable)
        ready = ready && allowReading(ruleset, place);
    constexpr quint64 kChanging = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE | kTruncate;
    for (const QString &place : writable)
        ready = ready && allowReading(ruleset, place, kChanging & all.files);
    ready = ready && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return ready ? int(version) : 0;
}

} // namespace PortDesk
