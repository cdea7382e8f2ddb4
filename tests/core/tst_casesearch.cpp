// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/storetest.h"

#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// What a repository of cases finds: pages, filters, text, summaries, due clocks.
class TestCaseSearch final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
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

private:
    QStringList owners(const CaseQuery &query);
};

QStringList TestCaseSearch::owners(const CaseQuery &query)
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

void TestCaseSearch::pagesByKeyset_data()
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

void TestCaseSearch::pagesByKeyset()
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

void TestCaseSearch::filters_data()
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

void TestCaseSearch::filters()
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

void TestCaseSearch::findsText_data()
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

void TestCaseSearch::findsText()
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

void TestCaseSearch::findsAChangedNameAndForgetsTheOldOne()
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

void TestCaseSearch::summarisesACase()
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

void TestCaseSearch::answersDueClocksOfOpenCases()
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

void TestCaseSearch::answersOpenCasesOfNumbers()
{
    const Case open = add(plainCase(u"A"_s, u"+493011"_s));
    add(plainCase(u"B"_s, u"+493012"_s, Stage::Completed));
    const auto found = m_store->cases().openCasesOf({u"+493011"_s, u"+493012"_s, u"+493013"_s});
    QVERIFY(found.ok());
    QCOMPARE(*found, (QHash<QString, QString>{{u"+493011"_s, open.reference}}));
}

QTEST_GUILESS_MAIN(TestCaseSearch)
#include "tst_casesearch.moc"
