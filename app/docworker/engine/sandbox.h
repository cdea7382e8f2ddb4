// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/protection.h"

#include <QStringList>

namespace PortDesk {

/// Shuts the process in for the rest of its life and answers what holds it. System calls that are not on a list of what reading documents needs fail or kill
/// it (callfilter.h); files are opened only for reading and, where the kernel has Landlock, only in readablePlaces() and `more`. The process cannot be traced
/// or dumped. Call it after Qt and the fonts are ready and while there is one thread. Error::Internal when the call filter cannot be had: then no document may be read.
Result<WorkerProtection> enterSandbox(const QStringList &more = {});

/// Where libraries, fonts, character maps, language data, time zones and certificates of the system lie: what is the same for every person of the machine,
/// and the person's own fonts. Absolute paths; not all need exist.
QStringList readablePlaces();

} // namespace PortDesk
