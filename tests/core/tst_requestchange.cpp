// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseplaces.h"
#include "core/cases/pointer.h"
#include "core/cases/requestchange.h"
#include "core/cases/resolve.h"
#include "core/cases/slice.h"
#include "core/cases/splitrule.h"
#include "tests/kit/requestdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// What a later change of a request does to its cases.
class TestRequestChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
};

void TestRequestChange::aChangeFlowsIntoItsCases()
{
    Request request = twoCarriers();
    RequestDesk desk(request);
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
    RequestDesk desk(request);
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
    RequestDesk desk(request);
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
    RequestDesk desk(request);
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
    RequestDesk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.numbers[1].losingCarrier = otherCarrier();
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
    RequestDesk desk(request);
    desk.giveBack(0);
    desk.giveBack(1);
    request.numbers[2].losingCarrier.reset();
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18 19"_s, u"PD-2 cancelled: "_s}));
    QVERIFY(desk.cases.at(1).cancelText.contains(u"The request was changed"_s));
    // And back again: a new case, not the cancelled one.
    request.numbers[2].losingCarrier = otherCarrier();
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 17 18"_s, u"PD-2 cancelled: "_s, u"PD-3 draft: 19"_s}));
}

void TestRequestChange::casesPastChangingStay()
{
    Request request = twoCarriers();
    RequestDesk desk(request);
    desk.giveBack(1);
    request.owner.company = u"Someone else"_s;
    request.numbers[0].losingCarrier = otherCarrier();
    const RequestChange change = desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 submitted: 17 18"_s, u"PD-2 returned: 19"_s}));
    QCOMPARE(change.untouched, QStringList{u"PD-1"_s});
    QCOMPARE(desk.cases.at(1).request.owner.company, u"Someone else"_s);
    QVERIFY(desk.cases.at(0).request.owner.company != u"Someone else"_s);
}

void TestRequestChange::handMadeNumbersStay()
{
    Request request = twoCarriers();
    RequestDesk desk(request);
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
    request.numbers.append({u"+49 30 23125021"_s, {}, u"hq"_s, {}, otherCarrier()});
    request.numbers.removeAt(1);
    desk.change(request);
    QCOMPARE(desk.told(), (QStringList{u"PD-1 returned: 21"_s, u"PD-2 returned: 19"_s}));
}

void TestRequestChange::unreadableNumbersChangeNothing()
{
    Request request = twoCarriers();
    const RequestDesk desk(request);
    request.numbers[0].number = u"hello"_s;
    const auto change = changeRequest(request, desk.cases, actorOf(Role::Customer), deskContext());
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
    const QList<Decision> opened = openCases(request, true, actorOf(Role::Customer), deskContext());
    QStringList what;
    for (const CaseEvent &event : opened.first().events)
        what.append(event.what);
    QCOMPARE(what, (QStringList{u"created"_s, u"confirmed"_s, u"submit"_s}));
    const CaseEvent &event = opened.first().events.at(1);
    QCOMPARE(event.data.value(u"code"_s).toString(), u"number.invalid"_s);
    QCOMPARE(event.data.value(u"reason"_s).toString(), u"It is on the bill."_s);
    QVERIFY2(event.text.contains(u"+491991234567"_s) && event.text.contains(u"It is on the bill."_s), qPrintable(event.text));
    QCOMPARE(event.who, actorOf(Role::Customer).name);
    // A case that is handed in later tells it then, and not while it is a draft.
    request.confirmations.resize(1);
    RequestDesk desk(request, false);
    const auto submitted = decide(desk.cases.first(), {u"submit"_s, {}, actorOf(Role::Customer)}, deskContext());
    QVERIFY2(submitted.ok(), submitted ? "" : qPrintable(submitted.error().message));
    QVERIFY2(submitted->events.first().text.contains(u"It is on the bill."_s), qPrintable(submitted->events.first().text));
}

QTEST_GUILESS_MAIN(TestRequestChange)
#include "tst_requestchange.moc"
