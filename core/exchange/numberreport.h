// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/exchange/numbercell.h"

#include <QSet>

#include <array>
#include <functional>

namespace PortDesk {

/// One read cell: small, because a report may have a million of them. What it says is found in the table.
struct NumberReportRow
{
    int at = 0; ///< index in the table
    quint8 column = 0;
    RowState state = RowState::Valid;
    RowReason reason = RowReason::None;
    bool formula = false;
    int count = 0;      ///< numbers, ranges by their length
    int earlierRow = 0; ///< number of the row that has it already, of a duplicate in the table
    QString e164;       ///< the first number
};

/// What a table was read into, row by row in its order.
struct NumberReport
{
    QList<NumberReportRow> rows;
    std::array<int, kRowStates> counts{}; ///< rows by state
    int numbers = 0;                      ///< to be taken over: those of valid and doubtful rows

    int count(RowState state) const { return counts[size_t(state)]; }
};

/// What the rows are read with.
struct NumberReading
{
    TableMapping mapping;
    QString country;         ///< alpha-2, of numbers without country code; "" = none
    QSet<QString> inRequest; ///< E.164
    QHash<QString, QString> codeFields = {}; ///< where a column of codes goes, by country: numberCodeFields()
};

/// The numbers a request has already, ranges expanded.
QSet<QString> numbersOfRequest(const Request &request);

/// Reads all rows below the headings, on all processors. `progress(rowsDone, rows)` is called in the caller's thread; false cancels
/// (Error::Cancelled). Error::Invalid when no column holds numbers, or above a million numbers.
Result<NumberReport> readNumberTable(const NumberTable &table, const NumberReading &reading,
                                     const std::function<bool(int, int)> &progress = {});

/// Why a row is what it is, a sentence with a hint; "" for a plain valid one.
QString rowSentence(const NumberReportRow &row);
/// The same in two or three words, for a badge.
QString rowWords(const NumberReportRow &row);

/// The report as CSV (UTF-8 with mark, so that spreadsheet programs read it right): row, cell, text, state, reason, number.
/// No cell begins like a formula.
QByteArray reportAsCsv(const NumberTable &table, const NumberReport &report);

} // namespace PortDesk
