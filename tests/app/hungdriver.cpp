// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <pthread.h>
#include <unistd.h>

/// Instead of the C library's: what a driver sees whose thread died with a lock in its hand.
extern "C" __attribute__((visibility("default"))) int pthread_join(pthread_t, void **)
{
    while (true)
        pause();
}
