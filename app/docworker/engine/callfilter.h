// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace PortDesk {

/// Lets the process make only the system calls on a list, for the rest of its life and in all its threads. What no library does by itself
/// (starting programs, tracing, connecting, 32-bit and x32 calls ...) kills the process with SIGSYS; every other call fails with EPERM.
/// False, with errno, when the kernel takes no filter.
bool loadCallFilter();

/// Whether the list can be made for a processor of libseccomp's number (SCMP_ARCH_AARCH64 ...); nothing is loaded.
bool callFilterSuits(quint32 architecture);

} // namespace PortDesk
