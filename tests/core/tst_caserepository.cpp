// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/storetest.h"

#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// What a repository of cases keeps.
class TestCaseRepository final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryMemberOfACase();
    void givesReferencesOnce();
    void updatesWhatChanged();
    void refusesAStaleRevision();
    void refusesTheSameReferenceTwice();
    void keepsEventsInOrder();
    void keepsDrafts();
    void saysWhatIsNotThere();
};

void TestCaseRepository::keepsEveryMemberOfACase()
{
    Case full = fullCase();
    const auto request = m_store->cases().insertRequest(full.request, testNow());
    QVERIFY(request.ok());
    full.requestId = *request;
    const Case added = add(full);
    QVERIFY(added.id.isValid());
    QCOMPARE(added.revision, 1);
    QCOMPARE(added.reference, u"PD-2001"_s);
    QVERIFY(added.documents.first().id.isValid());

    const auto loaded = m_store->cases().loadByReference(u"PD-2001"_s);
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().detail));
    QCOMPARE(loaded->id, added.id);
    QCOMPARE(loaded->requestId, full.requestId);
    QCOMPARE(loaded->stage, full.stage);
    QCOMPARE(loaded->country, full.country);
    QCOMPARE(loaded->type, full.type);
    QVERIFY(loaded->request == full.request);
    QVERIFY(loaded->numbers == full.numbers);
    QVERIFY(loaded->documents == added.documents);
    QVERIFY(loaded->quote == full.quote);
    QVERIFY(loaded->attempts == full.attempts);
    QVERIFY(loaded->clocks == full.clocks);
    QVERIFY(loaded->reviews == full.reviews);
    QVERIFY(loaded->returnReasons == full.returnReasons);
    QCOMPARE(loaded->returnText, full.returnText);
    QCOMPARE(loaded->approved, full.approved);
    QCOMPARE(loaded->approvedAt, full.approvedAt);
    QCOMPARE(loaded->portDate, full.portDate);
    QCOMPARE(loaded->portZone, full.portZone);
    QCOMPARE(loaded->createdAt, full.createdAt);
    QCOMPARE(loaded->stageSince, full.stageSince);
    QCOMPARE(loaded->agent, full.agent);
    QCOMPARE(loaded->cancelText, full.cancelText);
    QCOMPARE(loaded->followUpOf, full.followUpOf);
}

void TestCaseRepository::givesReferencesOnce()
{
    QCOMPARE(m_store->cases().reserveReferences(3).value(), (QStringList{u"PD-2001"_s, u"PD-2002"_s, u"PD-2003"_s}));
    QCOMPARE(add(plainCase(u"A"_s, u"+493011"_s)).reference, u"PD-2004"_s);
    Case named = plainCase(u"B"_s, u"+493012"_s);
    named.reference = u"PD-2002"_s;
    QCOMPARE(add(named).reference, u"PD-2002"_s);
    QCOMPARE(m_store->cases().reserveReferences(1).value(), QStringList{u"PD-2005"_s});
}

void TestCaseRepository::updatesWhatChanged()
{
    Case portCase = add(fullCase());
    portCase.numbers[1].outcome = Outcome::Excluded;
    portCase.numbers.removeLast();
    portCase.documents.removeFirst();
    portCase.documents.append(
        {{}, u"loa"_s, u"loa.pdf"_s, bytesOf("loa").sha256, 3, 1, u"application/pdf"_s, {}, QDate(2026, 11, 1), {}, {}});
    portCase.clocks[1].fired = true;
    portCase.clocks.removeLast();
    portCase.quote.reset();
    portCase.attempts[1].reasons = {{u"PIN"_s, {}, true}};
    portCase.stage = Stage::WithCarrier;
    const auto updated = m_store->cases().updateCase(portCase, {eventOf(u"resubmit"_s, testNow())}, testNow().addSecs(1));
    QVERIFY2(updated.ok(), updated ? "" : qPrintable(updated.error().detail));
    QCOMPARE(updated->revision, 2);

    const auto loaded = m_store->cases().load(portCase.id);
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->revision, 2);
    QCOMPARE(loaded->stage, Stage::WithCarrier);
    QVERIFY(loaded->numbers == portCase.numbers);
    QVERIFY(loaded->documents == updated->documents);
    QVERIFY(loaded->documents.last().id.isValid());
    QVERIFY(loaded->clocks == portCase.clocks);
    QVERIFY(!loaded->quote);
    QVERIFY(loaded->attempts == portCase.attempts);
    const auto counts = m_store->cases().countByStage();
    QCOMPARE(counts->value(Stage::Rejected), 0);
    QCOMPARE(counts->value(Stage::WithCarrier), 1);
}

void TestCaseRepository::refusesAStaleRevision()
{
    const Case first = add(plainCase(u"A"_s, u"+493011"_s));
    Case mine = first;
    mine.agent = u"mine"_s;
    QVERIFY(m_store->cases().updateCase(mine, {}, testNow()).ok());
    Case theirs = first;
    theirs.agent = u"theirs"_s;
    theirs.numbers.clear();
    const auto refused = m_store->cases().updateCase(theirs, {eventOf(u"quote"_s, testNow())}, testNow());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Conflict);
    QVERIFY(refused.error().message.contains(u"Reload"_s));
    const auto loaded = m_store->cases().load(first.id);
    QCOMPARE(loaded->agent, u"mine"_s);
    QCOMPARE(loaded->numbers.size(), 1);
    QCOMPARE(m_store->cases().events(first.id)->size(), 1);
}

void TestCaseRepository::refusesTheSameReferenceTwice()
{
    Case portCase = add(plainCase(u"A"_s, u"+493011"_s));
    const auto refused = m_store->cases().insertCase(portCase, {}, testNow());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Storage);
    QCOMPARE(m_store->cases().count({}).value(), 1);
}

void TestCaseRepository::keepsEventsInOrder()
{
    Case portCase = add(plainCase(u"A"_s, u"+493011"_s));
    // a clock's event carries the time at which it fell due, which may lie before the event already stored
    const QList<CaseEvent> more{eventOf(u"quote"_s, testNow().addDays(2)), eventOf(u"clock-due"_s, testNow().addDays(1))};
    QVERIFY(m_store->cases().updateCase(portCase, more, testNow()).ok());
    const auto events = m_store->cases().events(portCase.id);
    QVERIFY(events.ok());
    QCOMPARE(events->size(), 3);
    QCOMPARE(events->at(0).what, u"created"_s);
    QCOMPARE(events->at(2).what, u"clock-due"_s);
    QCOMPARE(events->at(2).at, testNow().addDays(1));
    QCOMPARE(events->at(1).who, u"Anna Weber"_s);
    QCOMPARE(events->at(1).text, u"Übergeben"_s);
    QCOMPARE(events->at(1).to, Stage::Submitted);
    QCOMPARE(events->at(1).data.value(u"amount"_s).toInt(), 12);
}

void TestCaseRepository::keepsDrafts()
{
    CaseRepository &cases = m_store->cases();
    Draft draft{{}, RequestBuilder().build(), u"ownerPage"_s, testNow()};
    draft.request.documents.first().sha256 = bytesOf("loa").sha256;
    draft.aside = {{u"fields"_s, QJsonObject{{u"rio_code"_s, u"03P123456XYZ"_s}}}};
    const auto id = cases.saveDraft(draft);
    QVERIFY(id.ok());
    draft.id = *id;
    draft.page = u"numbersPage"_s;
    draft.request.owner.company.clear();
    QCOMPARE(cases.saveDraft(draft).value(), draft.id);
    const auto loaded = cases.loadDraft(draft.id);
    QVERIFY(loaded.ok());
    QVERIFY(loaded->request == draft.request);
    QCOMPARE(loaded->page, u"numbersPage"_s);
    QCOMPARE(loaded->aside, draft.aside);
    draft.aside = {};
    QCOMPARE(cases.saveDraft(draft).value(), draft.id);
    QVERIFY(cases.loadDraft(draft.id)->aside.isEmpty());
    QCOMPARE(loaded->savedAt, testNow());
    QVERIFY(cases.saveDraft({{}, {}, u"first"_s, testNow().addDays(1)}).ok());
    QCOMPARE(cases.drafts().value().size(), 2);
    QCOMPARE(cases.drafts().value().first().page, u"first"_s);
    QVERIFY(cases.deleteDraft(draft.id).ok());
    QCOMPARE(cases.loadDraft(draft.id).error().code, Error::Code::NotFound);
    QCOMPARE(cases.deleteDraft(draft.id).error().code, Error::Code::NotFound);
    QCOMPARE(cases.saveDraft(draft).error().code, Error::Code::NotFound);
}

void TestCaseRepository::saysWhatIsNotThere()
{
    QCOMPARE(m_store->cases().load({7}).error().code, Error::Code::NotFound);
    const auto missing = m_store->cases().loadByReference(u"PD-9"_s);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    QVERIFY(missing.error().message.contains(u"PD-9"_s));
    Case unknown = fullCase();
    unknown.id = {7};
    QCOMPARE(m_store->cases().updateCase(unknown, {}, testNow()).error().code, Error::Code::NotFound);
}

QTEST_GUILESS_MAIN(TestCaseRepository)
#include "tst_caserepository.moc"
