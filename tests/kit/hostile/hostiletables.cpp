// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/hostile/bombs.h"
#include "tests/kit/hostile/hostilefiles.h"

#include <QtEndian>

#include <zlib.h>

namespace PortDesk::HostileFiles {

namespace {

const QByteArray kRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const QByteArray kOds = "<o:d xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                        "xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><t:table t:name=\"One\">";

template<typename T> QByteArray little(T value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// A part of an archive, its bytes deflated already.
struct Part
{
    QByteArray name;
    QByteArray packed;
    quint32 size = 0; ///< what it says it unpacks to
    quint32 crc = 0;
    quint16 flags = 0;
    quint16 method = 8;
};

quint32 crcOf(const QByteArray &data)
{
    return quint32(crc32(0, reinterpret_cast<const Bytef *>(data.constData()), uInt(data.size())));
}

QByteArray deflateOf(const QByteArray &data)
{
    return qCompress(data, 9).mid(6).chopped(4);
}

Part part(const QByteArray &name, const QByteArray &data)
{
    return {name, deflateOf(data), quint32(data.size()), crcOf(data)};
}

/// A part that unpacks to a piece many times over, between a beginning and an end; size and checksum are right.
Part bomb(const QByteArray &name, const QByteArray &head, const QByteArray &piece, int count, const QByteArray &tail)
{
    Part part{name, deflatedParts({{head, 1}, {piece, count}, {tail, 1}}), quint32(head.size() + piece.size() * count + tail.size()), crcOf(head)};
    const quint32 crc = crcOf(piece);
    for (int i = 0; i < count; ++i)
        part.crc = quint32(crc32_combine(part.crc, crc, z_off_t(piece.size())));
    part.crc = quint32(crc32_combine(part.crc, crcOf(tail), z_off_t(tail.size())));
    return part;
}

QByteArray common(const Part &part)
{
    return little(quint16(20)) + little(part.flags) + little(part.method) + little(quint32(0)) + little(part.crc) + little(quint32(part.packed.size())) + little(part.size)
        + little(quint16(part.name.size())) + little(quint16(0));
}

QByteArray directoryRow(const Part &part, quint32 at)
{
    return QByteArray("PK\x01\x02") + QByteArray("\x14\0", 2) + common(part) + QByteArray(10, '\0') + little(at) + part.name;
}

QByteArray endOf(qsizetype parts, const QByteArray &directory, quint32 start)
{
    const quint16 many = quint16(qMin<qsizetype>(parts, 0xffff));
    return QByteArray("PK\x05\x06\0\0\0\0", 8) + little(many) + little(many) + little(quint32(directory.size())) + little(start) + little(quint16(0));
}

QByteArray archive(const QList<Part> &parts)
{
    QByteArray file, directory;
    for (const Part &part : parts) {
        directory += directoryRow(part, quint32(file.size()));
        file += QByteArray("PK\x03\x04") + common(part) + part.name + part.packed;
    }
    return file + directory + endOf(parts.size(), directory, quint32(file.size()));
}

/// The parts of a workbook with one sheet but for those that are given.
QByteArray workbook(const QList<Part> &given)
{
    QList<Part> parts{part("[Content_Types].xml", kXml + "<Types/>"),
                      part("_rels/.rels", kXml + "<Relationships><Relationship Id=\"a\" Type=\"" + kRelation + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                      part("xl/_rels/workbook.xml.rels", kXml + "<Relationships><Relationship Id=\"b\" Type=\"" + kRelation + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                                             + "<Relationship Id=\"c\" Type=\"" + kRelation + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"d\" Type=\"" + kRelation
                                                             + "/styles\" Target=\"styles.xml\"/></Relationships>"),
                      part("xl/workbook.xml", kXml + "<workbook xmlns:r=\"" + kRelation + "\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"),
                      part("xl/worksheets/sheet1.xml", kXml + "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>")};
    for (const Part &own : given) {
        parts.removeIf([&own](const Part &other) { return other.name == own.name; });
        parts.append(own);
    }
    return archive(parts);
}

QByteArray sheet(const QByteArray &rows)
{
    return workbook({part("xl/worksheets/sheet1.xml", kXml + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>")});
}

QByteArray sheetBomb(const QByteArray &head, const QByteArray &piece, int count, const QByteArray &tail = "</sheetData></worksheet>")
{
    return workbook({bomb("xl/worksheets/sheet1.xml", kXml + "<worksheet><sheetData>" + head, piece, count, tail)});
}

QByteArray ods(const QByteArray &rows)
{
    return archive({part("content.xml", kXml + kOds + rows + "</t:table></o:d>")});
}

/// Each level holds the one before ten times.
QByteArray nested(int levels)
{
    QByteArray inner = archive({bomb("0.txt", {}, QByteArray(1 << 20, '0'), 1000, {})});
    for (int level = 1; level < levels; ++level) {
        QList<Part> parts;
        for (int i = 0; i < 10; ++i)
            parts.append(part(QByteArray::number(i) + ".zip", inner));
        inner = archive(parts);
    }
    return inner;
}

/// Every row of the directory leads to the same bytes.
QByteArray overlapping(int entries)
{
    const Part kernel = bomb("xl/worksheets/sheet1.xml", {}, QByteArray(1 << 20, ' '), 2000, {});
    QByteArray file = workbook({}), directory;
    const quint32 at = quint32(file.size());
    file += QByteArray("PK\x03\x04") + common(kernel) + kernel.name + kernel.packed;
    for (int i = 0; i < entries; ++i) {
        Part row = kernel;
        row.name = "xl/worksheets/sheet" + QByteArray::number(i) + ".xml";
        directory += directoryRow(row, at);
    }
    return file + directory + endOf(entries, directory, quint32(file.size()));
}

QByteArray manyEntries(int entries)
{
    const Part empty{"a", {}, 0, 0, 0, 0};
    QByteArray file = QByteArray("PK\x03\x04") + common(empty) + empty.name, directory;
    for (int i = 0; i < entries; ++i)
        directory += directoryRow(empty, 0);
    return file + directory + endOf(entries, directory, quint32(file.size()));
}

QByteArray manyLocalEntries(int entries)
{
    const Part empty{"a", {}, 0, 0, 0, 0};
    return (QByteArray("PK\x03\x04") + common(empty) + empty.name).repeated(entries);
}

/// Names that lead out of the folder an archive is unpacked in; none of them is to be there afterwards.
QByteArray escaping()
{
    return workbook({part("../portdesk-escaped", "x"), part("../../../../../../../../../portdesk-escaped", "x"), part("/portdesk-escaped", "x"), part(QByteArray("portdesk\0escaped", 16), "x"),
                     part("C:\\portdesk-escaped", "x"), part("xl/../../portdesk-escaped", "x"),
                     part("xl/_rels/workbook.xml.rels", kXml + "<Relationships><Relationship Id=\"b\" Type=\"" + kRelation
                                                            + "/worksheet\" Target=\"../../../../../../etc/passwd\"/></Relationships>")});
}

QByteArray encrypted()
{
    Part secret = part("xl/worksheets/sheet1.xml", QByteArray(200, 'x'));
    secret.flags = 1;
    return workbook({secret});
}

QByteArray laughing(const QByteArray &entities, const QByteArray &text)
{
    return workbook({part("xl/sharedStrings.xml", kXml + "<!DOCTYPE sst [" + entities + "]><sst><si><t>" + text + "</t></si></sst>")});
}

QByteArray laughs()
{
    QByteArray entities = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 10; ++i)
        entities += "<!ENTITY a" + QByteArray::number(i) + " \"" + ("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    return laughing(entities, "&a9;");
}

QList<HostileFile> archives()
{
    const QByteArray whole = workbook({});
    return {{"a sheet of 10 GB", sheetBomb({}, QByteArray(1 << 20, ' '), 10'000)},
            {"archives in archives in archives", nested(4)},
            {"entries on the same bytes", overlapping(5000)},
            {"300,000 entries", manyEntries(300'000)},
            {"500,000 entries without a directory", manyLocalEntries(500'000)},
            {"names that lead out", escaping()},
            {"directory cut off", whole.chopped(60)},
            {"directory missing", whole.left(whole.indexOf("PK\x01\x02"))},
            {"encrypted entries", encrypted()}};
}

QList<HostileFile> sheets()
{
    const QByteArray cell = "<c t=\"inlineStr\"><is><t>x</t></is></c>";
    return {{"a billion rows declared", sheet("<dimension ref=\"A1:XFD1000000000\"/><row r=\"1000000000\"><c r=\"XFD1000000000\"><v>1</v></c></row>")},
            {"row numbers beyond every number", sheet("<row r=\"99999999999999999999\"><c r=\"ZZZZZZ9\"><v>1</v></c></row><row r=\"-5\"><c r=\"A-5\"><v>2</v></c></row>")},
            {"ODS, a billion rows repeated", ods("<t:table-row t:number-rows-repeated=\"1000000000\"><t:table-cell t:number-columns-repeated=\"1000000000\"><x:p>1</x:p></t:table-cell></t:table-row>")},
            {"ODS, a billion blanks", ods("<t:table-row><t:table-cell><x:p>" + QByteArray("<x:s x:c=\"1000000000\"/>").repeated(50'000) + "</x:p></t:table-cell></t:table-row>")},
            {"10 million empty rows", sheetBomb({}, QByteArray("<row/>").repeated(10'000), 1000)},
            {"20 million cells in a row", sheetBomb("<row>", QByteArray("<c/>").repeated(10'000), 2000, "</row></sheetData></worksheet>")},
            {"10 million merged areas", sheetBomb("</sheetData>", QByteArray("<mergeCell ref=\"A1:B2\"/>").repeated(10'000), 1000, "</worksheet>")},
            {"elements in elements", sheetBomb({}, QByteArray("<a>").repeated(100'000), 300)},
            {"an element that never ends", sheetBomb("<row a=\"", QByteArray(1 << 20, 'x'), 500)},
            {"attributes without end", sheetBomb("<row ", QByteArray("a=\"\" ").repeated(100'000), 100)},
            {"a cell of 500 MB", sheetBomb("<row>" + cell + "<c t=\"inlineStr\"><is><t>", QByteArray(1 << 20, 'x'), 500, "</t></is></c></row></sheetData></worksheet>")}};
}

QList<HostileFile> texts()
{
    const QByteArray manyRefs = QByteArray("<row><c t=\"s\"><v>0</v></c></row>").repeated(10'000);
    const QByteArray long32k(32'767, 'x');
    return {{"billion laughs", laughs()},
            {"one long entity many times", laughing("<!ENTITY a \"" + QByteArray(100'000, 'x') + "\">", QByteArray("&a;").repeated(100'000))},
            {"external entity", laughing("<!ENTITY a SYSTEM \"file:///etc/passwd\">", "&a;")},
            {"external subset", workbook({part("xl/sharedStrings.xml", kXml + "<!DOCTYPE sst SYSTEM \"http://127.0.0.1:9/x.dtd\"><sst><si><t>x</t></si></sst>")})},
            {"a shared string of 450 MB", workbook({bomb("xl/sharedStrings.xml", kXml + "<sst><si><t>", QByteArray(1 << 20, 'x'), 450, "</t></si></sst>")})},
            {"40 million shared strings", workbook({bomb("xl/sharedStrings.xml", kXml + "<sst>", QByteArray("<si><t/></si>").repeated(10'000), 4000, "</sst>")})},
            {"a long shared string in a million rows",
             workbook({part("xl/sharedStrings.xml", kXml + "<sst><si><t>" + long32k + "</t></si></sst>"), bomb("xl/worksheets/sheet1.xml", kXml + "<worksheet><sheetData>", manyRefs, 100, "</sheetData></worksheet>")})},
            {"30 million number formats", workbook({bomb("xl/styles.xml", kXml + "<styleSheet><cellXfs>", QByteArray("<xf numFmtId=\"1\"/>").repeated(10'000), 2500, "</cellXfs></styleSheet>")})},
            {"a number format of a million digits",
             workbook({part("xl/styles.xml", kXml + "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"" + QByteArray(1'000'000, '0') + "\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>"),
                       bomb("xl/worksheets/sheet1.xml", kXml + "<worksheet><sheetData>", QByteArray("<row><c s=\"0\"><v>1</v></c></row>").repeated(1000), 100, "</sheetData></worksheet>")})},
            {"numbers beyond every number", sheet("<row r=\"1\"><c><v>1e999999999</v></c><c><v>-1E-999999999</v></c><c><v>" + QByteArray(1'000'000, '9') + "</v></c><c t=\"s\"><v>99999999999</v></c><c t=\"s\"><v>-1</v></c></row>")},
            {"CSV, a quoted number of 20 MB", "Phone;City\n\"" + QByteArray(20'000'000, '9') + "\";Berlin\n"},
            {"CSV, a quotation mark that never ends", "Phone;City\n\"" + QByteArray("030;Berlin\n").repeated(1'500'000)},
            {"CSV, separators only but for one", "1" + QByteArray(20'000'000, ';')},
            {"CSV, zeros", QByteArray(20'000'000, '\0')},
            {"CSV, quotation marks", QByteArray(20'000'000, '"')}};
}

} // namespace

QList<HostileFile> hostileTables()
{
    return archives() + sheets() + texts();
}

} // namespace PortDesk::HostileFiles
