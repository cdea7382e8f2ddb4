// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/caselistsource.h"
#include "ui/desk/casesview.h"
#include "ui/models/caselistmodel.h"
#include "ui/models/casetables.h"
#include "ui/models/casewords.h"
#include "ui/models/timewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMany = 430; // more than two pages

CaseSummary summary(Stage stage)
{
    CaseSummary row;
    row.stage = stage;
    row.numbers = 6;
    row.updatedAt = testNow();
    return row;
}

QList<Case> manyCases()
{
    QList<Case> cases;
    for (int i = 0; i < kMany; ++i)
        cases << plainCase(u"Owner %1"_s.arg(i, 3, 10, QLatin1Char('0')), u"+4930231%1"_s.arg(10000 + i), i % 5 == 4 ? Stage::Completed : Stage::Submitted);
    cases[7].request.owner.company = u"Boulangerie Lefèvre"_s;
    cases[7].country = u"FR"_s;
    cases[8].stage = Stage::Rejected;
    cases[10].clocks[0].due = testNow().addDays(-2);
    return cases;
}

} // namespace

class TestCaseList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void nextColumn_data();
    void nextColumn();
    void spans_data();
    void spans();
    void modelsKeepTheRules();
    void readsPageByPage();
    void searchesAndSaysWhenNothingMatches();
    void filtersByChips();
    void sortsByTheHeader();
    void remembersFilterAndOrder();
    void opensByEnterAndCopiesRows();
    void saysWhenThereIsNothingYet();
    void canBeUsedByEverybody();

private:
    QString countText(GuiDriver &driver) { return driver.find<TextLabel>(u"casesCountLabel"_s)->text(); }
    std::unique_ptr<TestDesk> m_desk;
};

void TestCaseList::initTestCase()
{
    m_desk = std::make_unique<TestDesk>();
    m_desk->insertCases(manyCases());
    QCOMPARE(m_desk->open(), QString());
}

void TestCaseList::init()
{
    QSettings().clear();
}

void TestCaseList::nextColumn_data()
{
    QTest::addColumn<CaseSummary>("row");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("toCustomer");
    CaseSummary quoted = summary(Stage::Quoted);
    quoted.nextDue = testNow().addSecs(28 * 3600);
    QTest::newRow("a quote waits for its answer") << quoted << u"Deemed accepted in 1 d 4 h"_s << u"Deemed accepted in 1 d 4 h"_s;
    CaseSummary rejected = summary(Stage::Rejected);
    rejected.reasons = 2;
    rejected.nextDue = testNow().addSecs(6 * 3600);
    QTest::newRow("a rejection is due today") << rejected << u"2 reasons, answer due today 17:00"_s << u"2 reasons, answer due today 17:00"_s;
    CaseSummary scheduled = summary(Stage::Scheduled);
    scheduled.portDate = QDateTime(QDate(2026, 11, 26), QTime(10, 0), Qt::UTC);
    scheduled.portZone = u"Europe/London"_s;
    QTest::newRow("a port date in its own zone") << scheduled << u"Ports Thu 26 Nov, 10:00 GMT"_s << u"Ports Thu 26 Nov, 10:00 GMT"_s;
    scheduled.ported = 5;
    QTest::newRow("some numbers have ported") << scheduled << u"5 of 6 ported"_s << u"5 of 6 ported"_s;
    CaseSummary review = summary(Stage::UnderReview);
    review.nextDue = testNow().addDays(1).addSecs(6 * 3600);
    QTest::newRow("due tomorrow") << review << u"Due tomorrow 17:00"_s << u"Due tomorrow 17:00"_s;
    review.nextDue = testNow().addSecs(-3600 * 27);
    QTest::newRow("overdue") << review << u"Overdue by 1 d 3 h"_s << u"Overdue by 1 d 3 h"_s;
    CaseSummary returned = summary(Stage::Returned);
    returned.updatedAt = testNow().addDays(-2);
    QTest::newRow("the customer has it") << returned << u"Waiting for customer, 2 d"_s << u"Your turn, 2 d"_s;
    returned.nextDue = testNow().addSecs(-3600);
    QTest::newRow("the customer has it too long") << returned << u"Overdue by 1 h"_s << u"Your turn, 2 d"_s;
    scheduled.ported = 0;
    scheduled.portDate = testNow().addSecs(-60);
    QTest::newRow("the port date is there") << scheduled << u"Port date reached, record the outcome"_s << u"Port date reached"_s;
    CaseSummary completed = summary(Stage::Completed);
    completed.ported = 5;
    completed.failed = 1;
    QTest::newRow("completed with one failed") << completed << u"5 of 6 ported"_s << u"5 of 6 ported"_s;
    QTest::newRow("cancelled") << summary(Stage::Cancelled) << u"–"_s << u"–"_s;
}

void TestCaseList::nextColumn()
{
    QFETCH(CaseSummary, row);
    QFETCH(QString, words);
    QFETCH(QString, toCustomer);
    QCOMPARE(nextWords(row, testNow(), testZone()).text, words);
    QCOMPARE(nextWords(row, testNow(), testZone(), Role::Customer).text, toCustomer);
    CaseListModel list; // what the lists of both show
    list.setNow(testNow(), testZone());
    list.setReader(Role::Customer);
    list.setPage({{row}, false, {}, {}});
    QCOMPARE(list.index(0, CaseListModel::NextColumn).data().toString(), toCustomer);
}

void TestCaseList::spans_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing left") << qint64(-5) << u"0 min"_s;
    QTest::newRow("minutes") << qint64(12 * 60 + 59) << u"12 min"_s;
    QTest::newRow("hours and minutes") << qint64(3 * 3600 + 20 * 60) << u"3 h 20 min"_s;
    QTest::newRow("a whole day") << qint64(86400) << u"1 d"_s;
}

void TestCaseList::spans()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, text);
    QCOMPARE(TimeWords::spanText(seconds), text);
}

void TestCaseList::modelsKeepTheRules()
{
    CaseSummary row = summary(Stage::Quoted);
    row.id = {1};
    CaseListModel list; // the tester itself asks for more, so this part goes without
    list.setPage({{row}, true, 1, row.id});
    QVERIFY(list.canFetchMore({}));
    QSignalSpy more(&list, &CaseListModel::moreWanted);
    list.fetchMore({});
    QCOMPARE(more.count(), 1);
    QVERIFY2(!list.canFetchMore({}), "one page at a time");
    CaseNumbersModel numbers;
    TimelineModel timeline;
    FeesModel fees;
    DocumentsModel documents;
    MessagesModel messages;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> watched;
    for (QAbstractItemModel *model : QList<QAbstractItemModel *>{&list, &numbers, &timeline, &fees, &documents, &messages})
        watched.push_back(watchModel(model));
    row.id = {2};
    list.appendPage({{row}, false, 2, row.id});
    QCOMPARE(list.rowCount(), 2);
    QVERIFY(!list.canFetchMore({}));
    list.setNow(testNow(), testZone());
    const Case full = fullCase();
    numbers.setCase(full);
    timeline.setEvents({eventOf(u"submit"_s, testNow())}, testNow(), testZone());
    fees.setRows(full.quote->lines);
    documents.setRows(full.documents);
    messages.setMessages({messageTo(full, testNow())}, testNow(), testZone());
    QCOMPARE(numbers.rowCount(), int(full.numbers.size()));
    QCOMPARE(numbers.index(0, CaseNumbersModel::AreaColumn).data().toString(), u"Berlin"_s);
    Case newRange = full;
    newRange.numbers = {{u"+491991234567"_s, NumberType::Geographic, u"hq"_s, {}, Outcome::Pending, {}}};
    numbers.setCase(newRange);
    QCOMPARE(numbers.index(0, CaseNumbersModel::NoteColumn).data().toString(), u"range not known yet"_s);
    numbers.setCase(full);
    QCOMPARE(numbers.headerData(CaseNumbersModel::HolderColumn, Qt::Horizontal).toString(), u"First range holder"_s);
    list.clear();
    QCOMPARE(list.rowCount(), 0);
}

void TestCaseList::readsPageByPage()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    QVERIFY(driver.click(u"openChip"_s)); // all stages
    auto *table = driver.find<TableView>(u"casesTable"_s);
    QTRY_COMPARE(countText(driver), u"%1 of %1"_s.arg(kMany));
    QTRY_COMPARE(table->model()->rowCount(), CaseListSource::kPage);
    while (table->model()->rowCount() < kMany) {
        const int before = table->model()->rowCount();
        table->scrollToBottom();
        QTRY_VERIFY(table->model()->rowCount() > before);
    }
    QSet<qint64> seen;
    auto *model = qobject_cast<CaseListModel *>(table->model());
    for (int row = 0; row < kMany; ++row)
        seen.insert(model->at(row).id.value);
    QCOMPARE(seen.size(), kMany);
    const auto watched = watchModel(model); // last, because the tester itself fetches more
}

void TestCaseList::searchesAndSaysWhenNothingMatches()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    QTRY_VERIFY(driver.has(u"casesTable"_s));
    QVERIFY(driver.type(u"caseSearchEdit"_s, u"lefevre"_s));
    QTRY_COMPARE(countText(driver), u"1 of %1"_s.arg(kMany));
    auto *table = driver.find<TableView>(u"casesTable"_s);
    QCOMPARE(table->model()->index(0, CaseListModel::OwnerColumn).data().toString(), u"Boulangerie Lefèvre"_s);
    QCOMPARE(table->model()->index(0, CaseListModel::CountryColumn).data(Qt::AccessibleTextRole).toString(), u"FR geographic"_s);
    QVERIFY(driver.type(u"caseSearchEdit"_s, u"nobody at all"_s));
    QTRY_VERIFY(driver.has(u"casesEmpty"_s));
    QCOMPARE(driver.find<EmptyState>(u"casesEmpty"_s)->kind(), EmptyState::Kind::NoMatch);
    QVERIFY(driver.click(u"emptyActionButton"_s));
    QTRY_VERIFY(driver.has(u"casesTable"_s));
}

void TestCaseList::filtersByChips()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    const int completed = kMany / 5;
    QTRY_COMPARE(countText(driver), u"%1 of %2"_s.arg(kMany - completed).arg(kMany));
    QVERIFY(driver.click(u"overdueChip"_s));
    QTRY_COMPARE(countText(driver), u"1 of %1"_s.arg(kMany));
    QVERIFY(driver.click(u"overdueChip"_s));
    view.findChild<QAction *>(u"stage_rejectedAction"_s)->trigger();
    QTRY_COMPARE(countText(driver), u"1 of %1"_s.arg(kMany));
    QCOMPARE(driver.find<FilterChip>(u"stageChip"_s)->text(), u"Stage: Rejected"_s);
    QVERIFY(driver.click(u"clearFiltersButton"_s));
    view.findChild<QAction *>(u"country_FRAction"_s)->trigger();
    QTRY_COMPARE(countText(driver), u"1 of %1"_s.arg(kMany));
}

void TestCaseList::sortsByTheHeader()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    auto *table = driver.find<TableView>(u"casesTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), CaseListSource::kPage);
    table->sortByColumn(CaseListModel::OwnerColumn, Qt::AscendingOrder);
    QTRY_COMPARE(table->model()->index(0, CaseListModel::OwnerColumn).data().toString(), u"Boulangerie Lefèvre"_s);
    table->sortByColumn(CaseListModel::CaseColumn, Qt::AscendingOrder);
    QTRY_COMPARE(table->model()->index(1, CaseListModel::OwnerColumn).data().toString(), u"Owner 001"_s);
}

void TestCaseList::remembersFilterAndOrder()
{
    {
        CasesView view(m_desk->session());
        GuiDriver driver(&view);
        QVERIFY(driver.show());
        view.findChild<QAction *>(u"stage_submittedAction"_s)->trigger();
        driver.find<TableView>(u"casesTable"_s)->sortByColumn(CaseListModel::OwnerColumn, Qt::DescendingOrder);
    }
    CasesView again(m_desk->session());
    GuiDriver driver(&again);
    QVERIFY(driver.show());
    QCOMPARE(driver.find<FilterChip>(u"stageChip"_s)->text(), u"Stage: Submitted"_s);
    auto *table = driver.find<TableView>(u"casesTable"_s);
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(CaseListModel::OwnerColumn));
    QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QTRY_COMPARE(table->model()->rowCount(), CaseListSource::kPage);
    QVERIFY(table->model()->index(0, CaseListModel::OwnerColumn).data().toString() > u"Owner 420"_s);
}

void TestCaseList::opensByEnterAndCopiesRows()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    auto *table = driver.find<TableView>(u"casesTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), CaseListSource::kPage);
    QSignalSpy opened(&view, &CasesView::caseActivated);
    QVERIFY(driver.clickRow(u"casesTable"_s, 3));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<CaseId>(), view.currentCase());
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"Case\tOwner\tCountry"));
    QCOMPARE(copied.trimmed().split(u'\n').size(), 2);
}

void TestCaseList::saysWhenThereIsNothingYet()
{
    TestDesk empty;
    QCOMPARE(empty.open(), QString());
    CasesView view(empty.session());
    GuiDriver driver(&view);
    QVERIFY(driver.show());
    QTRY_VERIFY(driver.has(u"casesEmpty"_s));
    QCOMPARE(driver.find<EmptyState>(u"casesEmpty"_s)->kind(), EmptyState::Kind::NothingYet);
    QSignalSpy wanted(&view, &CasesView::newRequestWanted);
    QVERIFY(driver.click(u"emptyActionButton"_s));
    QCOMPARE(wanted.count(), 1);
}

void TestCaseList::canBeUsedByEverybody()
{
    CasesView view(m_desk->session());
    GuiDriver driver(&view);
    QVERIFY(driver.show({1024 - 184, 700}));
    QTRY_VERIFY(driver.has(u"casesTable"_s));
    QCOMPARE(accessibilityFindings(&view), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestCaseList)
#include "tst_caselist.moc"
