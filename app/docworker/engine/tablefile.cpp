// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/tablefile.h"

#include "app/docworker/engine/ziparchive.h"
#include "core/documents/document.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Result<void> readZip(const QByteArray &bytes, TableSink &sink)
{
    ZipArchive archive(bytes, sink);
    if (archive.isDamaged())
        return tableError(u"The file is damaged or incomplete and cannot be read. Ask for a new copy of the file."_s);
    if (archive.contains(u"[Content_Types].xml"_s))
        return readXlsx(archive, sink);
    if (archive.contains(u"content.xml"_s))
        return readOds(archive, sink);
    return tableError(u"The file is an archive, not a table. Unpack it and choose the table in it."_s);
}

} // namespace

Result<TableSink> readTable(const QByteArray &bytes, const TableReading &reading)
{
    if (bytes.trimmed().isEmpty())
        return tableError(u"The file is empty. Choose another file or ask for it again."_s);
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return tableError(
            u"The file is in the old Excel format (.xls) or protected with a password. Open it in a spreadsheet program and save "
            u"it as .xlsx without a password."_s);
    if (!sniffedType(bytes).isEmpty())
        return tableError(u"The file is a document or picture, not a table. Add it on the page for documents, or choose the table."_s);
    TableSink sink;
    const Result<void> read = bytes.startsWith("PK\x03\x04") ? readZip(bytes, sink) : readCsv(bytes, reading, sink);
    if (!read)
        return read.error();
    bool filled = false;
    for (const TableSheet &sheet : sink.info.sheets)
        filled = filled || sheet.rows > 0;
    if (!filled)
        return tableError(u"There is nothing in the table: every cell is empty. Choose another file."_s);
    return sink;
}

} // namespace PortDesk
