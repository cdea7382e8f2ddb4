// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// One data row per back end: every test runs on each.
class TestCaseRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void keepsEveryMemberOfACase();
    void givesReferencesOnce();
    void updatesWhatChanged();
    void refusesAStaleRevision();
    void refusesTheSameReferenceTwice();
    void keepsEventsInOrder();
    void pagesByKeyset_data();
    void pagesByKeyset();
    void filters_data();
    void filters();
    void findsText_data();
    void findsText();
    void findsAChangedNameAndForgetsTheOldOne();
    void summarisesACase();
    void answersDueClocksOfOpenCases();
    void answersOpenCasesOfNumbers();
    void keepsDrafts();
    void saysWhatIsNotThere();

private:
    Case add(const Case &portCase, const QDateTime &at = testNow());
    QStringList owners(const CaseQuery &query);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestCaseRepository::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void TestCaseRepository::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = openStore(m_dir->filePath(u"desk.sqlite"_s));
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    m_store = std::move(store).value();
}

void TestCaseRepository::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

Case TestCaseRepository::add(const Case &portCase, const QDateTime &at)
{
    auto added = m_store->cases().insertCase(portCase, {eventOf(u"created"_s, at)}, at);
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
    return std::move(added).value();
}

QStringList TestCaseRepository::owners(const CaseQuery &query)
{
    const auto page = m_store->cases().find(query);
    if (!page)
        return {page.error().detail};
    QStringList names;
    for (const CaseSummary &row : page->rows)
        names.append(row.owner);
    const auto count = m_store->cases().count(query);
    if (!count || *count != names.size())
        names.append(u"count differs"_s);
    return names;
}

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

void TestCaseRepository::pagesByKeyset_data()
{
    QTest::addColumn<CaseSort>("sort");
    QTest::addColumn<bool>("descending");
    const std::pair<const char *, CaseSort> sorts[] = {
        {"updated", CaseSort::Updated}, {"reference", CaseSort::Reference}, {"owner", CaseSort::Owner}, {"country", CaseSort::Country},
        {"carrier", CaseSort::Carrier}, {"stage", CaseSort::Stage},         {"due", CaseSort::Due},     {"numbers", CaseSort::Numbers}};
    for (const auto &[name, sort] : sorts) {
        QTest::addRow("%s ascending", name) << sort << false;
        QTest::addRow("%s descending", name) << sort << true;
    }
}

void TestCaseRepository::pagesByKeyset()
{
    QFETCH(CaseSort, sort);
    QFETCH(bool, descending);
    const Stage stages[] = {Stage::Submitted, Stage::Quoted, Stage::Completed};
    for (int i = 0; i < 23; ++i) { // many equal keys, so that a page ends inside them
        Case portCase = plainCase(u"Owner %1"_s.arg(i % 4), u"+4930%1"_s.arg(1000 + i), stages[i % 3]);
        portCase.country = i % 2 ? u"DE"_s : u"FR"_s;
        portCase.clocks.first().due = testNow().addDays(i % 5);
        add(portCase, testNow().addSecs(i % 6));
    }
    CaseQuery query;
    query.sort = sort;
    query.descending = descending;
    const auto whole = m_store->cases().find(query);
    QVERIFY2(whole.ok(), whole ? "" : qPrintable(whole.error().detail));
    QCOMPARE(whole->rows.size(), 23);
    QVERIFY(!whole->more);
    query.limit = 5;
    QList<CaseId> paged;
    for (int pages = 1;; ++pages) {
        const auto page = m_store->cases().find(query);
        QVERIFY(page.ok());
        for (const CaseSummary &row : page->rows)
            paged.append(row.id);
        query.afterKey = page->lastKey;
        query.afterId = page->lastId;
        if (!page->more) {
            QCOMPARE(pages, 5);
            break;
        }
    }
    QList<CaseId> expected;
    for (const CaseSummary &row : whole->rows)
        expected.append(row.id);
    QVERIFY(paged == expected);
}

void TestCaseRepository::filters_data()
{
    QTest::addColumn<QList<Stage>>("stages");
    QTest::addColumn<bool>("overdue");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("carrier");
    QTest::addColumn<QStringList>("expected");
    const QList<Stage> all;
    QTest::newRow("everything") << all << false << QString() << QString() << QStringList{u"late"_s, u"french"_s, u"done"_s, u"quoted"_s};
    QTest::newRow("one stage") << QList{Stage::Quoted} << false << QString() << QString() << QStringList{u"quoted"_s};
    QTest::newRow("two stages") << QList{Stage::Quoted, Stage::Completed} << false << QString() << QString()
                                << QStringList{u"done"_s, u"quoted"_s};
    QTest::newRow("overdue, not the closed one") << all << true << QString() << QString() << QStringList{u"late"_s};
    QTest::newRow("country") << all << false << u"FR"_s << QString() << QStringList{u"french"_s};
    QTest::newRow("carrier in other letters") << all << false << QString() << u"telecom de paris"_s << QStringList{u"french"_s};
    QTest::newRow("stage and country") << QList{Stage::Submitted} << false << u"FR"_s << QString() << QStringList{u"french"_s};
    QTest::newRow("nothing fits") << QList{Stage::Rejected} << true << u"FR"_s << QString() << QStringList();
}

void TestCaseRepository::filters()
{
    QFETCH(QList<Stage>, stages);
    QFETCH(bool, overdue);
    QFETCH(QString, country);
    QFETCH(QString, carrier);
    add(plainCase(u"quoted"_s, u"+493011"_s, Stage::Quoted), testNow());
    Case done = plainCase(u"done"_s, u"+493012"_s, Stage::Completed);
    done.clocks.first().due = testNow().addDays(-9);
    add(done, testNow().addSecs(1));
    Case french = plainCase(u"french"_s, u"+33111"_s);
    french.country = u"FR"_s;
    french.request.losingCarrier.name = u"Télécom de Paris"_s;
    add(french, testNow().addSecs(2));
    Case late = plainCase(u"late"_s, u"+493013"_s);
    late.clocks.first().due = testNow().addDays(-1);
    add(late, testNow().addSecs(3));

    CaseQuery query;
    query.stages = stages;
    query.overdue = overdue;
    query.country = country;
    query.carrier = carrier;
    query.now = testNow();
    QFETCH(QStringList, expected);
    QCOMPARE(owners(query), expected);
}

void TestCaseRepository::findsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList mueller{u"Müller & Söhne GmbH"_s}, moscow{u"Почта Быстрая"_s}, oneil{u"O'Neil \"Bob\" 100%"_s}, none;
    QTest::newRow("umlaut") << u"Müller"_s << mueller;
    QTest::newRow("without umlaut") << u"mull"_s << mueller;
    QTest::newRow("middle of a name") << u"ohne gm"_s << mueller;
    QTest::newRow("sharp s written as ss") << u"strasse"_s << mueller;
    QTest::newRow("two words from different places") << u"koln müll"_s << mueller;
    QTest::newRow("cyrillic") << u"быстр"_s << moscow;
    QTest::newRow("cyrillic by latin letters") << u"pocta"_s << moscow;
    QTest::newRow("quote marks") << u"\"Bob\""_s << oneil;
    QTest::newRow("apostrophe") << u"o'nei"_s << oneil;
    QTest::newRow("wildcards are letters") << u"%"_s << none;
    QTest::newRow("underscore is a letter") << u"m_"_s << none;
    QTest::newRow("words of the search language are words") << u"Müller NOT GmbH"_s << none;
    QTest::newRow("reference") << u"pd-2001"_s << mueller;
    QTest::newRow("account") << u"998877"_s << mueller;
    QTest::newRow("account without its hyphen") << u"4711998877"_s << mueller;
    QTest::newRow("carrier") << u"nordtel"_s << mueller;
    QTest::newRow("short text at the start of a word") << u"mü"_s << mueller;
    QTest::newRow("short text not inside a word") << u"ll"_s << none;
    QTest::newRow("short and long word") << u"so mull"_s << mueller;
    QTest::newRow("number whole") << u"+49 30 23125017"_s << mueller;
    QTest::newRow("number with 00") << u"0049 30 231"_s << mueller;
    QTest::newRow("number national") << u"030/23125017"_s << mueller;
    QTest::newRow("number prefix") << u"+4930"_s << mueller;
    QTest::newRow("number suffix") << u"5017"_s << mueller;
    QTest::newRow("number fragment") << u"2312"_s << mueller;
    QTest::newRow("two digits of the end") << u"19"_s << moscow;
    QTest::newRow("two digits of the country code") << u"+7"_s << moscow;
    QTest::newRow("number of nobody") << u"+4940"_s << none;
    QTest::newRow("blank asks for nothing") << u"  "_s << QStringList{oneil + moscow + mueller};
}

void TestCaseRepository::findsText()
{
    Case mueller = plainCase(u"Müller & Söhne GmbH"_s, u"+493023125017"_s);
    mueller.request.losingCarrier = {u"NordTel"_s, u"4711-998877"_s, {}, {}};
    mueller.request.addresses = {{u"hq"_s, {{u"Gartenstraße 8"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}};
    add(mueller, testNow());
    add(plainCase(u"Почта Быстрая"_s, u"+74951234519"_s), testNow().addSecs(1));
    add(plainCase(u"O'Neil \"Bob\" 100%"_s, u"+353123456"_s), testNow().addSecs(2));
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    CaseQuery query;
    query.text = text;
    QCOMPARE(owners(query), expected);
}

void TestCaseRepository::findsAChangedNameAndForgetsTheOldOne()
{
    Case portCase = add(plainCase(u"Oldname"_s, u"+493011"_s));
    portCase.request.owner.company = u"Newname"_s;
    portCase.numbers.first().e164 = u"+498922"_s;
    QVERIFY(m_store->cases().updateCase(portCase, {}, testNow()).ok());
    CaseQuery query;
    query.text = u"newna"_s;
    QCOMPARE(owners(query), QStringList{u"Newname"_s});
    query.text = u"8922"_s;
    QCOMPARE(owners(query), QStringList{u"Newname"_s});
    query.text = u"oldname"_s;
    QCOMPARE(owners(query), QStringList());
}

void TestCaseRepository::summarisesACase()
{
    const Case full = add(fullCase(), testNow());
    const auto page = m_store->cases().find({});
    QVERIFY(page.ok());
    const CaseSummary row = page->rows.first();
    QCOMPARE(row.id, full.id);
    QCOMPARE(row.reference, full.reference);
    QCOMPARE(row.owner, u"Jürgen Müller-Lüdenscheidt"_s);
    QCOMPARE(row.country, u"DE"_s);
    QCOMPARE(row.carrier, u"Beispiel Telekom"_s);
    QCOMPARE(row.agent, u"Anna Weber"_s);
    QCOMPARE(row.type, NumberType::Geographic);
    QCOMPARE(row.stage, Stage::Rejected);
    QCOMPARE(row.numbers, 3);
    QCOMPARE(row.ported, 1);
    QCOMPARE(row.failed, 1);
    QCOMPARE(row.reasons, 0); // of the second attempt, which has no answer yet
    QCOMPARE(row.nextClock, u"reminder"_s);
    QCOMPARE(row.nextDue, testNow().addDays(5));
    QCOMPARE(row.portDate, full.portDate);
    QCOMPARE(row.portZone, u"Europe/Berlin"_s);
    QCOMPARE(row.updatedAt, testNow());
    Case closed = full;
    closed.stage = Stage::Cancelled;
    QVERIFY(m_store->cases().updateCase(closed, {}, testNow()).ok());
    const auto after = m_store->cases().find({});
    QCOMPARE(after->rows.first().nextClock, QString());
    QVERIFY(!after->rows.first().nextDue.isValid());
}

void TestCaseRepository::answersDueClocksOfOpenCases()
{
    const Case open = add(fullCase());
    Case closed = add(fullCase());
    closed.stage = Stage::Completed;
    QVERIFY(m_store->cases().updateCase(closed, {}, testNow()).ok());
    QCOMPARE(m_store->cases().dueClocks(testNow().addDays(2)).value().size(), 0); // "look" has fired
    const auto due = m_store->cases().dueClocks(testNow().addDays(30));
    QVERIFY(due.ok());
    QCOMPARE(due->size(), 2);
    QCOMPARE(due->at(0).caseId, open.id);
    QCOMPARE(due->at(0).reference, open.reference);
    QCOMPARE(due->at(0).index, 2);
    QCOMPARE(due->at(0).due, testNow().addDays(5));
    QCOMPARE(due->at(1).index, 1);
    QCOMPARE(m_store->cases().dueClocks(testNow().addDays(30), 1).value().size(), 1);
}

void TestCaseRepository::answersOpenCasesOfNumbers()
{
    const Case open = add(plainCase(u"A"_s, u"+493011"_s));
    add(plainCase(u"B"_s, u"+493012"_s, Stage::Completed));
    const auto found = m_store->cases().openCasesOf({u"+493011"_s, u"+493012"_s, u"+493013"_s});
    QVERIFY(found.ok());
    QCOMPARE(*found, (QHash<QString, QString>{{u"+493011"_s, open.reference}}));
}

void TestCaseRepository::keepsDrafts()
{
    CaseRepository &cases = m_store->cases();
    Draft draft{{}, RequestBuilder().build(), u"ownerPage"_s, testNow()};
    draft.request.documents.first().sha256 = bytesOf("loa").sha256;
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
