// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/paper.h"

namespace PortDesk {

/// How alike two plain words are, the least alike first.
enum class Likeness {
    Other,
    Close,   ///< a letter off, two in ten: another name, or a bad scan
    Misread, ///< different in one place that recognition mistakes: l and 1, 0 and o, rn and m, ß and B
    Same,
};

/// Whether two words differ in one place only, by signs that look alike in print. Never true of two digits.
bool differsByMisreading(const QString &plain, const QString &otherPlain);

/// Same, Misread or Close of words as a scan shows them.
Likeness likeness(const QString &wanted, const QString &shown);

/// What a hit of this likeness proves: a match when it is the same, or when the scan was sure of a word that it is known to misread; otherwise another value, or one that
/// cannot be read when the scan was not sure.
Verdict verdictOf(Likeness likeness, const Paper &paper, const Hit &hit);

} // namespace PortDesk
