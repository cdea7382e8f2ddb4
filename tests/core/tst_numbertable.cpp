// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberreport.h"
#include "tests/kit/tablerows.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::TableCell)

/// Rows of a table read into numbers, each with its state and reason.
class TestNumberTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsRows();
    void refusesDamagedRows();
    void judgesCells_data();
    void judgesCells();
    void findsDuplicates();
    void countsWhatIsRead();
    void readsInTheOrderOfTheTable();
    void cancels();
    void asksForAColumn();
    void writesTheReport();
    void saysEveryReason();
};

void TestNumberTable::packsRows()
{
    const NumberTable table = tableOf({{{u"a"_s}, {u"7"_s, CellKind::Number, true}}, {}, {{u"ü\u0007"_s, CellKind::Failure}}});
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(table.columnCount(), 2);
    QCOMPARE(table.row(0).cells, (QList<TableCell>{{u"a"_s}, {u"7"_s, CellKind::Number, true}}));
    QCOMPARE(table.row(2).cell(0), (TableCell{u"ü\u0007"_s, CellKind::Failure}));
    QCOMPARE(table.row(2).number, 3);
    QCOMPARE(table.row(3), TableRow{});
    QCOMPARE(table.rows(1, 10).size(), 2);
    QCOMPARE(columnName(0) + columnName(25) + columnName(26) + columnName(99), u"AZAACV"_s);
}

void TestNumberTable::refusesDamagedRows()
{
    std::string packed;
    packRow({1, {{u"abc"_s}}}, packed);
    const QByteArray whole = QByteArray::fromStdString(packed);
    for (qsizetype cut = 0; cut < whole.size(); ++cut)
        QVERIFY(!NumberTable().append({0, 1, whole.left(cut)}).ok());
    QVERIFY(NumberTable().append({0, 1, whole}).ok());
    QVERIFY(!NumberTable().append({1, 1, whole}).ok());        // not the next row
    QVERIFY(!NumberTable().append({0, 1, whole + '\0'}).ok()); // more than it says
    QByteArray badKind = whole;
    badKind[6] = 9;
    QVERIFY(!NumberTable().append({0, 1, badKind}).ok());
}

void TestNumberTable::judgesCells_data()
{
    QTest::addColumn<TableCell>("cell");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("count");
    const auto text = [](const char *name, const QString &cell, const QString &line, int count = 1) {
        QTest::newRow(name) << TableCell{cell} << line << count;
    };
    const auto number = [](const char *name, const QString &cell, const QString &line, int count = 1) {
        QTest::newRow(name) << TableCell{cell, CellKind::Number} << line << count;
    };
    text("national", u"030 23125017"_s, u"valid +493023125017"_s);
    text("international", u"+44 20 7946 0018"_s, u"valid +442079460018"_s);
    text("Teams' tel:", u"tel:+493023125017"_s, u"valid +493023125017"_s);
    text("Excel's apostrophe", u"'03023125017"_s, u"valid +493023125017"_s);
    text("formula that keeps the zero", u"=\"03023125017\""_s, u"valid +493023125017"_s);
    text("another formula", u"=HYPERLINK(\"x\")"_s, u"refused formula-text"_s, 0);
    text("plus first is no formula", u"+493023125017"_s, u"valid +493023125017"_s);
    text("control characters", u"030\u0007 2312\u200b5017\u0000"_s, u"valid +493023125017"_s);
    text("scientific", u"4.93012E+11"_s, u"refused floating-point"_s, 0);
    text("scientific with comma", u"4,93012E+11"_s, u"refused floating-point"_s, 0);
    text("whole number on its way through floating point", u"493023125017.0"_s, u"valid +493023125017"_s);
    text("the same without country code", u"3023125017.0"_s, u"doubtful leading-zero"_s);
    number("whole", u"493023125017"_s, u"valid +493023125017"_s);
    number("zero lost", u"3023125017"_s, u"doubtful leading-zero"_s);
    number("zero shown by its format", u"03023125017"_s, u"valid +493023125017"_s);
    number("plus shown by its format", u"+493023125017"_s, u"valid +493023125017"_s);
    number("fraction", u"30231250.5"_s, u"refused floating-point"_s, 0);
    number("more digits than a number cell keeps", u"1234567890123456789"_s, u"refused floating-point"_s, 0);
    QTest::newRow("date") << TableCell{u"2026-11-23"_s, CellKind::Date} << u"refused date-cell"_s << 0;
    QTest::newRow("truth") << TableCell{u"TRUE"_s, CellKind::Truth} << u"refused truth-cell"_s << 0;
    QTest::newRow("error") << TableCell{u"#N/A"_s, CellKind::Failure} << u"refused error-cell"_s << 0;
    QTest::newRow("formula without result") << TableCell{{}, CellKind::NoResult, true} << u"refused formula-without-result"_s << 0;
    QTest::newRow("result of a formula") << TableCell{u"030 23125017"_s, CellKind::Text, true} << u"valid +493023125017"_s << 1;
    text("range", u"+49 30 23125010-19"_s, u"valid +493023125010"_s, 10);
    text("range reversed", u"+49 30 23125019 - +49 30 23125010"_s, u"refused range-reversed"_s, 0);
    text("several in a cell", u"030 23125017; 030 23125018"_s, u"valid +493023125017"_s, 2);
    text("lines in a cell", u"030 23125017\n030 23125018"_s, u"valid +493023125017"_s, 2);
    text("one of two cannot be read", u"030 23125017; +49 30 2312501799999999"_s, u"doubtful part-unread"_s);
    text("unknown range", u"+49 30 1"_s, u"refused too-short"_s, 0);
    text("words", u"no longer used"_s, u"refused not-a-number"_s, 0);
    text("country code that is none", u"+999 30 23125017"_s, u"refused invalid-country-code"_s, 0);
    text("too long", u"+49 30 231250172312501723"_s, u"refused too-long"_s, 0);
}

void TestNumberTable::judgesCells()
{
    QFETCH(TableCell, cell);
    QFETCH(QString, line);
    QFETCH(int, count);
    const NumberTable table = tableOf({{{u"Phone"_s}, {u"City"_s}}, {cell, {u"Berlin"_s}}});
    const auto report = readNumberTable(table, readingOf(table));
    QVERIFY(report.ok());
    QCOMPARE(lines(*report), QStringList{line});
    QCOMPARE(report->rows.first().count, count);
    QCOMPARE(rowSentence(report->rows.first()).isEmpty(), line.startsWith(u"valid") && !report->rows.first().formula);
}

void TestNumberTable::findsDuplicates()
{
    const NumberTable table = tableOf(
        Cells{{u"Phone"_s}, {u"030 23125017"_s}, {u"+49 30 23125017"_s}, {u"030 23125010-19"_s}, {u"030 23125012"_s}, {u"030 23125099"_s}});
    NumberReading reading = readingOf(table);
    Request request;
    request.country = u"DE"_s;
    request.numbers = {{u"030 23125099"_s, {}, {}, {}, {}}, {{}, u"+493023125080-81"_s, {}, {}, {}}};
    reading.inRequest = numbersOfRequest(request);
    QCOMPARE(reading.inRequest, (QSet<QString>{u"+493023125099"_s, u"+493023125080"_s, u"+493023125081"_s}));
    const auto report = readNumberTable(table, reading);
    QVERIFY(report.ok());
    QCOMPARE(lines(*report), (QStringList{u"valid +493023125017"_s, u"duplicate in-table-before"_s, u"doubtful part-duplicate"_s,
                                          u"duplicate in-table-before"_s, u"duplicate in-request"_s}));
    QVERIFY(rowSentence(report->rows.at(1)).contains(u"row 2"));
    QVERIFY(rowSentence(report->rows.at(3)).contains(u"row 4"));
}

void TestNumberTable::countsWhatIsRead()
{
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"Mobile"_s, u"City"_s},
                                            {u"030 23125017"_s, u""_s, u"Berlin"_s},
                                            {u""_s, u""_s, u"Berlin"_s},
                                            {u"030 23125018"_s, u"0171 2345678"_s, u"Berlin"_s},
                                            {u"x"_s, u""_s, u""_s}});
    const auto report = readNumberTable(table, readingOf(table));
    QVERIFY(report.ok());
    QCOMPARE(lines(*report), (QStringList{u"valid +493023125017"_s, u"refused no-number"_s, u"valid +493023125018"_s,
                                          u"valid +491712345678"_s, u"refused not-a-number"_s}));
    QCOMPARE(report->count(RowState::Valid), 3);
    QCOMPARE(report->count(RowState::Refused), 2);
    QCOMPARE(report->numbers, 3);
}

void TestNumberTable::readsInTheOrderOfTheTable()
{
    QList<QList<TableCell>> rows{{{u"Phone"_s}}};
    for (int i = 0; i < 7'000; ++i) // more than one round of pieces
        rows.append({{u"030 2%1"_s.arg(i, 6, 10, QLatin1Char('0'))}});
    const NumberTable table = tableOf(rows);
    int last = -1;
    const auto report = readNumberTable(table, readingOf(table), [&](int done, int of) {
        const bool grows = done > last && of == 7'000;
        last = done;
        return grows;
    });
    QVERIFY(report.ok());
    QCOMPARE(last, 7'000);
    QCOMPARE(report->rows.size(), 7'000);
    for (int i = 0; i < report->rows.size(); ++i) {
        QCOMPARE(report->rows.at(i).at, i + 1);
        QCOMPARE(report->rows.at(i).e164, u"+49302%1"_s.arg(i, 6, 10, QLatin1Char('0')));
    }
}

void TestNumberTable::cancels()
{
    const NumberTable table = tableOf(QList<QList<TableCell>>(10'000, {{u"030 23125017"_s}}));
    int asked = 0;
    const auto report = readNumberTable(table, readingOf(table), [&](int, int) { return ++asked < 2; });
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, Error::Code::Cancelled);
    QCOMPARE(asked, 2);
}

void TestNumberTable::asksForAColumn()
{
    const NumberTable table = tableOf(Cells{{u"apples"_s, u"pears"_s}});
    const auto report = readNumberTable(table, readingOf(table));
    QVERIFY(!report.ok());
    QVERIFY(report.error().message.contains(u"No column holds the numbers"));
}

void TestNumberTable::writesTheReport()
{
    const NumberTable table = tableOf(Cells{{u"Phone"_s}, {u"+49 30 23125017"_s}, {u"=cmd|'x'!A1"_s}, {u"say \"x\""_s}});
    const NumberReading reading = readingOf(table);
    const QByteArray csv = reportAsCsv(table, *readNumberTable(table, reading));
    QVERIFY(csv.startsWith("\xef\xbb\xbfrow,cell,text,state,reason,number,count\r\n"));
    QVERIFY2(csv.contains("\"2\",\"A2\",\"'+49 30 23125017\",\"valid\",\"\",\"'+493023125017\",\"1\"\r\n"), csv.constData());
    QVERIFY(csv.contains("\"'=cmd|'x'!A1\",\"refused\""));
    QVERIFY(csv.contains("\"say \"\"x\"\"\""));
}

void TestNumberTable::saysEveryReason()
{
    QSet<QString> keys, brief;
    for (int i = 1; i < kRowReasons; ++i) {
        NumberReportRow row;
        row.reason = RowReason(i);
        row.state = RowState::Refused;
        keys.insert(rowReasonKey(row.reason));
        brief.insert(rowWords(row));
        QVERIFY2(rowSentence(row).endsWith(u'.') && !rowSentence(row).contains(u'%'), qPrintable(rowReasonKey(row.reason)));
    }
    QCOMPARE(keys.size(), kRowReasons - 1);
    QCOMPARE(brief.size(), kRowReasons - 1);
    QVERIFY(!keys.contains(QString()));
}

QTEST_GUILESS_MAIN(TestNumberTable)
#include "tst_numbertable.moc"
