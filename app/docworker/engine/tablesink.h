// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/table.h"

#include <string>
#include <vector>

namespace PortDesk {

/// Takes the rows of a table file, keeps them packed and knows the limits.
class TableSink
{
public:
    TableInfo info; ///< the sheets' rows and columns are counted here

    /// Rows added from now on belong to this sheet.
    Result<void> beginSheet(const QString &name, bool hidden = false);
    /// Empty cells at the end and empty rows are left out. Error::Document with a sentence above a limit.
    Result<void> addRow(TableRow row);
    /// The same row so often; a file may say a billion times in a few bytes, so what would not fit is refused before it is done.
    Result<void> addRow(const TableRow &row, int times);
    /// Of all sheets.
    qint64 rowCount() const { return m_rows; }
    void addMerged(const QString &area);
    void warn(const QString &sentence);

    /// Rows of a sheet from an index on, at most `count` and about a megabyte.
    TableRows rows(int sheet, int first, int count) const;

private:
    static Error tooManyRows();
    static Error tooMuchText();
    struct Sheet
    {
        std::string packed;
        std::vector<size_t> starts; ///< of each row
    };
    std::vector<Sheet> m_sheets;
    size_t m_bytes = 0;
    qint64 m_rows = 0;
    bool m_toldColumns = false;
    bool m_toldLength = false;
};

/// The refusal of a table, a sentence for people.
inline Error tableError(const QString &message, const QString &detail = {})
{
    return {Error::Code::Document, message, detail};
}

} // namespace PortDesk
