// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/steplist.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/wizardview.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The customer's way in, driven as a person would.
class TestWizard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanRequestIsSubmitted();
    void draftIsResumedAtItsPage();
    void goingBackLosesNothing();
    void problemsStandBesideTheField();
    void nextIsAllowedAndTheStepSaysSo();
    void reviewLinksLeadToTheField();
    void namesInAnyScript_data();
    void namesInAnyScript();
    void saveFailureIsShown();
    void discardAsksFirst();
    void closingTheWindowKeepsTheLastKey();
    void keyboardAloneMovesOn();
    void everyPageIsAccessible();
    void everyCountryOpens();
};

void TestWizard::germanRequestIsSubmitted()
{
    WizardBench b;
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
    WizardBench b;
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
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QVERIFY(b.driver.type(u"companyEdit"_s, u"Half a na"_s));
    QVERIFY(b.driver.click(u"backButton"_s));
    QVERIFY(b.at(u"countryPage"_s));
    QVERIFY(b.next());
    QCOMPARE(b.driver.find<QLineEdit>(u"companyEdit"_s)->text(), u"Half a na"_s);
}

void TestWizard::problemsStandBesideTheField()
{
    WizardBench b;
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
    WizardBench b;
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
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().set(u"/losingCarrier/accountNumber"_s, {}).build());
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
    WizardBench b;
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

void TestWizard::saveFailureIsShown()
{
    WizardBench b;
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
    WizardBench b;
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

void TestWizard::closingTheWindowKeepsTheLastKey()
{
    DeskWorld world;
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
    WizardBench b;
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

void TestWizard::everyPageIsAccessible()
{
    WizardBench b;
    QVERIFY(b.driver.show({1024, 700}));
    b.view.startNew(RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).build());
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
    WizardBench b;
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
