// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/tablesink.h"

namespace PortDesk {

class ZipArchive;

/// Reads a table file, its format by its content: XLSX, ODS, and what is neither as text (CSV, TSV). Error::Document with a sentence
/// and the next step for everything that is no table or above a limit.
Result<TableSink> readTable(const QByteArray &bytes, const TableReading &reading);

/// The three formats; each adds its sheets and rows.
Result<void> readXlsx(ZipArchive &archive, TableSink &sink);
Result<void> readOds(ZipArchive &archive, TableSink &sink);
Result<void> readCsv(const QByteArray &bytes, const TableReading &reading, TableSink &sink);

} // namespace PortDesk
