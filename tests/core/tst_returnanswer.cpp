// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/guards.h"
#include "core/cases/slice.h"
#include "core/cases/standing.h"
#include "core/cases/todolist.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/testdesk.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

namespace {

const QString kAccount = u"/losingCarrier/accountNumber"_s;

/// One desk with a case that came back for its bill and its account number.
struct ReturnedCase {
    ReturnedCase()
    {
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(RequestBuilder().build()).first();
        desk.apply(reference, u"review"_s, {{u"document"_s, u"bill"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"ILLEGIBLE"_s}});
        details = desk.apply(reference, u"return"_s,
                             {{u"reasons"_s, u"DOCUMENT_BAD,ACCOUNT_NO_WRONG"_s}, {u"fields"_s, kAccount}, {u"documents"_s, u"bill"_s}});
    }
    ReturnAnswer answer()
    {
        const ActionContext context{testCountries(), desk.clock().now(), testZone()};
        return {details.portCase.id, details.portCase.revision, standingRequest(details.portCase, context)};
    }
    /// The answer with a new bill beside the refused one, stored already.
    ReturnAnswer withNewBill()
    {
        ReturnAnswer given = answer();
        const DocumentBytes bytes = documentBytes("%PDF-1.4 another bill", u"new bill.pdf"_s);
        if (!await(desk.session().storeDocument(bytes)))
            qFatal("The new bill was not stored.");
        for (RequestDocument &document : given.request.documents) {
            if (document.kind == u"bill")
                document = {u"bill"_s, u"new bill.pdf"_s, testNow().date(), {}, bytes.sha256, {}};
        }
        return given;
    }
    /// A paper nobody asked for.
    void addPaper()
    {
        CaseDocument row;
        row.kind = documentKinds().constLast();
        row.fileName = u"holiday.pdf"_s;
        const DocumentBytes bytes = documentBytes("%PDF-1.4 a paper", row.fileName);
        details = await(desk.session().addDocument(details.portCase.id, details.portCase.revision, {0, bytes, u"application/pdf"_s, 1}, row)).value();
    }
    Result<CaseDetails> send(const ReturnAnswer &given) { return await(desk.session().answerReturn(given, {})); }
    QStringList happened() { return happened(desk.details(reference)); }
    static QStringList happened(const CaseDetails &now)
    {
        QStringList all;
        for (const CaseEvent &event : now.timeline)
            all << event.what;
        return all;
    }

    TestDesk desk{Role::Customer};
    QString reference;
    CaseDetails details;
};

} // namespace

/// A returned case on its way back: what it asks for, what counts as done, and the one transaction that sends it.
class TestReturnAnswer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForEachFieldAndDocument();
    void done_data();
    void done();
    void standsOn_data();
    void standsOn();
    void sendsEverythingAtOnce();
    void nothingIsHalfDone_data();
    void nothingIsHalfDone();
    void saidInWordsOnly();
    void aTooOldBillBesideANewOneStopsNothing();
    void withdraws_data();
    void withdraws();
    void withdrawingNamesADocument();
    void whatWasWithdrawnIsNotAskedForAgain();
    void lettersKeepTheirNumbers_data();
    void lettersKeepTheirNumbers();
};

void TestReturnAnswer::asksForEachFieldAndDocument()
{
    ReturnedCase returned;
    const QList<ToDoItem> items = toDoItems(returned.details.portCase);
    QCOMPARE(items, (QList<ToDoItem>{{u"DOCUMENT_BAD"_s, {}, u"bill"_s}, {u"ACCOUNT_NO_WRONG"_s, {kAccount}, {}}}));
    Case elsewhere = returned.details.portCase;
    elsewhere.stage = Stage::Submitted;
    QVERIFY(toDoItems(elsewhere).isEmpty());
    Case byCatalogue = returned.details.portCase; // the desk named no field: the catalogue's places count
    byCatalogue.returnReasons = {{u"ACCOUNT_NO_WRONG"_s, {}}};
    QCOMPARE(toDoItems(byCatalogue).first().fields, QStringList{kAccount});
}

void TestReturnAnswer::done_data()
{
    QTest::addColumn<ToDoItem>("item");
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("expected");
    const ToDoItem account{u"ACCOUNT_NO_WRONG"_s, {kAccount}, {}};
    const ToDoItem addresses{u"ADDRESS_MISMATCH"_s, {u"/addresses/*"_s}, {}};
    const ToDoItem bill{u"DOCUMENT_BAD"_s, {}, u"bill"_s};
    QTest::newRow("nothing changed") << account << QString() << false;
    QTest::newRow("the value changed") << account << kAccount << true;
    QTest::newRow("another value changed") << account << u"/losingCarrier/name"_s << false;
    QTest::newRow("a part of any address") << addresses << u"/addresses/0/postalCode"_s << true;
    QTest::newRow("no file yet") << bill << QString() << false;
    QTest::newRow("a new file of the kind") << bill << u"new bill"_s << true;
    QTest::newRow("the same file under another kind") << bill << u"kind"_s << true;
    QTest::newRow("a new file of another kind") << bill << u"new loa"_s << false;
    QTest::newRow("answered before") << ToDoItem{u"OTHER"_s, {}, {}, true} << QString() << true;
}

void TestReturnAnswer::done()
{
    QFETCH(ToDoItem, item);
    QFETCH(QString, change);
    QFETCH(bool, expected);
    Request before = RequestBuilder().build();
    for (int i = 0; i < before.documents.size(); ++i)
        before.documents[i].sha256 = u"sha-%1"_s.arg(i);
    Request after = before;
    if (change.startsWith(u'/'))
        after = withValues(before, {{change, u"10115"_s}}).value();
    else if (change.startsWith(u"new "))
        after.documents << RequestDocument{change.mid(4), u"new.pdf"_s, {}, {}, u"sha-new"_s, {}};
    else if (change == u"kind") {
        const auto other = std::find_if(after.documents.begin(), after.documents.end(), [](const RequestDocument &row) { return row.kind != u"bill"; });
        QVERIFY(other != after.documents.end());
        other->kind = u"bill"_s;
    }
    QCOMPARE(isDone(item, before, after), expected);
}

void TestReturnAnswer::standsOn_data()
{
    QTest::addColumn<QString>("papers"); // r refused, o too old, g good
    QTest::addColumn<QString>("standing");
    QTest::newRow("one good bill") << u"g"_s << u"g"_s;
    QTest::newRow("a refused one alone still stands for its kind") << u"r"_s << u"r"_s;
    QTest::newRow("a good one beside a refused one") << u"rg"_s << u"g"_s;
    QTest::newRow("an old one alone") << u"o"_s << u"o"_s;
    QTest::newRow("a good one beside an old one") << u"og"_s << u"g"_s;
    QTest::newRow("refused, old and good") << u"rog"_s << u"g"_s;
    QTest::newRow("an old one beside a refused one is judged") << u"ro"_s << u"o"_s;
    QTest::newRow("two good ones") << u"gg"_s << u"gg"_s;
}

void TestReturnAnswer::standsOn()
{
    QFETCH(QString, papers);
    QFETCH(QString, standing);
    CaseJourney journey;
    Case portCase = journey.portCase;
    portCase.documents.removeIf([](const CaseDocument &document) { return document.kind == u"bill"; });
    for (int i = 0; i < papers.size(); ++i) {
        CaseDocument bill;
        bill.kind = u"bill"_s;
        bill.sha256 = bill.fileName = papers.at(i) + QString::number(i);
        bill.issued = testNow().date().addDays(papers.at(i) == u'o' ? -60 : -3);
        portCase.documents << bill;
        if (papers.at(i) == u'r')
            portCase.reviews << Review{bill.sha256, u"bill"_s, false, {u"ILLEGIBLE"_s}, {}, {}, {}};
    }
    QString found;
    for (const RequestDocument &document : standingRequest(portCase, journey.context()).documents) {
        if (document.kind == u"bill")
            found += document.sha256.at(0);
    }
    QCOMPARE(found, standing);
}

void TestReturnAnswer::sendsEverythingAtOnce()
{
    ReturnedCase returned;
    ReturnAnswer given = returned.withNewBill();
    given.request.losingCarrier.accountNumber = u"4711-000001"_s;
    given.finishedDraft = await(returned.desk.session().saveDraft({{}, given.request, u"todoPage"_s, testNow()})).value();
    const auto sent = returned.send(given);
    QVERIFY2(sent.ok(), qPrintable(sent ? QString() : sent.error().message));
    const Case &portCase = sent->portCase;
    QCOMPARE(portCase.stage, Stage::Submitted);
    QCOMPARE(portCase.request.losingCarrier.accountNumber, u"4711-000001"_s);
    QVERIFY(portCase.returnReasons.isEmpty());
    const auto bills = std::count_if(portCase.documents.cbegin(), portCase.documents.cend(), [](const CaseDocument &document) { return document.kind == u"bill"; });
    QCOMPARE(bills, 2); // the refused one stays
    QVERIFY(refusedKinds(portCase).isEmpty());
    QCOMPARE(ReturnedCase::happened(*sent).mid(ReturnedCase::happened(*sent).size() - 3), (QStringList{u"document-added"_s, u"correct"_s, u"submit"_s}));
    QVERIFY(await(returned.desk.session().drafts())->isEmpty());
}

void TestReturnAnswer::nothingIsHalfDone_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<int>("code");
    QTest::newRow("somebody was first") << u"revision"_s << int(Error::Code::Conflict);
    QTest::newRow("the case went on") << u"stage"_s << int(Error::Code::Refused);
    QTest::newRow("the preflight has an error") << u"name"_s << int(Error::Code::Invalid);
    QTest::newRow("a number of another type") << u"number"_s << int(Error::Code::Invalid);
    QTest::newRow("a reason it was not returned for") << u"reason"_s << int(Error::Code::Invalid);
}

void TestReturnAnswer::nothingIsHalfDone()
{
    QFETCH(QString, trouble);
    QFETCH(int, code);
    ReturnedCase returned;
    ReturnAnswer given = returned.withNewBill();
    if (trouble == u"revision")
        returned.desk.apply(returned.reference, u"correct"_s, {{u"/losingCarrier/name"_s, u"Andere AG"_s}});
    else if (trouble == u"stage")
        given.revision = returned.desk.apply(returned.reference, u"cancel"_s).portCase.revision;
    else if (trouble == u"name")
        given.request.owner.company.clear();
    else if (trouble == u"number")
        given.request.numbers << RequestNumber{u"+4915112345678"_s, {}, given.request.numbers.first().address, {}, {}};
    else
        given.answered = {u"PIN"_s};
    const CaseDetails before = returned.desk.details(returned.reference);
    const auto sent = returned.send(given);
    QVERIFY(!sent.ok());
    QVERIFY(!sent.error().message.isEmpty());
    QCOMPARE(int(sent.error().code), code);
    const CaseDetails after = returned.desk.details(returned.reference);
    QCOMPARE(after.portCase.revision, before.portCase.revision);
    QCOMPARE(after.portCase.documents, before.portCase.documents);
    QCOMPARE(ReturnedCase::happened(after), ReturnedCase::happened(before));
}

void TestReturnAnswer::saidInWordsOnly()
{
    ReturnedCase returned;
    ReturnAnswer given = returned.answer();
    given.answered = {u"DOCUMENT_BAD"_s, u"ACCOUNT_NO_WRONG"_s};
    given.text = u"The carrier prints its bills like that."_s;
    const auto sent = returned.send(given);
    QVERIFY2(sent.ok(), qPrintable(sent ? QString() : sent.error().message));
    QCOMPARE(sent->portCase.stage, Stage::Submitted);
    QVERIFY(sent->timeline.at(sent->timeline.size() - 2).text.contains(given.text));
}

void TestReturnAnswer::aTooOldBillBesideANewOneStopsNothing()
{
    ReturnedCase returned;
    returned.desk.clock().set(testNow().addDays(29)); // the refused bill is too old by now
    ReturnAnswer given = returned.withNewBill();
    for (RequestDocument &document : given.request.documents) {
        if (document.kind == u"bill")
            document.issued = testNow().date().addDays(25);
    }
    given.request.losingCarrier.accountNumber = u"4711-000001"_s;
    given.request.requestedDate = {};
    const auto sent = returned.send(given);
    QVERIFY2(sent.ok(), qPrintable(sent ? QString() : sent.error().message));
}

void TestReturnAnswer::withdraws_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("replaced"); // by another file of its kind
    QTest::addColumn<bool>("leaves");
    QTest::newRow("a paper nobody asked for") << documentKinds().constLast() << false << true;
    QTest::newRow("a paper for another one") << u"proof_of_address"_s << true << true;
    QTest::newRow("the refused bill for a better one") << u"bill"_s << true << false;
}

void TestReturnAnswer::withdraws()
{
    QFETCH(QString, kind);
    QFETCH(bool, replaced);
    QFETCH(bool, leaves);
    ReturnedCase returned;
    returned.addPaper();
    ReturnAnswer given = kind == u"bill" ? returned.withNewBill() : returned.answer();
    given.answered = {u"DOCUMENT_BAD"_s, u"ACCOUNT_NO_WRONG"_s};
    given.text = u"As asked."_s;
    const auto ofKind = [&kind](const auto &document) { return document.kind == kind; };
    const QList<CaseDocument> had = returned.details.portCase.documents;
    const CaseDocument old = *std::find_if(had.cbegin(), had.cend(), ofKind);
    if (kind != u"bill") {
        given.request.documents.removeIf(ofKind);
        if (replaced) {
            const DocumentBytes bytes = documentBytes("%PDF-1.4 another paper", u"other.pdf"_s);
            QVERIFY(await(returned.desk.session().storeDocument(bytes)).ok());
            given.request.documents << RequestDocument{kind, bytes.fileName, testNow().date(), {}, bytes.sha256, {}};
        }
    }
    const auto sent = returned.send(given);
    QVERIFY2(sent.ok(), qPrintable(sent ? QString() : sent.error().message));
    const QList<CaseDocument> has = returned.desk.details(returned.reference).portCase.documents; // as it is stored
    QCOMPARE(std::none_of(has.cbegin(), has.cend(), [&](const CaseDocument &document) { return document.sha256 == old.sha256; }), leaves);
    QCOMPARE(std::count_if(has.cbegin(), has.cend(), ofKind), (leaves ? 0 : 1) + (replaced ? 1 : 0));
    const QList<RequestDocument> rows = sent->portCase.request.documents;
    QCOMPARE(std::none_of(rows.cbegin(), rows.cend(), [&](const RequestDocument &row) { return row.sha256 == old.sha256; }), leaves);
    // The other papers are what they were.
    for (const CaseDocument &document : had) {
        const auto same = [&document](const CaseDocument &other) { return other.kind == document.kind && other.fileName == document.fileName && other.issued == document.issued; };
        QVERIFY2(document.sha256 == old.sha256 || std::any_of(has.cbegin(), has.cend(), same), qPrintable(document.fileName));
    }
    const CaseEvent event = sent->timeline.at(sent->timeline.size() - 2);
    QCOMPARE(event.text.contains(u"Withdrawn: %1 (%2)"_s.arg(documentKindText(kind), old.fileName)), leaves);
    QCOMPARE(!event.data.value(u"withdrawn"_s).toArray().isEmpty(), leaves);
    QVERIFY(await(returned.desk.session().document(old.sha256, old.fileName)).ok()); // the original is kept
}

void TestReturnAnswer::withdrawingNamesADocument()
{
    ReturnedCase returned;
    const Case portCase = returned.details.portCase;
    const auto refused = await(returned.desk.session().apply(portCase.id, portCase.revision, {u"correct"_s, {{u"withdraw"_s, u"no such file"_s}}, {Role::Customer, u"Customer"_s}}));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Invalid);
    QCOMPARE(returned.desk.details(returned.reference).portCase.documents, portCase.documents);
    // One that was declared to be unavailable is named by its kind.
    const CaseDetails taken = returned.desk.apply(returned.reference, u"correct"_s, {{u"withdraw"_s, u"csr"_s}}, Role::Customer);
    QVERIFY(std::none_of(taken.portCase.documents.cbegin(), taken.portCase.documents.cend(), [](const CaseDocument &document) { return document.kind == u"csr"; }));
}

void TestReturnAnswer::whatWasWithdrawnIsNotAskedForAgain()
{
    CaseJourney journey;
    Case &portCase = journey.portCase;
    portCase.documents.clear();
    for (const QString &sha256 : {u"first"_s, u"second"_s}) {
        CaseDocument bill;
        bill.kind = u"bill"_s;
        bill.fileName = bill.sha256 = sha256;
        portCase.documents << bill;
        portCase.reviews << Review{sha256, u"bill"_s, false, {sha256 == u"first" ? u"ILLEGIBLE"_s : u"BILL_TOO_OLD"_s}, {}, u"Anna Weber"_s, testNow()};
    }
    const QString both = returnProposal(portCase, {}).text;
    QVERIFY2(both.contains(reviewReason(u"ILLEGIBLE"_s)->sentence) && both.contains(reviewReason(u"BILL_TOO_OLD"_s)->sentence), qPrintable(both));
    portCase.documents.removeFirst();
    const QString left = returnProposal(portCase, {}).text;
    QVERIFY2(!left.contains(reviewReason(u"ILLEGIBLE"_s)->sentence) && left.contains(reviewReason(u"BILL_TOO_OLD"_s)->sentence), qPrintable(left));
}

void TestReturnAnswer::lettersKeepTheirNumbers_data()
{
    QTest::addColumn<QStringList>("covers");
    QTest::newRow("a letter for all numbers") << QStringList();
    QTest::newRow("a letter for two of them") << QStringList{u"+493023125017"_s, u"+493023125018"_s};
}

/// A case turned back into a request still knows which numbers a letter was made for.
void TestReturnAnswer::lettersKeepTheirNumbers()
{
    QFETCH(QStringList, covers);
    CaseJourney journey;
    journey.portCase.documents.clear();
    journey.portCase.request.documents.clear();
    const RequestDocument letter{u"loa"_s, u"loa.pdf"_s, {}, {}, u"sha-loa"_s, testNow().date(), covers};
    const RequestDocument later{u"loa"_s, u"later.pdf"_s, {}, {}, u"sha-later"_s, testNow().date()};
    journey.portCase.request.documents << letter;
    journey.portCase.documents << caseDocumentOf(letter) << caseDocumentOf(later); // the second came after the request
    const Request again = requestOf(journey.portCase);
    QCOMPARE(again.documents, (QList<RequestDocument>{letter, later}));
    QCOMPARE(standingRequest(journey.portCase, journey.context()).documents.first().covers, covers);
}

QTEST_GUILESS_MAIN(TestReturnAnswer)
#include "tst_returnanswer.moc"
