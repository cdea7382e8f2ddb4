// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/workerprogram.h"
#include "app/docworker/engine/workerserver.h"

#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
/// Names are looked up by another program, which the sandbox does not let start; addr2line finds them afterwards.
extern "C" const char *__asan_default_options()
{
    return "symbolize=0:detect_leaks=0";
}
#endif

int main(int argc, char **argv)
{
    using namespace PortDesk;
    return runWorkerProgram(argc, argv, [](SharedPixels pixels, const WorkerProtection &protection) {
        return WorkerServer(std::move(pixels), protection).run(STDIN_FILENO, STDOUT_FILENO);
    });
}
