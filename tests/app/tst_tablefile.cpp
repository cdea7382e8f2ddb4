// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tablekit.h"

#include <QProcess>

using namespace PortDesk;
using namespace PortDesk::TableKit;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::CellKind)

/// Table files of strangers through the real worker: every kind of cell, encoding and separator, and what must be refused.
class TestTableFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsXlsxCells_data();
    void readsXlsxCells();
    void readsOdsCells_data();
    void readsOdsCells();
    void listsSheets();
    void saysWhatIsMerged();
    void countsRowsAsTheSpreadsheet();
    void findsEncoding_data();
    void findsEncoding();
    void takesChosenEncoding();
    void saysWhatIsUnreadable();
    void findsSeparator_data();
    void findsSeparator();
    void readsCsvCells_data();
    void readsCsvCells();
    void readsEmptyAndOneLineFiles_data();
    void readsEmptyAndOneLineFiles();
    void refuses_data();
    void refuses();
    void refusesBombs();
    void readsAMillionRows();
    void refusesMoreThanAMillionRows();
    void leavesOutFarColumns();
    void survivesItsWorker();
};

void TestTableFile::readsXlsxCells_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<bool>("formula");
    QTest::newRow("text keeps its zero") << 2 << u"030 23125017"_s << CellKind::Text << false;
    QTest::newRow("whole number") << 3 << u"493023125018"_s << CellKind::Number << false;
    QTest::newRow("number without its zero") << 4 << u"3023125019"_s << CellKind::Number << false;
    QTest::newRow("number shown with zeros") << 5 << u"03023125020"_s << CellKind::Number << false;
    QTest::newRow("number shown with plus") << 6 << u"+493023125021"_s << CellKind::Number << false;
    QTest::newRow("scientific text") << 7 << u"4.93012E+11"_s << CellKind::Text << false;
    QTest::newRow("fraction") << 9 << u"30231250.5"_s << CellKind::Number << false;
    QTest::newRow("date") << 10 << u"2026-11-23"_s << CellKind::Date << false;
    QTest::newRow("truth") << 11 << u"TRUE"_s << CellKind::Truth << false;
    QTest::newRow("error") << 12 << u"#N/A"_s << CellKind::Failure << false;
    QTest::newRow("formula without result") << 13 << QString() << CellKind::NoResult << true;
    QTest::newRow("control character") << 14 << u"030 2312\u00075022"_s << CellKind::Text << false;
    QTest::newRow("merged, first") << 15 << u"030 23125023"_s << CellKind::Text << false;
    QTest::newRow("merged, second") << 16 << QString() << CellKind::Text << false;
    QTest::newRow("below merged") << 17 << u"030 23125024"_s << CellKind::Text << false;
    QTest::newRow("text in the cell, in runs") << 20 << u"030 23125025"_s << CellKind::Text << false;
    QTest::newRow("result of a formula, text") << 21 << u"030 23125026"_s << CellKind::Text << true;
    QTest::newRow("result of a formula, number") << 22 << u"493023125027"_s << CellKind::Number << true;
    QTest::newRow("result of a formula, error") << 23 << u"#N/A"_s << CellKind::Failure << true;
    QTest::newRow("shared formula, exponent in the file") << 24 << u"493023125028"_s << CellKind::Number << true;
}

void TestTableFile::readsXlsxCells()
{
    QFETCH(int, row);
    QFETCH(QString, text);
    QFETCH(CellKind, kind);
    QFETCH(bool, formula);
    static const Read read = readAll(tableFixture(u"cells.xlsx"_s));
    QCOMPARE(read.error, QString());
    const TableCell cell = cellAt(read.table, row, 1);
    QCOMPARE(cell.text, text);
    QCOMPARE(cell.kind, kind);
    QCOMPARE(cell.formula, formula);
}

void TestTableFile::readsOdsCells_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<bool>("formula");
    QTest::newRow("text keeps its zero") << 2 << u"01 40 20 50 50"_s << CellKind::Text << false;
    QTest::newRow("whole number") << 3 << u"33140205051"_s << CellKind::Number << false;
    QTest::newRow("number shown with a zero") << 4 << u"0140205052"_s << CellKind::Number << false;
    QTest::newRow("number shown rounded is taken exactly") << 5 << u"33140205053"_s << CellKind::Number << false;
    QTest::newRow("beside a merged cell") << 6 << u"01 40 20 50 54"_s << CellKind::Text << false;
    QTest::newRow("beside a covered cell") << 7 << u"01 40 20 50 55"_s << CellKind::Text << false;
    QTest::newRow("result of a formula") << 8 << u"01 40 20 50 56"_s << CellKind::Text << true;
    QTest::newRow("formula without result") << 9 << QString() << CellKind::NoResult << true;
    QTest::newRow("date") << 10 << u"2026-11-23"_s << CellKind::Date << false;
    QTest::newRow("truth") << 11 << u"TRUE"_s << CellKind::Truth << false;
    QTest::newRow("row that is repeated") << 14 << u"01 40 20 50 57"_s << CellKind::Text << false;
    QTest::newRow("its repetition") << 15 << u"01 40 20 50 57"_s << CellKind::Text << false;
    QTest::newRow("two paragraphs") << 16 << u"01 40 20 50 58\n01 40 20 50 59"_s << CellKind::Text << false;
}

void TestTableFile::readsOdsCells()
{
    QFETCH(int, row);
    QFETCH(QString, text);
    QFETCH(CellKind, kind);
    QFETCH(bool, formula);
    static const Read read = readAll(tableFixture(u"cells.ods"_s), 1);
    QCOMPARE(read.error, QString());
    const TableCell cell = cellAt(read.table, row, 1);
    QCOMPARE(cell.text, text);
    QCOMPARE(cell.kind, kind);
    QCOMPARE(cell.formula, formula);
    QCOMPARE(read.table.rowCount(), 14); // a million empty rows below them are none
}

void TestTableFile::listsSheets()
{
    const Read book = readAll(tableFixture(u"numbers.xlsx"_s), 1);
    QCOMPARE(book.error, QString());
    QCOMPARE(book.info.format, u"xlsx"_s);
    QCOMPARE(book.info.sheets.size(), 2);
    QCOMPARE(book.info.sheets.at(0).name, u"Notes"_s);
    QCOMPARE(book.info.sheets.at(1).name, u"Numbers"_s);
    QCOMPARE(book.info.sheets.at(1).rows, 7);
    QCOMPARE(book.info.sheets.at(1).columns, 6);
    QCOMPARE(book.table.row(3).cell(3).text, u"01067"_s); // a postcode keeps its zero
    QCOMPARE(book.table.row(3).cell(4).text, u"0007"_s);  // so does a PIN
    const Read sheet = readAll(tableFixture(u"cells.ods"_s));
    QCOMPARE(sheet.info.format, u"ods"_s);
    QCOMPARE(sheet.info.sheets.size(), 2);
    QCOMPARE(sheet.info.sheets.at(0).rows, 0);
    QCOMPARE(sheet.info.sheets.at(1).name, u"Lines"_s);
}

void TestTableFile::saysWhatIsMerged()
{
    QCOMPARE(readAll(tableFixture(u"cells.xlsx"_s)).info.sheets.first().merged, QStringList{u"B15:B16"_s});
    const Read ods = readAll(tableFixture(u"cells.ods"_s), 1);
    QCOMPARE(ods.info.sheets.at(1).merged, QStringList{u"A6:A7"_s});
    QCOMPARE(ods.info.sheets.at(1).mergedCount, 1);
}

void TestTableFile::countsRowsAsTheSpreadsheet()
{
    const Read read = readAll(text("Phone\n\n\n030 23125017\n"));
    QCOMPARE(read.table.rowCount(), 2);
    QCOMPARE(read.table.row(1).number, 4);
    const Read sparse =
        readAll(documentBytes(xlsxOf("<row r=\"7\"><c r=\"C7\" t=\"str\"><v>x</v></c></row><row><c t=\"str\"><v>y</v></c></row>"), u"x"_s));
    QCOMPARE(sparse.error, QString());
    QCOMPARE(cellAt(sparse.table, 7, 2).text, u"x"_s);
    QCOMPARE(cellAt(sparse.table, 8, 0).text, u"y"_s);
}

void TestTableFile::findsEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("city");
    QTest::newRow("ASCII") << QByteArray("Phone;City\n030 1;Bonn\n") << u"UTF-8"_s << u"Bonn"_s;
    QTest::newRow("UTF-8") << QByteArray("Phone;City\n030 1;M\xc3\xbcnchen\n") << u"UTF-8"_s << u"München"_s;
    QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbfPhone;City\n030 1;M\xc3\xbcnchen\n") << u"UTF-8"_s << u"München"_s;
    const QString wide = u"Phone;City\n030 1;München\n"_s;
    const QByteArray little(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2);
    QTest::newRow("UTF-16 with mark") << "\xff\xfe" + little << u"UTF-16LE"_s << u"München"_s;
    QTest::newRow("UTF-16 without mark") << little << u"UTF-16LE"_s << u"München"_s;
    QByteArray big = little;
    for (qsizetype i = 0; i + 1 < big.size(); i += 2)
        std::swap(big[i], big[i + 1]);
    QTest::newRow("UTF-16, the other order") << big << u"UTF-16BE"_s << u"München"_s;
    QTest::newRow("Windows, one word") << QByteArray("Phone;City\n030 1;M\xfcnchen\n") << u"windows-1252"_s << u"München"_s;
    QTest::newRow("Windows, sentences") << QByteArray("Rufnummer;Ort\n030 1;K\xf6ln\n030 2;D\xfcsseldorf, Gro\xdf"
                                                      "e Stra\xdf"
                                                      "e f\xfcr die Gesch\xe4"
                                                      "fte\n")
                                        << u"windows-1252"_s << u"Köln"_s;
    QTest::newRow("Cyrillic")
        << QByteArray("Phone;City\n1;\xcc\xee\xf1\xea\xe2\xe0\n2;\xd1\xe0\xed\xea\xf2-\xcf\xe5\xf2\xe5\xf0\xe1\xf3\xf0\xe3, \xed\xe0\xe1"
                      "\xe5\xf0\xe5\xe6\xed\xe0\xff \xf0\xe5\xea\xe8 \xd4\xee\xed\xf2\xe0\xed\xea\xe8\n")
        << u"windows-1251"_s << u"Москва"_s;
    QTest::newRow("Cyrillic, one word") << QByteArray("Phone;City\n1;\xcc\xee\xf1\xea\xe2\xe0\n") << u"windows-1251"_s << u"Москва"_s;
    QTest::newRow("Polish") << QByteArray("Phone;City\n1;\xa3\xf3\x64\x9f\n2;W\xb3"
                                          "adys\xb3"
                                          "aw\n")
                            << u"windows-1250"_s << u"Łódź"_s;
    QTest::newRow("Greek") << QByteArray("Phone;City\n1;\xc1\xe8\xde\xed\xe1\n2;\xc8\xe5\xf3\xf3\xe1\xeb\xef\xed\xdf\xea\xe7\n")
                           << u"windows-1253"_s << u"Αθήνα"_s;
    QTest::newRow("Chinese") << QByteArray(
                                    "Phone,City\n1,\xb1\xb1\xbe\xa9\xca\xd0\n2,\xc9\xcf\xba\xa3\xca\xd0\xc6\xd6\xb6\xab\xd0\xc2\xc7\xf8\n")
                             << u"GB18030"_s << u"北京市"_s;
    QTest::newRow("Japanese") << QByteArray("Phone,City\n1,\x93\x8c\x8b\x9e\x93s\n2,\x91\xe5\x8d\xe3\x8es\x96k\x8b\xe6\x94~\x93\x63\n3,"
                                            "\x89\xa1\x95l\x8es\x92\x86\x8b\xe6\n")
                              << u"Shift_JIS"_s << u"東京都"_s;
}

void TestTableFile::findsEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, city);
    const Read read = readAll(text(bytes));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.info.reading.encoding, encoding);
    QCOMPARE(read.table.row(1).cell(1).text, city);
    QCOMPARE(read.info.warnings, QStringList());
}

void TestTableFile::takesChosenEncoding()
{
    const QByteArray bytes("Phone;City\n030 1;M\xfcnchen\n");
    const Read greek = readAll(text(bytes), 0, {u"windows-1253"_s, {}});
    QCOMPARE(greek.table.row(1).cell(1).text, u"Mόnchen"_s); // wrong, but what was asked for
    QCOMPARE(greek.info.reading.encoding, u"windows-1253"_s);
    QVERIFY(readAll(text(bytes), 0, {u"no-such-thing"_s, {}}).error.contains(u"is not known"));
}

void TestTableFile::saysWhatIsUnreadable()
{
    const Read read = readAll(text("Phone;City\n030 1;M\xfcnchen\n"), 0, {u"UTF-8"_s, {}});
    QCOMPARE(read.info.warnings.size(), 1);
    QVERIFY2(read.info.warnings.first().contains(u"cannot be read as UTF-8"), qPrintable(read.info.warnings.first()));
    QCOMPARE(read.table.rowCount(), 2);
}

void TestTableFile::findsSeparator_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<int>("columns");
    QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << u","_s << 2;
    QTest::newRow("semicolon with decimal commas") << QByteArray("a;b\n1,5;2,5\n1,7;2\n") << u";"_s << 2;
    QTest::newRow("tab with commas in addresses") << QByteArray("a\tb\n1\tBerlin, Mitte\n2\tBonn\n") << u"\t"_s << 2;
    QTest::newRow("bar") << QByteArray("a|b|c\n1|2|3\n") << u"|"_s << 3;
    QTest::newRow("quoted commas do not count") << QByteArray("a;b\n\"1,2,3\";2\n\"4,5,6\";2\n") << u";"_s << 2;
    QTest::newRow("Excel's own line") << QByteArray("sep=|\na,b|c\n") << u"|"_s << 2;
    QTest::newRow("one column") << QByteArray("030 1\n030 2\n") << u"\t"_s << 1;
}

void TestTableFile::findsSeparator()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, separator);
    QFETCH(int, columns);
    const Read read = readAll(text(bytes));
    QCOMPARE(read.error, QString());
    QCOMPARE(read.info.reading.separator, separator);
    QCOMPARE(read.table.columnCount(), columns);
    QCOMPARE(readAll(text(bytes), 0, {{}, u"#"_s}).table.columnCount(), 1);
}

void TestTableFile::readsCsvCells_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("leading zeros") << QByteArray("00493012;0042;01067") << QStringList{u"00493012"_s, u"0042"_s, u"01067"_s};
    QTest::newRow("quotation marks") << QByteArray("\"a;b\";\"say \"\"x\"\"\";c") << QStringList{u"a;b"_s, u"say \"x\""_s, u"c"_s};
    QTest::newRow("lines in a cell") << QByteArray("\"Main Street 5\r\nBerlin\";b;c")
                                     << QStringList{u"Main Street 5\nBerlin"_s, u"b"_s, u"c"_s};
    QTest::newRow("mark within a cell") << QByteArray("5\" pipe;b;c") << QStringList{u"5\" pipe"_s, u"b"_s, u"c"_s};
    QTest::newRow("text behind a quoted cell") << QByteArray("\"a\"x;b;c") << QStringList{u"\"a\"x"_s, u"b"_s, u"c"_s};
    QTest::newRow("empty cells") << QByteArray(";;c") << QStringList{QString(), QString(), u"c"_s};
    QTest::newRow("blanks around") << QByteArray("  a  ; b ;c") << QStringList{u"a"_s, u"b"_s, u"c"_s};
}

void TestTableFile::readsCsvCells()
{
    QFETCH(QByteArray, line);
    QFETCH(QStringList, cells);
    for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r"), QByteArray()}) {
        const Read read = readAll(text("x;y;z\n" + line + end), 0, {{}, u";"_s});
        QCOMPARE(read.error, QString());
        QCOMPARE(read.table.rowCount(), 2);
        for (int i = 0; i < cells.size(); ++i)
            QCOMPARE(read.table.row(1).cell(i).text, cells.at(i));
    }
    const Read open = readAll(text("Phone;City\n1;\"Berlin\n2;Bonn\n3;Ulm\n"));
    QCOMPARE(open.table.rowCount(), 4); // no row is swallowed
    QVERIFY2(open.info.warnings.value(0).contains(u"line 2"), qPrintable(open.info.warnings.join(u' ')));
}

void TestTableFile::readsEmptyAndOneLineFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message"); // "" = read
    QTest::newRow("nothing") << QByteArray() << u"is empty"_s;
    QTest::newRow("line ends only") << QByteArray("\r\n\r\n \n") << u"is empty"_s;
    QTest::newRow("mark only") << QByteArray("\xef\xbb\xbf") << u"every cell is empty"_s;
    QTest::newRow("separators only") << QByteArray(";;\n;;\n") << u"every cell is empty"_s;
    QTest::newRow("one line without end") << QByteArray("030 23125017") << QString();
    QTest::newRow("one heading") << QByteArray("Phone;City\n") << QString();
}

void TestTableFile::readsEmptyAndOneLineFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const Read read = readAll(text(bytes));
    QVERIFY2(message.isEmpty() ? read.error.isEmpty() : read.error.contains(message), qPrintable(read.error));
    if (message.isEmpty())
        QCOMPARE(read.table.rowCount(), 1);
}

void TestTableFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("old Excel, or a password") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(600, '\1')
                                              << u"old Excel format"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"not a table"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n") << u"not a table"_s;
    QTest::newRow("program") << QByteArray("\x7f"
                                           "ELF\0\0\1\2\3\4",
                                           10)
                             << u"neither a table nor text"_s;
    QTest::newRow("archive of something else") << zipped({{"readme.txt", "x"}}) << u"an archive, not a table"_s;
    QTest::newRow("text document") << zipped({{"content.xml", "<x xmlns=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"}})
                                   << u"no table in this file"_s;
    QTest::newRow("cut off") << tableFixture(u"cells.xlsx"_s).bytes.left(3000) << u"damaged or incomplete"_s;
    QTest::newRow("head of an archive only") << QByteArray("PK\3\4") << u"damaged or incomplete"_s;
    QTest::newRow("no XML within") << xlsxOf("<row><c><v>1</v></row>") << u"damaged or incomplete"_s;
    QTest::newRow("encrypted ODS") << zipped({{"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", "<a><manifest:encryption-data/></a>"}})
                                   << u"protected with a password"_s;
    QTest::newRow("entities that multiply")
        << zipped({{"content.xml", "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                   "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                                   "<t:table xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">&d;&d;</t:table>"}})
        << u"damaged or incomplete"_s;
}

void TestTableFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const Read read = readAll(documentBytes(bytes, u"x"_s));
    QVERIFY2(read.error.contains(message), qPrintable(read.error));
}

void TestTableFile::refusesBombs()
{
    // A hundred sheets that are one part of 6 MB of blanks: 600 MB in a few kilobytes.
    const QByteArray bomb = xlsxOf(QByteArray(6 * 1024 * 1024, ' '), {}, kMaximumTableSheets);
    QVERIFY2(bomb.size() < 100'000, qPrintable(QString::number(bomb.size())));
    const Read read = readAll(documentBytes(bomb, u"x"_s));
    // Whichever limit a machine comes to first
    QVERIFY2(read.error.contains(u"unpacks to more than 512 MB") || read.error.contains(u"takes too long to read"), qPrintable(read.error));
}

void TestTableFile::readsAMillionRows()
{
    QByteArray bytes = "Phone;City\n";
    for (int i = 1; i < kMaximumTableRows; ++i)
        bytes += "030" + QByteArray::number(1'000'000 + i) + ";Berlin\n";
    const DocumentBytes document = text(bytes);
    const Read read = readAll(document);
    QCOMPARE(read.error, QString());
    QCOMPARE(read.table.rowCount(), kMaximumTableRows);
    QVERIFY(read.steps > 100);
    QCOMPARE(read.table.row(kMaximumTableRows - 1).cell(0).text, u"0301999999"_s);
}

void TestTableFile::refusesMoreThanAMillionRows()
{
    const Read read = readAll(text(QByteArray("1\n").repeated(kMaximumTableRows + 1)));
    QVERIFY2(read.error.contains(u"more than 1,000,000 rows"), qPrintable(read.error));
}

void TestTableFile::leavesOutFarColumns()
{
    const Read read = readAll(text("a" + QByteArray(";b").repeated(200)), 0, {{}, u";"_s});
    QCOMPARE(read.table.columnCount(), kMaximumTableColumns);
    QCOMPARE(read.info.warnings, QStringList{u"The columns after CV are left out."_s});
    const Read far = readAll(documentBytes(xlsxOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZ1\"><v>2</v></c></row>"), u"x"_s));
    QCOMPARE(far.table.columnCount(), 1);
    QVERIFY(!far.info.warnings.isEmpty());
}

void TestTableFile::survivesItsWorker()
{
    const DocumentBytes document = text("Phone\n030 1\n030 2\n");
    TableLoader loader(options());
    int openedTimes = 0, rows = 0;
    QString error;
    connect(&loader, &TableLoader::opened, this, [&] { ++openedTimes; });
    connect(&loader, &TableLoader::loaded, this, [&](const NumberTable &table) { rows = table.rowCount(); });
    connect(&loader, &TableLoader::failed, this, [&](const Error &failure) { error = failure.message; });
    loader.open(document);
    QTRY_COMPARE_WITH_TIMEOUT(openedTimes, 1, 60'000);
    QProcess::execute(u"kill"_s, {u"-9"_s, QString::number(loader.processId())});
    QTRY_COMPARE_WITH_TIMEOUT(loader.processId(), 0, 60'000);
    loader.readSheet(0); // a new worker reads the file again
    QTRY_COMPARE_WITH_TIMEOUT(rows, 3, 60'000);
    loader.readSheet(0);
    QProcess::execute(u"kill"_s, {u"-9"_s, QString::number(loader.processId())});
    QTRY_VERIFY_WITH_TIMEOUT(!error.isEmpty() || rows == 3, 60'000); // either was quicker
    loader.cancel();
    loader.readSheet(7); // there is no such sheet
    QTRY_COMPARE_WITH_TIMEOUT(rows, 0, 60'000);
    DocWorkerOptions missing;
    missing.program = u"/no/such/program"_s;
    TableLoader none(missing);
    QString sentence;
    connect(&none, &TableLoader::failed, this, [&](const Error &failure) { sentence = failure.message; });
    none.open(document);
    QTRY_VERIFY_WITH_TIMEOUT(sentence.contains(u"could not be started"), 60'000);
}

QTEST_GUILESS_MAIN(TestTableFile)
#include "tst_tablefile.moc"
