// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/scannerserver.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

/// The scanners in a process of their own: their drivers are foreign code. The desk starts it; people have no use for it.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv); // finds the plugins that write pictures
    constexpr int kLetGoMs = 10'000;        // a long carriage goes home in less
    const int given = argc == 3 && std::strcmp(argv[1], "--let-go-ms") == 0 ? std::atoi(argv[2]) : 0;
    if (isatty(STDIN_FILENO)) {
        fputs("portdesk-scanner is started by PortDesk.\n", stderr);
        return 1;
    }
    // Drivers print and read what they like; the frames have pipes of their own.
    const int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 10);
    const int output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (input < 0 || output < 0 || nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        return 3;
    signal(SIGPIPE, SIG_IGN);
    PortDesk::ScannerServer server(input, output, given > 0 ? given : kLetGoMs);
    _exit(server.run() ? 0 : 2); // sane_exit() hangs or crashes in some drivers, and nothing is to be saved
}
