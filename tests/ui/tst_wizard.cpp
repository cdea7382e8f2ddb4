// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/steplist.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/documentspage.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/numberspage.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/wizardview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

QString sample(const QString &name)
{
    return QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name;
}

/// The wizard in a world of its own.
struct Bench {
    explicit Bench(const IntakeLimits &limits = {}) : world(limits), view(*world.session, world.prompts), driver(&view) {}

    Test::DeskWorld world;
    WizardView view;
    GuiDriver driver;

    bool at(const QString &page) { return driver.waitFor([this, page] { return view.currentPage() && view.currentPage()->objectName() == page; }, u"at "_s + page); }
    bool next() { return driver.click(u"nextButton"_s); }
    bool checked() { return driver.waitFor([this] { return view.draft().isUpToDate(); }, u"the preflight answered"_s); }
    QString fieldError(const QString &field)
    {
        auto *form = view.currentPage()->findChild<FormField *>(field);
        return form ? form->visibleError() : u"no such field"_s;
    }
    QString bar() { return view.currentPage()->findChild<MessageBar *>(u"pageBar"_s)->text(); }
    int documents() { return int(view.draft().request().documents.size()); }
};

} // namespace

/// The customer's way in, driven as a person would.
class TestWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanRequestIsSubmitted();
    void draftIsResumedAtItsPage();
    void goingBackLosesNothing();
    void numbersAreUndone();
    void problemsStandBesideTheField();
    void nextIsAllowedAndTheStepSaysSo();
    void reviewLinksLeadToTheField();
    void fileIsRefusedInWords_data();
    void fileIsRefusedInWords();
    void sameFileTwiceIsRefused();
    void tenThousandLinesArePasted();
    void namesInAnyScript_data();
    void namesInAnyScript();
    void poBoxIsRefusedInWords();
    void numbersAreAssignedToAddresses();
    void saveFailureIsShown();
    void discardAsksFirst();
    void numbersOfOpenCasesAreSeenOnReview();
    void closingTheWindowKeepsTheLastKey();
    void keyboardAloneMovesOn();
    void resumedFilesAreKnownAgain();
    void everyPageIsAccessible();
    void everyCountryOpens();
};

namespace {

bool fillCountry(Bench &b)
{
    return b.at(u"countryPage"_s) && b.driver.type(u"countrySearchEdit"_s, u"germany"_s) && b.driver.click(u"geographicRadio"_s) && b.next();
}

bool fillOwner(Bench &b)
{
    return b.at(u"ownerPage"_s) && b.driver.type(u"companyEdit"_s, u"Jürgen Müller-Lüdenscheidt"_s) && b.driver.type(u"firstNameEdit"_s, u"Jürgen"_s)
           && b.driver.type(u"lastNameEdit"_s, u"Müller-Lüdenscheidt"_s) && b.driver.type(u"emailEdit"_s, u"jml@example.org"_s) && b.next();
}

bool fillCarrier(Bench &b)
{
    return b.at(u"carrierPage"_s) && b.driver.type(u"carrierNameEdit"_s, u"Beispiel Telekom"_s) && b.driver.type(u"accountNumberEdit"_s, u"4711-998877"_s) && b.next();
}

bool fillNumbers(Bench &b)
{
    return b.at(u"numbersPage"_s) && b.driver.type(u"numbersEdit"_s, u"030 23125017-019"_s) && b.driver.click(u"addNumbersButton"_s) && b.checked() && b.next();
}

bool fillAddress(Bench &b)
{
    return b.at(u"addressesPage"_s) && b.driver.type(u"serviceLinesEdit"_s, u"Königsallee 17"_s) && b.driver.type(u"servicePostalCodeEdit"_s, u"50667"_s)
           && b.driver.type(u"serviceLocalityEdit"_s, u"Köln"_s) && b.next();
}

bool attach(Bench &b, const QString &kind, const QString &file)
{
    auto *table = b.driver.find<QTableView>(u"documentsTable"_s);
    const QString title = documentKindText(kind);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() != title)
            continue;
        const int before = b.documents();
        b.world.prompts.willOpen({sample(file)});
        return b.driver.clickRow(u"documentsTable"_s, row) && b.driver.click(u"attachButton"_s)
               && b.driver.waitFor([&] { return b.documents() == before + 1; }, kind + u" is attached"_s);
    }
    return false;
}

bool fillDocuments(Bench &b)
{
    if (!b.at(u"documentsPage"_s) || !b.checked())
        return false;
    if (!attach(b, u"bill"_s, u"bill-deu.pdf"_s) || !attach(b, u"portability_form"_s, u"bill-eng.pdf"_s)
        || !attach(b, u"proof_of_address"_s, u"bill-fra.pdf"_s) || !attach(b, u"business_registration"_s, u"bill-spa.pdf"_s))
        return false;
    auto *table = b.driver.find<QTableView>(u"documentsTable"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == documentKindText(u"csr"_s))
            return b.driver.clickRow(u"documentsTable"_s, row) && b.driver.click(u"unavailableButton"_s) && b.next();
    }
    return false;
}

bool fillLetter(Bench &b)
{
    b.world.prompts.willOpen({sample(u"bill-rot90.pdf"_s)});
    auto *letter = b.view.findChild<LetterPage *>();
    const int before = b.documents();
    return b.at(u"letterPage"_s) && b.driver.waitFor([&] { return !letter->pdf().isEmpty(); }, u"the letter is composed"_s) && b.driver.click(u"attachSignedButton"_s)
           && b.driver.waitFor([&] { return b.documents() == before + 1; }, u"the signed copy is attached"_s) && b.next();
}

bool confirmAll(Bench &b)
{
    return b.at(u"reviewPage"_s) && b.driver.click(u"keepaccountopenBox"_s) && b.driver.click(u"authorisedtoportBox"_s) && b.driver.click(u"feesmayapplyBox"_s);
}

} // namespace

void TestWizard::germanRequestIsSubmitted()
{
    Bench b;
    QVERIFY(b.world.opened);
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(fillOwner(b));
    QVERIFY(fillCarrier(b));
    QVERIFY(fillNumbers(b));
    QVERIFY(fillAddress(b));
    QVERIFY(b.at(u"questionsPage"_s));
    QVERIFY(b.next());
    QVERIFY(fillDocuments(b));
    QVERIFY(fillLetter(b));
    QVERIFY(confirmAll(b));
    QTRY_VERIFY2(b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled(), [&] {
        QStringList all;
        for (const Problem &problem : b.view.draft().checked().errors())
            all << problem.field + u' ' + problemText(problem);
        return all.join(u'\n').toUtf8();
    }().constData());
    QSignalSpy finished(&b.view, &WizardView::finished);
    QVERIFY(b.next());
    QTRY_VERIFY(b.driver.has(u"doneButton"_s));
    QVERIFY(b.driver.click(u"doneButton"_s));
    QCOMPARE(finished.size(), 1);
    const QStringList references = finished.first().first().toStringList();
    QCOMPARE(references.size(), 1);
    const auto stored = b.world.session->details(references.first()).result();
    QVERIFY(stored.ok());
    QCOMPARE(stored->portCase.stage, Stage::Submitted);
    QCOMPARE(stored->portCase.numbers.size(), 3);
    QCOMPARE(stored->portCase.request.owner.company, u"Jürgen Müller-Lüdenscheidt"_s);
    QCOMPARE(stored->portCase.documents.size(), 6);
    QVERIFY(b.world.session->drafts().result()->isEmpty());
}

void TestWizard::draftIsResumedAtItsPage()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(fillOwner(b));
    QVERIFY(b.at(u"carrierPage"_s));
    QVERIFY(b.driver.type(u"carrierNameEdit"_s, u"Beispiel Telekom"_s));
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    // Another window, as after a crash.
    WizardView second(*b.world.session, b.world.prompts);
    GuiDriver driver(&second);
    QVERIFY(driver.show());
    second.resumeLatest();
    QTRY_VERIFY(second.currentPage());
    QCOMPARE(second.currentPage()->objectName(), u"carrierPage"_s);
    QCOMPARE(driver.find<QLineEdit>(u"carrierNameEdit"_s)->text(), u"Beispiel Telekom"_s);
    QCOMPARE(second.draft().request().owner.lastName, u"Müller-Lüdenscheidt"_s);
    QCOMPARE(second.findChild<StepList *>()->currentStep(), 2);
    QVERIFY(driver.click(u"backButton"_s));
    QCOMPARE(driver.find<QLineEdit>(u"lastNameEdit"_s)->text(), u"Müller-Lüdenscheidt"_s);
}

void TestWizard::goingBackLosesNothing()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(b.driver.type(u"companyEdit"_s, u"Half a na"_s));
    QVERIFY(b.driver.click(u"backButton"_s));
    QVERIFY(b.at(u"countryPage"_s));
    QVERIFY(b.next());
    QCOMPARE(b.driver.find<QLineEdit>(u"companyEdit"_s)->text(), u"Half a na"_s);
}

void TestWizard::numbersAreUndone()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    b.view.openPage(u"numbersPage"_s);
    auto *table = b.view.findChild<QTableView *>(u"numbersTable"_s);
    QVERIFY(b.driver.type(u"numbersEdit"_s, u"030 23125017"_s));
    QCOMPARE(b.driver.find<QLabel>(u"addsLabel"_s)->text(), u"adds 1 number"_s);
    QVERIFY(b.driver.click(u"addNumbersButton"_s));
    QVERIFY(b.driver.type(u"numbersEdit"_s, u"+49 30 23"_s));
    QVERIFY(b.driver.click(u"addNumbersButton"_s));
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(b.checked());
    QTRY_COMPARE(table->model()->index(0, 3).data(Qt::AccessibleTextRole).toString(), u"can be ported"_s);
    QVERIFY(table->model()->index(1, 3).data(Qt::AccessibleTextRole).toString().contains(u"short"_s));
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 1, 4)); // Remove
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.driver.click(u"undoButton"_s));
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(b.driver.click(u"redoButton"_s));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(b.view.draft().request().numbers.first().number, u"+493023125017"_s);
}

void TestWizard::problemsStandBesideTheField()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(b.at(u"ownerPage"_s));
    QVERIFY(b.checked());
    QCOMPARE(b.fieldError(u"emailField"_s), QString()); // nobody has been there yet
    QVERIFY(b.driver.type(u"emailEdit"_s, u"no address"_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY(b.fieldError(u"emailField"_s).contains(u"no address"_s));
    QCOMPARE(b.fieldError(u"lastNameField"_s), QString());
    QVERIFY(b.driver.type(u"emailEdit"_s, u"jml@example.org"_s));
    QTRY_COMPARE(b.fieldError(u"emailField"_s), QString());
}

void TestWizard::nextIsAllowedAndTheStepSaysSo()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(b.at(u"ownerPage"_s));
    QVERIFY(b.next());
    QVERIFY(b.at(u"carrierPage"_s));
    auto *steps = b.view.findChild<StepList *>();
    QTRY_COMPARE(steps->steps().at(1).status, Step::Status::Problem);
    b.view.openPage(u"ownerPage"_s);
    QTRY_VERIFY(!b.fieldError(u"companyField"_s).isEmpty());
    QVERIFY(fillOwner(b));
    QTRY_COMPARE(steps->steps().at(1).status, Step::Status::Done);
    QCOMPARE(steps->steps().at(1).subtitle, u"Jürgen Müller-Lüdenscheidt"_s);
    QCOMPARE(steps->steps().at(0).subtitle, u"Germany, geographic"_s);
    QVERIFY(!steps->steps().at(5).enabled);
}

void TestWizard::reviewLinksLeadToTheField()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew(Test::RequestBuilder().set(u"/losingCarrier/accountNumber"_s, {}).build());
    b.view.openPage(u"reviewPage"_s);
    QVERIFY(b.checked());
    QTRY_VERIFY(!b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled());
    auto *card = b.view.findChild<QWidget *>(u"findingsCard"_s);
    QString text;
    for (QLabel *label : card->findChildren<QLabel *>())
        text += label->text();
    QVERIFY2(text.contains(u"/losingCarrier/accountNumber"_s), qPrintable(text));
    b.view.openField(u"/losingCarrier/accountNumber"_s);
    QVERIFY(b.at(u"carrierPage"_s));
    QTRY_VERIFY(b.driver.find<QLineEdit>(u"accountNumberEdit"_s)->hasFocus());
    QVERIFY(!b.fieldError(u"accountNumberField"_s).isEmpty());
}

void TestWizard::fileIsRefusedInWords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("encrypted") << sample(u"bill-enc.pdf"_s) << QByteArray() << u"password"_s;
    QTest::newRow("truncated") << QString() << QByteArray("%PDF-1.7\n1 0 obj\n<< /Type /Catalog") << u"broken.pdf"_s;
    QTest::newRow("empty") << QString() << QByteArray("") << u"empty"_s;
    QTest::newRow("too large") << QString() << QByteArray("%PDF-1.7\n").append(QByteArray(200'000, ' ')) << u"at most"_s;
    QTest::newRow("a program named .pdf") << QString() << QByteArray("MZ\x90\x00 this is no document", 24) << u"PDF"_s;
}

void TestWizard::fileIsRefusedInWords()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    IntakeLimits limits;
    limits.maximumBytes = 150'000;
    Bench b(limits);
    QVERIFY(b.driver.show());
    b.view.startNew(Test::RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    if (file.isEmpty()) {
        file = b.world.file(u"broken.pdf"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(bytes);
    }
    const int before = b.documents();
    b.view.findChild<DocumentsPage *>()->takeFiles({file});
    QTRY_VERIFY2(b.bar().contains(words), qPrintable(b.bar()));
    QVERIFY(b.bar().contains(QFileInfo(file).fileName()));
    QCOMPARE(b.documents(), before);
}

void TestWizard::sameFileTwiceIsRefused()
{
    Bench b;
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"documentsPage"_s);
    auto *page = b.view.findChild<DocumentsPage *>();
    page->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_COMPARE(b.documents(), 1);
    QCOMPARE(b.view.draft().request().documents.first().kind, u"bill"_s);
    QVERIFY(b.view.draft().request().documents.first().issued.isValid());
    QTRY_VERIFY(b.view.findChild<DocumentViewer *>(u"previewView"_s)->isLoaded());
    page->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_VERIFY(b.bar().contains(u"already"_s));
    QCOMPARE(b.documents(), 1);
}

void TestWizard::tenThousandLinesArePasted()
{
    Bench b;
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"numbersPage"_s);
    QString text;
    for (int i = 0; i < 10'000; ++i)
        text += u"+4930231%1\n"_s.arg(i, 5, 10, QChar(u'0'));
    QApplication::clipboard()->setText(text);
    b.driver.find<QLineEdit>(u"numbersEdit"_s)->setFocus();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QVERIFY2(clock.elapsed() < 500, "the window waited for the paste");
    QTRY_COMPARE_WITH_TIMEOUT(b.view.draft().request().numbers.size(), 10'000, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(b.view.draft().isUpToDate() && b.view.currentPage()->stepSubtitle().startsWith(u"10"_s), 60'000);
    qInfo("10,000 pasted lines shown and judged after %lld ms", clock.elapsed());
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.view.draft().request().numbers.isEmpty());
}

void TestWizard::namesInAnyScript_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Arabic") << u"شركة النور للاتصالات"_s;
    QTest::newRow("Chinese") << u"北京示例通信有限公司"_s;
    QTest::newRow("Greek and Cyrillic") << u"Ωμέγα и Сыновья"_s;
    QTest::newRow("beyond the first plane") << u"𠮷野家 🏢"_s;
}

void TestWizard::namesInAnyScript()
{
    QFETCH(QString, name);
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(b.driver.type(u"companyEdit"_s, name));
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    const auto draft = b.world.session->loadDraft(b.view.keeper().id()).result();
    QVERIFY(draft.ok());
    QCOMPARE(draft->request.owner.company, name);
    QCOMPARE(b.view.findChild<StepList *>()->steps().at(1).title, u"Owner"_s);
}

void TestWizard::poBoxIsRefusedInWords()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew(Test::RequestBuilder().build());
    b.view.openPage(u"addressesPage"_s);
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Postfach 1234"_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY2(b.fieldError(u"serviceLinesField"_s).contains(u"post office box"_s), qPrintable(b.fieldError(u"serviceLinesField"_s)));
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Königsallee 17"_s));
    QTRY_COMPARE(b.fieldError(u"serviceLinesField"_s), QString());
}

void TestWizard::numbersAreAssignedToAddresses()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew(Test::RequestBuilder().build());
    b.view.openPage(u"addressesPage"_s);
    QVERIFY(b.driver.click(u"addAddressButton"_s));
    QCOMPARE(b.driver.find<QListWidget>(u"addressesList"_s)->count(), 2);
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Domplatte 1"_s));
    QVERIFY(b.driver.clickRow(u"addressNumbersTable"_s, 1));
    QVERIFY(b.driver.click(u"assignAddressButton"_s));
    const QString added = b.view.draft().request().addresses.last().id;
    QCOMPARE(b.view.draft().request().numbers.at(0).address, u"hq"_s);
    QCOMPARE(b.view.draft().request().numbers.at(1).address, added);
    QVERIFY(b.driver.click(u"assignAllButton"_s));
    QCOMPARE(b.view.draft().request().numbers.at(2).address, added);
    b.view.draft().undoStack().undo();
    QCOMPARE(b.view.draft().request().numbers.at(2).address, u"hq"_s);
}

void TestWizard::saveFailureIsShown()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QTRY_VERIFY(b.view.keeper().isClean());
    QTRY_VERIFY(b.driver.find<QLabel>(u"savedLabel"_s)->text().startsWith(u"Draft saved 11:00"_s));
    // The store says no: the bar says so, and a later save takes it away.
    Q_EMIT b.view.keeper().failed(u"The disk is full."_s);
    auto *bar = b.view.findChild<MessageBar *>(u"saveBar"_s);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(u"The disk is full."_s));
    QVERIFY(b.driver.type(u"companyEdit"_s, u"A"_s));
    b.view.saveDraft();
    QTRY_VERIFY(!bar->isVisible());
}

void TestWizard::discardAsksFirst()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QTRY_VERIFY(b.view.keeper().isClean());
    QSignalSpy cancelled(&b.view, &WizardView::cancelled);
    b.world.prompts.willConfirm(false);
    QVERIFY(b.driver.click(u"discardButton"_s));
    QCOMPARE(cancelled.size(), 0);
    QCOMPARE(b.world.session->drafts().result()->size(), 1);
    b.world.prompts.willConfirm(true);
    QVERIFY(b.driver.click(u"discardButton"_s));
    QTRY_COMPARE(cancelled.size(), 1);
    QVERIFY(b.world.session->drafts().result()->isEmpty());
}

void TestWizard::numbersOfOpenCasesAreSeenOnReview()
{
    Bench b;
    QVERIFY(b.driver.show());
    const Request request = Test::RequestBuilder().build();
    const auto first = b.world.session->submit(request, {}).result();
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().message));
    b.view.startNew(request);
    b.view.openPage(u"reviewPage"_s);
    QTRY_VERIFY(std::any_of(b.view.draft().checked().problems.cbegin(), b.view.draft().checked().problems.cend(),
                            [](const Problem &problem) { return problem.code == u"number.in-open-case"; }));
    QVERIFY(!b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled());
}

void TestWizard::closingTheWindowKeepsTheLastKey()
{
    Test::DeskWorld world;
    {
        WizardView view(*world.session, world.prompts);
        GuiDriver driver(&view);
        QVERIFY(driver.show());
        view.startNew();
        view.openPage(u"ownerPage"_s);
        QTRY_VERIFY(view.keeper().isClean());
        QVERIFY(driver.type(u"companyEdit"_s, u"Typed just now"_s));
    }
    const auto drafts = world.session->drafts().result();
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->first().request.owner.company, u"Typed just now"_s);
}

void TestWizard::keyboardAloneMovesOn()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(b.at(u"countryPage"_s));
    QVERIFY(b.driver.find<QLineEdit>(u"countrySearchEdit"_s)->hasFocus());
    QVERIFY(b.driver.press(Qt::Key_Down));
    QVERIFY(b.driver.press(Qt::Key_Down));
    QVERIFY(!b.view.draft().request().country.isEmpty());
    QVERIFY(b.driver.press(Qt::Key_Return, Qt::ControlModifier));
    QVERIFY(b.at(u"ownerPage"_s));
    QVERIFY(b.driver.find<QLineEdit>(u"companyEdit"_s)->hasFocus());
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QVERIFY(b.driver.find<QLineEdit>(u"firstNameEdit"_s)->hasFocus());
}

void TestWizard::resumedFilesAreKnownAgain()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew(Test::RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    b.view.findChild<DocumentsPage *>()->takeFiles({sample(u"bill-deu.pdf"_s)});
    const int before = b.documents();
    QTRY_COMPARE(b.documents(), before + 1);
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    WizardView second(*b.world.session, b.world.prompts);
    second.resumeLatest();
    QTRY_VERIFY(second.currentPage());
    const QString hash = second.draft().request().documents.last().sha256;
    QTRY_VERIFY(second.draft().knowsFacts(hash));
    QCOMPARE(second.draft().factsOf(hash).pages, 1);
}

void TestWizard::everyPageIsAccessible()
{
    Bench b;
    QVERIFY(b.driver.show({1024, 700}));
    b.view.startNew(Test::RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).build());
    QVERIFY(b.checked());
    for (WizardPage *page : b.view.pages()) {
        b.view.openPage(page->objectName());
        QCOMPARE(b.view.currentPage(), page);
        QVERIFY(b.checked());
        const QStringList findings = accessibilityFindings(&b.view);
        QVERIFY2(findings.isEmpty(), qPrintable(page->objectName() + u": "_s + findings.join(u'\n')));
    }
}

void TestWizard::everyCountryOpens()
{
    Bench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    const QStringList codes = b.world.session->countries().codes();
    QCOMPARE(codes.size(), 81);
    for (const QString &code : codes) {
        const Country *country = b.world.session->countries().country(code);
        for (const CountryRecord &record : country->records) {
            b.view.draft().edit([&](Request &request) {
                request.country = code;
                request.type = numberTypeKey(record.type);
            });
            b.view.openPage(u"countryPage"_s);
            QVERIFY2(b.driver.has(numberTypeKey(record.type) + u"Radio"_s), qPrintable(code));
            b.view.openPage(u"questionsPage"_s);
            for (const FieldRule &rule : record.fields) {
                if (rule.requestPointer.isEmpty() && rule.appliesTo != u"person")
                    QVERIFY2(b.driver.has(rule.id + u"Edit"_s), qPrintable(code + u' ' + rule.id));
            }
        }
    }
}

PORTDESK_GUI_TEST_MAIN(TestWizard)
#include "tst_wizard.moc"
