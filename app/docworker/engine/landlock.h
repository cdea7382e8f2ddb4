// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace PortDesk {

/// From now on the calling thread (and those it starts) can open files only at and below `readable`, for reading, and in the folders `writable`,
/// where it can also make, change and remove files; it can run none, reach no TCP port (from version 4 of the kernel's interface) and signal or connect to no other process (from version 6). Places that do not exist are left
/// out. Answers the version, 0 when the kernel has no Landlock or it is switched off: the call filter still keeps files from being written then. Call it while the process has
/// one thread.
int restrictFiles(const QStringList &readable, const QStringList &writable = {});

} // namespace PortDesk
