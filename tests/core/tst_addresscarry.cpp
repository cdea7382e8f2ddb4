// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/addresscarry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// What happens to what was typed when the country of an address changes.
class TestAddressCarry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsGoOver_data();
    void partsGoOver();
    void thereAndBackLosesNothing_data();
    void thereAndBackLosesNothing();
    void asidesOfTwoCountriesAreKeptApart();
    void anAsideIsSaidInWords();
};

namespace {

const PostalAddress californian{{u"1 Main Street"_s, u"Floor 2"_s}, {}, u"Los Angeles"_s, u"CA"_s, u"90012"_s, u"US"_s};
const PostalAddress irish{{u"3 Quay Street"_s}, u"Salthill"_s, u"Galway"_s, u"Co. Galway"_s, u"H91 X2Y3"_s, u"IE"_s};
const PostalAddress french{{u"8 rue de la Paix"_s}, {}, u"Paris"_s, {}, u"75002"_s, u"FR"_s};
const PostalAddress panamanian{{u"Calle 50"_s}, {}, u"Panamá"_s, u"Panamá"_s, {}, u"PA"_s};

} // namespace

void TestAddressCarry::partsGoOver_data()
{
    QTest::addColumn<PostalAddress>("from");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("aside");
    QTest::newRow("California is not Cádiz") << californian << u"ES"_s << QString() << u"State “California”"_s;
    QTest::newRow("a state where there are none") << californian << u"FR"_s << QString() << u"State “California”"_s;
    QTest::newRow("a state where regions are free text") << californian << u"HN"_s << QString() << u"State “California”"_s;
    QTest::newRow("townland and county where there are none") << irish << u"FR"_s << QString() << u"Townland “Salthill”, County “Co. Galway”"_s;
    QTest::newRow("townland becomes a neighbourhood") << irish << u"BR"_s << QString() << u"County “Co. Galway”"_s;
    QTest::newRow("nothing to keep") << french << u"DE"_s << QString() << QString();
    QTest::newRow("a postcode where there is none") << french << u"AE"_s << QString() << u"Town or city “Paris”, Postcode “75002”"_s;
    QTest::newRow("a typed region goes into another free text") << panamanian << u"HN"_s << u"Panamá"_s << QString();
    QTest::newRow("a state known by its name") << PostalAddress{{u"x"_s}, {}, u"y"_s, u"Florida"_s, {}, u"PA"_s} << u"US"_s << u"FL"_s << QString();
    QTest::newRow("the same country") << californian << u"US"_s << u"CA"_s << QString();
}

void TestAddressCarry::partsGoOver()
{
    QFETCH(PostalAddress, from);
    QFETCH(QString, country);
    QList<AsidePart> aside;
    const PostalAddress there = carriedTo(country, from, aside);
    QCOMPARE(there.country, country);
    QCOMPARE(there.lines, from.lines);
    QTEST(there.region, "region");
    QStringList words;
    for (const AsidePart &part : aside)
        words << part.shown();
    QTEST(words.join(u", "_s), "aside");
}

void TestAddressCarry::thereAndBackLosesNothing_data()
{
    QTest::addColumn<QStringList>("journey");
    QTest::newRow("Germany") << QStringList{u"DE"_s};
    QTest::newRow("Spain, whose provinces have the same keys") << QStringList{u"ES"_s};
    QTest::newRow("United Arab Emirates, without town and postcode") << QStringList{u"AE"_s};
    QTest::newRow("round the world") << QStringList{u"JP"_s, u"AE"_s, u"DE"_s, u"MO"_s, u"BR"_s, u"FR"_s};
    QTest::newRow("none chosen in between") << QStringList{QString()};
}

void TestAddressCarry::thereAndBackLosesNothing()
{
    QFETCH(QStringList, journey);
    for (const PostalAddress &start : {californian, irish, french, panamanian}) {
        QList<AsidePart> aside;
        PostalAddress here = start;
        for (const QString &country : journey)
            here = carriedTo(country, here, aside);
        here = carriedTo(start.country, here, aside);
        QCOMPARE(here, start);
        QCOMPARE(aside, QList<AsidePart>());
    }
}

void TestAddressCarry::asidesOfTwoCountriesAreKeptApart()
{
    QList<AsidePart> aside;
    PostalAddress here = carriedTo(u"FR"_s, californian, aside);
    here = carriedTo(u"BR"_s, here, aside);
    here.region = u"SP"_s;
    here = carriedTo(u"FR"_s, here, aside);
    QCOMPARE(aside.size(), 2);
    QCOMPARE(carriedTo(u"US"_s, here, aside).region, u"CA"_s);
    QCOMPARE(aside.size(), 1);
    here = carriedTo(u"BR"_s, here, aside);
    QCOMPARE(here.region, u"SP"_s);
    QCOMPARE(aside.size(), 0);
}

void TestAddressCarry::anAsideIsSaidInWords()
{
    QCOMPARE((AsidePart{AddressPart::Region, u"CA"_s, u"US"_s}.shown()), u"State “California”"_s);
    QCOMPARE((AsidePart{AddressPart::PostalCode, u"D02 AF30"_s, u"IE"_s}.shown()), u"Eircode “D02 AF30”"_s);
}

QTEST_APPLESS_MAIN(TestAddressCarry)
#include "tst_addresscarry.moc"
