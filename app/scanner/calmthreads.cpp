// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>

/// Stands before the C library's. SANE's drivers let their reading threads be killed at any instruction, even inside malloc() with its lock
/// taken; whoever waits for such a thread then waits for ever (seen with SANE 1.2.1, once in some hundred scans that ended early). Threads that
/// may only be ended where they wait for a pipe, a device or a clock leave no lock behind.
extern "C" __attribute__((visibility("default"))) int pthread_setcanceltype(int, int *old)
{
    if (old)
        *old = PTHREAD_CANCEL_DEFERRED;
    return 0;
}
