// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tableloader.h"
#include "tests/app/docworkerkit.h"

#include <QtEndian>

/// What the tests of table files share: files made on the spot, and a whole sheet read through the real worker.
namespace PortDesk::TableKit {

using namespace DocWorkerKit;

inline DocumentBytes tableFixture(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("table missing: %s", qPrintable(name));
    return documentBytes(file.readAll(), name);
}

inline DocumentBytes text(const QByteArray &bytes)
{
    return documentBytes(bytes, QStringLiteral("list.csv"));
}

/// A part of an archive.
struct ZipPart
{
    QByteArray name;
    QByteArray data;
};

inline quint32 crc32Of(const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    for (const char byte : data) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

/// A ZIP file with deflated parts.
inline QByteArray zipped(const QList<ZipPart> &parts)
{
    QByteArray file, directory;
    const auto put = [](QByteArray &to, auto value) {
        char bytes[sizeof value];
        qToLittleEndian(value, bytes);
        to.append(bytes, sizeof bytes);
    };
    for (const ZipPart &part : parts) {
        // qCompress: 4 bytes of size, 2 of zlib's head, deflate, 4 of its checksum
        const QByteArray packed = qCompress(part.data, 9).mid(6).chopped(4);
        const quint32 at = quint32(file.size());
        QByteArray common;
        put(common, quint16(20));
        put(common, quint16(0));
        put(common, quint16(8));
        put(common, quint32(0));
        put(common, crc32Of(part.data));
        put(common, quint32(packed.size()));
        put(common, quint32(part.data.size()));
        put(common, quint16(part.name.size()));
        put(common, quint16(0));
        file += "PK\x03\x04" + common + part.name + packed;
        directory += QByteArray("PK\x01\x02") + QByteArray("\x14\0", 2) + common;
        directory += QByteArray(10, '\0');
        put(directory, at);
        directory += part.name;
    }
    const quint32 start = quint32(file.size());
    file += directory + QByteArray("PK\x05\x06\0\0\0\0", 8);
    put(file, quint16(parts.size()));
    put(file, quint16(parts.size()));
    put(file, quint32(directory.size()));
    put(file, start);
    put(file, quint16(0));
    return file;
}

/// The smallest workbook round the rows of a sheet ("<row r=..."), which may stand in it several times.
inline QByteArray xlsxOf(const QByteArray &rows, const QByteArray &behind = {}, int times = 1)
{
    const QByteArray rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    return zipped(
        {{"[Content_Types].xml", head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
         {"_rels/.rels",
          head + "<Relationships><Relationship Id=\"a\" Type=\"" + rel + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
         {"xl/_rels/workbook.xml.rels",
          head + "<Relationships><Relationship Id=\"b\" Type=\"" + rel + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
         {"xl/workbook.xml", head + "<workbook xmlns:r=\"" + rel + "\"><sheets>" +
                                 QByteArray("<sheet name=\"One\" sheetId=\"1\" r:id=\"b\"/>").repeated(times) + "</sheets></workbook>"},
         {"xl/worksheets/sheet1.xml", head + "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"}});
}

/// A whole sheet read through the worker, or why not.
struct Read
{
    TableInfo info;
    NumberTable table;
    QString error;
    int steps = 0; ///< of progress
};

inline Read readAll(const DocumentBytes &document, int sheet = 0, const TableReading &reading = {})
{
    Read read;
    bool done = false;
    TableLoader loader(options());
    QObject::connect(&loader, &TableLoader::opened, &loader, [&](const TableInfo &info) {
        read.info = info;
        loader.readSheet(sheet);
    });
    QObject::connect(&loader, &TableLoader::progressed, &loader, [&] { ++read.steps; });
    QObject::connect(&loader, &TableLoader::loaded, &loader, [&](const NumberTable &table) {
        read.table = table;
        done = true;
    });
    QObject::connect(&loader, &TableLoader::failed, &loader, [&](const Error &error) {
        read.error = error.message;
        done = true;
    });
    loader.open(document, reading);
    if (!QTest::qWaitFor([&] { return done; }, 240'000))
        read.error = QStringLiteral("no answer");
    return read;
}

/// "B5" of a read sheet.
inline TableCell cellAt(const NumberTable &table, int row, int column)
{
    for (int i = 0; i < table.rowCount(); ++i) {
        const TableRow cells = table.row(i);
        if (cells.number == row)
            return cells.cell(column);
    }
    return {};
}

} // namespace PortDesk::TableKit
