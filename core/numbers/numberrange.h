// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/numbers/phonenumber.h"

#include <optional>

// Ranges of numbers in cleaned text (see numbertext.h); used inside this room only.
namespace PortDesk::NumberRange {

/// A stretch of text with the two ends of a possible range.
struct Span {
    qsizetype start = 0;
    qsizetype length = 0;
    QString first;
    QString last;          ///< a whole number or only the last digits
    bool hyphenOnly = false; ///< nothing but a hyphen between them: may as well be one number
};

/// Next stretch at or after `from` with two ends and a dash, a word ("bis", "to") or dots between them.
std::optional<Span> findSpaced(const QString &text, qsizetype from);
/// Next stretch at or after `from` that a bare hyphen parts ("12345610-19").
std::optional<Span> findHyphened(const QString &text, qsizetype from);

/// The whole text as a range.
std::optional<Span> split(const QString &text);

/// Expands; Error::Invalid with the problem code in `detail`.
Result<QList<PhoneNumber>> expand(const Span &span, const QString &country, const QString &written);

/// Judges a stretch found in running text: a range, a broken range to be refused, or (no value) no range at all.
std::optional<Result<QList<PhoneNumber>>> judge(const Span &span, const QString &country, const QString &written);

} // namespace PortDesk::NumberRange
