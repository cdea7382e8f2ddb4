// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace PortDesk {

/// Shuts the process in for the rest of its life: system calls not on a list of what painting needs fail with EPERM. Reading files (fonts)
/// and memory stay; writing files, sockets, other programs, other processes do not. Call it after Qt and the fonts are ready.
Result<void> enterSandbox();

/// Tries what must not work any more; each line is "what: refused" or "what: ALLOWED". For the test of the sandbox.
QStringList triedForbiddenThings();

} // namespace PortDesk
