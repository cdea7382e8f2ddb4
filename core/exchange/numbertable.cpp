// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numbertable.h"

#include "core/numbers/numberparser.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kHeaderWithin = 10; // rows with content: a title, a date, a remark may stand above the headings
constexpr int kLookedAt = 100;    // rows judged by their content

bool isNumberLike(const TableCell &cell, const QString &country)
{
    if (cell.kind != CellKind::Text && cell.kind != CellKind::Number)
        return false;
    const QString text = cleanedCell(cell.text);
    constexpr int fewestDigits = 6;
    if (std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }) < fewestDigits)
        return false;
    const ParsedNumbers parsed = parseNumbers(text, country);
    return !parsed.numbers.isEmpty() && parsed.numbers.first().possible;
}

/// Columns in which at least half of the cells with content are numbers.
QList<int> numberColumns(const NumberTable &table, const QString &country, int firstRow)
{
    const QList<TableRow> rows = table.rows(firstRow, kLookedAt);
    QList<int> found;
    for (int column = 0; column < table.columnCount(); ++column) {
        int filled = 0, numbers = 0;
        for (const TableRow &row : rows) {
            const TableCell cell = row.cell(column);
            filled += !cell.text.isEmpty();
            numbers += isNumberLike(cell, country);
        }
        if (numbers > 0 && numbers * 2 >= filled)
            found.append(column);
    }
    return found;
}

int guessedHeader(const NumberTable &table, const QString &country)
{
    int best = -1, bestWords = 0;
    const QList<TableRow> rows = table.rows(0, kHeaderWithin);
    for (int i = 0; i < rows.size(); ++i) {
        int words = 0;
        bool numbers = false;
        for (const TableCell &cell : rows.at(i).cells) {
            words += cell.kind == CellKind::Text && columnOfHeading(cell.text) != TableColumn::Nothing;
            numbers = numbers || isNumberLike(cell, country);
        }
        if (numbers)
            break;
        if (words > bestWords) {
            best = i;
            bestWords = words;
        }
    }
    return best;
}

} // namespace

Result<void> NumberTable::append(const TableRows &rows)
{
    const Error damaged{Error::Code::Document, u"The table could not be read: the reader's answer is damaged. Try again."_s};
    if (rows.first != m_count)
        return damaged;
    qsizetype offset = 0;
    int columns = m_columns;
    for (int i = 0; i < rows.count; ++i) {
        const int cells = skipRow(rows.packed, offset);
        if (cells < 0)
            return damaged;
        columns = qMax(columns, cells);
    }
    if (offset != rows.packed.size())
        return damaged;
    m_columns = columns;
    if (rows.count > 0)
        m_pieces.append(rows);
    m_count += rows.count;
    return {};
}

QList<TableRow> NumberTable::rows(int first, int count) const
{
    QList<TableRow> found;
    auto piece =
        std::upper_bound(m_pieces.cbegin(), m_pieces.cend(), first, [](int index, const TableRows &rows) { return index < rows.first; });
    if (piece != m_pieces.cbegin())
        --piece;
    for (; piece != m_pieces.cend() && found.size() < count; ++piece) {
        qsizetype offset = 0;
        for (int i = piece->first; i < piece->first + piece->count && found.size() < count; ++i) {
            if (i < first)
                skipRow(piece->packed, offset);
            else if (const auto row = unpackRow(piece->packed, offset))
                found.append(*row);
        }
    }
    return found;
}

TableRow NumberTable::row(int index) const
{
    return index < 0 || index >= m_count ? TableRow{} : rows(index, 1).value(0);
}

QString cleanedCell(const QString &text)
{
    QString clean;
    for (const QChar c : text) {
        if (c.isSpace() || c == u'\n')
            clean += u' ';
        else if (c.isPrint() || c.isSurrogate())
            clean += c; // what is left out: control characters, marks of direction and order, private and unassigned ones
    }
    return clean.simplified();
}

bool TableMapping::hasNumbers() const
{
    return columns.contains(TableColumn::Number) || columns.contains(TableColumn::RangeFirst);
}

QList<int> TableMapping::columnsOf(TableColumn column) const
{
    QList<int> found;
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i) == column)
            found.append(i);
    }
    return found;
}

TableMapping guessedMapping(const NumberTable &table, const QString &country)
{
    return guessedMapping(table, country, guessedHeader(table, country));
}

TableMapping guessedMapping(const NumberTable &table, const QString &country, int headerRow)
{
    TableMapping mapping;
    mapping.headerRow = headerRow;
    const TableRow header = headerRow < 0 ? TableRow() : table.row(headerRow);
    for (int column = 0; column < table.columnCount(); ++column)
        mapping.columns.append(columnOfHeading(cleanedCell(header.cell(column).text)));
    // "From" and "To" are ranges only together; alone they are anything.
    if (!mapping.columns.contains(TableColumn::RangeFirst) || !mapping.columns.contains(TableColumn::RangeLast)) {
        for (TableColumn &column : mapping.columns) {
            if (column == TableColumn::RangeFirst || column == TableColumn::RangeLast)
                column = TableColumn::Nothing;
        }
    }
    if (!mapping.hasNumbers()) {
        for (const int column : numberColumns(table, country, headerRow + 1)) {
            if (mapping.columns.at(column) == TableColumn::Nothing)
                mapping.columns[column] = TableColumn::Number;
        }
    }
    return mapping;
}

bool looksLikeCells(const QString &text)
{
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    constexpr int fewestLines = 2;
    return lines.size() >= fewestLines &&
           std::all_of(lines.cbegin(), lines.cend(), [&](const QString &line) { return line.contains(u'\t'); });
}

} // namespace PortDesk
