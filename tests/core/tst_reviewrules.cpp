// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rejection.h"
#include "core/cases/todolist.h"
#include "tests/kit/casejourney.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::CaseJourney;

namespace {

QVariantMap verdict(const QString &document, const QString &word, const QString &reasons = {}, const QString &text = {})
{
    QVariantMap values{{u"document"_s, document}, {u"verdict"_s, word}};
    if (!reasons.isEmpty())
        values.insert(u"reasons"_s, reasons);
    if (!text.isEmpty())
        values.insert(u"text"_s, text);
    return values;
}

CaseDocument paper(const QString &kind, const QString &sha256, const QDate &issued = Test::testNow().date())
{
    CaseDocument document;
    document.kind = kind;
    document.fileName = sha256 + u".pdf"_s;
    document.sha256 = sha256;
    document.issued = issued;
    document.signedOn = issued;
    return document;
}

/// The case's papers with a hash each, as a store has them.
void giveHashes(Case &portCase)
{
    for (CaseDocument &document : portCase.documents) {
        if (document.unavailable.isEmpty())
            document.sha256 = u"sha-"_s + document.kind;
    }
}

CaseJourney underReview()
{
    CaseJourney journey;
    journey.to(Stage::UnderReview);
    giveHashes(journey.portCase);
    return journey;
}

} // namespace

/// The desk's verdict on documents: the action, the guards that ask for it, and the to-do list of a return.
class TestReviewRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyReasonHasASentence();
    void reasonsOfAKind();
    void acceptingIsKept();
    void refusingIsKept();
    void theLastVerdictCounts();
    void badValues_data();
    void badValues();
    void guard_data();
    void guard();
    void oneGoodBillIsEnough();
    void aRefusedNewBillMakesTheOldNoYounger();
    void refusingAfterApprovalWithdrawsIt();
    void supervisorOverrides();
    void overrideIsForSupervisorsAndForWhatFails();
    void proposalOfRefusedDocumentsAndDifferences();
    void proposalLeavesOutWhatWasReplaced();
    void returnAsksForExactlyThat();
    void toDoIsTickedOff();
    void takingOverKeepsTheOldValue();
    void customersWaitWhileTheDeskLooks();
};

void TestReviewRules::everyReasonHasASentence()
{
    QSet<QString> codes;
    QSet<QString> aliases;
    QVERIFY(reviewReasons().size() >= 35);
    for (const ReviewReason &reason : reviewReasons()) {
        QVERIFY2(!codes.contains(reason.code), qPrintable(reason.code));
        codes.insert(reason.code);
        QVERIFY2(!reason.title.isEmpty() && reason.sentence.endsWith(u'.'), qPrintable(reason.code));
        QCOMPARE(reason.textRequired, reason.code == u"OTHER");
        for (const QString &kind : reason.kinds)
            QVERIFY2(documentKinds().contains(kind), qPrintable(reason.code + u' ' + kind));
        for (const QString &alias : reason.aliases)
            aliases.insert(alias);
    }
    // The codes of facts C.2.
    for (int code : {18001, 18002, 18003, 18004, 18005, 18006, 18007, 18008, 18009, 18010, 18011, 18012, 18014, 18016, 18017, 18018, 18019,
                     18020, 18021, 18022, 18023, 18024, 18036, 18037, 18038, 18039, 18052, 18054, 18055, 18058, 18059, 18060, 18061, 18062})
        QVERIFY2(aliases.contains(QString::number(code)), qPrintable(QString::number(code)));
}

void TestReviewRules::reasonsOfAKind()
{
    const auto has = [](const QString &kind, const QString &code) {
        const QList<ReviewReason> reasons = reviewReasonsFor(kind);
        return std::any_of(reasons.cbegin(), reasons.cend(), [&](const ReviewReason &reason) { return reason.code == code; });
    };
    QVERIFY(has(u"bill"_s, u"BILL_TOO_OLD"_s));
    QVERIFY(!has(u"loa"_s, u"BILL_TOO_OLD"_s));
    QVERIFY(has(u"loa"_s, u"LOA_UNSIGNED"_s));
    QVERIFY(has(u"loa"_s, u"ILLEGIBLE"_s));
    QCOMPARE(reviewReasonTitles({u"ILLEGIBLE"_s, u"no such"_s}), u"Illegible or blurred, no such"_s);
}

void TestReviewRules::acceptingIsKept()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"accepted"_s));
    QCOMPARE(journey.portCase.reviews.size(), 1);
    const Review &review = journey.portCase.reviews.first();
    QVERIFY(review.accepted);
    QCOMPARE(review.sha256, u"sha-bill"_s);
    QCOMPARE(review.who, Test::actorOf(Role::Agent).name);
    QCOMPARE(review.at, Test::testNow());
    QCOMPARE(journey.events.last().what, u"review"_s);
    QCOMPARE(journey.events.last().text, u"Latest phone bill accepted: bill.pdf"_s);
    QCOMPARE(journey.events.last().data.value(u"verdict"_s).toString(), u"accepted"_s);
    QVERIFY(journey.attempt(u"approve"_s).ok());
}

void TestReviewRules::refusingIsKept()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"sha-bill"_s, u"refused"_s, u"illegible,BILL_TOO_OLD"_s, u"Page 2 is dark"_s));
    const Review &review = journey.portCase.reviews.first();
    QVERIFY(!review.accepted);
    QCOMPARE(review.reasons, (QStringList{u"ILLEGIBLE"_s, u"BILL_TOO_OLD"_s}));
    QCOMPARE(review.text, u"Page 2 is dark"_s);
    QCOMPARE(journey.events.last().text, u"Latest phone bill refused: bill.pdf (Illegible or blurred, Bill too old)\n“Page 2 is dark”"_s);
    QCOMPARE(refusedKinds(journey.portCase), QStringList{u"bill"_s});
}

void TestReviewRules::theLastVerdictCounts()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s)).act(u"review"_s, verdict(u"bill"_s, u"accepted"_s));
    QCOMPARE(journey.portCase.reviews.size(), 1);
    QVERIFY(journey.portCase.reviews.first().accepted);
    QVERIFY(journey.portCase.reviews.first().reasons.isEmpty());
    QVERIFY(journey.attempt(u"approve"_s).ok());
}

void TestReviewRules::badValues_data()
{
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<QString>("says");
    QTest::newRow("no document") << verdict({}, u"accepted"_s) << u"is no document"_s;
    QTest::newRow("a document that is not there") << verdict(u"csr"_s, u"accepted"_s) << u"is no document"_s;
    QTest::newRow("no verdict") << verdict(u"bill"_s, {}) << u"verdict"_s;
    QTest::newRow("another verdict") << verdict(u"bill"_s, u"maybe"_s) << u"Use accepted or refused"_s;
    QTest::newRow("refused without a reason") << verdict(u"bill"_s, u"refused"_s) << u"say why"_s;
    QTest::newRow("a reason nobody knows") << verdict(u"bill"_s, u"refused"_s, u"UGLY"_s) << u"“UGLY”"_s;
    QTest::newRow("a reason of another kind") << verdict(u"bill"_s, u"refused"_s, u"LOA_UNSIGNED"_s) << u"said of loa only"_s;
    QTest::newRow("other without words") << verdict(u"bill"_s, u"refused"_s, u"OTHER"_s) << u"words for the customer"_s;
    QTest::newRow("accepted with a reason") << verdict(u"bill"_s, u"accepted"_s, u"ILLEGIBLE"_s) << u"takes none"_s;
    QTest::newRow("a key nobody knows") << QVariantMap{{u"document"_s, u"bill"_s}, {u"verdict"_s, u"accepted"_s}, {u"mood"_s, u"good"_s}} << u"mood"_s;
}

void TestReviewRules::badValues()
{
    QFETCH(QVariantMap, values);
    QFETCH(QString, says);
    const auto decision = underReview().attempt(u"review"_s, values);
    QVERIFY(!decision.ok());
    QCOMPARE(decision.error().code, Error::Code::Invalid);
    QVERIFY2(decision.error().message.contains(says), qPrintable(decision.error().message));
}

void TestReviewRules::guard_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says"); ///< "" = approve is possible
    QTest::newRow("nobody looked yet") << u"untouched"_s << QString();
    QTest::newRow("refused") << u"refused"_s << u"Refused: Latest phone bill (Illegible or blurred). Return the case to the customer, or attach a better copy."_s;
    QTest::newRow("missing") << u"missing"_s << u"Missing: Latest phone bill. Attach it to the case."_s;
    QTest::newRow("too old") << u"old"_s << u"The bill of 2026-09-24 is 60 days old"_s;
    QTest::newRow("refused as too old") << u"refused-old"_s << u"Refused: Latest phone bill (Bill too old). Return the case to the customer, or attach a better copy."_s;
    QTest::newRow("accepted, and too old since") << u"accepted-old"_s << u"The bill of 2026-09-24 is 60 days old"_s;
    QTest::newRow("the letter refused") << u"letter"_s << u"Refused: Letter of Authorisation (Letter not signed)."_s;
    QTest::newRow("too old and waived") << u"waived"_s << QString();
    QTest::newRow("something that is not compulsory refused") << u"extra"_s << QString();
    QTest::newRow("declared unavailable, the waiver is asked for later") << u"unavailable"_s << QString();
}

void TestReviewRules::guard()
{
    QFETCH(QString, what);
    QFETCH(QString, says);
    CaseJourney journey = underReview();
    Case &portCase = journey.portCase;
    const auto isBill = [](const CaseDocument &d) { return d.kind == u"bill"; };
    const auto bill = std::find_if(portCase.documents.begin(), portCase.documents.end(), isBill);
    if (what == u"refused")
        journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    else if (what == u"refused-old")
        journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"BILL_TOO_OLD"_s));
    else if (what == u"letter")
        journey.act(u"review"_s, verdict(u"loa"_s, u"refused"_s, u"LOA_UNSIGNED"_s));
    else if (what == u"missing")
        portCase.documents.erase(bill);
    if (what == u"accepted-old")
        journey.act(u"review"_s, verdict(u"bill"_s, u"accepted"_s));
    if (what == u"old" || what == u"waived" || what == u"accepted-old")
        std::find_if(portCase.documents.begin(), portCase.documents.end(), isBill)->issued = Test::testNow().date().addDays(-60);
    if (what == u"waived")
        bill->waived = u"The carrier confirmed the account."_s;
    if (what == u"extra") {
        portCase.documents.append(paper(u"other"_s, u"extra"_s));
        journey.act(u"review"_s, verdict(u"extra"_s, u"refused"_s, u"ILLEGIBLE"_s));
    }
    const auto decision = journey.attempt(u"approve"_s);
    QCOMPARE(decision.ok(), says.isEmpty());
    if (says.isEmpty())
        return;
    QCOMPARE(decision.error().code, Error::Code::Refused);
    QCOMPARE(decision.error().detail, u"documents-accepted|documents"_s);
    QVERIFY2(decision.error().message.startsWith(says), qPrintable(decision.error().message));
    QVERIFY(decision.error().message.endsWith(u"A supervisor can go on all the same and say why."));
}

void TestReviewRules::oneGoodBillIsEnough()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    journey.portCase.documents.append(paper(u"bill"_s, u"second"_s));
    QVERIFY(refusedKinds(journey.portCase).isEmpty());
    QVERIFY(journey.attempt(u"approve"_s).ok());
    QVERIFY(journey.attempt(u"review"_s, verdict(u"bill"_s, u"accepted"_s)).error().message.contains(u"2 documents"));
    QVERIFY(journey.attempt(u"review"_s, verdict(u"second.pdf"_s, u"accepted"_s)).ok());
}

void TestReviewRules::aRefusedNewBillMakesTheOldNoYounger()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    journey.portCase.documents.append(paper(u"bill"_s, u"old"_s, Test::testNow().date().addDays(-90)));
    const auto decision = journey.attempt(u"approve"_s);
    QVERIFY(!decision.ok());
    QVERIFY2(decision.error().message.contains(u"90 days"), qPrintable(decision.error().message));
}

void TestReviewRules::refusingAfterApprovalWithdrawsIt()
{
    CaseJourney journey = underReview();
    journey.act(u"approve"_s);
    QVERIFY(journey.portCase.clocks.isEmpty());
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"COVERED"_s));
    QVERIFY(!journey.portCase.approved);
    QCOMPARE(journey.portCase.clocks.value(0).name, u"approve"_s);
    QVERIFY(journey.events.last().text.contains(u"The approval is withdrawn."));
    QCOMPARE(journey.portCase.stage, Stage::UnderReview);
}

void TestReviewRules::supervisorOverrides()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    journey.act(u"approve"_s, {{u"override"_s, u"The carrier read it to me."_s}}, Role::Supervisor);
    QVERIFY(journey.portCase.approved);
    const CaseEvent event = journey.events.last();
    QVERIFY2(event.text.contains(u"Refused: Latest phone bill") && event.text.contains(u"Reason: The carrier read it to me."), qPrintable(event.text));
    QCOMPARE(event.data.value(u"override"_s).toString(), u"The carrier read it to me."_s);
    QCOMPARE(event.data.value(u"overridden"_s).toArray().first().toString(), u"documents-accepted"_s);
    QCOMPARE(event.role, Role::Supervisor);
}

void TestReviewRules::overrideIsForSupervisorsAndForWhatFails()
{
    CaseJourney journey = underReview();
    const QVariantMap reason{{u"override"_s, u"because"_s}};
    QCOMPARE(journey.attempt(u"approve"_s, reason, Role::Supervisor).error().code, Error::Code::Invalid); // nothing fails
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    QCOMPARE(journey.attempt(u"approve"_s, reason, Role::Agent).error().code, Error::Code::Refused);
    QCOMPARE(journey.attempt(u"approve"_s, {{u"override"_s, u"  "_s}}, Role::Supervisor).error().code, Error::Code::Refused);
    // What no supervisor can mend with a reason stays refused.
    const auto sent = journey.attempt(u"send-to-carrier"_s, {{u"carrierReference"_s, u"X"_s}, {u"override"_s, u"because"_s}}, Role::Supervisor);
    QCOMPARE(sent.error().detail, u"approved|overview"_s);
    journey.act(u"approve"_s, reason, Role::Supervisor);
    QVERIFY(!journey.attempt(u"send-to-carrier"_s, {{u"carrierReference"_s, u"X"_s}}, Role::Supervisor).ok()); // csr not waived
    QVERIFY(journey.attempt(u"send-to-carrier"_s, {{u"carrierReference"_s, u"X"_s}, {u"override"_s, u"because"_s}}, Role::Supervisor).ok());
}

void TestReviewRules::proposalOfRefusedDocumentsAndDifferences()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s, u"Page 2 is dark."_s));
    journey.act(u"review"_s, verdict(u"loa"_s, u"refused"_s, u"LOA_UNSIGNED"_s));
    const ReturnProposal proposal = returnProposal(journey.portCase, {
        {u"/losingCarrier/accountNumber"_s, u"Account number"_s, u"4711"_s, u"4712"_s, u"the bill"_s},
        {u"/numbers/2/number"_s, u"Number 3"_s, u"+49221909877"_s, u"0221 90 98 76"_s, u"the bill"_s}});
    const ReturnProposal dated = returnProposal(journey.portCase, {{u"/documents/2/issued"_s, u"Bill date"_s, u"2026-11-16"_s, u"28.10.2026"_s, u"the bill"_s, u"bill"_s}});
    QCOMPARE(dated.documents, (QStringList{u"bill"_s, u"loa"_s}));
    QVERIFY(dated.fields.isEmpty());
    QCOMPARE(proposal.reasons, (QStringList{u"DOCUMENT_BAD"_s, u"LOA_BAD"_s, u"ACCOUNT_NO_WRONG"_s, u"NUMBER_NOT_ON_ACCOUNT"_s}));
    QCOMPARE(proposal.documents, (QStringList{u"bill"_s, u"loa"_s}));
    QCOMPARE(proposal.fields, (QStringList{u"/losingCarrier/accountNumber"_s, u"/numbers/2/number"_s}));
    QCOMPARE(proposal.text.split(u'\n').size(), 4);
    QVERIFY2(proposal.text.contains(u"Page 2 is dark.") && proposal.text.contains(u"the form says “4711”, the bill says “4712”"), qPrintable(proposal.text));
    for (const QString &code : proposal.reasons)
        QVERIFY2(rejectionReason(code), qPrintable(code));
}

void TestReviewRules::proposalLeavesOutWhatWasReplaced()
{
    CaseJourney journey = underReview();
    journey.act(u"review"_s, verdict(u"bill"_s, u"refused"_s, u"ILLEGIBLE"_s));
    journey.portCase.documents.append(paper(u"bill"_s, u"second"_s));
    QVERIFY(returnProposal(journey.portCase, {}).isEmpty());
}

void TestReviewRules::returnAsksForExactlyThat()
{
    CaseJourney journey = underReview();
    journey.act(u"return"_s, {{u"reasons"_s, u"DOCUMENT_BAD,ADDRESS_MISMATCH,PIN"_s}, {u"fields"_s, u"/addresses/0/lines"_s}, {u"documents"_s, u"bill"_s}});
    const QList<Reason> &reasons = journey.portCase.returnReasons;
    QCOMPARE(reasons.at(0).documents, QStringList{u"bill"_s});
    QCOMPARE(reasonFields(reasons.at(0)), QStringList{u"/documents/*"_s});
    QCOMPARE(reasonFields(reasons.at(1)), QStringList{u"/addresses/0/lines"_s});
    QCOMPARE(reasonFields(reasons.at(2)), (QStringList{u"/losingCarrier/pin"_s, u"/numbers/*/pin"_s})); // no list of its own
}

void TestReviewRules::toDoIsTickedOff()
{
    CaseJourney journey = underReview();
    journey.act(u"return"_s, {{u"reasons"_s, u"DOCUMENT_BAD,NAME_MISMATCH"_s}, {u"fields"_s, u"/owner/company,/owner/firstName"_s}, {u"documents"_s, u"bill"_s}});
    journey.act(u"correct"_s, {{u"/owner/company"_s, u"Miller & Daughters GmbH"_s}}, Role::Customer);
    QCOMPARE(journey.portCase.returnReasons.at(1).fields, QStringList{u"/owner/firstName"_s});
    QVERIFY(!journey.portCase.returnReasons.at(1).answered);
    QVERIFY(!journey.portCase.returnReasons.at(0).answered);
    journey.act(u"correct"_s, {{u"/owner/firstName"_s, u"Petra"_s}}, Role::Customer);
    QVERIFY(journey.portCase.returnReasons.at(1).answered);
    QVERIFY(tickOff(journey.portCase.returnReasons[0], {}, u"bill"_s));
    QVERIFY(journey.portCase.returnReasons.at(0).answered);
}

void TestReviewRules::takingOverKeepsTheOldValue()
{
    CaseJourney journey = underReview();
    journey.act(u"approve"_s);
    journey.act(u"correct"_s, {{u"/losingCarrier/accountNumber"_s, u"4712"_s}, {u"/losingCarrier/pin"_s, u"1234"_s}, {u"source"_s, u"bill"_s}});
    QCOMPARE(journey.portCase.request.losingCarrier.accountNumber, u"4712"_s);
    const CaseEvent event = journey.events.last();
    QVERIFY2(event.text.startsWith(u"Taken over from the document (Latest phone bill): /losingCarrier/accountNumber: “4712”, before “4711-998877”"), qPrintable(event.text));
    const QJsonArray values = event.data.value(u"values"_s).toArray();
    QCOMPARE(values.size(), 1); // the passcode is kept out of the timeline
    QVERIFY(!event.text.contains(u"1234"));
    QCOMPARE(values.first()[u"from"].toString(), u"4711-998877"_s);
    QVERIFY(!journey.portCase.approved); // what was approved is not what stands there now
    QCOMPARE(journey.portCase.clocks.value(0).name, u"approve"_s);
}

void TestReviewRules::customersWaitWhileTheDeskLooks()
{
    CaseJourney journey;
    const QVariantMap values{{u"/losingCarrier/accountNumber"_s, u"4712"_s}};
    QCOMPARE(journey.attempt(u"correct"_s, values, Role::Customer).error().detail, u"actor|"_s);
    QVERIFY(journey.attempt(u"correct"_s, values, Role::Agent).ok());
    journey.act(u"return"_s, {{u"reasons"_s, u"ACCOUNT_NO_WRONG"_s}});
    QVERIFY(journey.attempt(u"correct"_s, values, Role::Customer).ok());
}

QTEST_GUILESS_MAIN(TestReviewRules)
#include "tst_reviewrules.moc"
