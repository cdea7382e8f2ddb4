// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/tablesink.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr size_t kMaximumPacked = 400UL * 1024 * 1024; // the worker may use 1.5 GB of addresses, and growing needs twice as much
constexpr size_t kPiece = 1024UL * 1024;
constexpr int kNamedAreas = 20;

} // namespace

Result<void> TableSink::beginSheet(const QString &name, bool hidden)
{
    if (info.sheets.size() >= kMaximumTableSheets)
        return tableError(
            u"The file has more than %1 sheets. Save the sheet with the numbers as a file of its own."_s.arg(kMaximumTableSheets));
    info.sheets.append({name.left(kMaximumCellText), hidden, 0, 0, {}, 0});
    m_sheets.emplace_back();
    return {};
}

Error TableSink::tooManyRows()
{
    return tableError(u"The table has more than %1 rows. Divide it into several files and import them one after the other."_s.arg(
        QLocale(QLocale::English).toString(kMaximumTableRows)));
}

Error TableSink::tooMuchText()
{
    return tableError(u"The table holds more text than can be read at once. Save only the columns with the numbers and addresses."_s);
}

Result<void> TableSink::addRow(const TableRow &row, int times)
{
    std::string once;
    packRow(row, once);
    if (qint64(info.sheets.last().rows) + times > kMaximumTableRows)
        return tooManyRows();
    if (once.size() * size_t(times) > kMaximumPacked)
        return tooMuchText();
    TableRow next = row;
    for (int i = 0; i < times; ++i, ++next.number) {
        if (const auto added = addRow(next); !added)
            return added;
    }
    return {};
}

Result<void> TableSink::addRow(TableRow row)
{
    if (row.cells.size() > kMaximumTableColumns) {
        row.cells.resize(kMaximumTableColumns);
        if (!std::exchange(m_toldColumns, true))
            warn(u"The columns after %1 are left out."_s.arg(columnName(kMaximumTableColumns - 1)));
    }
    while (!row.cells.isEmpty() && row.cells.last() == TableCell{})
        row.cells.removeLast();
    if (row.cells.isEmpty())
        return {};
    for (TableCell &cell : row.cells) {
        if (cell.text.size() <= kMaximumCellText)
            continue;
        cell.text.truncate(kMaximumCellText);
        if (!std::exchange(m_toldLength, true))
            warn(u"Row %1 holds a text longer than %2 characters; the rest of it is left out."_s.arg(row.number).arg(kMaximumCellText));
    }
    TableSheet &sheet = info.sheets.last();
    Sheet &kept = m_sheets.back();
    if (sheet.rows == kMaximumTableRows)
        return tooManyRows();
    const size_t start = kept.packed.size();
    kept.starts.push_back(start);
    packRow(row, kept.packed);
    m_bytes += kept.packed.size() - start;
    if (m_bytes > kMaximumPacked)
        return tooMuchText();
    ++sheet.rows;
    ++m_rows;
    sheet.columns = qMax(sheet.columns, int(row.cells.size()));
    return {};
}

void TableSink::addMerged(const QString &area)
{
    TableSheet &sheet = info.sheets.last();
    if (sheet.mergedCount++ < kNamedAreas)
        sheet.merged.append(area);
}

void TableSink::warn(const QString &sentence)
{
    if (!info.warnings.contains(sentence))
        info.warnings.append(sentence);
}

TableRows TableSink::rows(int sheet, int first, int count) const
{
    if (sheet < 0 || size_t(sheet) >= m_sheets.size() || first < 0)
        return {};
    const Sheet &kept = m_sheets[size_t(sheet)];
    TableRows rows{first, 0, {}};
    if (size_t(first) >= kept.starts.size())
        return rows;
    const size_t start = kept.starts[size_t(first)];
    size_t end = start;
    while (rows.count < count && end < kept.packed.size() && end - start < kPiece) {
        const size_t next = size_t(first + ++rows.count);
        end = next < kept.starts.size() ? kept.starts[next] : kept.packed.size();
    }
    rows.packed = QByteArray(kept.packed.data() + start, qsizetype(end - start));
    return rows;
}

} // namespace PortDesk
