// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/caseview.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stepbar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QDateEdit>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// One desk, one submitted case, its page in a window.
struct OpenCase {
    explicit OpenCase(Role role = Role::Agent, const Request &request = RequestBuilder().build()) : desk(role)
    {
        const QString problem = desk.open();
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(request).first();
        page = std::make_unique<CaseView>(desk.session(), prompts);
        page->openCase(reference);
    }

    Stage stage() const { return page->details().portCase.stage; }

    TestDesk desk;
    FakePrompts prompts;
    QString reference;
    std::unique_ptr<CaseView> page;
};

class TestCasePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leadsACaseToTheEnd();
    void saysWhyAnActionIsRefused();
    void keepsTheFormWhenSomebodyElseWasFirst();
    void showsProblemsOfAForm_data();
    void showsProblemsOfAForm();
    void returnsToTheCustomerAndBack();
    void letsTheCustomerAnswerTheQuote();
    void cancels();
    void addsADocument();
    void savesAndMarksMessages();
    void confirmsAWarning();
    void savesTheDossier();
    void offersNoDossierToTheCustomer();
    void canBeUsedByEverybody_data();
    void canBeUsedByEverybody();

private:
    /// Opens the form of an action, by the primary button when it is that.
    static bool start(OpenCase &open, GuiDriver &driver, const QString &action);
    static bool finish(OpenCase &open, GuiDriver &driver, Stage stage);
    static bool check(GuiDriver &driver, const QString &code);
};

bool TestCasePage::start(OpenCase &open, GuiDriver &driver, const QString &action)
{
    const QString button = u"action_%1Button"_s.arg(action);
    if (driver.has(button))
        return driver.click(button) && driver.has(u"actionSheet"_s);
    auto *entry = open.page->findChild<QAction *>(u"action_%1Action"_s.arg(action));
    if (!entry)
        return false;
    entry->trigger();
    return driver.has(u"actionSheet"_s);
}

bool TestCasePage::finish(OpenCase &open, GuiDriver &driver, Stage stage)
{
    const auto done = [&] { return open.stage() == stage && !driver.has(u"actionSheet"_s); };
    if (!driver.click(u"applyActionButton"_s))
        return false;
    if (QTest::qWaitFor(done, 10000))
        return true;
    auto *bar = open.page->findChild<MessageBar *>(u"sheetMessageBar"_s);
    qWarning("%s", qPrintable(u"not %1: %2"_s.arg(stageKey(stage), bar->text())));
    return false;
}

bool TestCasePage::check(GuiDriver &driver, const QString &code)
{
    auto *list = driver.find<QListWidget>(u"reasonsList"_s);
    for (int row = 0; list && row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == code && !list->item(row)->isHidden()) {
            list->item(row)->setCheckState(Qt::Checked);
            return true;
        }
    }
    return false;
}

void TestCasePage::leadsACaseToTheEnd()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);

    QVERIFY(start(open, driver, u"quote"_s));
    QVERIFY(driver.type(u"quoteAmount0Edit"_s, u"20,00"_s));
    QCOMPARE(driver.find<TextLabel>(u"quoteTotalLabel"_s)->text(), u"Total 60.00 EUR"_s);
    QVERIFY(driver.click(u"quoteAddLineButton"_s));
    QVERIFY(driver.type(u"quoteLabel1Edit"_s, u"Set-up"_s));
    QVERIFY(driver.type(u"quoteAmount1Edit"_s, u"5"_s));
    QCOMPARE(driver.find<TextLabel>(u"quoteTotalLabel"_s)->text(), u"Total 65.00 EUR"_s);
    QVERIFY(finish(open, driver, Stage::Quoted));

    open.desk.apply(open.reference, u"accept-quote"_s, {}, Role::Customer);
    QTRY_COMPARE(open.stage(), Stage::UnderReview);
    QVERIFY(start(open, driver, u"waive"_s));
    QVERIFY(driver.choose(u"waiveDocumentCombo"_s, u"csr"_s));
    QVERIFY(driver.type(u"waiveReasonEdit"_s, u"German carriers give none."_s));
    QVERIFY(finish(open, driver, Stage::UnderReview));
    QVERIFY(start(open, driver, u"approve"_s));
    QVERIFY(finish(open, driver, Stage::UnderReview));
    QTRY_VERIFY(open.page->details().portCase.approved);
    QVERIFY(start(open, driver, u"send-to-carrier"_s));
    QVERIFY(driver.type(u"carrierReferenceEdit"_s, u"88-1203"_s));
    QVERIFY(finish(open, driver, Stage::WithCarrier));

    QVERIFY(start(open, driver, u"reject"_s));
    QVERIFY(driver.type(u"reasonSearchEdit"_s, u"account number wrong"_s));
    QVERIFY(check(driver, u"ACCOUNT_NO_WRONG"_s));
    QVERIFY(driver.type(u"reasonSearchEdit"_s, u"7435"_s)); // a code of another system
    QVERIFY(check(driver, u"PIN"_s));
    QVERIFY(driver.type(u"reasonTextEdit"_s, u"Kundennummer und PIN passen nicht."_s));
    QVERIFY(finish(open, driver, Stage::Rejected));
    QVERIFY(driver.has(u"reasonsCard"_s));

    QTRY_VERIFY(driver.has(u"openField_PINButton"_s));
    QVERIFY(driver.click(u"openField_PINButton"_s));
    QVERIFY(driver.has(u"actionSheet"_s));
    QVERIFY(driver.type(u"correct_losingCarrier_pinEdit"_s, u"4711"_s));
    QVERIFY(driver.type(u"correct_losingCarrier_accountNumberEdit"_s, u"4711-998878"_s));
    QVERIFY(finish(open, driver, Stage::Rejected));
    QTRY_VERIFY(driver.has(u"action_resubmitButton"_s));
    QVERIFY(start(open, driver, u"resubmit"_s));
    QVERIFY(driver.has(u"resubmitDiffCard"_s));
    QVERIFY(driver.type(u"carrierReferenceEdit"_s, u"88-1204"_s));
    QVERIFY(finish(open, driver, Stage::WithCarrier));
    QCOMPARE(open.page->details().portCase.attempts.size(), 2);

    QVERIFY(start(open, driver, u"schedule"_s));
    QVERIFY(driver.setDate(u"portDateEdit"_s, QDate(2026, 12, 5))); // a Saturday
    QVERIFY(driver.click(u"applyActionButton"_s));
    QVERIFY(!driver.find<MessageBar>(u"sheetMessageBar"_s)->text().isEmpty());
    QVERIFY(driver.setDate(u"portDateEdit"_s, QDate(2026, 12, 7)));
    QVERIFY(finish(open, driver, Stage::Scheduled));
    QCOMPARE(open.page->details().portCase.portDate, QDateTime(QDate(2026, 12, 7), QTime(9, 0), Qt::UTC));
    QCOMPARE(open.page->details().portCase.portZone, u"Europe/Berlin"_s);

    open.desk.clock().set(QDateTime(QDate(2026, 12, 7), QTime(12, 0), Qt::UTC));
    QVERIFY(start(open, driver, u"outcome"_s));
    QVERIFY(driver.click(u"allPortedButton"_s));
    QVERIFY(driver.choose(u"outcome2Combo"_s, u"failed"_s));
    QCOMPARE(driver.find<TextLabel>(u"outcomeSummaryLabel"_s)->text(), u"2 ported, 3 of 3 known"_s);
    QVERIFY(finish(open, driver, Stage::Scheduled));
    QTRY_VERIFY(driver.has(u"action_completeButton"_s));
    QVERIFY(start(open, driver, u"complete"_s));
    QVERIFY(finish(open, driver, Stage::Completed));

    QCOMPARE(driver.find<Badge>(u"stageBadge"_s)->content().text, u"Completed, 2 of 3"_s);
    QVERIFY(!driver.has(u"action_completeButton"_s));
    open.page->showPlace(u"fees"_s);
    QCOMPARE(driver.find<TextLabel>(u"chargedTotalLabel"_s)->text(), u"Total 45.00 EUR for 2 of 3 numbers that ported"_s);
    QCOMPARE(driver.find<StepBar>(u"stepBar"_s)->segments().last().status, StepBar::Status::Done);
}

void TestCasePage::saysWhyAnActionIsRefused()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    open.desk.apply(open.reference, u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}});
    open.desk.apply(open.reference, u"accept-quote"_s, {}, Role::Customer);
    open.desk.apply(open.reference, u"approve"_s);
    QTRY_VERIFY(open.page->details().portCase.approved);
    // The customer service record was declared unavailable and nobody has waived it.
    open.page->startAction(u"send-to-carrier"_s);
    QTRY_VERIFY(driver.has(u"caseMessageBar"_s) || driver.has(u"actionSheet"_s));
    if (driver.has(u"actionSheet"_s))
        QVERIFY(driver.click(u"applyActionButton"_s));
    QTRY_VERIFY(driver.has(u"goThereButton"_s));
    QCOMPARE(driver.find<QAbstractButton>(u"goThereButton"_s)->text(), u"Show Documents"_s);
    QVERIFY(driver.click(u"goThereButton"_s));
    QVERIFY(driver.has(u"documentsTab"_s));
    QVERIFY(!driver.has(u"actionSheet"_s));
    QVERIFY(driver.has(u"waiveDocumentButton"_s));
}

void TestCasePage::keepsTheFormWhenSomebodyElseWasFirst()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(start(open, driver, u"quote"_s));
    QVERIFY(driver.type(u"quoteAmount0Edit"_s, u"12.50"_s));
    // A colleague waives the document on another desk meanwhile.
    open.desk.apply(open.reference, u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"none given"_s}});
    QTRY_VERIFY(driver.has(u"reloadCaseButton"_s));
    QVERIFY(driver.click(u"applyActionButton"_s));
    QTRY_VERIFY(open.page->findChild<MessageBar *>(u"sheetMessageBar"_s)->text().contains(u"in the meantime"));
    QCOMPARE(open.page->details().portCase.quote.has_value(), false);
    QVERIFY(driver.click(u"reloadCaseButton"_s));
    QTRY_VERIFY(!open.page->details().portCase.documents.last().waived.isEmpty());
    QCOMPARE(driver.find<QLineEdit>(u"quoteAmount0Edit"_s)->text(), u"12.50"_s);
    QVERIFY(finish(open, driver, Stage::Quoted));
}

void TestCasePage::showsProblemsOfAForm_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("a quote without an amount") << u"quote"_s << u"quoteAmount0Edit"_s << u""_s << u"Line 1: enter an amount such as 12.50."_s;
    QTest::newRow("an amount with too many decimals") << u"quote"_s << u"quoteAmount0Edit"_s << u"1.234"_s << u"Line 1: enter an amount such as 12.50."_s;
    QTest::newRow("a currency that is none") << u"quote"_s << u"quoteCurrencyCombo"_s << u"Taler"_s << u"TALER is no currency code. Use three letters such as EUR."_s;
    QTest::newRow("a return without a reason") << u"return"_s << u"reasonTextEdit"_s << u"please"_s << u"Pick at least one reason."_s;
    QTest::newRow("cancelling without a word") << u"cancel"_s << u"actionTextEdit"_s << u""_s << u"Say why in a sentence."_s;
    QTest::newRow("waiving without a reason") << u"waive"_s << u"waiveReasonEdit"_s << u""_s << u"Say why the case may go on without this document."_s;
}

void TestCasePage::showsProblemsOfAForm()
{
    QFETCH(QString, action);
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(start(open, driver, action));
    QVERIFY(driver.type(field, text));
    QVERIFY(driver.click(u"applyActionButton"_s));
    QCOMPARE(driver.find<MessageBar>(u"sheetMessageBar"_s)->text(), problem);
    QTest::keyClick(driver.find<QWidget>(u"actionSheet"_s), Qt::Key_Escape);
    QVERIFY(!driver.has(u"actionSheet"_s));
    QCOMPARE(open.stage(), Stage::Submitted);
}

void TestCasePage::returnsToTheCustomerAndBack()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(start(open, driver, u"return"_s));
    QVERIFY(check(driver, u"POSTCODE_MISMATCH"_s));
    QVERIFY(driver.type(u"reasonTextEdit"_s, u"The bill says 50668."_s));
    QVERIFY(finish(open, driver, Stage::Returned));
    QVERIFY(driver.has(u"action_correctButton"_s));
    QVERIFY(driver.click(u"openField_POSTCODE_MISMATCHButton"_s));
    QCOMPARE(driver.find<FormField>(u"correct_addresses_0_postalCodeField"_s)->text(), u"10827"_s);
    QVERIFY(driver.type(u"correct_addresses_0_postalCodeEdit"_s, u"50668"_s));
    QVERIFY(finish(open, driver, Stage::Returned));
    QCOMPARE(open.page->details().portCase.request.addresses.first().address.postalCode, u"50668"_s);
    QTRY_VERIFY(driver.has(u"action_submitButton"_s));
    QVERIFY(start(open, driver, u"submit"_s));
    QVERIFY(finish(open, driver, Stage::Submitted));
}

void TestCasePage::letsTheCustomerAnswerTheQuote()
{
    OpenCase open(Role::Customer);
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY2(!open.page->findChild<QAction *>(u"action_quoteAction"_s) && !driver.has(u"action_quoteButton"_s), "the desk's actions are not the customer's");
    open.desk.apply(open.reference, u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}});
    QTRY_VERIFY(driver.has(u"action_accept-quoteButton"_s));
    QVERIFY(open.page->findChild<QAction *>(u"action_decline-quoteAction"_s));
    QVERIFY(start(open, driver, u"accept-quote"_s));
    QVERIFY(finish(open, driver, Stage::UnderReview));
}

void TestCasePage::cancels()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(start(open, driver, u"cancel"_s));
    QVERIFY(driver.type(u"actionTextEdit"_s, u"The customer stays with the carrier."_s));
    QVERIFY(finish(open, driver, Stage::Cancelled));
    QVERIFY(open.page->findChild<QAction *>(u"saveDossierAction"_s)); // its papers stay
    QVERIFY(open.page->findChildren<QAction *>(QRegularExpression(u"^action_"_s)).isEmpty());
}

void TestCasePage::addsADocument()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    open.page->showPlace(u"documents"_s);
    const int before = int(open.page->details().portCase.documents.size());
    open.prompts.willOpen({QStringLiteral(PORTDESK_SAMPLES_DIR) + u"/bill-eng.pdf"_s});
    QVERIFY(driver.click(u"addDocumentButton"_s));
    QTRY_VERIFY(driver.has(u"addDocumentBar"_s));
    QVERIFY(driver.choose(u"documentKindCombo"_s, u"csr"_s));
    QVERIFY(driver.type(u"documentDateEdit"_s, u"10 November"_s));
    QVERIFY(driver.click(u"confirmAddDocumentButton"_s));
    QVERIFY2(driver.has(u"addDocumentBar"_s), "a date that cannot be read is said beside its field");
    QVERIFY(driver.type(u"documentDateEdit"_s, u"2026-11-10"_s));
    QVERIFY(driver.click(u"confirmAddDocumentButton"_s));
    QTRY_VERIFY(!driver.has(u"addDocumentBar"_s));
    const QList<CaseDocument> documents = open.page->details().portCase.documents;
    QCOMPARE(documents.size(), before); // it took the place of the declaration
    QCOMPARE(documents.last().fileName, u"bill-eng.pdf"_s);
    QCOMPARE(documents.last().issued, QDate(2026, 11, 10));
    QVERIFY(documents.last().pages > 0);
}

void TestCasePage::savesAndMarksMessages()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_VERIFY(!open.page->details().messages.isEmpty());
    open.page->showPlace(u"messages"_s);
    const QString path = open.desk.folder().filePath(u"message.eml"_s);
    open.prompts.willSave(path);
    QVERIFY(driver.click(u"saveMessageButton"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Subject: "));
    QVERIFY(driver.click(u"markSentButton"_s));
    QTRY_VERIFY(!driver.has(u"markSentButton"_s));
    QCOMPARE(await(open.desk.session().unsentMessages()).value(), open.page->details().messages.size() - 1);
}

void TestCasePage::confirmsAWarning()
{
    OpenCase open(Role::Agent, RequestBuilder().set(u"/addresses/0/postalCode"_s, u"1082"_s).build());
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(driver.has(u"warningsCard"_s));
    auto *confirm = driver.find<QPushButton>(u"confirm_address.postcode.formatButton"_s);
    QTRY_VERIFY(confirm && confirm->height() >= confirm->sizeHint().height()); // laid out an event later
    QVERIFY(driver.click(confirm->objectName()));
    QTRY_VERIFY(driver.has(u"confirmReasonEdit"_s));
    QVERIFY(driver.click(u"applyActionButton"_s)); // not without a reason
    QVERIFY(driver.has(u"actionSheet"_s));
    QVERIFY(driver.type(u"confirmReasonEdit"_s, u"The town got a new postcode."_s));
    QVERIFY(finish(open, driver, Stage::Submitted));
    QTRY_VERIFY(!driver.has(u"warningsCard"_s));
    QCOMPARE(open.page->details().portCase.request.confirmations.last().reason, u"The town got a new postcode."_s);
    QCOMPARE(open.page->details().timeline.last().what, u"confirm"_s);
}

void TestCasePage::savesTheDossier()
{
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    auto *bar = open.page->findChild<MessageBar *>(u"dossierMessageBar"_s);
    auto *entry = open.page->findChild<QAction *>(u"saveDossierAction"_s);
    QVERIFY(bar && entry);
    const QString path = open.desk.folder().filePath(u"dossier.pdf"_s);
    open.prompts.willSave(path);
    entry->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(bar->state(), State::Good, 20000);
    QVERIFY(bar->text().contains(u"dossier.pdf"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    // A place that cannot be written is said, with what to do.
    open.prompts.willSave(open.desk.folder().filePath(u"no such folder/dossier.zip"_s));
    open.page->findChild<QAction *>(u"saveCarrierDossierAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(bar->state(), State::Problem, 20000);
    QVERIFY(open.prompts.suggestedNames.last().contains(open.reference));
}

void TestCasePage::offersNoDossierToTheCustomer()
{
    OpenCase open(Role::Customer);
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show());
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    QVERIFY(!open.page->findChild<QAction *>(u"saveDossierAction"_s));
}

void TestCasePage::canBeUsedByEverybody_data()
{
    QTest::addColumn<QString>("place");
    for (const QString &place : {u"overview"_s, u"numbers"_s, u"documents"_s, u"fees"_s, u"timeline"_s, u"messages"_s, u"return"_s, u"quote"_s, u"cancel"_s, u"waive"_s})
        QTest::newRow(qPrintable(place)) << place;
}

void TestCasePage::canBeUsedByEverybody()
{
    QFETCH(QString, place);
    OpenCase open;
    GuiDriver driver(open.page.get());
    QVERIFY(driver.show({1024 - 184, 700}));
    QTRY_COMPARE(open.stage(), Stage::Submitted);
    if (findMove(place))
        QVERIFY(start(open, driver, place));
    else
        open.page->showPlace(place);
    QCOMPARE(accessibilityFindings(open.page.get()).join(u'\n'), QString());
}

PORTDESK_GUI_TEST_MAIN(TestCasePage)
#include "tst_casepage.moc"
