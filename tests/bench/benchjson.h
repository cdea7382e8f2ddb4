// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>

namespace PortDesk::Bench {

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

/// The line a benchmark answers: our figure, the reference of the same run, ours / reference.
inline void printLine(const char *name, double ours, double reference, const char *unit)
{
    std::printf("{\"name\":\"%s\",\"ours\":%.4f,\"reference\":%.4f,\"ratio\":%.3f,\"unit\":\"%s\"}\n", name, ours, reference,
                reference > 0 ? ours / reference : 0.0, unit);
}

} // namespace PortDesk::Bench
