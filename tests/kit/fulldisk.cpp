// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk cannot be filled, nor a small one mounted, in every place where tests run. So the C library's function by which SQLite writes
// is replaced in the test program itself (the program's own symbol goes first, see tests/kit/CMakeLists.txt). All above it is real.
#include "tests/kit/fulldisk.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <mutex>

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace PortDesk::Test {

namespace {

struct Disk {
    std::mutex mutex;
    QByteArray folder; ///< "" = the disk has space
    qint64 left = 0;   ///< bytes
    int refused = 0;
};

Disk &disk()
{
    static Disk one;
    return one;
}

bool isBelow(int file, const QByteArray &folder)
{
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = ::readlink(link, path, sizeof path);
    return size > 0 && QByteArrayView(path, size).startsWith(folder);
}

/// How many of `size` bytes at `offset` fit.
size_t fitting(int file, size_t size, off64_t offset)
{
    Disk &full = disk();
    const std::lock_guard lock(full.mutex);
    struct stat64 status = {};
    if (full.folder.isEmpty() || !isBelow(file, full.folder) || ::fstat64(file, &status) != 0)
        return size;
    const qint64 growth = std::clamp<qint64>(offset + qint64(size) - status.st_size, 0, qint64(size));
    const qint64 granted = std::min(growth, full.left);
    full.left -= granted;
    full.refused += granted < growth ? 1 : 0;
    return size_t(qint64(size) - growth + granted);
}

} // namespace

FullDisk::FullDisk(const QString &folder, qint64 bytesLeft)
{
    const std::lock_guard lock(disk().mutex);
    disk().folder = QFile::encodeName(QFileInfo(folder).canonicalFilePath()) + '/';
    disk().left = bytesLeft;
    disk().refused = 0;
}

FullDisk::~FullDisk()
{
    const std::lock_guard lock(disk().mutex);
    disk().folder.clear();
}

int FullDisk::refusedWrites() const
{
    const std::lock_guard lock(disk().mutex);
    return disk().refused;
}

} // namespace PortDesk::Test

extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    using Write = ssize_t (*)(int, const void *, size_t, off64_t);
    static const auto real = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "pwrite64"));
    const size_t granted = PortDesk::Test::fitting(file, size, offset);
    if (granted == 0 && size > 0) {
        errno = ENOSPC;
        return -1;
    }
    return real(file, bytes, granted, offset);
}
