// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numbertable.h"
#include "core/numbers/numberparser.h"

namespace PortDesk {

/// What became of a cell with numbers.
enum class RowState : quint8 { Valid, Doubtful, Duplicate, Refused };
inline constexpr int kRowStates = 4;
/// "valid" "doubtful" "duplicate" "refused".
QString rowStateKey(RowState state);

/// Why a cell is not simply valid.
enum class RowReason : quint8 {
    None,
    UnknownRange,  ///< possible, but in no known range
    LeadingZero,   ///< stored as a number, its leading zero was added
    PartUnread,    ///< some of the cell's numbers could not be read
    PartDuplicate, ///< some of its numbers are listed before
    InTableBefore, ///< all of its numbers are in an earlier row
    InRequest,     ///< all of its numbers are in the request already
    NoNumber,      ///< the row has content, but no number
    NotANumber,
    InvalidCountry, ///< country calling code that does not exist
    TooShort,
    TooLong,
    InvalidLength,
    LocalOnly,     ///< no area code
    FloatingPoint, ///< "4.93012E+11": digits are lost
    DateCell,
    TruthCell,
    FailureCell, ///< "#N/A"
    FormulaNoResult,
    FormulaText, ///< a formula in a text file
    RangeReversed,
    RangeTooLarge,
    BrokenRange,
};
inline constexpr int kRowReasons = int(RowReason::BrokenRange) + 1;
/// Stable words for JSON and CSV: "unknown-range", "floating-point" ...; "" for None.
QString rowReasonKey(RowReason reason);

/// One cell read.
struct NumberCell
{
    ParsedNumbers parsed;
    RowState state = RowState::Valid;
    RowReason reason = RowReason::None;
    QString text;         ///< as read, cleaned
    bool formula = false; ///< the result of a formula
};

/// Reads the cell of a Number or RangeFirst column; `country` (alpha-2) is that of numbers without country code.
NumberCell readNumberCell(const TableRow &row, const TableMapping &mapping, int column, const QString &country);

/// The country a row's numbers are read in: its own when a column says one, else `country`.
QString countryOfRow(const TableRow &row, const TableMapping &mapping, const QString &country);

} // namespace PortDesk
