// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/takenumbers.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/tablerows.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::PostalAddress)

/// What becomes of a table of numbers in the request: addresses, sites, PINs, codes, carriers.
class TestTakeNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesAddresses();
    void takesWholeAddresses_data();
    void takesWholeAddresses();
    void takesSites();
    void takesPinAccountAndCarrier();
    void takesRanges();
    void leavesDoubtfulOnes();
    void takesCodes();
    void knowsWhereCodesGo();
};

void TestTakeNumbers::takesAddresses()
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

void TestTakeNumbers::takesWholeAddresses_data()
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

void TestTakeNumbers::takesWholeAddresses()
{
    QFETCH(PostalAddress, address);
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"Address"_s}, {u"030 23125017"_s, QString::fromUtf8(QTest::currentDataTag())}});
    const NumberReading reading = readingOf(table);
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), {}, true);
    QCOMPARE(taken.addresses.size(), 1);
    QCOMPARE(taken.addresses.first().address.lines, address.lines);
    QCOMPARE(taken.addresses.first().address, address);
}

void TestTakeNumbers::takesSites()
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

void TestTakeNumbers::takesPinAccountAndCarrier()
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

void TestTakeNumbers::takesRanges()
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

void TestTakeNumbers::leavesDoubtfulOnes()
{
    const NumberTable table = tableOf({{{u"Phone"_s}}, {{u"030 23125017"_s}}, {{u"3023125018"_s, CellKind::Number}}});
    const NumberReading reading = readingOf(table);
    const auto report = readNumberTable(table, reading);
    QCOMPARE(takenNumbers(table, reading, *report, {}, true).numbers.size(), 2);
    QCOMPARE(takenNumbers(table, reading, *report, {}, false).numbers.size(), 1);
}

void TestTakeNumbers::takesCodes()
{
    const NumberTable table = tableOf(Cells{{u"Phone"_s, u"RIO"_s, u"PIN"_s},
                                            {u"+33 1 99 00 12 34"_s, u"02P1234564NH"_s, u""_s},
                                            {u"+44 7400 123456"_s, u"ABC123456"_s, u"0042"_s},
                                            {u"+49 30 23125019"_s, u"4711"_s, u""_s},
                                            {u"+49 30 23125020"_s, u"4712"_s, u"9"_s},
                                            {u"+33 1 99 00 12 35"_s, u""_s, u""_s}});
    NumberReading reading = readingOf(table);
    reading.codeFields = numberCodeFields(testCountries());
    const TakenNumbers taken = takenNumbers(table, reading, *readNumberTable(table, reading), {}, true);
    QStringList codes;
    for (const RequestNumber &number : taken.numbers)
        codes.append(QStringList(number.fields.keys() + number.fields.values() + QStringList{number.pin}).join(u' '));
    QCOMPARE(codes, (QStringList{u"rio_code 02P1234564NH "_s, u"pac ABC123456 0042"_s, u"4711"_s, u"9"_s, QString()}));
}

void TestTakeNumbers::knowsWhereCodesGo()
{
    const QHash<QString, QString> fields = numberCodeFields(testCountries());
    QCOMPARE(fields.value(u"FR"_s), u"rio_code"_s);
    QCOMPARE(fields.value(u"GB"_s), u"pac"_s);
    QCOMPARE(fields.value(u"IT"_s), u"migration_code"_s);
    QVERIFY(!fields.contains(u"DE"_s));
}

QTEST_GUILESS_MAIN(TestTakeNumbers)
#include "tst_takenumbers.moc"
