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
    QString last;              ///< a whole number or only the last digits
    bool hyphenOnly = false;   ///< nothing but a hyphen between them: may as well be one number
    bool placeholders = false; ///< the last digits were written as x: every value is meant
    bool extensions = false;   ///< the last end is written as an extension, "-99"
};

/// Next stretch at or after `from` with two ends and a dash, a word ("bis", "to") or dots between them.
std::optional<Span> findSpaced(const QString &text, qsizetype from);
/// Next stretch at or after `from` that a bare hyphen parts ("12345610-19").
std::optional<Span> findHyphened(const QString &text, qsizetype from);

/// Next stretch at or after `from` whose last digits stand as x ("020 7946 01xx", "12345 **"): all their values. A single star is the
/// mark of a footnote unless `alone`, when nothing else stands in the text.
std::optional<Span> findPlaceholders(const QString &text, qsizetype from, bool alone = false);

/// Endings listed behind a number, "020 7946 0100/0101/0102" or "030 12345610/11": the numbers, or none when it is no such list.
struct Listed {
    qsizetype start = 0;
    qsizetype length = 0;
    QList<PhoneNumber> numbers;
};
std::optional<Listed> findListed(const QString &text, const QString &country, qsizetype from);

/// Brackets round the endings, "1234[00-99]" or "1234 (00-99)", as blanks; the length stays.
QString withoutBrackets(const QString &text);

/// The whole text as a range.
std::optional<Span> split(const QString &text);

/// Expands; Error::Invalid with the problem code in `detail`.
Result<QList<PhoneNumber>> expand(const Span &span, const QString &country, const QString &written);

/// Judges a stretch found in running text: a range, a broken range to be refused, or (no value) no range at all.
std::optional<Result<QList<PhoneNumber>>> judge(const Span &span, const QString &country, const QString &written);

} // namespace PortDesk::NumberRange
