// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/workerprogram.h"
#include "app/docworker/engine/workerserver.h"

#include <unistd.h>

int main(int argc, char **argv)
{
    using namespace PortDesk;
    return runWorkerProgram(argc, argv, [](SharedPixels pixels, const WorkerProtection &protection) {
        return WorkerServer(std::move(pixels), protection).run(STDIN_FILENO, STDOUT_FILENO);
    });
}
