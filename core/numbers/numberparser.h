// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/numbers/phonenumber.h"

#include <functional>

namespace PortDesk {

/// The largest range that is expanded; a longer one is refused ("range.too-large").
inline constexpr int kMaximumRange = 10'000;

/// What a text was read into.
struct ParsedNumbers {
    QList<PhoneNumber> numbers; ///< in the order of the text, ranges expanded, duplicates marked
    struct Refused {
        QString input;
        QString code; ///< problem code: "number.impossible", "range.too-large", "range.reversed"
        int line = 0; ///< 1-based line of the text
    };
    QList<Refused> refused; ///< pieces that look like a number or range and are none
};

/// Reads one number. `country` (alpha-2) is used for numbers without a country code. Thread-safe.
PhoneNumber parseNumber(const QString &text, const QString &country);

/// "+49 30 1234567" for "+49301234567"; "" when it is no number. Several times cheaper than parseNumber(), for lists in messages.
QString internationalNumber(const QString &e164);

/// Expands "+49 30 123456 10-19", "... 10 - ... 19", "030 23125 010–019", "A - B" (both whole), "A to B" in the words of the languages
/// served, "1234[00-99]", "1234-0 bis -99" (the block 00 to 99) and "12345 xx" (all values). Error::Invalid with a sentence when it is no range, reversed or
/// longer than kMaximumRange.
Result<QList<PhoneNumber>> expandRange(const QString &text, const QString &country);

/// What a person should check on a range that expandRange() reads: "placeholders" (digits stood as x and every value was taken), "block"
/// (a block "-0 to -99" was read as 00 to 99), or "".
QString rangeRemark(const QString &text, const QString &country);

/// Numbers in one stretch, all of them consecutive.
struct NumberStretch {
    QString first; ///< E.164
    QString last;
    int count = 0;

    friend bool operator==(const NumberStretch &, const NumberStretch &) = default;
};
/// The stretches of consecutive numbers in a list of E.164 numbers, sorted; numbers listed twice count once.
QList<NumberStretch> stretchesOf(QStringList e164);

/// True when the text looks like a range that expandRange() should read.
bool looksLikeRange(const QString &text);

/// Reads any text (a pasted mail, a bill, one number a line), line by line: libphonenumber's matcher grows faster than
/// the text. `progress(linesDone, lines)` is called now and then and may return false to cancel (the result is then what was read so far).
ParsedNumbers parseNumbers(const QString &text, const QString &country, const std::function<bool(int, int)> &progress = {});

/// Example number of a country and type in E.164 (libphonenumber's own), or "".
QString exampleNumber(const QString &country, NumberType type);

/// Calling code of a country (49), or 0.
int callingCode(const QString &country);

} // namespace PortDesk
