// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseplaces.h"
#include "core/cases/pointer.h"
#include "core/cases/requestchange.h"
#include "core/cases/resolve.h"
#include "core/cases/slice.h"
#include "core/cases/splitrule.h"
#include "tests/kit/casejourney.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

namespace {

ActionContext context()
{
    return {Test::testCountries(), Test::testNow(), Test::testZone()};
}

/// The cases of one request as a store would hold them.
class Desk
{
public:
    explicit Desk(const Request &request, bool submitted = true)
    {
        for (const Decision &opened : openCases(request, submitted, Test::actorOf(Role::Customer), context()))
            keep(opened.after);
    }

    void act(qsizetype index, const QString &action, const QVariantMap &values)
    {
        const auto done = decide(cases.at(index), {action, values, Test::actorOf(Role::Agent)}, context());
        if (!done)
            qFatal("%s: %s", qPrintable(action), qPrintable(done.error().message));
        cases[index] = done->after;
    }

    void giveBack(qsizetype index) { act(index, u"return"_s, {{u"reasons"_s, u"ADDRESS_MISMATCH"_s}}); }

    RequestChange change(const Request &request)
    {
        const auto changed = changeRequest(request, cases, Test::actorOf(Role::Customer), context());
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        for (const Decision &decision : changed->changed) {
            for (Case &portCase : cases) {
                if (portCase.reference == decision.after.reference)
                    portCase = decision.after;
            }
        }
        for (const Decision &decision : changed->opened)
            keep(decision.after);
        return *changed;
    }

    /// "PD-1 returned: 17 18" with the last two digits of each number.
    QStringList told() const
    {
        QStringList lines;
        for (const Case &portCase : cases) {
            QStringList numbers;
            for (const CaseNumber &number : portCase.numbers)
                numbers.append(number.e164.right(2));
            lines.append(u"%1 %2: %3"_s.arg(portCase.reference, stageKey(portCase.stage), numbers.join(u' ')));
        }
        return lines;
    }

    QList<Case> cases;

private:
    void keep(Case portCase)
    {
        portCase.reference = u"PD-%1"_s.arg(cases.size() + 1);
        cases.append(portCase);
    }
};

LosingCarrier other()
{
    return {u"Andere AG"_s, u"77"_s, {}, {}};
}

/// Two of the kit's numbers with the usual carrier, one with another.
Request twoCarriers()
{
    Request request = RequestBuilder().build();
    request.numbers[2].losingCarrier = other();
    return request;
}

} // namespace

/// One request, several cases: why a number is where it is, and what a later change does.
class TestRequestChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhyACaseIsOne_data();
    void saysWhyACaseIsOne();
    void aSliceHasItsOwnAlone();
    void aSliceKnowsItsPlaces();
    void placesStayWhenRowsMove();
    void aChangeFlowsIntoItsCases();
    void whatWasChangedInACaseStays();
    void anAccountMovesWithItsCase();
    void aChangedCarrierKeepsTheCaseOfItsNumbers();
    void numbersMoveBetweenCases();
    void anEmptiedCaseIsCancelled();
    void casesPastChangingStay();
    void handMadeNumbersStay();
    void unreadableNumbersChangeNothing();
    void confirmationsGoIntoTheTimeline();
    void everyNumberIsInOneCase_data();
    void everyNumberIsInOneCase();
};

void TestRequestChange::saysWhyACaseIsOne_data()
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

void TestRequestChange::saysWhyACaseIsOne()
{
    QFETCH(Request, request);
    QFETCH(QStringList, reasons);
    const QList<CasePlan> plans = split(request, Test::testCountries());
    QStringList said;
    for (const CasePlan &plan : plans)
        said.append(splitReason(plan, plans, Test::testCountries()));
    QCOMPARE(said, reasons);
    for (const SplitRule &rule : splitRules())
        QVERIFY2(!rule.label.isEmpty() && rule.why.endsWith(u'.') && rule.source.startsWith(u"https://"_s), qPrintable(rule.id));
}

void TestRequestChange::aSliceHasItsOwnAlone()
{
    const Request request = RequestBuilder()
                                .address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
                                .range(u"+33 1 42 68 53 00-09"_s, u"paris"_s)
                                .field(u"siret"_s, u"73282932000074"_s)
                                .field(u"pki_code"_s, u"D123"_s)
                                .field(u"shoe_size"_s, u"43"_s)
                                .build();
    const QList<CasePlan> plans = split(request, Test::testCountries());
    QCOMPARE(plans.size(), 2);
    const Request german = sliceOf(request, plans.at(0), Test::testCountries()).request;
    const Request french = sliceOf(request, plans.at(1), Test::testCountries()).request;
    QCOMPARE(german.fields.keys(), (QStringList{u"pki_code"_s, u"shoe_size"_s}));
    QCOMPARE(french.fields.keys(), (QStringList{u"shoe_size"_s, u"siret"_s}));
    QCOMPARE(german.addresses.size(), 1);
    QCOMPARE(french.addresses.first().id, u"paris"_s);
    QCOMPARE(french.numbers.size(), 10);
    QVERIFY(german.owner == request.owner && french.owner == request.owner && french.documents == request.documents);
}

void TestRequestChange::aSliceKnowsItsPlaces()
{
    RequestBuilder builder;
    builder.address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
        .range(u"+33 1 42 68 53 00-09"_s, u"paris"_s);
    Request request = builder.build();
    request.numbers[2].losingCarrier = other();
    request.confirmations = {{u"number.invalid"_s, u"/numbers/3/range"_s, u"new"_s},
                             {u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"old"_s}};
    const QList<CasePlan> plans = split(request, Test::testCountries());
    const CaseSlice german = sliceOf(request, plans.at(0), Test::testCountries());
    const CaseSlice third = sliceOf(request, plans.at(1), Test::testCountries());
    const CaseSlice french = sliceOf(request, plans.at(2), Test::testCountries());
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

void TestRequestChange::placesStayWhenRowsMove()
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

void TestRequestChange::aChangeFlowsIntoItsCases()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.owner.email = u"new@example.org"_s;
    request.addresses[0].address.lines = {u"Königsallee 18"_s};
    const RequestChange change = desk.change(request);
    QCOMPARE(change.changed.size(), 2);
    QVERIFY(change.opened.isEmpty() && change.kept.isEmpty() && change.untouched.isEmpty());
    for (const Case &portCase : std::as_const(desk.cases)) {
        QCOMPARE(portCase.request.owner.email, u"new@example.org"_s);
        QCOMPARE(portCase.request.addresses.first().address.lines, QStringList{u"Königsallee 18"_s});
        QVERIFY(portCase.returnReasons.first().answered); // the address was what it came back for
    }
    QCOMPARE(change.changed.first().events.first().what, u"request-changed"_s);
    QVERIFY(change.changed.first().events.first().text.contains(u"/owner/email"_s));
    QVERIFY(desk.change(request).changed.isEmpty());
}

void TestRequestChange::whatWasChangedInACaseStays()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    desk.act(0, u"correct"_s, {{u"/losingCarrier/pin"_s, u"1234"_s}, {u"/addresses/0/postalCode"_s, u"50668"_s}});
    QCOMPARE(desk.cases.first().overridden, (QStringList{u"/addresses/hq/postalCode"_s, u"/losingCarrier/pin"_s}));
    request.losingCarrier.pin = u"9999"_s;
    request.owner.phone = u"+4930999"_s;
    const RequestChange change = desk.change(request);
    QCOMPARE(change.kept, (QList<KeptPlace>{{u"PD-1"_s, u"/addresses/hq/postalCode"_s}, {u"PD-1"_s, u"/losingCarrier/pin"_s}}));
    QCOMPARE(desk.cases.at(0).request.losingCarrier.pin, u"1234"_s);
    QCOMPARE(desk.cases.at(0).request.addresses.first().address.postalCode, u"50668"_s);
    QCOMPARE(desk.cases.at(0).request.owner.phone, u"+4930999"_s);
    QCOMPARE(desk.cases.at(1).request.addresses.first().address.postalCode, u"10827"_s);
    QVERIFY(change.changed.first().events.first().text.contains(u"kept as they are in this case"_s));
}

void TestRequestChange::anAccountMovesWithItsCase()
{
    // The number of the account was wrong and is corrected in the case; the request still has the wrong one.
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(1);
    desk.act(1, u"correct"_s, {{u"/losingCarrier/accountNumber"_s, u"4711-998877"_s}});
    desk.giveBack(0);
    request.owner.phone = u"+4930999"_s;
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18"_s, u"PD-2 returned: 19"_s}));
    QCOMPARE(desk.cases.at(1).request.losingCarrier.accountNumber, u"4711-998877"_s);
}

void TestRequestChange::aChangedCarrierKeepsTheCaseOfItsNumbers()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.losingCarrier = {u"Dritte GmbH"_s, u"5"_s, {}, {}};
    desk.act(0, u"correct"_s, {{u"/numbers/0/pin"_s, u"42"_s}});
    QVERIFY(desk.change(request).opened.isEmpty());
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18"_s, u"PD-2 returned: 19"_s}));
    QCOMPARE(desk.cases.at(0).request.losingCarrier.name, u"Dritte GmbH"_s);
    QCOMPARE(desk.cases.at(0).numbers.first().pin, u"42"_s);
}

void TestRequestChange::numbersMoveBetweenCases()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.numbers[1].losingCarrier = other();
    request.numbers.append({u"+33 1 42 68 53 00"_s, {}, u"hq"_s, {}, {}});
    request.numbers.append({u"+49 30 23125020"_s, {}, u"hq"_s, {}, {}});
    const RequestChange change = desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 20"_s, u"PD-2 returned: 18 19"_s, u"PD-3 draft: 00"_s}));
    QCOMPARE(change.opened.size(), 1);
    QCOMPARE(change.opened.first().after.country, u"FR"_s);
    QCOMPARE(change.opened.first().events.first().what, u"created"_s);
    QVERIFY(!desk.cases.at(2).clocks.isEmpty());
}

void TestRequestChange::anEmptiedCaseIsCancelled()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.numbers[2].losingCarrier.reset();
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18 19"_s, u"PD-2 cancelled: "_s}));
    QVERIFY(desk.cases.at(1).cancelText.contains(u"The request was changed"_s));
    // And back again: a new case, not the cancelled one.
    request.numbers[2].losingCarrier = other();
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18"_s, u"PD-2 cancelled: "_s, u"PD-3 draft: 19"_s}));
}

void TestRequestChange::casesPastChangingStay()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(1);
    request.owner.company = u"Someone else"_s;
    request.numbers[0].losingCarrier = other();
    const RequestChange change = desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 submitted: 17 18"_s, u"PD-2 returned: 19"_s}));
    QCOMPARE(change.untouched, QStringList{u"PD-1"_s});
    QCOMPARE(desk.cases.at(1).request.owner.company, u"Someone else"_s);
    QVERIFY(desk.cases.at(0).request.owner.company != u"Someone else"_s);
}

void TestRequestChange::handMadeNumbersStay()
{
    Request request = twoCarriers();
    Desk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    // 17 was taken out of the first case by hand, 21 put in.
    desk.act(0, u"correct"_s,
             {{u"/numbers"_s, uR"([{"number":"+493023125018","address":"hq"},{"number":"+493023125021","address":"hq"}])"_s}});
    request.owner.phone = u"+4930999"_s;
    const RequestChange change = desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 18 21"_s, u"PD-2 returned: 19"_s}));
    QCOMPARE(change.kept.size(), 2);
    // The request may ask for 21 elsewhere: it stays where it was put. Without other numbers the case stays for it.
    request.numbers.append({u"+49 30 23125021"_s, {}, u"hq"_s, {}, other()});
    request.numbers.removeAt(1);
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 21"_s, u"PD-2 returned: 19"_s}));
}

void TestRequestChange::unreadableNumbersChangeNothing()
{
    Request request = twoCarriers();
    const Desk desk(request);
    request.numbers[0].number = u"hello"_s;
    const auto change = changeRequest(request, desk.cases, Test::actorOf(Role::Customer), context());
    QVERIFY(!change.ok());
    QCOMPARE(change.error().code, Error::Code::Invalid);
    QVERIFY2(change.error().message.startsWith(u"/numbers/0/number"_s), qPrintable(change.error().message));
}

void TestRequestChange::confirmationsGoIntoTheTimeline()
{
    Request request = RequestBuilder().number(u"+49 1991 234567"_s).build();
    request.confirmations = {{u"number.invalid"_s, u"/numbers/3/number"_s, u"It is on the bill."_s},
                             {u"number.invalid"_s, u"/numbers/3/number"_s, {}},
                             {u"bill.too-old"_s, u"/documents/2/issued"_s, u"x"_s}};
    const QList<Decision> opened = openCases(request, true, Test::actorOf(Role::Customer), context());
    QStringList what;
    for (const CaseEvent &event : opened.first().events)
        what.append(event.what);
    QCOMPARE(what, (QStringList{u"created"_s, u"confirmed"_s, u"submit"_s}));
    const CaseEvent &event = opened.first().events.at(1);
    QCOMPARE(event.data.value(u"code"_s).toString(), u"number.invalid"_s);
    QCOMPARE(event.data.value(u"reason"_s).toString(), u"It is on the bill."_s);
    QVERIFY2(event.text.contains(u"+491991234567"_s) && event.text.contains(u"It is on the bill."_s), qPrintable(event.text));
    QCOMPARE(event.who, Test::actorOf(Role::Customer).name);
    // A case that is handed in later tells it then, and not while it is a draft.
    request.confirmations.resize(1);
    Desk desk(request, false);
    const auto submitted = decide(desk.cases.first(), {u"submit"_s, {}, Test::actorOf(Role::Customer)}, context());
    QVERIFY2(submitted.ok(), submitted ? "" : qPrintable(submitted.error().message));
    QVERIFY2(submitted->events.first().text.contains(u"It is on the bill."_s), qPrintable(submitted->events.first().text));
}

void TestRequestChange::everyNumberIsInOneCase_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

namespace {

/// Requests and changes made up from a seed.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    int below(int limit) { return int(m_random.bounded(limit)); }
    bool oneIn(int n) { return below(n) == 0; }

    LosingCarrier carrier()
    {
        const QStringList names{u"Beispiel Telekom"_s, u"BEISPIEL telekom"_s, u"Andere AG"_s};
        return {names.at(below(3)), QString::number(below(2)), {}, {}};
    }

    RequestNumber row()
    {
        const QStringList stems{u"+49 30 231250"_s, u"+49 800 33010"_s, u"+33 1 42 68 53 "_s, u"+44 20 7946 00"_s};
        const QString stem = stems.at(below(4));
        RequestNumber row;
        if (oneIn(4))
            row.range = u"%1%2-%3"_s.arg(stem).arg(m_next * 5 % 90, 2, 10, QChar(u'0')).arg(m_next * 5 % 90 + 4, 2, 10, QChar(u'0'));
        else
            row.number = u"%1%2"_s.arg(stem).arg(below(100), 2, 10, QChar(u'0'));
        ++m_next;
        row.address = oneIn(3) ? u"shop"_s : u"hq"_s;
        if (oneIn(3))
            row.losingCarrier = carrier();
        return row;
    }

    Request request()
    {
        Request request =
            RequestBuilder().address({u"shop"_s, {{u"Ring 1"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}).noNumbers().build();
        for (int i = below(12) + 2; i > 0; --i)
            add(request);
        return request;
    }

    /// Adds a row whose numbers the request does not have yet: duplicates are errors, not numbers.
    void add(Request &request)
    {
        Request longer = request;
        longer.numbers.append(row());
        if (!hasErrors(resolveNumbers(longer).problems))
            request = longer;
    }

    void change(Request &request)
    {
        for (int i = below(4) + 1; i > 0; --i) {
            const int row = request.numbers.isEmpty() ? 0 : below(int(request.numbers.size()));
            switch (request.numbers.isEmpty() ? 0 : below(5)) {
            case 0:
                add(request);
                break;
            case 1:
                request.numbers.removeAt(row);
                break;
            case 2:
                request.numbers[row].losingCarrier = carrier();
                break;
            case 3:
                request.losingCarrier = carrier();
                break;
            default:
                request.owner.phone = u"+4930%1"_s.arg(below(10000));
                break;
            }
        }
        if (request.numbers.isEmpty())
            add(request);
    }

    void correct(Desk &desk)
    {
        for (qsizetype i = 0; i < desk.cases.size(); ++i) {
            if (desk.cases.at(i).stage != Stage::Returned || oneIn(2))
                continue;
            switch (below(3)) {
            case 0:
                desk.act(i, u"correct"_s, {{u"/losingCarrier/pin"_s, QString::number(++m_pin)}});
                break;
            case 1:
                desk.act(i, u"correct"_s, {{u"/losingCarrier/accountNumber"_s, u"own %1"_s.arg(++m_pin)}});
                break;
            default:
                desk.act(i, u"correct"_s, {{u"/numbers/0/pin"_s, QString::number(++m_pin)}});
                break;
            }
        }
    }

private:
    QRandomGenerator m_random;
    int m_next = 0;
    int m_pin = 0;
};

QSet<QString> numbersOf(const Request &request)
{
    QSet<QString> numbers;
    for (const ResolvedNumber &number : resolveNumbers(request).numbers)
        numbers.insert(number.phone.e164);
    return numbers;
}

/// "" or what is wrong with the division.
QString mistakeIn(const Desk &desk, const Request &request)
{
    QHash<QString, QString> holders;
    for (const Case &portCase : desk.cases) {
        if (portCase.numbers.size() != portCase.request.numbers.size())
            return u"%1: numbers and request differ"_s.arg(portCase.reference);
        for (qsizetype i = 0; i < portCase.numbers.size(); ++i) {
            const QString &number = portCase.numbers.at(i).e164;
            if (number != portCase.request.numbers.at(i).number)
                return u"%1: row %2 is another number"_s.arg(portCase.reference).arg(i);
            if (holders.contains(number))
                return u"%1 is in %2 and in %3"_s.arg(number, holders.value(number), portCase.reference);
            holders.insert(number, portCase.reference);
        }
    }
    for (const QString &number : numbersOf(request)) {
        if (!holders.contains(number))
            return u"%1 is lost"_s.arg(number);
    }
    const QSet<QString> wanted = numbersOf(request);
    for (const Case &portCase : desk.cases) {
        for (const CaseNumber &number : portCase.numbers) {
            if ((portCase.stage == Stage::Draft || portCase.stage == Stage::Returned) && !wanted.contains(number.e164))
                return u"%1 is in %2 and no longer in the request"_s.arg(number.e164, portCase.reference);
        }
    }
    return {};
}

} // namespace

void TestRequestChange::everyNumberIsInOneCase()
{
    QFETCH(quint32, seed);
    Chance chance(seed);
    Request request = chance.request();
    Desk desk(request);
    QVERIFY2(mistakeIn(desk, request).isEmpty(), qPrintable(mistakeIn(desk, request)));
    for (qsizetype i = 0; i < desk.cases.size(); ++i) {
        if (!chance.oneIn(4))
            desk.giveBack(i);
    }
    for (int round = 0; round < 6; ++round) {
        chance.correct(desk);
        QHash<QString, QStringList> own;
        for (const Case &portCase : std::as_const(desk.cases))
            own.insert(portCase.reference,
                       {portCase.request.losingCarrier.pin, portCase.request.losingCarrier.accountNumber, portCase.overridden.join(u' ')});
        chance.change(request);
        desk.change(request);
        QVERIFY2(mistakeIn(desk, request).isEmpty(), qPrintable(mistakeIn(desk, request)));
        for (const Case &portCase : std::as_const(desk.cases)) {
            const QStringList before = own.value(portCase.reference);
            if (before.isEmpty() || portCase.stage == Stage::Cancelled)
                continue;
            if (before.at(2).contains(u"/losingCarrier/pin"_s))
                QCOMPARE(portCase.request.losingCarrier.pin, before.at(0));
            if (before.at(2).contains(u"/losingCarrier/accountNumber"_s))
                QCOMPARE(portCase.request.losingCarrier.accountNumber, before.at(1));
        }
        // The same request once more changes nothing.
        const RequestChange again = desk.change(request);
        QVERIFY(again.changed.isEmpty() && again.opened.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestRequestChange)
#include "tst_requestchange.moc"
