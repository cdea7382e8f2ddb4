// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numbertable.h"
#include "tests/kit/tablerows.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::TableColumn)

/// What the columns of a table hold, told by their headings and cells.
class TestTableColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsHeadings_data();
    void knowsHeadings();
    void knowsCountries_data();
    void knowsCountries();
    void guessesColumns_data();
    void guessesColumns();
};

void TestTableColumns::knowsHeadings_data()
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
    rows(TableColumn::Pin, {u"PIN"_s, u"Number PIN"_s, u"Port-PIN"_s, u"Transfer PIN"_s});
    rows(TableColumn::Code, {u"RIO"_s, u"Code RIO"_s, u"PAC"_s, u"Migration code"_s, u"Codice di migrazione"_s, u"NIP"_s});
    rows(TableColumn::Account, {u"Account"_s, u"Account number"_s, u"Kundennummer"_s, u"Numéro de client"_s});
    rows(TableColumn::Carrier, {u"Carrier"_s, u"Current provider"_s, u"Anbieter"_s, u"Opérateur"_s, u"Losing carrier"_s});
    rows(TableColumn::Site, {u"Site"_s, u"Standort"_s, u"Location"_s});
    rows(TableColumn::Country, {u"Country"_s, u"Land"_s, u"Pays"_s});
    rows(TableColumn::Nothing, {u"Name"_s, u"E-mail address"_s, u"Contact phone"_s, u"Notes"_s, u"Start date"_s, u"+49 30 123"_s, u""_s,
                                u"Fax"_s, u"Account holder"_s});
}

void TestTableColumns::knowsHeadings()
{
    QFETCH(TableColumn, column);
    QCOMPARE(tableColumnText(columnOfHeading(QString::fromUtf8(QTest::currentDataTag()))), tableColumnText(column));
}

void TestTableColumns::knowsCountries_data()
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

void TestTableColumns::knowsCountries()
{
    QFETCH(QString, code);
    QCOMPARE(countryOfText(QString::fromUtf8(QTest::currentDataTag())), code);
}

void TestTableColumns::guessesColumns_data()
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

void TestTableColumns::guessesColumns()
{
    QFETCH(Cells, rows);
    QFETCH(int, header);
    QFETCH(QList<int>, numbers);
    const TableMapping mapping = guessedMapping(tableOf(rows), u"DE"_s);
    QCOMPARE(mapping.headerRow, header);
    QCOMPARE(mapping.columnsOf(TableColumn::Number), numbers);
    QCOMPARE(mapping.hasNumbers(), !numbers.isEmpty());
}

QTEST_GUILESS_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
