// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/draftwords.h"
#include "ui/wizard/earlierrequests.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

DraftId store(DeskWorld &world, const Request &request, const QString &page)
{
    return *world.session->saveDraft({{}, request, page, testNow()}).result();
}

Request named(const QString &company)
{
    return RequestBuilder().set(u"/owner/company"_s, company).build();
}

QString cell(GuiDriver &dialog, int row, int column)
{
    return dialog.find<QTableView>(u"earlierTable"_s)->model()->index(row, column).data().toString();
}

int rows(GuiDriver &dialog)
{
    return dialog.window()->findChild<QTableView *>(u"earlierTable"_s)->model()->rowCount();
}

/// The owners of the drafts in the store, sorted.
QStringList owners(DeskWorld &world)
{
    const auto drafts = world.session->drafts().result();
    QStringList found;
    for (const Draft &draft : *drafts)
        found << draft.request.owner.company;
    found.sort();
    return found;
}

QString note(WizardView &view)
{
    return view.findChild<MessageBar *>(u"noteBar"_s)->text();
}

/// A French request with an answer only France asks.
Request french()
{
    Request request = RequestBuilder().set(u"/country"_s, u"FR"_s).set(u"/type"_s, u"geographic"_s).noNumbers().build();
    request.fields = {{u"rio_code"_s, u"03P123456XYZ"_s}};
    return request;
}

bool settled(WizardView &view)
{
    GuiDriver driver(&view);
    return driver.waitFor([&] { return view.draft().isUpToDate(); }, u"the preflight answered"_s);
}

} // namespace

/// Unfinished and earlier requests: progress, continuing, deleting with undo, copying, and what a draft keeps aside.
class TestWizardDrafts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreThoseOfTheWizard();
    void progressIsTold_data();
    void progressIsTold();
    void numbersAreCounted_data();
    void numbersAreCounted();
    void listShowsDraftsAndCases();
    void searchNarrowsTheList();
    void choiceStaysWithItsRow();
    void draftIsContinued();
    void deletedDraftComesBack();
    void templateLeavesOutDocumentsAndDates();
    void draftIsCopied();
    void caseIsCopied();
    void openDraftIsKeptWhenAnotherBegins();
    void answersGoAsideAndComeBack();
    void asideSurvivesTheDraft();
    void unknownAnswersStay();
    void addressPartsSurviveTheDraft();
    void dialogIsAccessible();
};

void TestWizardDrafts::pagesAreThoseOfTheWizard()
{
    WizardBench b;
    QStringList pages;
    QStringList titles;
    b.view.startNew();
    for (const WizardPage *page : b.view.pages()) {
        pages << page->objectName();
        titles << progressText({{}, {}, page->objectName(), {}}).section(u": "_s, 1);
        QCOMPARE(titles.last(), page->stepTitle());
    }
    QCOMPARE(wizardPages(), pages);
}

void TestWizardDrafts::progressIsTold_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << u"countryPage"_s << u"Page 1 of 9: Country and type"_s;
    QTest::newRow("middle") << u"numbersPage"_s << u"Page 4 of 9: Numbers"_s;
    QTest::newRow("last") << u"reviewPage"_s << u"Page 9 of 9: Check and submit"_s;
    QTest::newRow("of another program") << u"payPage"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestWizardDrafts::progressIsTold()
{
    QFETCH(QString, page);
    QTEST(progressText({{}, {}, page, {}}), "expected");
}

void TestWizardDrafts::numbersAreCounted_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << Request() << u"no numbers yet"_s;
    QTest::newRow("one") << RequestBuilder().noNumbers().number(u"+493023125017"_s).build() << u"1 number"_s;
    QTest::newRow("a range") << RequestBuilder().noNumbers().range(u"+493023125010-19"_s).build() << u"10 numbers"_s;
    QTest::newRow("unreadable") << RequestBuilder().noNumbers().number(u"12"_s).build() << u"1 number"_s;
    Request many;
    for (int i = 0; i < 600; ++i)
        many.numbers.append({u"+4930231%1"_s.arg(i, 5, 10, QChar(u'0')), {}, {}, {}, {}});
    QTest::newRow("many") << many << u"600 rows of numbers"_s;
}

void TestWizardDrafts::numbersAreCounted()
{
    QFETCH(Request, request);
    QTEST(countText(request), "expected");
}

void TestWizardDrafts::listShowsDraftsAndCases()
{
    DeskWorld world;
    const DraftId mine = store(world, named(u"Open here"_s), u"ownerPage"_s);
    store(world, named(u"Half done"_s), u"numbersPage"_s);
    const auto cases = world.session->submit(named(u"Handed in"_s), {}).result();
    QVERIFY(cases.ok());
    EarlierRequests dialog(*world.session, mine);
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({760, 480}));
    QTRY_COMPARE(rows(driver), 2);
    QCOMPARE(cell(driver, 0, 0), u"Half done"_s);
    QCOMPARE(cell(driver, 0, 1), u"Page 4 of 9: Numbers"_s);
    QCOMPARE(cell(driver, 0, 2), u"3 numbers"_s);
    QVERIFY2(cell(driver, 0, 3).contains(u"11:00"_s), qPrintable(cell(driver, 0, 3)));
    QCOMPARE(cell(driver, 1, 0), u"Handed in"_s);
    QCOMPARE(cell(driver, 1, 1), cases->first().reference + u", Submitted"_s);
    QVERIFY(driver.find<QPushButton>(u"continueEarlierButton"_s)->isEnabled());
    QVERIFY(driver.clickRow(u"earlierTable"_s, 1));
    QVERIFY(!driver.find<QPushButton>(u"continueEarlierButton"_s)->isEnabled());
    QVERIFY(!driver.find<QPushButton>(u"deleteEarlierButton"_s)->isEnabled());
    QVERIFY(driver.find<QPushButton>(u"copyEarlierButton"_s)->isEnabled());
}

void TestWizardDrafts::searchNarrowsTheList()
{
    DeskWorld world;
    store(world, named(u"Half done"_s), u"numbersPage"_s);
    QVERIFY(world.session->submit(named(u"Handed in"_s), {}).result().ok());
    EarlierRequests dialog(*world.session, {});
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({760, 480}));
    QTRY_COMPARE(rows(driver), 2);
    QVERIFY(driver.type(u"earlierSearchEdit"_s, u"handed"_s));
    QTRY_COMPARE(rows(driver), 1);
    QCOMPARE(cell(driver, 0, 0), u"Handed in"_s);
    QVERIFY(driver.type(u"earlierSearchEdit"_s, u"nobody at all"_s));
    QTRY_COMPARE(rows(driver), 0);
    QVERIFY(!driver.find<QPushButton>(u"copyEarlierButton"_s)->isEnabled());
    QVERIFY(driver.type(u"earlierSearchEdit"_s, QString()));
    QTRY_COMPARE(rows(driver), 2);
}

/// Somebody saves another draft while one is chosen: Delete must not meet its neighbour.
void TestWizardDrafts::choiceStaysWithItsRow()
{
    DeskWorld world;
    store(world, named(u"First"_s), u"numbersPage"_s);
    const DraftId second = store(world, named(u"Second"_s), u"ownerPage"_s);
    EarlierRequests dialog(*world.session, {});
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({760, 480}));
    QTRY_COMPARE(rows(driver), 2);
    const int row = cell(driver, 0, 0) == u"Second" ? 0 : 1;
    QVERIFY(driver.clickRow(u"earlierTable"_s, row));
    QVERIFY(world.session->saveDraft({{}, named(u"Third"_s), u"ownerPage"_s, testNow().addSecs(60)}).result().ok());
    QTRY_COMPARE(rows(driver), 3);
    QVERIFY(driver.click(u"deleteEarlierButton"_s));
    QTRY_COMPARE(rows(driver), 2);
    QCOMPARE(owners(world), (QStringList{u"First"_s, u"Third"_s}));
    QVERIFY(!world.session->loadDraft(second).result().ok());
    QVERIFY(!driver.find<QPushButton>(u"deleteEarlierButton"_s)->isEnabled()); // nothing is chosen by itself
}

void TestWizardDrafts::draftIsContinued()
{
    WizardBench b;
    store(b.world, named(u"Half done"_s), u"numbersPage"_s);
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(b.driver.click(u"earlierButton"_s));
    QTRY_VERIFY(b.view.findChild<EarlierRequests *>());
    GuiDriver driver(b.view.findChild<EarlierRequests *>());
    QTRY_COMPARE(rows(driver), 1);
    QVERIFY(driver.click(u"continueEarlierButton"_s));
    QVERIFY(b.at(u"numbersPage"_s));
    QCOMPARE(b.view.draft().request().owner.company, u"Half done"_s);
    // It is the same draft, not a second one.
    b.view.draft().edit([](Request &request) { request.owner.company = u"Nearly done"_s; });
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    QCOMPARE(owners(b.world).count(u"Nearly done"_s), 1);
    QVERIFY(!owners(b.world).contains(u"Half done"_s));
}

void TestWizardDrafts::deletedDraftComesBack()
{
    DeskWorld world;
    Draft draft{{}, named(u"Half done"_s), u"numbersPage"_s, testNow()};
    draft.aside = {{u"fields"_s, QJsonObject{{u"rio_code"_s, u"X"_s}}}};
    QVERIFY(world.session->saveDraft(draft).result().ok());
    EarlierRequests dialog(*world.session, {});
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({760, 480}));
    QTRY_COMPARE(rows(driver), 1);
    QVERIFY(driver.click(u"deleteEarlierButton"_s));
    QTRY_COMPARE(rows(driver), 0);
    QVERIFY(world.session->drafts().result()->isEmpty());
    auto *undo = dialog.findChild<QAction *>(u"undoDeleteAction"_s);
    QVERIFY(undo);
    undo->trigger();
    QTRY_COMPARE(rows(driver), 1);
    const auto drafts = world.session->drafts().result();
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->first().request, draft.request);
    QCOMPARE(drafts->first().page, draft.page);
    QCOMPARE(drafts->first().aside, draft.aside);
}

void TestWizardDrafts::templateLeavesOutDocumentsAndDates()
{
    Request request = RequestBuilder().requestedDate(QDate(2026, 12, 15)).build();
    request.reference = u"A-1"_s;
    request.confirmations = {{u"number.invalid"_s, u"/numbers/0/number"_s, u"new"_s}};
    QVERIFY(!request.documents.isEmpty());
    const Request copy = templateOf(request, true);
    QVERIFY(copy.documents.isEmpty());
    QVERIFY(!copy.requestedDate.isValid());
    QVERIFY(copy.acknowledgements.isEmpty());
    QVERIFY(copy.confirmations.isEmpty());
    QVERIFY(copy.reference.isEmpty());
    QCOMPARE(copy.owner, request.owner);
    QCOMPARE(copy.losingCarrier, request.losingCarrier);
    QCOMPARE(copy.addresses, request.addresses);
    QCOMPARE(copy.numbers, request.numbers);
    QVERIFY(templateOf(request, false).numbers.isEmpty());
}

void TestWizardDrafts::draftIsCopied()
{
    WizardBench b;
    store(b.world, named(u"Half done"_s), u"numbersPage"_s);
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(b.driver.click(u"earlierButton"_s));
    QTRY_VERIFY(b.view.findChild<EarlierRequests *>());
    GuiDriver driver(b.view.findChild<EarlierRequests *>());
    QTRY_COMPARE(rows(driver), 1);
    QVERIFY(driver.click(u"copyEarlierButton"_s));
    QVERIFY(b.at(u"countryPage"_s));
    QCOMPARE(b.view.draft().request(), templateOf(named(u"Half done"_s), true));
    QVERIFY2(note(b.view).contains(u"Half done"_s) && note(b.view).contains(u"Documents, dates"_s), qPrintable(note(b.view)));
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    QCOMPARE(owners(b.world).count(u"Half done"_s), 2); // the earlier one stays as it was
}

void TestWizardDrafts::caseIsCopied()
{
    WizardBench b;
    const auto cases = b.world.session->submit(named(u"Handed in"_s), {}).result();
    QVERIFY(cases.ok());
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(b.driver.click(u"earlierButton"_s));
    QTRY_VERIFY(b.view.findChild<EarlierRequests *>());
    GuiDriver driver(b.view.findChild<EarlierRequests *>());
    QTRY_COMPARE(rows(driver), 1);
    QVERIFY(driver.click(u"copyEarlierButton"_s));
    QTRY_COMPARE(b.view.draft().request().owner.company, u"Handed in"_s);
    QVERIFY(b.view.draft().request().numbers.isEmpty()); // they are on their way
    QVERIFY(b.view.draft().request().documents.isEmpty());
    QVERIFY(!b.view.draft().request().addresses.isEmpty());
    QVERIFY2(note(b.view).contains(cases->first().reference) && note(b.view).contains(u"the numbers, which port"_s), qPrintable(note(b.view)));
}

void TestWizardDrafts::openDraftIsKeptWhenAnotherBegins()
{
    WizardBench b;
    store(b.world, named(u"Half done"_s), u"numbersPage"_s);
    QVERIFY(b.driver.show());
    b.view.startNew();
    b.view.openPage(u"ownerPage"_s);
    QVERIFY(b.driver.type(u"companyEdit"_s, u"Typed just now"_s));
    QVERIFY(b.driver.click(u"earlierButton"_s));
    QTRY_VERIFY(b.view.findChild<EarlierRequests *>());
    GuiDriver driver(b.view.findChild<EarlierRequests *>());
    QTRY_COMPARE(rows(driver), 1); // without the one that is open
    QVERIFY(driver.click(u"continueEarlierButton"_s));
    QVERIFY(b.at(u"numbersPage"_s));
    b.view.draft().edit([](Request &request) { request.owner.firstName = u"Changed"_s; });
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    QCOMPARE(owners(b.world), (QStringList{u"Half done"_s, u"Typed just now"_s}));
}

void TestWizardDrafts::answersGoAsideAndComeBack()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(french());
    QVERIFY(settled(b.view));
    QCOMPARE(b.view.draft().request().fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
    b.view.draft().edit([](Request &request) { request.country = u"ES"_s; });
    QTRY_VERIFY(!b.view.draft().request().fields.contains(u"rio_code"_s));
    QVERIFY2(note(b.view).contains(u"RIO code “03P123456XYZ”"_s), qPrintable(note(b.view)));
    b.view.openPage(u"questionsPage"_s);
    QVERIFY(b.driver.has(u"asideCard"_s));
    QVERIFY(b.driver.find<QLabel>(u"asideLabel"_s)->text().contains(u"03P123456XYZ"_s));
    b.view.draft().edit([](Request &request) { request.country = u"FR"_s; });
    QTRY_COMPARE(b.view.draft().request().fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
    QTRY_VERIFY(!b.driver.has(u"asideCard"_s));
}

void TestWizardDrafts::asideSurvivesTheDraft()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(french());
    QVERIFY(settled(b.view));
    b.view.draft().edit([](Request &request) { request.country = u"ES"_s; });
    QTRY_VERIFY(!answersAside(b.view.draft()).isEmpty());
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    const auto stored = b.world.session->loadDraft(b.view.keeper().id()).result();
    QVERIFY(stored.ok());
    QVERIFY(!stored->request.fields.contains(u"rio_code"_s)); // what is handed in does not hold it
    WizardView second(*b.world.session, b.world.prompts);
    GuiDriver driver(&second);
    QVERIFY(driver.show());
    second.resume(*stored);
    QVERIFY(settled(second));
    QCOMPARE(answersAside(second.draft()).value(u"rio_code"_s), u"03P123456XYZ"_s);
    second.draft().edit([](Request &request) { request.country = u"FR"_s; });
    QTRY_COMPARE(second.draft().request().fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
}

void TestWizardDrafts::unknownAnswersStay()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request = french();
    request.fields.insert(u"of_no_country"_s, u"1"_s);
    b.view.startNew(request);
    QVERIFY(settled(b.view));
    QVERIFY(settled(b.view));
    QCOMPARE(b.view.draft().request().fields.value(u"of_no_country"_s), u"1"_s); // it is an error to be seen
}

void TestWizardDrafts::addressPartsSurviveTheDraft()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request = RequestBuilder().build();
    request.addresses = {{u"hq"_s, {{u"1 Main Street"_s}, {}, u"Los Angeles"_s, u"CA"_s, u"90012"_s, u"US"_s}}};
    b.view.startNew(request);
    b.view.openPage(u"addressesPage"_s);
    QVERIFY(b.driver.choose(u"serviceCountryCombo"_s, u"ES"_s));
    QVERIFY(b.view.draft().request().addresses.first().address.region.isEmpty());
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    WizardView second(*b.world.session, b.world.prompts);
    GuiDriver driver(&second);
    QVERIFY(driver.show());
    second.resume(*b.world.session->loadDraft(b.view.keeper().id()).result());
    QTRY_VERIFY(second.currentPage() && second.currentPage()->objectName() == u"addressesPage");
    QVERIFY2(second.findChild<MessageBar *>(u"serviceAsideBar"_s)->text().contains(u"California"_s), "said again");
    QVERIFY(driver.choose(u"serviceCountryCombo"_s, u"US"_s));
    QCOMPARE(second.draft().request().addresses.first().address.region, u"CA"_s);
}

void TestWizardDrafts::dialogIsAccessible()
{
    DeskWorld world;
    store(world, named(u"Half done"_s), u"numbersPage"_s);
    EarlierRequests dialog(*world.session, {});
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({760, 480}));
    QTRY_COMPARE(rows(driver), 1);
    QCOMPARE(accessibilityFindings(&dialog), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardDrafts)
#include "tst_wizarddrafts.moc"
