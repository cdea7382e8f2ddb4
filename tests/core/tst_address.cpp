// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/address.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutsAskForTheirParts_data();
    void layoutsAskForTheirParts();
    void rowsOfTheFormFollowTheEnvelope();
    void statesAreOffered();
    void unknownCountriesGetAGeneralLayout();
    void everyPublishedPostcodeFits();
    void postcodes_data();
    void postcodes();
    void missingPartsAreNamed();
    void envelopes_data();
    void envelopes();
    void poBoxesAreFound_data();
    void poBoxesAreFound();
    void streetsAreNoPoBoxes_data();
    void streetsAreNoPoBoxes();
};

namespace {

PostalAddress address(const char *country, const QString &line, const QString &locality, const QString &region, const QString &postalCode)
{
    return {{line}, {}, locality, region, postalCode, QString::fromLatin1(country)};
}

void line(const char *country, const char *text)
{
    QTest::addRow("%s %s", country, text) << QString::fromLatin1(country) << QString::fromUtf8(text);
}

} // namespace

void TestAddress::layoutsAskForTheirParts_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("required");
    QTest::addColumn<QString>("postcodeLabel");
    QTest::newRow("United States") << u"US"_s << u"lines locality region postalCode"_s << u"ZIP code"_s;
    QTest::newRow("Canada") << u"CA"_s << u"lines locality region postalCode"_s << u"Postal code"_s;
    QTest::newRow("Great Britain") << u"GB"_s << u"lines locality postalCode"_s << u"Postcode"_s;
    QTest::newRow("Ireland") << u"IE"_s << u"lines locality"_s << u"Eircode"_s;
    QTest::newRow("Germany") << u"DE"_s << u"lines postalCode locality"_s << u"Postcode"_s;
    QTest::newRow("France") << u"FR"_s << u"lines postalCode locality"_s << u"Postcode"_s;
    QTest::newRow("Spain") << u"ES"_s << u"lines postalCode locality region"_s << u"Postal code"_s;
    QTest::newRow("Italy") << u"IT"_s << u"lines postalCode locality region"_s << u"Postal code"_s;
    QTest::newRow("Netherlands") << u"NL"_s << u"lines postalCode locality"_s << u"Postcode"_s;
    QTest::newRow("Japan") << u"JP"_s << u"lines region postalCode"_s << u"Postal code"_s;
    QTest::newRow("Hong Kong has no postcode") << u"HK"_s << u"lines region"_s << QString();
}

void TestAddress::layoutsAskForTheirParts()
{
    QFETCH(QString, country);
    QStringList required;
    QString postcodeLabel;
    for (const AddressLayout::Part &part : addressLayout(country).parts) {
        if (part.required)
            required.append(addressPartKey(part.part));
        if (part.part == AddressPart::PostalCode)
            postcodeLabel = part.label;
        QVERIFY(!part.label.isEmpty());
    }
    QTEST(required.join(u' '), "required");
    QTEST(postcodeLabel, "postcodeLabel");
}

void TestAddress::rowsOfTheFormFollowTheEnvelope()
{
    const AddressLayout layout = addressLayout(u"US"_s);
    QStringList rows;
    for (const AddressLayout::Part &part : layout.parts)
        rows.append((part.newRow ? u"/"_s : u" "_s) + addressPartKey(part.part));
    QCOMPARE(rows.join(QString()), u"/lines/locality region postalCode"_s);
}

void TestAddress::statesAreOffered()
{
    const AddressLayout layout = addressLayout(u"US"_s);
    QVERIFY(layout.regions.size() > 50);
    bool california = false;
    for (const AddressLayout::Region &region : layout.regions)
        california = california || (region.key == u"CA" && region.name == u"California");
    QVERIFY(california);
    QCOMPARE(addressLayout(u"CA"_s).regions.size(), 13);
    QVERIFY(addressLayout(u"DE"_s).regions.isEmpty());
}

void TestAddress::unknownCountriesGetAGeneralLayout()
{
    const AddressLayout layout = addressLayout(u"QQ"_s);
    QCOMPARE(layout.country, u"QQ"_s);
    QVERIFY(layout.postcodePattern.isEmpty());
    QCOMPARE(layout.parts.size(), 4);
    QVERIFY(postcodeFits(address("QQ", u"Main Street 1"_s, u"Town"_s, {}, u"anything"_s)));
}

void TestAddress::everyPublishedPostcodeFits()
{
    QFile file(u":/portdesk/data/addresses.json"_s);
    addressLayout(u"DE"_s); // makes sure the table is linked in
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(table.size() > 240);
    int examples = 0;
    for (auto it = table.begin(); it != table.end(); ++it)
        for (const QJsonValue &example : (*it)[u"postcodeExamples"_s].toArray()) {
            QVERIFY2(postcodeFits({{}, {}, {}, {}, example.toString(), it.key()}), qPrintable(it.key() + u' ' + example.toString()));
            ++examples;
        }
    QVERIFY2(examples > 400, qPrintable(QString::number(examples)));
}

void TestAddress::postcodes_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("postcode");
    QTest::addColumn<bool>("fits");
    QTest::newRow("Berlin") << u"DE"_s << u"10827"_s << true;
    QTest::newRow("Berlin with a blank") << u"DE"_s << u"10 827"_s << true;
    QTest::newRow("four digits in Germany") << u"DE"_s << u"1082"_s << false;
    QTest::newRow("London") << u"GB"_s << u"EC1A 1BB"_s << true;
    QTest::newRow("London in small letters") << u"GB"_s << u"ec1a1bb"_s << true;
    QTest::newRow("American code in Britain") << u"GB"_s << u"90210"_s << false;
    QTest::newRow("ZIP+4") << u"US"_s << u"90210-1234"_s << true;
    QTest::newRow("short ZIP") << u"US"_s << u"9021"_s << false;
    QTest::newRow("Ottawa") << u"CA"_s << u"k1a 0b1"_s << true;
    QTest::newRow("Canadian code with a letter that is never used") << u"CA"_s << u"D1A 0B1"_s << false;
    QTest::newRow("Dutch without its blank") << u"NL"_s << u"2490AA"_s << true;
    QTest::newRow("Eircode") << u"IE"_s << u"D02 AF30"_s << true;
    QTest::newRow("Paris") << u"FR"_s << u"75001"_s << true;
    QTest::newRow("nothing is a matter of missing parts") << u"DE"_s << QString() << true;
}

void TestAddress::postcodes()
{
    QFETCH(QString, country);
    QFETCH(QString, postcode);
    QTEST(postcodeFits({{u"x"_s}, {}, u"x"_s, {}, postcode, country}), "fits");
}

void TestAddress::missingPartsAreNamed()
{
    QCOMPARE(missingParts(address("DE", u"Hauptstraße 5"_s, u"Berlin"_s, {}, u"10827"_s)), QList<AddressPart>());
    QCOMPARE(missingParts(address("DE", u"  "_s, u"Berlin"_s, {}, {})), (QList<AddressPart>{AddressPart::Lines, AddressPart::PostalCode}));
    QCOMPARE(missingParts(address("US", u"1 Main Street"_s, u"Springfield"_s, {}, u"62701"_s)), QList<AddressPart>{AddressPart::Region});
    QCOMPARE(missingParts({{}, {}, {}, {}, {}, u"IE"_s}), (QList<AddressPart>{AddressPart::Lines, AddressPart::Locality}));
}

void TestAddress::envelopes_data()
{
    QTest::addColumn<PostalAddress>("written");
    QTest::addColumn<QString>("lines");
    QTest::newRow("Germany") << address("DE", u"Hauptstraße 5"_s, u"Berlin"_s, {}, u"10827"_s) << u"Hauptstraße 5|10827 Berlin"_s;
    QTest::newRow("United States") << address("US", u"1 Main Street"_s, u"Springfield"_s, u"IL"_s, u"62701"_s) << u"1 Main Street|SPRINGFIELD, IL 62701"_s;
    QTest::newRow("United States by the state's name") << address("US", u"1 Main Street"_s, u"Los Angeles"_s, u"california"_s, u"90012"_s) << u"1 Main Street|LOS ANGELES, CA 90012"_s;
    QTest::newRow("state not given") << address("US", u"1 Main Street"_s, u"Springfield"_s, {}, u"62701"_s) << u"1 Main Street|SPRINGFIELD 62701"_s;
    QTest::newRow("Great Britain") << address("GB", u"10 High Street"_s, u"Leeds"_s, {}, u"ls1 4dy"_s) << u"10 High Street|LEEDS|LS1 4DY"_s;
    QTest::newRow("Ireland") << address("IE", u"3 Quay Street"_s, u"Galway"_s, u"Co. Galway"_s, u"H91 X2Y3"_s) << u"3 Quay Street|Galway|Co. Galway|H91 X2Y3"_s;
    QTest::newRow("France") << address("FR", u"8 rue de la Paix"_s, u"Paris"_s, {}, u"75002"_s) << u"8 rue de la Paix|75002 PARIS"_s;
    QTest::newRow("Spain by key") << address("ES", u"Calle Mayor 1"_s, u"Vitoria"_s, u"VI"_s, u"01001"_s) << u"Calle Mayor 1|01001 VITORIA ÁLAVA"_s;
    QTest::newRow("Italy by name") << address("IT", u"Via Roma 1"_s, u"Torino"_s, u"Torino"_s, u"10121"_s) << u"Via Roma 1|10121 TORINO TO"_s;
    QTest::newRow("Netherlands") << address("NL", u"Dam 1"_s, u"Amsterdam"_s, {}, u"1012 JS"_s) << u"Dam 1|1012 JS Amsterdam"_s;
    QTest::newRow("Canada") << address("CA", u"111 Wellington St"_s, u"Ottawa"_s, u"Ontario"_s, u"K1A 0A9"_s) << u"111 Wellington St|OTTAWA ON K1A 0A9"_s;
    QTest::newRow("prefix of the post stays with its postcode") << address("AX", u"Torggatan 1"_s, u"Mariehamn"_s, {}, u"22100"_s) << u"Torggatan 1|AX-22100 Mariehamn"_s;
    QTest::newRow("prefix goes without a postcode") << address("AX", u"Torggatan 1"_s, u"Mariehamn"_s, {}, {}) << u"Torggatan 1|Mariehamn"_s;
    QTest::newRow("two street lines") << PostalAddress{{u"Building 7"_s, u" Hauptstraße  5"_s}, {}, u"Berlin"_s, {}, u"10827"_s, u"DE"_s} << u"Building 7|Hauptstraße 5|10827 Berlin"_s;
    QTest::newRow("nothing at all") << PostalAddress{{}, {}, {}, {}, {}, u"DE"_s} << QString();
}

void TestAddress::envelopes()
{
    QFETCH(PostalAddress, written);
    QTEST(formatAddress(written).join(u'|'), "lines");
}

void TestAddress::poBoxesAreFound_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    line("US", "PO Box 123");
    line("US", "P.O. BOX 123");
    line("US", "p. o. box 99");
    line("US", "POB 45");
    line("US", "Post Office Box 7");
    line("US", "P.O. Drawer 12");
    line("US", "Box 123");
    line("US", "Suite 5, PO BOX #1234");
    line("CA", "P.O. Box 55 Station A");
    line("CA", "C.P. 123, succ. Centre-ville");
    line("CA", "Case postale 12");
    line("GB", "PO Box 4321");
    line("GB", "P O Box 1");
    line("GB", "Postbox 17");
    line("IE", "P.O. Box 12");
    line("IE", "Bosca Poist 12");
    line("DE", "Postfach 10 11 12");
    line("DE", "POSTFACH 1234");
    line("DE", "PF 1234");
    line("AT", "Postfach 5");
    line("CH", "Case postale 44");
    line("CH", "Casella postale 8");
    line("FR", "BP 123");
    line("FR", "B.P. 40");
    line("FR", "Boîte postale 7");
    line("FR", "BP n° 12");
    line("BE", "Boîte Postale 9");
    line("BE", "Postbus 12");
    line("NL", "Postbus 1234");
    line("NL", "Antwoordnummer 55");
    line("ES", "Apartado de correos 123");
    line("ES", "Apdo. Correos 45");
    line("ES", "Apartado 45");
    line("MX", "Apartado postal 6");
    line("CO", "A.A. 12345");
    line("CL", "Casilla 123");
    line("AR", "Casilla de Correo 9");
    line("IT", "Casella postale 10");
    line("IT", "C.P. 23");
    line("IT", "Cas. post. 5");
    line("BR", "Caixa Postal 100");
    line("PT", "Apartado 1045");
    line("SE", "Box 123");
    line("NO", "Postboks 12 Sentrum");
    line("DK", "Postboks 99");
    line("FI", "PL 12");
    line("FI", "Postilokero 3");
    line("IS", "Pósthólf 80");
    line("PL", "Skrytka pocztowa 7");
    line("PL", "skr. poczt. 12");
    line("CZ", "P. P. 12");
    line("CZ", "Poštovní přihrádka 4");
    line("SK", "Poštový priečinok 9");
    line("SI", "p.p. 12");
    line("HU", "Pf. 12");
    line("RO", "Căsuța poștală 5");
    line("BG", "п.к. 12");
    line("GR", "Τ.Θ. 1234");
    line("TR", "P.K. 34");
    line("IL", "ת.ד. 123");
    line("JP", "私書箱 12号");
    line("KR", "사서함 10호");
    line("TW", "郵政信箱 5號");
    line("AU", "GPO Box 2890");
    line("AU", "Locked Bag 12");
    line("NZ", "Private Bag 92024");
    line("ZA", "Posbus 12");
    line("ID", "Kotak Pos 4");
    line("IN", "Post Bag No. 12");
    line("AE", "P.O. Box: 9999");
}

void TestAddress::poBoxesAreFound()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    QVERIFY(isPoBox(text, country));
}

void TestAddress::streetsAreNoPoBoxes_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    line("DE", "Postfachweg 3");
    line("DE", "Am Alten Postamt 2");
    line("DE", "Poststraße 12");
    line("DE", "Pfarrstraße 1");
    line("GB", "12 Boxwood Lane");
    line("GB", "The Box House, 4 Mill Lane");
    line("GB", "Old Post Office, High Street");
    line("GB", "Unit 5 Boxhill Road");
    line("US", "123 Boxelder Drive");
    line("US", "RR 2 Box 15");
    line("US", "HC 1 Box 12");
    line("US", "500 Post Road");
    line("US", "77 Poboxa Street");
    line("US", "BP 4 Gas Station Road");
    line("FR", "12 rue de la Boîte");
    line("FR", "15 rue Vergniaud, CS 12345, 75640 PARIS CEDEX 13");
    line("FR", "4 avenue de la Poste CEDEX");
    line("BE", "Rue Neuve 12 boîte 4");
    line("BE", "Nieuwstraat 12 bus 4");
    line("NL", "Postbuslaan 1");
    line("ES", "Calle de Apartado 3 bis");
    line("ES", "CP 28013 Madrid");
    line("IT", "Via Casella 10");
    line("PL", "ul. Skrytka");
    line("PL", "PL 00-001 Warszawa");
    line("SE", "Boxholmsvägen 3");
    line("FI", "Plantagegatan 4");
    line("CL", "Casillas 123");
    line("AR", "CC Norte Piso 3");
    line("TR", "PK Sokak 12");
    line("DE", "");
}

void TestAddress::streetsAreNoPoBoxes()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    QVERIFY(!isPoBox(text, country));
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
