// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/protection.h"
#include "core/documents/sharedpixels.h"

#include <functional>

namespace PortDesk {

/// The worker's main(): gets Qt and the fonts ready, shuts the process in and calls `serve` with the shared pixels of `--pixels FD`; its
/// answer is whether all went well. `--version` and `--sandbox-report` print and end. Separate from main() so that the test's probe goes exactly the worker's way. Returns the
/// exit code, when it returns at all.
int runWorkerProgram(int argc, char **argv, const std::function<bool(SharedPixels pixels, const WorkerProtection &protection)> &serve);

} // namespace PortDesk
