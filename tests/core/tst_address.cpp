// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/address.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
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
    void localScripts_data();
    void localScripts();
    void everyCountry_data();
    void everyCountry();
    void everyCountryGoesRound_data();
    void everyCountryGoesRound();
    void regionsAreFoundHoweverTheyAreWritten_data();
    void regionsAreFoundHoweverTheyAreWritten();
    void regionsHaveTheirIsoCodes();
};

namespace {

PostalAddress address(const char *country, const QString &line, const QString &locality, const QString &region, const QString &postalCode)
{
    return {{line}, {}, locality, region, postalCode, QString::fromLatin1(country)};
}

void everyCountryRow()
{
    QTest::addColumn<QString>("country");
    for (const QString &country : addressCountries())
        QTest::newRow(qPrintable(country)) << country;
}

/// A value for a part that cannot be taken for that of another one.
QString sample(const AddressLayout &layout, AddressPart part)
{
    switch (part) {
    case AddressPart::Lines: return u"Qstreet 1"_s;
    case AddressPart::DependentLocality: return u"Qsuburb"_s;
    case AddressPart::Locality: return u"Qtown"_s;
    case AddressPart::Region: return layout.regions.isEmpty() ? u"Qregion"_s : layout.regions.last().key;
    case AddressPart::PostalCode: return layout.postcodeExample.isEmpty() ? u"Q99"_s : layout.postcodeExample;
    }
    return {};
}

PostalAddress filled(const AddressLayout &layout, std::optional<AddressPart> without = std::nullopt)
{
    PostalAddress result{{}, {}, {}, {}, {}, layout.country};
    for (const AddressLayout::Part &part : layout.parts) {
        const QString text = part.part == without ? QString() : sample(layout, part.part);
        switch (part.part) {
        case AddressPart::Lines: result.lines = QStringList{text}; break;
        case AddressPart::DependentLocality: result.dependentLocality = text; break;
        case AddressPart::Locality: result.locality = text; break;
        case AddressPart::Region: result.region = text; break;
        case AddressPart::PostalCode: result.postalCode = text; break;
        }
    }
    return result;
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
    QTest::newRow("Japan") << u"JP"_s << u"postalCode region lines"_s << u"Postal code"_s;
    QTest::newRow("Hong Kong has no postcode") << u"HK"_s << u"region lines"_s << QString();
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
    QVERIFY(addressLayout(u"NL"_s).regions.isEmpty());
    // Federal states decide the holidays; the post wants none of them.
    QCOMPARE(addressLayout(u"DE"_s).regions.size(), 16);
    QCOMPARE(formatAddress(address("DE", u"Hauptstraße 5"_s, u"Berlin"_s, u"BE"_s, u"10827"_s)).last(), u"10827 Berlin"_s);
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
    QVERIFY2(examples >= 430, qPrintable(QString::number(examples)));
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

void TestAddress::localScripts_data()
{
    QTest::addColumn<PostalAddress>("written");
    QTest::addColumn<QString>("lines");
    QTest::newRow("Japan in Latin letters") << address("JP", u"1-1-1 Marunouchi, Chiyoda-ku"_s, {}, u"Tokyo"_s, u"100-0005"_s) << u"1-1-1 Marunouchi, Chiyoda-ku, TOKYO|100-0005"_s;
    QTest::newRow("Japan, the town apart") << address("JP", u"1-1-1 Marunouchi"_s, u"Chiyoda-ku"_s, u"Tokyo"_s, u"100-0005"_s) << u"1-1-1 Marunouchi, Chiyoda-ku, TOKYO|100-0005"_s;
    QTest::newRow("Japan, the town apart, in Japanese") << address("JP", u"丸の内1-1-1"_s, u"千代田区"_s, u"Tokyo"_s, u"100-0005"_s) << u"〒100-0005|東京都|千代田区|丸の内1-1-1"_s;
    QTest::newRow("Japan, the town is the prefecture") << address("JP", u"1-1-1 Marunouchi"_s, u"Tokyo"_s, u"Tokyo"_s, u"100-0005"_s) << u"1-1-1 Marunouchi, TOKYO|100-0005"_s;
    QTest::newRow("Singapore is said already") << address("SG", u"1 Raffles Place"_s, u"Singapore"_s, {}, u"048616"_s) << u"1 Raffles Place|SINGAPORE 048616"_s;
    QTest::newRow("a town where the post has none") << address("SG", u"1 Raffles Place"_s, u"Jurong"_s, {}, u"048616"_s) << u"1 Raffles Place|Jurong|SINGAPORE 048616"_s;
    QTest::newRow("Japan in Japanese") << address("JP", u"千代田区丸の内1-1-1"_s, {}, u"Tokyo"_s, u"100-0005"_s) << u"〒100-0005|東京都|千代田区丸の内1-1-1"_s;
    QTest::newRow("China in Chinese") << PostalAddress{{u"中关村大街1号"_s}, u"海淀区"_s, u"北京市"_s, u"Beijing Shi"_s, u"100080"_s, u"CN"_s} << u"100080|北京市北京市海淀区|中关村大街1号"_s;
    QTest::newRow("Korea in Latin letters") << PostalAddress{{u"110 Sejong-daero"_s}, u"Jung-gu"_s, u"Seoul"_s, u"Seoul"_s, u"04524"_s, u"KR"_s} << u"110 Sejong-daero|Jung-gu|Seoul|Seoul|04524"_s;
    QTest::newRow("Taiwan in Chinese") << address("TW", u"信義路五段7號"_s, u"信義區"_s, u"TW-TPE"_s, u"110"_s) << u"110|台北市信義區|信義路五段7號"_s;
    QTest::newRow("Hong Kong in English") << address("HK", u"1 Queen's Road Central"_s, u"Central"_s, u"Hong Kong Island"_s, {}) << u"1 Queen's Road Central|Central|HONG KONG ISLAND"_s;
    QTest::newRow("accents are Latin letters") << address("TH", u"Thanon Ünü 5"_s, u"Pathum Wan"_s, u"Bangkok"_s, u"10330"_s) << u"Thanon Ünü 5|Pathum Wan|BANGKOK 10330"_s;
}

void TestAddress::localScripts()
{
    QFETCH(PostalAddress, written);
    QTEST(formatAddress(written).join(u'|'), "lines");
}

void TestAddress::everyCountry_data()
{
    everyCountryRow();
    QVERIFY(addressCountries().size() >= 246);
}

/// The form of every country: a street that is required, each part once, words on each, a pattern that its own examples follow.
void TestAddress::everyCountry()
{
    QFETCH(QString, country);
    const AddressLayout layout = addressLayout(country);
    QCOMPARE(layout.country, country);
    QSet<AddressPart> seen;
    for (const AddressLayout::Part &part : layout.parts) {
        QVERIFY2(!seen.contains(part.part), qPrintable(addressPartKey(part.part)));
        seen.insert(part.part);
        QVERIFY(!part.label.isEmpty());
        QVERIFY(part.part != AddressPart::Lines || part.required);
    }
    QVERIFY(seen.contains(AddressPart::Lines));
    QVERIFY(layout.parts.first().newRow);
    QCOMPARE(layout.postcodePattern.isEmpty(), layout.postcodeExample.isEmpty());
    QVERIFY(layout.postcodePattern.isEmpty() || seen.contains(AddressPart::PostalCode));
    QVERIFY(layout.regions.isEmpty() || seen.contains(AddressPart::Region));
    if (!layout.postcodePattern.isEmpty()) {
        QVERIFY(QRegularExpression(layout.postcodePattern).isValid());
        QVERIFY(postcodeFits({{}, {}, {}, {}, layout.postcodeExample, country}));
        QVERIFY(!postcodeFits({{}, {}, {}, {}, u"Q?"_s, country}));
    }
    const PostalAddress whole = filled(layout);
    QCOMPARE(missingParts(whole), QList<AddressPart>());
    for (const AddressLayout::Part &part : layout.parts) {
        const QList<AddressPart> expected = part.required ? QList<AddressPart>{part.part} : QList<AddressPart>{};
        QCOMPARE(missingParts(filled(layout, part.part)), expected);
    }
}

void TestAddress::everyCountryGoesRound_data()
{
    everyCountryRow();
}

/// Whatever is typed into a form comes out on the envelope, once, and nothing else; regions are read back from what is written there.
void TestAddress::everyCountryGoesRound()
{
    QFETCH(QString, country);
    const AddressLayout layout = addressLayout(country);
    const QStringList lines = formatAddress(filled(layout));
    const QString text = lines.join(u'|').toLower();
    for (const AddressLayout::Part &part : layout.parts) {
        QString expected = sample(layout, part.part);
        const auto region = part.part == AddressPart::Region ? findRegion(country, expected) : std::nullopt;
        if (region && country == u"ES")
            expected = region->name; // written out on a Spanish envelope
        const bool forHolidaysOnly = part.part == AddressPart::Region && QStringList{u"DE"_s, u"CH"_s, u"NZ"_s}.contains(country);
        QCOMPARE(text.contains(expected.toLower()), !forHolidaysOnly);
    }
    QVERIFY(!text.contains(u'%'));
    for (const AddressLayout::Region &region : layout.regions) {
        QCOMPARE(findRegion(country, region.key), std::optional(region));
        QVERIFY(!region.name.isEmpty());
        QVERIFY(region.iso.isEmpty() || (region.iso.startsWith(country + u'-') && findRegion(country, region.iso) == region));
        QVERIFY(region.localName.isEmpty() || findRegion(country, region.localName) == region);
    }
    PostalAddress bare{{u"Qstreet 1"_s}, {}, {}, {}, {}, country};
    QCOMPARE(formatAddress(bare).first().contains(u"Qstreet 1"), true);
}

void TestAddress::regionsAreFoundHoweverTheyAreWritten_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("by key") << u"US"_s << u"CA"_s << u"CA"_s;
    QTest::newRow("by name") << u"US"_s << u"new york"_s << u"NY"_s;
    QTest::newRow("by ISO code") << u"BR"_s << u"BR-SP"_s << u"SP"_s;
    QTest::newRow("by the name of its own script") << u"JP"_s << u"東京都"_s << u"Tokyo"_s;
    QTest::newRow("without accents") << u"BR"_s << u"Sao Paulo"_s << u"SP"_s;
    QTest::newRow("Irish county in full") << u"IE"_s << u"County Cork"_s << u"Co. Cork"_s;
    QTest::newRow("Irish county by its bare name") << u"IE"_s << u"Cork"_s << u"Co. Cork"_s;
    QTest::newRow("Emirate") << u"AE"_s << u"dubai"_s << u"Dubai"_s;
    QTest::newRow("German state") << u"DE"_s << u"Bavaria"_s << u"BY"_s;
    QTest::newRow("Mexican state by name") << u"MX"_s << u"Jalisco"_s << u"Jal."_s;
    QTest::newRow("a state of another country") << u"US"_s << u"Ontario"_s << QString();
    QTest::newRow("Cádiz is not California") << u"ES"_s << u"California"_s << QString();
    QTest::newRow("nothing") << u"US"_s << u"  "_s << QString();
    QTest::newRow("no list") << u"NL"_s << u"Utrecht"_s << QString();
}

void TestAddress::regionsAreFoundHoweverTheyAreWritten()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    const auto found = findRegion(country, text);
    QTEST(found ? found->key : QString(), "key");
}

void TestAddress::regionsHaveTheirIsoCodes()
{
    int regions = 0;
    int withCode = 0;
    for (const QString &country : addressCountries()) {
        QSet<QString> codes;
        for (const AddressLayout::Region &region : addressLayout(country).regions) {
            ++regions;
            withCode += region.iso.isEmpty() ? 0 : 1;
            QVERIFY2(region.iso.isEmpty() || !codes.contains(region.iso), qPrintable(region.iso));
            codes.insert(region.iso);
        }
    }
    QVERIFY2(regions > 1300, qPrintable(QString::number(regions)));
    QVERIFY2(regions - withCode <= 31, qPrintable(QString::number(regions - withCode))); // military posts, islands, disputed areas
    QCOMPARE(findRegion(u"CN"_s, u"广东省"_s)->iso, u"CN-GD"_s);
    QCOMPARE(findRegion(u"ES"_s, u"Álava"_s)->iso, u"ES-VI"_s);
}

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
