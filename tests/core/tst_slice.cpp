// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseplaces.h"
#include "core/cases/pointer.h"
#include "core/cases/resolve.h"
#include "core/cases/slice.h"
#include "core/cases/splitrule.h"
#include "tests/kit/requestdesk.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// One request, several cases: why a number is where it is, and what each case has of the request.
class TestSlice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhyACaseIsOne_data();
    void saysWhyACaseIsOne();
    void aSliceHasItsOwnAlone();
    void aSliceKnowsItsPlaces();
    void placesStayWhenRowsMove();
};

void TestSlice::saysWhyACaseIsOne_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("reasons");
    const QString usual = u"Germany, geographic, Beispiel Telekom, account 4711-998877"_s;
    QTest::newRow("one case") << RequestBuilder().build() << QStringList{usual + u'.'};
    QTest::newRow("two carriers")
        << twoCarriers()
        << QStringList{usual + u"; apart from other cases by losing carrier and account number."_s,
                       u"Germany, geographic, Andere AG, account 77; apart from other cases by losing carrier and account number."_s};
    QTest::newRow("two types")
        << RequestBuilder().number(u"+49 800 3301000"_s).build()
        << QStringList{usual + u"; apart from other cases by number type."_s,
                       u"Germany, toll-free, Beispiel Telekom, account 4711-998877; apart from other cases by number type."_s};
    QTest::newRow("two countries")
        << RequestBuilder().number(u"+33 1 42 68 53 00"_s).build()
        << QStringList{usual + u"; apart from other cases by country."_s,
                       u"France, geographic, Beispiel Telekom, account 4711-998877; apart from other cases by country."_s};
    // Sites do not divide.
    QTest::newRow("two sites") << RequestBuilder()
                                      .address({u"shop"_s, {{u"Ring 1"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}})
                                      .number(u"+49 30 23125020"_s, u"shop"_s)
                                      .build()
                               << QStringList{usual + u'.'};
}

void TestSlice::saysWhyACaseIsOne()
{
    QFETCH(Request, request);
    QFETCH(QStringList, reasons);
    const QList<CasePlan> plans = split(request, testCountries());
    QStringList said;
    for (const CasePlan &plan : plans)
        said.append(splitReason(plan, plans, testCountries()));
    QCOMPARE(said, reasons);
    for (const SplitRule &rule : splitRules())
        QVERIFY2(!rule.label.isEmpty() && rule.why.endsWith(u'.') && rule.source.startsWith(u"https://"_s), qPrintable(rule.id));
}

void TestSlice::aSliceHasItsOwnAlone()
{
    const Request request = RequestBuilder()
                                .address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
                                .range(u"+33 1 42 68 53 00-09"_s, u"paris"_s)
                                .field(u"siret"_s, u"73282932000074"_s)
                                .field(u"pki_code"_s, u"D123"_s)
                                .field(u"shoe_size"_s, u"43"_s)
                                .build();
    const QList<CasePlan> plans = split(request, testCountries());
    QCOMPARE(plans.size(), 2);
    const Request german = sliceOf(request, plans.at(0), testCountries()).request;
    const Request french = sliceOf(request, plans.at(1), testCountries()).request;
    QCOMPARE(german.fields.keys(), (QStringList{u"pki_code"_s, u"shoe_size"_s}));
    QCOMPARE(french.fields.keys(), (QStringList{u"shoe_size"_s, u"siret"_s}));
    QCOMPARE(german.addresses.size(), 1);
    QCOMPARE(french.addresses.first().id, u"paris"_s);
    QCOMPARE(french.numbers.size(), 10);
    QVERIFY(german.owner == request.owner && french.owner == request.owner && french.documents == request.documents);
}

void TestSlice::aSliceKnowsItsPlaces()
{
    RequestBuilder builder;
    builder.address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
        .range(u"+33 1 42 68 53 00-09"_s, u"paris"_s);
    Request request = builder.build();
    request.numbers[2].losingCarrier = otherCarrier();
    request.confirmations = {{u"number.invalid"_s, u"/numbers/3/range"_s, u"new"_s},
                             {u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"old"_s}};
    const QList<CasePlan> plans = split(request, testCountries());
    const CaseSlice german = sliceOf(request, plans.at(0), testCountries());
    const CaseSlice third = sliceOf(request, plans.at(1), testCountries());
    const CaseSlice french = sliceOf(request, plans.at(2), testCountries());
    QCOMPARE(third.toRequest(u"/numbers/0/pin"_s), u"/numbers/2/pin"_s);
    QCOMPARE(french.toRequest(u"/numbers/9/number"_s), u"/numbers/3/number"_s);
    QCOMPARE(french.toRequest(u"/addresses/0/postalCode"_s), u"/addresses/1/postalCode"_s);
    QCOMPARE(french.toRequest(u"/owner/company"_s), u"/owner/company"_s);
    QCOMPARE(french.toRequest(u"/numbers/10"_s), QString());
    QCOMPARE(german.fromRequest(u"/numbers/1/pin"_s), QStringList{u"/numbers/1/pin"_s});
    QCOMPARE(german.fromRequest(u"/numbers/2/pin"_s), QStringList());
    QCOMPARE(third.fromRequest(u"/numbers/2/losingCarrier/pin"_s), QStringList{u"/losingCarrier/pin"_s});
    QCOMPARE(french.fromRequest(u"/numbers/3/range"_s).size(), 10);
    QCOMPARE(french.request.confirmations.size(), 10);
    QCOMPARE(german.request.confirmations, (QList<Confirmation>{{u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"old"_s}}));
}

void TestSlice::placesStayWhenRowsMove()
{
    Request before = RequestBuilder().build();
    for (RequestNumber &row : before.numbers)
        row.number.remove(u' ');
    Request after = before;
    after.numbers.removeFirst();
    after.numbers.append({u"+493023125099"_s, {}, u"hq"_s, {}, {}});
    after.numbers[0].pin = u"7"_s;
    after.addresses[0].address.lines = {u"Königsallee 17"_s, u"2. Stock"_s};
    after.lineFeatures = {u"dsl"_s};
    QStringList places = changedPlaces(before, after);
    places.sort();
    QCOMPARE(places, (QStringList{u"/addresses/hq/lines"_s, u"/lineFeatures"_s, u"/numbers/+493023125017"_s,
                                  u"/numbers/+493023125018/pin"_s, u"/numbers/+493023125099"_s}));
    QCOMPARE(changedPlaces(before, before), QStringList());
    // A fresh request with its rows in another order takes exactly these over.
    Request fresh = before;
    std::reverse(fresh.numbers.begin(), fresh.numbers.end());
    fresh.owner.email = u"new@example.org"_s;
    fresh.addresses[0].address.postalCode = u"50668"_s;
    const Request merged = withPlacesOf(fresh, after, places);
    QCOMPARE(merged.owner.email, u"new@example.org"_s);
    QCOMPARE(merged.addresses[0].address.postalCode, u"50668"_s);
    QCOMPARE(merged.addresses[0].address.lines.size(), 2);
    QCOMPARE(merged.lineFeatures, QStringList{u"dsl"_s});
    QStringList numbers;
    for (const RequestNumber &row : merged.numbers)
        numbers.append(row.number.right(2) + row.pin);
    QCOMPARE(numbers, (QStringList{u"19"_s, u"187"_s, u"99"_s}));
    QCOMPARE(differingPlaces(fresh, merged, places).size(), places.size());
    QCOMPARE(numberOfPlace(u"/numbers/+493023125099"_s), u"+493023125099"_s);
    QCOMPARE(numberOfPlace(u"/numbers/+493023125099/pin"_s), QString());
}

QTEST_GUILESS_MAIN(TestSlice)
#include "tst_slice.moc"
