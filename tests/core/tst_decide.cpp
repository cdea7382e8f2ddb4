// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portcase.h"
#include "core/cases/stagetable.h"
#include "tests/kit/casejourney.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::CaseJourney;
using PortDesk::Test::utc;

class TestDecide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeJourney();
    void opensOneCasePerPlan();
    void rejectionAndResubmission();
    void reasonsWithoutFieldsAreAnsweredByWords();
    void correctionFollowsTheNumbers();
    void correctionKeepsPasscodesOutOfEvents();
    void returnedAndSubmittedAgain();
    void submitRunsThePreflight();
    void outcomesAndCharges_data();
    void outcomesAndCharges();
    void followUpTakesTheFailedNumbers();
    void quotes_data();
    void quotes();
    void badValues_data();
    void badValues();
    void portedNumbersHoldTheCase();
};

namespace {

const QString kFirst = u"+493023125017"_s;
const QString kSecond = u"+493023125018"_s;
const QString kThird = u"+493023125019"_s;

} // namespace

void TestDecide::theWholeJourney()
{
    CaseJourney journey;
    QCOMPARE(journey.portCase.stage, Stage::Submitted);
    journey.act(u"quote"_s, {{u"lines"_s, u"[{\"label\":\"Porting fee\",\"quantity\":3,\"unitAmount\":\"12.50\"},{\"label\":\"Set-up\",\"unitAmount\":\"10\"}]"_s},
                             {u"currency"_s, u"EUR"_s}});
    QCOMPARE(formatMoney(journey.portCase.quote->total()), u"47.50 EUR"_s);
    QVERIFY(journey.portCase.quote->lines.first().perNumber);
    QVERIFY(!journey.portCase.quote->lines.last().perNumber);
    journey.act(u"accept-quote"_s, {}, Role::Customer).act(u"approve"_s);
    QVERIFY(journey.portCase.approved);
    QVERIFY(journey.portCase.clocks.isEmpty());
    QCOMPARE(journey.attempt(u"send-to-carrier"_s, {{u"carrierReference"_s, u"DT-77"_s}}).error().detail, u"documents-complete|documents"_s);
    journey.act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
    journey.act(u"send-to-carrier"_s, {{u"carrierReference"_s, u"DT-77"_s}});
    QCOMPARE(journey.portCase.attempts.size(), 1);
    QCOMPARE(journey.portCase.attempts.first().sent, requestToJson(journey.portCase.request));
    journey.act(u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}});
    QCOMPARE(journey.portCase.attempts.first().answer, u"scheduled"_s);
    QCOMPARE(journey.portCase.portDate, utc(u"2026-12-15T09:00:00Z"_s));
    QCOMPARE(journey.portCase.portZone, u"Europe/Berlin"_s);
    journey.act(u"outcome"_s, {{u"ported"_s, kFirst + u",+49 30 23125018"_s}, {u"failed"_s, u"030 23125019"_s}, {u"text"_s, u"No answer"_s}});
    journey.act(u"complete"_s);
    QCOMPARE(journey.portCase.stageLabel(), u"Completed, 2 of 3"_s);
    QCOMPARE(journey.portCase.numbers.last().note, u"No answer"_s);
    QVERIFY(journey.portCase.clocks.isEmpty());
    QCOMPARE(journey.portCase.agent, u"Anna Weber"_s);
    const QStringList expected{u"created"_s, u"submit"_s, u"quote"_s,   u"accept-quote"_s, u"approve"_s, u"waive"_s,
                               u"send-to-carrier"_s, u"schedule"_s, u"outcome"_s, u"complete"_s};
    QCOMPARE(journey.whatHappened(), expected);
    const QStringList messages{u"submitted"_s, u"quote-sent"_s, u"quote-accepted"_s, u"desk-approved"_s, u"sent-to-carrier"_s, u"scheduled"_s, u"completed"_s};
    QCOMPARE(journey.sent(), messages);
}

void TestDecide::opensOneCasePerPlan()
{
    auto request = Test::RequestBuilder().noNumbers().range(u"+49 30 23125010-19"_s).address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}})
                       .number(u"+33 1 42 68 53 00"_s, u"paris"_s).build();
    request.numbers[0].pin = u"7"_s;
    const CaseJourney journey;
    const auto opened = openCases(request, false, Test::actorOf(Role::Customer), journey.context());
    QCOMPARE(opened.size(), 2);
    const Case &german = opened.first().after;
    QCOMPARE(german.stage, Stage::Draft);
    QCOMPARE(german.numbers.size(), 10);
    QCOMPARE(german.request.numbers.size(), 10);
    QCOMPARE(german.request.numbers.first(), (RequestNumber{u"+493023125010"_s, {}, u"hq"_s, u"7"_s, {}}));
    QCOMPARE(german.request.addresses.size(), 1);
    QCOMPARE(opened.last().after.country, u"FR"_s);
    QCOMPARE(opened.last().after.request.addresses.first().id, u"paris"_s);
    QCOMPARE(opened.first().events.size(), 1);
    QVERIFY(opened.first().messages.isEmpty());
    QCOMPARE(german.documents.size(), request.documents.size());
}

void TestDecide::rejectionAndResubmission()
{
    CaseJourney journey;
    journey.to(Stage::WithCarrier).act(u"reject"_s, {{u"reasons"_s, u"PIN, address_mismatch"_s}, {u"text"_s, u"PIN falsch"_s}});
    const Attempt &first = journey.portCase.attempts.first();
    QCOMPARE(first.answer, u"rejected"_s);
    QCOMPARE(first.text, u"PIN falsch"_s);
    QCOMPARE(first.reasons, (QList<Reason>{{u"PIN"_s, {}, false}, {u"ADDRESS_MISMATCH"_s, {}, false}}));
    QCOMPARE(journey.attempt(u"resubmit"_s, {{u"carrierReference"_s, u"DT-2"_s}}).error().detail, u"reasons-answered|overview"_s);
    journey.act(u"correct"_s, {{u"/losingCarrier/pin"_s, u"1234"_s}}, Role::Customer);
    QVERIFY(journey.portCase.attempts.first().reasons.first().answered);
    QVERIFY(journey.attempt(u"resubmit"_s, {{u"carrierReference"_s, u"DT-2"_s}}).error().message.contains(u"Service address differs"_s));
    journey.act(u"correct"_s, {{u"/addresses/0/lines/0"_s, u"Königsallee 19"_s}});
    journey.act(u"resubmit"_s, {{u"carrierReference"_s, u"DT-2"_s}});
    QCOMPARE(journey.portCase.stage, Stage::WithCarrier);
    const Attempt &second = journey.portCase.attempts.last();
    QCOMPARE(second.number, 2);
    QCOMPARE(second.carrierReference, u"DT-2"_s);
    QCOMPARE(second.changedFields, (QStringList{u"/addresses/0/lines/0"_s, u"/losingCarrier/pin"_s}));
    QVERIFY(second.reasons.isEmpty());
    QCOMPARE(journey.portCase.attempts.first().sent.value(u"losingCarrier"_s)[u"pin"_s].toString(), QString());
}

void TestDecide::reasonsWithoutFieldsAreAnsweredByWords()
{
    CaseJourney journey;
    journey.to(Stage::WithCarrier).act(u"reject"_s, {{u"reasons"_s, u"UNPAID,PIN"_s}});
    journey.act(u"correct"_s, {{u"text"_s, u"Paid on 24 November"_s}}, Role::Customer);
    QVERIFY(journey.portCase.attempts.last().reasons.first().answered);
    QVERIFY(!journey.portCase.attempts.last().reasons.last().answered);
    QCOMPARE(journey.attempt(u"correct"_s, {{u"answered"_s, u"FREEZE"_s}}).error().code, Error::Code::Invalid);
    journey.act(u"correct"_s, {{u"answered"_s, u"pin"_s}});
    QVERIFY(journey.attempt(u"resubmit"_s).ok());
    // The carrier kept its reference.
    QCOMPARE(journey.attempt(u"resubmit"_s)->after.attempts.last().carrierReference, u"DT-1"_s);
}

void TestDecide::correctionFollowsTheNumbers()
{
    CaseJourney journey;
    journey.to(Stage::Rejected);
    journey.act(u"correct"_s, {{u"/numbers/1/number"_s, u"030 23125011"_s}, {u"/numbers/0/pin"_s, u"99"_s}});
    QCOMPARE(journey.portCase.numbers.at(1).e164, u"+493023125011"_s);
    QCOMPARE(journey.portCase.request.numbers.at(1).number, u"+493023125011"_s);
    QCOMPARE(journey.portCase.numbers.at(0).pin, u"99"_s);
    QVERIFY(journey.portCase.attempts.last().reasons.first().answered);
    for (const QString &wrong : {u"+33 1 42 68 53 00"_s, u"12"_s, kFirst, u"+49 1512 3456789"_s}) {
        const auto refused = journey.attempt(u"correct"_s, {{u"/numbers/1/number"_s, wrong}});
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Error::Code::Invalid);
        QVERIFY2(refused.error().message.startsWith(u"/numbers/1"_s), qPrintable(refused.error().message));
    }
    journey.act(u"correct"_s, {{u"/documents/0/signedOn"_s, u"2026-11-22"_s}});
    QCOMPARE(journey.portCase.documents.first().signedOn, QDate(2026, 11, 22));
}

void TestDecide::correctionKeepsPasscodesOutOfEvents()
{
    CaseJourney journey;
    journey.to(Stage::Rejected).act(u"correct"_s, {{u"/losingCarrier/pin"_s, u"s3cr3t"_s}});
    QVERIFY(!journey.events.last().text.contains(u"s3cr3t"_s));
    QVERIFY(!QJsonDocument(journey.events.last().data).toJson().contains("s3cr3t"));
}

void TestDecide::returnedAndSubmittedAgain()
{
    CaseJourney journey;
    journey.to(Stage::UnderReview).act(u"approve"_s).act(u"return"_s, {{u"reasons"_s, u"LOA_BAD"_s}, {u"text"_s, u"Page 2 is dark"_s}});
    QCOMPARE(journey.portCase.returnReasons.size(), 1);
    QCOMPARE(journey.portCase.returnText, u"Page 2 is dark"_s);
    QVERIFY(!journey.portCase.approved);
    journey.act(u"correct"_s, {{u"/documents/0/signedOn"_s, u"2026-11-20"_s}}, Role::Customer);
    QVERIFY(journey.portCase.returnReasons.first().answered);
    journey.act(u"submit"_s, {}, Role::Customer);
    QVERIFY(journey.portCase.returnReasons.isEmpty());
    journey.act(u"return"_s, {{u"text"_s, u"Please call"_s}});
    QCOMPARE(journey.portCase.returnReasons, (QList<Reason>{{u"OTHER"_s, u"Please call"_s, false}}));
}

void TestDecide::submitRunsThePreflight()
{
    CaseJourney journey(Test::RequestBuilder().set(u"/losingCarrier/accountNumber"_s, {}).build(), false);
    const auto refused = journey.attempt(u"submit"_s, {}, Role::Customer);
    QCOMPARE(refused.error().code, Error::Code::Refused);
    QCOMPARE(refused.error().detail, u"preflight|/losingCarrier/accountNumber"_s);
    QVERIFY(refused.error().message.contains(u"account number"_s));
    // A case that waited too long has papers that are too old.
    CaseJourney late(Test::RequestBuilder().build(), false);
    QVERIFY(late.attempt(u"submit"_s).ok());
    QCOMPARE(late.at(Test::testNow().addDays(40)).attempt(u"submit"_s).error().detail, u"preflight|/documents/2/issued"_s);
}

void TestDecide::outcomesAndCharges_data()
{
    QTest::addColumn<QVariantMap>("quote");
    QTest::addColumn<QVariantMap>("outcomes");
    QTest::addColumn<QStringList>("charged");
    const QVariantMap one{{u"amount"_s, u"25.00"_s}, {u"currency"_s, u"EUR"_s}};
    const QVariantMap lines{{u"lines"_s, u"[{\"label\":\"Fee\",\"quantity\":3,\"unitAmount\":\"12.50\"},{\"label\":\"Set-up\",\"unitAmount\":7}]"_s}, {u"currency"_s, u"EUR"_s}};
    const QString all = QStringList{kFirst, kSecond, kThird}.join(u',');
    QTest::newRow("all ported, one amount") << one << QVariantMap{{u"ported"_s, all}} << QStringList{u"1 x 25.00 EUR"_s};
    QTest::newRow("two of three, one amount in proportion") << one << QVariantMap{{u"ported"_s, kFirst + u',' + kSecond}, {u"failed"_s, kThird}} << QStringList{u"1 x 16.67 EUR"_s};
    QTest::newRow("one of three, lines") << lines << QVariantMap{{u"ported"_s, QStringList{kFirst}}, {u"excluded"_s, QStringList{kSecond, kThird}}} << QStringList{u"1 x 12.50 EUR"_s, u"1 x 7.00 EUR"_s};
    QTest::newRow("none ported") << lines << QVariantMap{{u"failed"_s, all}} << QStringList{};
}

void TestDecide::outcomesAndCharges()
{
    QFETCH(QVariantMap, quote);
    QFETCH(QVariantMap, outcomes);
    QFETCH(QStringList, charged);
    CaseJourney journey;
    journey.act(u"quote"_s, quote).act(u"accept-quote"_s).act(u"approve"_s).act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"None."_s}});
    journey.act(u"send-to-carrier"_s, {{u"carrierReference"_s, u"1"_s}}).act(u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}});
    journey.act(u"outcome"_s, outcomes);
    QVERIFY(charges(journey.portCase).isEmpty());
    journey.act(u"complete"_s);
    QStringList lines;
    for (const QuoteLine &line : charges(journey.portCase))
        lines.append(u"%1 x %2"_s.arg(line.quantity).arg(formatMoney(line.unit)));
    QCOMPARE(lines, charged);
}

void TestDecide::followUpTakesTheFailedNumbers()
{
    CaseJourney journey;
    journey.to(Stage::Scheduled).act(u"outcome"_s, {{u"ported"_s, kFirst}, {u"failed"_s, kSecond}, {u"excluded"_s, kThird}});
    QVERIFY(!followUp(journey.portCase, Test::actorOf(Role::Agent), journey.context()));
    journey.act(u"complete"_s);
    const auto next = followUp(journey.portCase, Test::actorOf(Role::Agent), journey.context());
    QVERIFY(next);
    QCOMPARE(next->after.stage, Stage::Draft);
    QCOMPARE(next->after.followUpOf, u"PD-1"_s);
    QCOMPARE(next->after.numbers.size(), 1);
    QCOMPARE(next->after.numbers.first().e164, kSecond);
    QCOMPARE(next->after.numbers.first().outcome, Outcome::Pending);
    QCOMPARE(next->after.request.numbers.size(), 1);
    QVERIFY(!next->after.quote && next->after.attempts.isEmpty() && next->after.clocks.size() == 1);
    CaseJourney all;
    all.to(Stage::Completed);
    QVERIFY(!followUp(all.portCase, Test::actorOf(Role::Agent), all.context()));
}

void TestDecide::quotes_data()
{
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const QVariantMap &values, const QString &result) { QTest::newRow(name) << values << result; };
    const QVariantMap eur{{u"currency"_s, u"eur"_s}};
    const auto lines = [&](const QString &json) { return QVariantMap{{u"currency"_s, u"EUR"_s}, {u"lines"_s, json}}; };
    row("one amount", {{u"currency"_s, u"eur"_s}, {u"amount"_s, u"12.50"_s}}, u"12.50 EUR"_s);
    row("yen have no decimals", {{u"currency"_s, u"JPY"_s}, {u"amount"_s, u"1200"_s}}, u"1200 JPY"_s);
    row("free of charge", {{u"currency"_s, u"EUR"_s}, {u"amount"_s, u"0"_s}}, u"0.00 EUR"_s);
    row("a form's lines", {{u"currency"_s, u"EUR"_s}, {u"lines"_s, QVariantList{QVariantMap{{u"label"_s, u"Fee"_s}, {u"quantity"_s, 2}, {u"unitAmount"_s, u"1.25"_s}, {u"perNumber"_s, true}}}}}, u"2.50 EUR"_s);
    row("amounts as JSON numbers", lines(u"[{\"label\":\"Fee\",\"quantity\":3,\"unitAmount\":12.5}]"_s), u"37.50 EUR"_s);
    row("no currency", {{u"amount"_s, u"1"_s}}, u"!currency"_s);
    row("unknown currency", {{u"amount"_s, u"1"_s}, {u"currency"_s, u"XYZ"_s}}, u"!currency"_s);
    row("neither amount nor lines", eur, u"!either"_s);
    row("both amount and lines", {{u"currency"_s, u"EUR"_s}, {u"amount"_s, u"1"_s}, {u"lines"_s, u"[]"_s}}, u"!either"_s);
    row("negative", {{u"currency"_s, u"EUR"_s}, {u"amount"_s, u"-1"_s}}, u"!amount"_s);
    row("too many decimals", {{u"currency"_s, u"EUR"_s}, {u"amount"_s, u"1.005"_s}}, u"!amount"_s);
    row("a word", {{u"currency"_s, u"EUR"_s}, {u"amount"_s, u"ten"_s}}, u"!amount"_s);
    row("no lines", lines(u"[]"_s), u"!lines"_s);
    row("no list", lines(u"{}"_s), u"!lines"_s);
    row("no label", lines(u"[{\"quantity\":1,\"unitAmount\":\"1\"}]"_s), u"!lines/0/label"_s);
    row("no quantity of zero", lines(u"[{\"label\":\"Fee\",\"quantity\":0,\"unitAmount\":\"1\"}]"_s), u"!lines/0/quantity"_s);
    row("no half quantity", lines(u"[{\"label\":\"Fee\",\"quantity\":1.5,\"unitAmount\":\"1\"}]"_s), u"!lines/0/quantity"_s);
    row("no unit amount", lines(u"[{\"label\":\"Fee\",\"quantity\":1}]"_s), u"!lines/0/unitAmount"_s);
    row("unknown key", lines(u"[{\"label\":\"Fee\",\"price\":1}]"_s), u"!lines/0/price"_s);
}

void TestDecide::quotes()
{
    QFETCH(QVariantMap, values);
    QFETCH(QString, result);
    const auto decision = CaseJourney().attempt(u"quote"_s, values);
    if (result.startsWith(u'!')) {
        QVERIFY(!decision.ok());
        QCOMPARE(decision.error().code, Error::Code::Invalid);
        QVERIFY2(decision.error().message.contains(result.mid(1)), qPrintable(decision.error().message));
        return;
    }
    QVERIFY2(decision.ok(), decision ? "" : qPrintable(decision.error().message));
    QCOMPARE(formatMoney(decision->after.quote->total()), result);
    QCOMPARE(decision->after.quote->sentAt, Test::testNow());
    QCOMPARE(decision->after.quote->answer, QuoteAnswer::Open);
}

void TestDecide::badValues_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, Stage stage, const QString &action, const QVariantMap &values, const QString &names) {
        QTest::newRow(name) << int(stage) << action << values << names;
    };
    row("unknown key", Stage::UnderReview, u"approve"_s, {{u"txt"_s, u"x"_s}}, u"txt"_s);
    row("pointer for an action that takes none", Stage::UnderReview, u"approve"_s, {{u"/owner/company"_s, u"x"_s}}, u"/owner/company"_s);
    row("no carrier reference", Stage::UnderReview, u"send-to-carrier"_s, {{u"carrierReference"_s, u" "_s}}, u"carrierReference"_s);
    row("no reasons", Stage::WithCarrier, u"reject"_s, {}, u"reasons"_s);
    row("text alone is no rejection", Stage::WithCarrier, u"reject"_s, {{u"text"_s, u"x"_s}}, u"reasons"_s);
    row("unknown reason", Stage::WithCarrier, u"reject"_s, {{u"reasons"_s, u"PIN,BAD_MOOD"_s}}, u"BAD_MOOD"_s);
    row("other without text", Stage::WithCarrier, u"reject"_s, {{u"reasons"_s, u"OTHER"_s}}, u"OTHER"_s);
    row("return without a word", Stage::Submitted, u"return"_s, {}, u"reasons"_s);
    row("unknown number", Stage::Scheduled, u"outcome"_s, {{u"ported"_s, u"+493012345678"_s}}, u"+493012345678"_s);
    row("number in two lists", Stage::Scheduled, u"outcome"_s, {{u"ported"_s, kFirst}, {u"failed"_s, kFirst}}, u"more than once"_s);
    row("no number", Stage::Scheduled, u"outcome"_s, {{u"ported"_s, u" , "_s}}, u"at least one"_s);
    row("waive what is there", Stage::Submitted, u"waive"_s, {{u"document"_s, u"bill"_s}, {u"reason"_s, u"x"_s}}, u"csr"_s);
    row("waive without a reason", Stage::Submitted, u"waive"_s, {{u"document"_s, u"csr"_s}}, u"reason"_s);
    row("correct nothing", Stage::Rejected, u"correct"_s, {}, u"nothing changes"_s);
    row("correct a member that is not there", Stage::Rejected, u"correct"_s, {{u"/losingCarrier/pinn"_s, u"1"_s}}, u"/losingCarrier/pinn"_s);
    row("correct every number away", Stage::Rejected, u"correct"_s, {{u"/numbers"_s, u"[]"_s}}, u"/numbers"_s);
}

void TestDecide::badValues()
{
    QFETCH(int, stage);
    QFETCH(QString, action);
    QFETCH(QVariantMap, values);
    QFETCH(QString, names);
    CaseJourney journey;
    journey.to(Stage(stage));
    if (action == "send-to-carrier"_L1)
        journey.act(u"approve"_s).act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"None."_s}});
    const auto decision = journey.attempt(action, values);
    QVERIFY(!decision.ok());
    QCOMPARE(decision.error().code, Error::Code::Invalid);
    QVERIFY2(decision.error().message.contains(names), qPrintable(decision.error().message));
    QCOMPARE(journey.attempt(u"fly"_s).error().code, Error::Code::Invalid);
}

void TestDecide::portedNumbersHoldTheCase()
{
    CaseJourney journey;
    journey.to(Stage::Scheduled).act(u"outcome"_s, {{u"ported"_s, kFirst}});
    for (const QString &action : {u"reject"_s, u"cancel"_s, u"schedule"_s})
        QCOMPARE(journey.attempt(action).error().detail, u"nothing-ported|numbers"_s);
}

QTEST_GUILESS_MAIN(TestDecide)
#include "tst_decide.moc"
