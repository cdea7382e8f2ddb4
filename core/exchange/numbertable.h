// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/table.h"
#include "core/exchange/tablecolumn.h"

namespace PortDesk {

/// The rows with content of one sheet, kept packed: a million of them fit.
class NumberTable
{
public:
    /// Appends the next rows. Error::Document when they are not the next ones or no rows at all.
    Result<void> append(const TableRows &rows);

    int rowCount() const { return m_count; }
    int columnCount() const { return m_columns; }
    /// The row at an index (0-based); an empty one beyond the end.
    TableRow row(int index) const;
    /// Rows from an index on, cheaper than one by one.
    QList<TableRow> rows(int first, int count) const;

private:
    QList<TableRows> m_pieces;
    int m_count = 0;
    int m_columns = 0;
};

/// True when a text is several columns of cells, as spreadsheet programs put them on the clipboard.
bool looksLikeCells(const QString &text);

/// What is taken from which column.
struct TableMapping
{
    int headerRow = -1; ///< index of the row with the headings; rows above it are left out too. -1: the first row is data
    QList<TableColumn> columns;

    TableColumn column(int index) const { return columns.value(index, TableColumn::Nothing); }
    QList<int> columnsOf(TableColumn column) const;
    /// True when there is a column to read numbers from.
    bool hasNumbers() const;
    friend bool operator==(const TableMapping &, const TableMapping &) = default;
};

/// Guesses the headings and the columns: by the words of the headings, and where none names the numbers by what the cells hold.
/// `country` (alpha-2) is that of numbers without country code.
TableMapping guessedMapping(const NumberTable &table, const QString &country);
/// The same when the person has said which row holds the headings (-1: none).
TableMapping guessedMapping(const NumberTable &table, const QString &country, int headerRow);

/// The text of a cell as it is read: control characters gone, white space simplified.
QString cleanedCell(const QString &text);

} // namespace PortDesk
