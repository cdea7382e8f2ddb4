// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace PortDesk {

/// What holds a document worker in, as it found it when it shut itself in. Limits of -1 are not set.
struct WorkerProtection
{
    bool callFilter = false; ///< seccomp: no writing, no network, no programs, no other processes
    int landlock = 0;        ///< version of the kernel's Landlock that keeps the person's files closed; 0 = the kernel has none
    qint64 memoryBytes = -1; ///< of address space
    qint64 cpuSeconds = -1;  ///< of its life
    qint64 fileBytes = -1;   ///< that may be written to a file
    qint64 openFiles = -1;
    friend bool operator==(const WorkerProtection &, const WorkerProtection &) = default;
};

/// Sentences for people: what a hostile document cannot do, and what is not there on this machine.
QStringList protectionSentences(const WorkerProtection &protection);

} // namespace PortDesk
