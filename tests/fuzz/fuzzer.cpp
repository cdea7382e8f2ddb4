// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>

/// libFuzzer calls it with every input it thinks of.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString flaw = PortDesk::Fuzz::PORTDESK_FUZZED(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!flaw.isEmpty()) {
        fprintf(stderr, "%s\n", flaw.toUtf8().constData());
        abort();
    }
    return 0;
}
