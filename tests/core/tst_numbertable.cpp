// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/takenumbers.h"

#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::TableCell)
Q_DECLARE_METATYPE(PortDesk::TableColumn)
Q_DECLARE_METATYPE(PortDesk::PostalAddress)

namespace {

using Cells = QList<QStringList>;

NumberTable tableOf(const QList<QList<TableCell>> &rows)
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

NumberTable tableOf(const Cells &rows)
{
    QList<QList<TableCell>> cells;
    for (const QStringList &row : rows) {
        cells.append(QList<TableCell>());
        for (const QString &text : row)
            cells.last().append({text});
    }
    return tableOf(cells);
}

NumberReading readingOf(const NumberTable &table, const QString &country = u"DE"_s)
{
    return {guessedMapping(table, country), country, {}};
}

/// "valid +493023125017" of every row.
QStringList lines(const NumberReport &report)
{
    QStringList texts;
    for (const NumberReportRow &row : report.rows)
        texts.append(rowStateKey(row.state) + u' ' + (row.reason == RowReason::None ? row.e164 : rowReasonKey(row.reason)));
    return texts;
}

} // namespace

/// Columns guessed, rows read into numbers, and what becomes of them in the request.
class TestNumberTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsRows();
    void refusesDamagedRows();
    void knowsHeadings_data();
    void knowsHeadings();
    void knowsCountries_data();
    void knowsCountries();
    void guessesColumns_data();
    void guessesColumns();
    void judgesCells_data();
    void judgesCells();
    void findsDuplicates();
    void countsWhatIsRead();
    void readsInTheOrderOfTheTable();
    void cancels();
    void asksForAColumn();
    void takesAddresses();
    void takesWholeAddresses_data();
    void takesWholeAddresses();
    void takesSites();
    void takesPinAccountAndCarrier();
    void takesRanges();
    void leavesDoubtfulOnes();
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

void TestNumberTable::knowsHeadings_data()
{
    QTest::addColumn<TableColumn>("column");
    const auto rows = [](TableColumn column, const QStringList &headings) {
        for (const QString &heading : headings)
            QTest::newRow(qPrintable(heading)) << column;
    };
    rows(TableColumn::Number,
         {u"PhoneNumber"_s, u"Phone"_s, u"Number"_s, u"Rufnummer"_s, u"Rufnummern"_s, u"Telefonnummer"_s, u"Téléphone"_s,
          u"Numéro de téléphone"_s, u"Teléfono"_s, u"Telefoonnummer"_s, u"TelephoneNumber"_s, u"LineUri"_s, u"E.164"_s, u"DID"_s,
          u"Номер телефона"_s, u"電話番号"_s, u"  phone   number "_s, u"Numbers to port"_s});
    rows(TableColumn::RangeFirst, {u"From"_s, u"Von"_s, u"First number"_s, u"Start"_s});
    rows(TableColumn::RangeLast, {u"To"_s, u"bis"_s, u"Last number"_s, u"End"_s});
    rows(TableColumn::Street, {u"Street"_s, u"Straße"_s, u"Straße und Hausnummer"_s, u"Hausnummer"_s, u"Address line 1"_s, u"Rue"_s,
                               u"Calle"_s, u"Service Street"_s});
    rows(TableColumn::City, {u"City"_s, u"Ort"_s, u"Ville"_s, u"Town"_s, u"Service City"_s});
    rows(TableColumn::PostalCode, {u"Postcode"_s, u"ZIP"_s, u"Zip Code"_s, u"PLZ"_s, u"Code postal"_s, u"CAP"_s, u"Código postal"_s});
    rows(TableColumn::Address, {u"Address"_s, u"Adresse"_s, u"Anschrift"_s, u"Service address"_s});
    rows(TableColumn::Pin, {u"PIN"_s, u"Number PIN"_s, u"Port-PIN"_s, u"RIO"_s, u"Transfer PIN"_s});
    rows(TableColumn::Account, {u"Account"_s, u"Account number"_s, u"Kundennummer"_s, u"Numéro de client"_s});
    rows(TableColumn::Carrier, {u"Carrier"_s, u"Current provider"_s, u"Anbieter"_s, u"Opérateur"_s, u"Losing carrier"_s});
    rows(TableColumn::Site, {u"Site"_s, u"Standort"_s, u"Location"_s});
    rows(TableColumn::Country, {u"Country"_s, u"Land"_s, u"Pays"_s});
    rows(TableColumn::Nothing, {u"Name"_s, u"E-mail address"_s, u"Contact phone"_s, u"Notes"_s, u"Start date"_s, u"+49 30 123"_s, u""_s,
                                u"Fax"_s, u"Account holder"_s});
}

void TestNumberTable::knowsHeadings()
{
    QFETCH(TableColumn, column);
    QCOMPARE(tableColumnText(columnOfHeading(QString::fromUtf8(QTest::currentDataTag()))), tableColumnText(column));
}

void TestNumberTable::knowsCountries_data()
{
    QTest::addColumn<QString>("code");
    for (const auto &[text, code] : {std::pair{"DE", "DE"},
                                     {"de", "DE"},
                                     {"Germany", "DE"},
                                     {"Deutschland", "DE"},
                                     {"Österreich", "AT"},
                                     {"España", "ES"},
                                     {"United Kingdom", "GB"},
                                     {"UK", "GB"},
                                     {"USA", "US"},
                                     {"日本", "JP"},
                                     {"Atlantis", ""},
                                     {"", ""},
                                     {"49", ""}})
        QTest::newRow(text) << QString::fromLatin1(code);
}

void TestNumberTable::knowsCountries()
{
    QFETCH(QString, code);
    QCOMPARE(countryOfText(QString::fromUtf8(QTest::currentDataTag())), code);
}

void TestNumberTable::guessesColumns_data()
{
    QTest::addColumn<Cells>("rows");
    QTest::addColumn<int>("header");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("one column without headings") << Cells{{u"030 23125017"_s}, {u"030 23125018"_s}} << -1 << QList<int>{0};
    QTest::newRow("headings") << Cells{{u"City"_s, u"Phone"_s}, {u"Bonn"_s, u"030 23125017"_s}} << 0 << QList<int>{1};
    QTest::newRow("title above the headings")
        << Cells{{u"Our numbers"_s}, {u"as of 2026"_s}, {u"Phone"_s, u"City"_s}, {u"030 23125017"_s, u"Bonn"_s}} << 2 << QList<int>{0};
    QTest::newRow("headings say nothing") << Cells{{u"A"_s, u"B"_s}, {u"x"_s, u"030 23125017"_s}, {u"y"_s, u"030 23125018"_s}} << -1
                                          << QList<int>{1};
    QTest::newRow("two columns of numbers") << Cells{{u"030 23125017"_s, u"Bonn"_s, u"030 23125018"_s}} << -1 << (QList<int>{0, 2});
    QTest::newRow("the heading decides") << Cells{{u"Phone"_s, u"Contact phone"_s}, {u"030 23125017"_s, u"0171 1234567"_s}} << 0
                                         << QList<int>{0};
    QTest::newRow("account numbers are none") << Cells{{u"Phone"_s, u"Account"_s}, {u"030 23125017"_s, u"030123456"_s}} << 0
                                              << QList<int>{0};
    QTest::newRow("a lone From is no range") << Cells{{u"From"_s, u"City"_s}, {u"030 23125017"_s, u"Bonn"_s}} << 0 << QList<int>{0};
    QTest::newRow("one line, a heading") << Cells{{u"Phone"_s}} << 0 << QList<int>{0};
    QTest::newRow("no numbers at all") << Cells{{u"apples"_s, u"pears"_s}} << -1 << QList<int>{};
}

void TestNumberTable::guessesColumns()
{
    QFETCH(Cells, rows);
    QFETCH(int, header);
    QFETCH(QList<int>, numbers);
    const TableMapping mapping = guessedMapping(tableOf(rows), u"DE"_s);
    QCOMPARE(mapping.headerRow, header);
    QCOMPARE(mapping.columnsOf(TableColumn::Number), numbers);
    QCOMPARE(mapping.hasNumbers(), !numbers.isEmpty());
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

void TestNumberTable::takesAddresses()
{
    const NumberTable table = tableOf(Cells{{u"Rufnummer"_s, u"Straße"_s, u"Hausnummer"_s, u"PLZ"_s, u"Ort"_s},
                                            {u"030 23125017"_s, u"Hauptstraße"_s, u"5"_s, u"10827"_s, u"Berlin"_s},
                                            {u"030 23125018"_s, u"HAUPTSTRASSE"_s, u"5"_s, u"10827"_s, u"ber\u0007lin"_s},
                                            {u"0221 4710012"_s, u"Domstraße"_s, u"1"_s, u"01067"_s, u"Köln"_s},
                                            {u"030 23125019"_s, u"Kö"_s, u"17"_s, u"50667"_s, u"Köln"_s},
                                            {u"030 23125020"_s, u""_s, u""_s, u""_s, u""_s}});
    Request request;
    request.country = u"DE"_s;
    request.addresses = {{u"address-1"_s, {{u"Kö 17"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}};
    const NumberReading reading = readingOf(table);
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), request, true);
    QCOMPARE(taken.numbers.size(), 5);
    QCOMPARE(taken.addresses.size(), 2);
    QCOMPARE(taken.addresses.at(0).id, u"address-2"_s);
    QCOMPARE(taken.addresses.at(0).address, (PostalAddress{{u"Hauptstraße 5"_s}, {}, u"Berlin"_s, {}, u"10827"_s, u"DE"_s}));
    QCOMPARE(taken.addresses.at(1).address.postalCode, u"01067"_s);
    QStringList ids;
    for (const RequestNumber &number : taken.numbers)
        ids.append(number.address);
    QCOMPARE(ids, (QStringList{u"address-2"_s, u"address-2"_s, u"address-3"_s, u"address-1"_s, QString()}));
    QCOMPARE(taken.numbers.first().number, u"+493023125017"_s);
}

void TestNumberTable::takesWholeAddresses_data()
{
    QTest::addColumn<PostalAddress>("address");
    const auto row = [](const char *text, const QStringList &lines, const QString &city, const QString &code,
                        const QString &country = u"DE"_s) { QTest::newRow(text) << PostalAddress{lines, {}, city, {}, code, country}; };
    row("Hauptstraße 5, 10827 Berlin", {u"Hauptstraße 5"_s}, u"Berlin"_s, u"10827"_s);
    row("Hauptstraße 5; Hof; 10827 Berlin; Germany", {u"Hauptstraße 5"_s, u"Hof"_s}, u"Berlin"_s, u"10827"_s);
    row("Hauptstraße 5\n10827 Berlin", {u"Hauptstraße 5"_s}, u"Berlin"_s, u"10827"_s);
    row("10 Downing Street, London SW1A 2AA, UK", {u"10 Downing Street"_s}, u"London"_s, u"SW1A 2AA"_s, u"GB"_s);
    row("12 rue de la Paix, 75002 Paris, France", {u"12 rue de la Paix"_s}, u"Paris"_s, u"75002"_s, u"FR"_s);
    row("Hauptstraße 5", {u"Hauptstraße 5"_s}, {}, {});
}

void TestNumberTable::takesWholeAddresses()
{
    QFETCH(PostalAddress, address);
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"Address"_s}, {u"030 23125017"_s, QString::fromUtf8(QTest::currentDataTag())}});
    const NumberReading reading = readingOf(table);
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), {}, true);
    QCOMPARE(taken.addresses.size(), 1);
    QCOMPARE(taken.addresses.first().address.lines, address.lines);
    QCOMPARE(taken.addresses.first().address, address);
}

void TestNumberTable::takesSites()
{
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"Site"_s, u"Address"_s},
                                            {u"030 23125017"_s, u"Depot"_s, u""_s}, // its address stands further down
                                            {u"030 23125018"_s, u"depot"_s, u"Hauptstraße 5, 10827 Berlin"_s},
                                            {u"030 23125019"_s, u"HQ"_s, u""_s},
                                            {u"030 23125020"_s, u"nowhere"_s, u""_s}});
    Request request;
    request.addresses = {{u"hq"_s, {{u"Kö 17"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}};
    const NumberReading reading = readingOf(table);
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), request, true);
    QCOMPARE(taken.addresses.size(), 1);
    QCOMPARE(taken.numbers.at(0).address, taken.addresses.first().id);
    QCOMPARE(taken.numbers.at(1).address, taken.addresses.first().id);
    QCOMPARE(taken.numbers.at(2).address, u"hq"_s);
    QCOMPARE(taken.numbers.at(3).address, QString());
}

void TestNumberTable::takesPinAccountAndCarrier()
{
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"PIN"_s, u"Account"_s, u"Carrier"_s},
                                            {u"030 23125017"_s, u"0042"_s, u""_s, u"EXAMPLE Telecom"_s},
                                            {u"030 23125018"_s, u""_s, u"A-2"_s, u""_s},
                                            {u"030 23125019"_s, u""_s, u"B-1"_s, u"Other Net"_s}});
    Request request;
    request.losingCarrier = {u"Example Telecom"_s, u"A-1"_s, u"9999"_s, {}};
    const NumberReading reading = readingOf(table);
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), request, true);
    QCOMPARE(taken.numbers.at(0).pin, u"0042"_s); // its zeros are part of it
    QVERIFY(!taken.numbers.at(0).losingCarrier);  // the request's own
    QCOMPARE(taken.numbers.at(1).losingCarrier.value(), (LosingCarrier{u"Example Telecom"_s, u"A-2"_s, u"9999"_s, {}}));
    QCOMPARE(taken.numbers.at(2).losingCarrier.value(), (LosingCarrier{u"Other Net"_s, u"B-1"_s, {}, {}}));
}

void TestNumberTable::takesRanges()
{
    const NumberTable table = tableOf(Cells{{u"From"_s, u"To"_s, u"City"_s},
                                            {u"+49 30 23125010"_s, u"+49 30 23125019"_s, u"Berlin"_s},
                                            {u"030 23125030"_s, u"39"_s, u"Berlin"_s},
                                            {u"030 23125050"_s, u""_s, u"Berlin"_s},
                                            {u"030 23125069"_s, u"030 23125060"_s, u"Berlin"_s},
                                            {u"030 23125070"_s, u"4.9E+11"_s, u"Berlin"_s}});
    const NumberReading reading = readingOf(table);
    const auto report = readNumberTable(table, reading);
    QVERIFY(report.ok());
    QCOMPARE(lines(*report), (QStringList{u"valid +493023125010"_s, u"valid +493023125030"_s, u"valid +493023125050"_s,
                                          u"refused range-reversed"_s, u"refused floating-point"_s}));
    QCOMPARE(report->numbers, 21);
    const TakenNumbers taken = takenNumbers(table, reading, *report, {}, true);
    QCOMPARE(taken.numbers.size(), 3);
    QCOMPARE(taken.numbers.at(0).range, u"+493023125010-9"_s);
    QCOMPARE(expandRange(taken.numbers.at(0).range, {})->size(), 10);
    QCOMPARE(expandRange(taken.numbers.at(1).range, {})->size(), 10);
    QCOMPARE(taken.numbers.at(2).number, u"+493023125050"_s);
}

void TestNumberTable::leavesDoubtfulOnes()
{
    const NumberTable table = tableOf({{{u"Phone"_s}}, {{u"030 23125017"_s}}, {{u"3023125018"_s, CellKind::Number}}});
    const NumberReading reading = readingOf(table);
    const auto report = readNumberTable(table, reading);
    QCOMPARE(takenNumbers(table, reading, *report, {}, true).numbers.size(), 2);
    QCOMPARE(takenNumbers(table, reading, *report, {}, false).numbers.size(), 1);
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
