// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/areaplaces.h"
#include "core/numbers/numberparser.h"

#include <QTest>
#include <QtConcurrent>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// Whether a town lies in the area of a number, told by names alone.
class TestAreaPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void isThreadSafe();
};

void TestAreaPlaces::judges_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("town");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("place");
    const auto row = [](const char *name, const QString &number, const QString &town, PlaceInArea place, const QString &part = {}) {
        QTest::newRow(name) << number << town << part << int(place);
    };
    using enum PlaceInArea;
    row("the town itself", u"+49 30 23125017"_s, u"Berlin"_s, Inside);
    row("in capitals, with spaces", u"+49 30 23125017"_s, u"  BERLIN "_s, Inside);
    row("a district with its town", u"+49 30 23125017"_s, u"Berlin-Mitte"_s, Inside);
    row("the English name", u"+49 221 4710012"_s, u"Cologne"_s, Inside);
    row("the German name", u"+49 221 4710012"_s, u"Köln"_s, Inside);
    row("without its accent", u"+49 221 4710012"_s, u"Koln"_s, Inside);
    row("another town, by its German name", u"+49 30 23125017"_s, u"Köln"_s, Outside);
    row("another town, by its English name", u"+49 30 23125017"_s, u"Munich"_s, Outside);
    row("the town next door has an area of its own", u"+49 221 4710012"_s, u"Bergisch Gladbach"_s, Outside);
    row("a village of no area", u"+49 30 23125017"_s, u"Klein Posemuckel"_s, Unknown);
    row("one name, two towns", u"+49 69 12345678"_s, u"Frankfurt"_s, Inside);
    row("the other Frankfurt", u"+49 335 1234567"_s, u"Frankfurt"_s, Inside);
    row("the whole name of the other", u"+49 335 1234567"_s, u"Frankfurt am Main"_s, Outside);
    row("the part acquits", u"+49 221 4710012"_s, u"Bergisch Gladbach"_s, Inside, u"Köln"_s);
    row("the part alone accuses nobody", u"+49 30 23125017"_s, u"Klein Posemuckel"_s, Unknown, u"Köln"_s);
    row("Vienna in German", u"+43 1 234567890"_s, u"Wien"_s, Inside);
    row("Graz is not Vienna", u"+43 1 234567890"_s, u"Graz"_s, Outside);
    row("Sankt is St.", u"+41 71 220 12 34"_s, u"Sankt Gallen"_s, Inside);
    row("two codes of one town", u"+41 43 210 12 34"_s, u"Zürich"_s, Inside);
    row("Geneva in French", u"+41 22 310 12 34"_s, u"Genève"_s, Inside);
    row("Geneva in Italian, a number of Berne", u"+41 31 310 12 34"_s, u"Ginevra"_s, Outside);
    row("one of several towns of an area", u"+27 21 123 4567"_s, u"Stellenbosch"_s, Inside);
    row("Brussels in Dutch", u"+32 2 555 12 12"_s, u"Brussel"_s, Inside);
    row("Antwerp in French", u"+32 2 555 12 12"_s, u"Anvers"_s, Outside);
    row("Lisbon in Portuguese", u"+351 21 123 4567"_s, u"Lisboa"_s, Inside);
    row("another exchange of the same area code", u"+55 11 3123 4567"_s, u"Guarulhos"_s, Inside);
    row("without its state", u"+55 11 3123 4567"_s, u"Campinas"_s, Outside);
    row("an exchange of the same Australian code", u"+61 2 9300 1234"_s, u"Sydney"_s, Inside);
    row("an Australian state further", u"+61 2 9300 1234"_s, u"Brisbane"_s, Outside);
    row("Helsinki in Swedish", u"+358 9 12345"_s, u"Helsingfors"_s, Inside);
    row("many countries share +1", u"+1 809 555 0123"_s, u"Boston"_s, Unknown);
    row("a mobile number", u"+49 171 3920012"_s, u"Köln"_s, Unknown);
    row("a number of no known area", u"+61 2 5550 1234"_s, u"Brisbane"_s, Unknown);
    row("no number", u"+49 30 1"_s, u"Köln"_s, Unknown);
    row("no town", u"+49 30 23125017"_s, QString(), Unknown);
}

void TestAreaPlaces::judges()
{
    QFETCH(QString, number);
    QFETCH(QString, town);
    QFETCH(QString, part);
    QTEST(int(placeInArea(parseNumber(number, QString()), town, part)), "place");
}

void TestAreaPlaces::isThreadSafe()
{
    const QStringList towns{u"Köln"_s, u"Berlin"_s, u"Hamburg"_s, u"Mainz"_s, u"Bonn"_s, u"Kassel"_s, u"Essen"_s, u"Bremen"_s};
    const PhoneNumber number = parseNumber(u"+49 30 23125017"_s, QString());
    const QList<bool> outside = QtConcurrent::blockingMapped(towns, [&number](const QString &town) { return placeInArea(number, town) == PlaceInArea::Outside; });
    QCOMPARE(outside.count(false), 1);
}

QTEST_GUILESS_MAIN(TestAreaPlaces)
#include "tst_areaplaces.moc"
