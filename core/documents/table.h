// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <string>

namespace PortDesk {

/// Limits of received tables; what lies above is refused whole or (columns) said in a warning.
inline constexpr int kMaximumTableRows = 1'000'000; ///< rows with content of one sheet
inline constexpr int kMaximumTableColumns = 100;
inline constexpr int kMaximumTableSheets = 100;
inline constexpr int kMaximumCellText = 32'767; ///< characters, as in the spreadsheet programs

/// How the bytes of a text file (CSV, TSV) are to be read; what is empty is found out.
struct TableReading
{
    QString encoding;  ///< ICU's name: "UTF-8" "windows-1252" "Shift_JIS" ...
    QString separator; ///< one character: , ; | or a tab

    friend bool operator==(const TableReading &, const TableReading &) = default;
};

/// What a cell holds in the file.
enum class CellKind : quint8 {
    Text,
    Number,   ///< stored as a number: leading zeros are gone unless its format shows them
    Date,     ///< text is ISO 8601
    Truth,    ///< TRUE or FALSE
    Failure,  ///< "#N/A" and the like
    NoResult, ///< a formula whose result was not saved with the file; text is empty
};

struct TableCell
{
    QString text;
    CellKind kind = CellKind::Text;
    bool formula = false; ///< the text is the result saved with the file

    friend bool operator==(const TableCell &, const TableCell &) = default;
};

struct TableRow
{
    int number = 0; ///< 1-based, as the spreadsheet program counts it; of a text file the record, empty lines counted
    QList<TableCell> cells;

    /// The cell of a column, empty beyond the end.
    TableCell cell(int column) const { return cells.value(column); }
    friend bool operator==(const TableRow &, const TableRow &) = default;
};

struct TableSheet
{
    QString name;
    bool hidden = false;
    int rows = 0; ///< with content
    int columns = 0;
    QStringList merged;  ///< the first merged areas, "B15:B16"
    int mergedCount = 0; ///< all of them

    friend bool operator==(const TableSheet &, const TableSheet &) = default;
};

/// What the worker found out about a table file.
struct TableInfo
{
    QString format;       ///< "xlsx" "ods" "csv"
    TableReading reading; ///< of a text file: what it was read with
    QList<TableSheet> sheets;
    QStringList warnings; ///< sentences

    friend bool operator==(const TableInfo &, const TableInfo &) = default;
};

/// Some rows of a sheet in the form in which they travel and are kept: a million of them are too many for a list of strings.
struct TableRows
{
    int first = 0; ///< index among the rows with content
    int count = 0;
    QByteArray packed;
};

/// Appends a row to packed rows.
void packRow(const TableRow &row, std::string &packed);
/// Takes the row at `offset` and moves it on. Nothing when the bytes are no row (they come from a process that read a stranger's file).
std::optional<TableRow> unpackRow(QByteArrayView packed, qsizetype &offset);

/// Moves `offset` over the row there and answers how many cells it has, -1 when the bytes are no row. Cheaper than unpackRow().
int skipRow(QByteArrayView packed, qsizetype &offset);

/// "A", "Z", "AA": the name of a 0-based column.
QString columnName(int column);

} // namespace PortDesk
