// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

namespace PortDesk {

/// A piece of a line of a recognised page that was not read surely: columns that stand at different heights, specks between the letters.
struct DoubtfulLine {
    QRectF box;      ///< 0..1 of the page as displayed; reaches to the neighbours at both sides, so that no digit is cut off
    QRectF straight; ///< the same in points of the page turned upright
    QList<int> words; ///< of PageReading::words, left to right
};

/// What of a recognised page is worth reading again, line by line, because a fact is not proven: lines with unsure words, and while a number is missing lines
/// with digits that are not entirely sure. The least sure first, at most kMostLines. Empty for a text layer and when everything matches.
QList<DoubtfulLine> doubtfulLines(const PageReading &page, const QList<Evidence> &evidence);

/// The reading with each line as it was read the second time (`seen`: one for each line, as readBoxes() answers), where that is surer. Where two readings that
/// both look sure disagree in a digit, neither is believed: the line stays with a confidence that makes it unreadable.
PageReading withCloserLook(const PageReading &page, const QList<DoubtfulLine> &lines, const QList<ReadWord> &seen);

inline constexpr int kMostLines = 40; ///< about 20 ms each

} // namespace PortDesk
