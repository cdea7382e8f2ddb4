// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbers/numberparser.h"

namespace PortDesk {

/// parseNumbers() for long texts: blocks of lines are read on `threads` threads at once; the result is the same as with one, in
/// the order of the text. `progress(linesDone, lines)` is called from any of the threads, never from two at a time, and may return
/// false to cancel (the result is then the beginning of the text, as far as it was read without a gap).
ParsedNumbers parseManyNumbers(const QString &text, const QString &country, int threads, const std::function<bool(int, int)> &progress = {});

} // namespace PortDesk
