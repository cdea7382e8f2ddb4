// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numberreport.h"

namespace PortDesk::Test {

using Cells = QList<QStringList>;

/// A table of these cells, as the worker would send it.
inline NumberTable tableOf(const QList<QList<TableCell>> &rows)
{
    std::string packed;
    int number = 0;
    for (const QList<TableCell> &cells : rows)
        packRow({++number, cells}, packed);
    NumberTable table;
    const auto appended = table.append({0, int(rows.size()), QByteArray::fromStdString(packed)});
    if (!appended)
        qFatal("no table");
    return table;
}

inline NumberTable tableOf(const Cells &rows)
{
    QList<QList<TableCell>> cells;
    for (const QStringList &row : rows) {
        cells.append(QList<TableCell>());
        for (const QString &text : row)
            cells.last().append({text});
    }
    return tableOf(cells);
}

/// Read by the guessed columns.
inline NumberReading readingOf(const NumberTable &table, const QString &country = QStringLiteral("DE"))
{
    return {guessedMapping(table, country), country, {}};
}

/// "valid +493023125017" of every row.
inline QStringList lines(const NumberReport &report)
{
    QStringList texts;
    for (const NumberReportRow &row : report.rows)
        texts.append(rowStateKey(row.state) + QLatin1Char(' ') + (row.reason == RowReason::None ? row.e164 : rowReasonKey(row.reason)));
    return texts;
}

} // namespace PortDesk::Test
