// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"
#include "tests/kit/casejourney.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

namespace {

LosingCarrier carrierOf(const QString &name, const QString &account, const QString &pin = {})
{
    return {name, account, pin, {}};
}

Request withCarriers(const QList<LosingCarrier> &carriers)
{
    Request request = RequestBuilder().build();
    for (qsizetype i = 0; i < carriers.size(); ++i)
        request.numbers[i].losingCarrier = carriers.at(i);
    return request;
}

} // namespace

class TestSplit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splits_data();
    void splits();
    void pinsStayWithTheirNumbers();
    void rangesAreExpandedInOrder();
    void numbersWithoutCountryCodeFollowTheirAddress();
    void unreadableRowsAreLeftOut();
};

void TestSplit::splits_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("cases");
    const QString usual = u"Beispiel Telekom/4711-998877"_s;
    QTest::newRow("one of everything") << RequestBuilder().build() << QStringList{u"DE geographic %1: 3"_s.arg(usual)};
    QTest::newRow("two types") << RequestBuilder().number(u"+49 800 3301000"_s).build()
                               << QStringList{u"DE geographic %1: 3"_s.arg(usual), u"DE tollFree %1: 1"_s.arg(usual)};
    QTest::newRow("two countries, in order of appearance") << RequestBuilder().noNumbers().number(u"+33 1 42 68 53 00"_s).number(u"+49 30 23125017"_s).number(u"+33 1 42 68 53 01"_s).build()
                                                           << QStringList{u"FR geographic %1: 2"_s.arg(usual), u"DE geographic %1: 1"_s.arg(usual)};
    QTest::newRow("two accounts") << withCarriers({carrierOf(u"Beispiel Telekom"_s, u"99"_s)})
                                  << QStringList{u"DE geographic Beispiel Telekom/99: 1"_s, u"DE geographic %1: 2"_s.arg(usual)};
    QTest::newRow("two carriers with one account number") << withCarriers({carrierOf(u"Other"_s, u"4711-998877"_s)})
                                                          << QStringList{u"DE geographic Other/4711-998877: 1"_s, u"DE geographic %1: 2"_s.arg(usual)};
    QTest::newRow("the same carrier written differently") << withCarriers({carrierOf(u"BEISPIEL  TELEKOM"_s, u"4711 998877"_s)})
                                                          << QStringList{u"DE geographic BEISPIEL  TELEKOM/4711 998877: 3"_s};
    // The numbering plan calls them VoIP or shared cost, the countries port them as national numbers.
    QTest::newRow("national by the pack, VoIP by the plan") << RequestBuilder().noNumbers().number(u"+33 9 80 12 34 56"_s).number(u"+31 85 123 4567"_s).number(u"+27 87 123 4567"_s).build()
                                                            << QStringList{u"FR national %1: 1"_s.arg(usual), u"NL national %1: 1"_s.arg(usual), u"ZA national %1: 1"_s.arg(usual)};
    QTest::newRow("national by the pack, shared cost by the plan") << RequestBuilder().noNumbers().number(u"+34 902 123 456"_s).build() << QStringList{u"ES national %1: 1"_s.arg(usual)};
    QTest::newRow("nothing") << Request{} << QStringList{};
}

void TestSplit::splits()
{
    QFETCH(Request, request);
    QFETCH(QStringList, cases);
    QStringList found;
    for (const CasePlan &plan : split(request, Test::testCountries()))
        found.append(u"%1 %2 %3/%4: %5"_s.arg(plan.country, numberTypeKey(plan.type), plan.carrier.name, plan.carrier.accountNumber).arg(plan.numbers.size()));
    QCOMPARE(found, cases);
}

void TestSplit::pinsStayWithTheirNumbers()
{
    Request request = withCarriers({carrierOf(u"Other"_s, u"1"_s, u"11"_s), carrierOf(u"Other"_s, u"1"_s, u"22"_s), carrierOf(u"Other"_s, u"1"_s, u"33"_s)});
    request.numbers[2].pin = u"44"_s;
    const QList<CasePlan> plans = split(request, Test::testCountries());
    QCOMPARE(plans.size(), 1);
    QCOMPARE(plans.first().carrier.pin, u"11"_s);
    QCOMPARE(plans.first().numbers.at(0).pin, QString());
    QCOMPARE(plans.first().numbers.at(1).pin, u"22"_s);
    QCOMPARE(plans.first().numbers.at(2).pin, u"44"_s);
}

void TestSplit::rangesAreExpandedInOrder()
{
    const QList<CasePlan> plans = split(RequestBuilder().noNumbers().range(u"+49 30 23125010-12"_s).number(u"+49 30 23125001"_s).build(), Test::testCountries());
    QCOMPARE(plans.size(), 1);
    QStringList numbers;
    QList<int> rows;
    for (const ResolvedNumber &number : plans.first().numbers) {
        numbers.append(number.phone.e164);
        rows.append(number.row);
    }
    QCOMPARE(numbers, (QStringList{u"+493023125010"_s, u"+493023125011"_s, u"+493023125012"_s, u"+493023125001"_s}));
    QCOMPARE(rows, (QList<int>{0, 0, 0, 1}));
}

void TestSplit::numbersWithoutCountryCodeFollowTheirAddress()
{
    const auto request = RequestBuilder().noNumbers().address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
                             .number(u"01 42 68 53 00"_s, u"paris"_s).number(u"030 23125017"_s).build();
    const QList<CasePlan> plans = split(request, Test::testCountries());
    QCOMPARE(plans.size(), 2);
    QCOMPARE(plans.first().numbers.first().phone.e164, u"+33142685300"_s);
    QCOMPARE(plans.last().numbers.first().phone.e164, u"+493023125017"_s);
}

void TestSplit::unreadableRowsAreLeftOut()
{
    const QList<CasePlan> plans = split(RequestBuilder().number(u"hello"_s).number(u"+49 30 23125017"_s).build(), Test::testCountries());
    QCOMPARE(plans.size(), 1);
    QCOMPARE(plans.first().numbers.size(), 3);
}

QTEST_GUILESS_MAIN(TestSplit)
#include "tst_split.moc"
