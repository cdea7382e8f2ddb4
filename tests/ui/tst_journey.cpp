// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/journey.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/caseview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

QString paper(const QString &name)
{
    return QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request/") + name;
}

} // namespace

/// One real port request through all six steps in the real window: the customer's wizard with real documents, then the desk, to
/// Completed with one failed number. Ends with the timeline that the command line's journey ends with.
class TestJourney final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void customerHandsInARequest();
    void deskQuotesAndCustomerAccepts();
    void deskApprovesAndSends();
    void carrierRejectsAndDeskCorrects();
    void portDateAndOutcomes();
    void timelineIsTheCommandLinesToo();
    void cleanupTestCase();

private:
    bool at(const QString &page);
    bool next() { return m_driver->click(u"nextButton"_s); }
    bool fillOwnerAndCarrier();
    bool fillNumbersAndAddress();
    bool attach(const QString &kind, const QString &file);
    bool attachDocuments();
    bool signLetter();
    bool start(const QString &action);
    bool apply(Stage stage);
    bool pickReason(const QString &code);
    bool openAs(Role role, const QString &name);
    Case stored();
    void set(const QDate &day, const QTime &time) { m_desk.clock().set(QDateTime(day, time, Qt::UTC)); }

    TestDesk m_desk{Role::Customer};
    FakePrompts m_prompts;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<GuiDriver> m_driver;
    QString m_reference;
};

void TestJourney::initTestCase()
{
    QSettings().clear();
    m_theme = std::make_unique<Theme>(*qApp);
    QCOMPARE(m_desk.open(), QString());
    m_window = std::make_unique<MainWindow>(m_desk.session(), m_prompts, *m_theme);
    m_driver = std::make_unique<GuiDriver>(m_window.get());
    QVERIFY(m_driver->show());
    QVERIFY(m_driver->has(u"firstStart"_s));
    QVERIFY(m_driver->click(u"customerRoleButton"_s));
    QTRY_VERIFY(m_driver->has(u"customerHome"_s));
}

void TestJourney::cleanupTestCase()
{
    m_driver.reset();
    m_window.reset();
    m_theme.reset();
}

bool TestJourney::at(const QString &page)
{
    return m_driver->waitFor([this, page] { return m_window->wizard() && m_window->wizard()->currentPage() && m_window->wizard()->currentPage()->objectName() == page; },
                             u"at "_s + page);
}

bool TestJourney::fillOwnerAndCarrier()
{
    return at(u"countryPage"_s) && m_driver->type(u"countrySearchEdit"_s, u"germany"_s) && m_driver->click(u"geographicRadio"_s) && next()
           && at(u"ownerPage"_s) && m_driver->type(u"companyEdit"_s, u"Lüdenscheidt Maschinenbau GmbH"_s) && m_driver->type(u"firstNameEdit"_s, u"Jürgen"_s)
           && m_driver->type(u"lastNameEdit"_s, u"Müller-Lüdenscheidt"_s) && m_driver->type(u"emailEdit"_s, u"jml@example.org"_s) && next()
           && at(u"carrierPage"_s) && m_driver->type(u"carrierNameEdit"_s, u"Rheinruf Telefon GmbH"_s)
           && m_driver->type(u"accountNumberEdit"_s, u"4711-998876"_s) && next();
}

bool TestJourney::fillNumbersAndAddress()
{
    return at(u"numbersPage"_s) && m_driver->type(u"numbersEdit"_s, u"+49 30 23125010-14"_s) && m_driver->click(u"addNumbersButton"_s)
           && m_driver->type(u"numbersEdit"_s, u"030 23125017"_s) && m_driver->click(u"addNumbersButton"_s)
           && m_driver->waitFor([this] { return m_window->wizard()->draft().isUpToDate(); }, u"the numbers are judged"_s) && next()
           && at(u"addressesPage"_s) && m_driver->type(u"serviceLinesEdit"_s, u"Hauptstraße 5"_s) && m_driver->type(u"servicePostalCodeEdit"_s, u"10827"_s)
           && m_driver->type(u"serviceLocalityEdit"_s, u"Berlin"_s) && next() && at(u"questionsPage"_s) && next();
}

bool TestJourney::attach(const QString &kind, const QString &file)
{
    auto *table = m_driver->find<QTableView>(u"documentsTable"_s);
    const QString title = documentKindText(kind);
    const auto count = [this] { return m_window->wizard()->draft().request().documents.size(); };
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() != title)
            continue;
        if (!m_driver->clickRow(u"documentsTable"_s, row))
            return false;
        const auto before = count();
        if (file.isEmpty())
            return m_driver->click(u"unavailableButton"_s);
        m_prompts.willOpen({file});
        return m_driver->click(u"attachButton"_s) && m_driver->waitFor([&] { return count() == before + 1; }, kind + u" is attached"_s);
    }
    return false;
}

bool TestJourney::attachDocuments()
{
    return at(u"documentsPage"_s) && m_driver->waitFor([this] { return m_window->wizard()->draft().isUpToDate(); }, u"the documents are judged"_s)
           && attach(u"bill"_s, QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-deu.pdf")) && attach(u"portability_form"_s, paper(u"portability-form.pdf"_s))
           && attach(u"proof_of_address"_s, paper(u"proof-of-address.pdf"_s)) && attach(u"business_registration"_s, paper(u"business-registration.pdf"_s))
           && attach(u"csr"_s, {}) && next();
}

/// Saves the letter the program composed, and hands that very file in as the signed copy.
bool TestJourney::signLetter()
{
    auto *letter = m_window->findChild<LetterPage *>();
    const QString file = m_desk.folder().filePath(u"loa-signed.pdf"_s);
    if (!at(u"letterPage"_s) || !m_driver->waitFor([&] { return !letter->pdf().isEmpty(); }, u"the letter is composed"_s))
        return false;
    QFile saved(file);
    if (!saved.open(QIODevice::WriteOnly) || saved.write(letter->pdf()) != letter->pdf().size())
        return false;
    saved.close();
    const auto before = m_window->wizard()->draft().request().documents.size();
    m_prompts.willOpen({file});
    return m_driver->click(u"attachSignedButton"_s)
           && m_driver->waitFor([&] { return m_window->wizard()->draft().request().documents.size() == before + 1; }, u"the signed copy is attached"_s) && next();
}

void TestJourney::customerHandsInARequest()
{
    m_window->openRequest({});
    QVERIFY(fillOwnerAndCarrier());
    QVERIFY(fillNumbersAndAddress());
    QVERIFY(attachDocuments());
    QVERIFY(signLetter());
    QVERIFY(at(u"reviewPage"_s));
    for (const QString &box : {u"keepaccountopenBox"_s, u"authorisedtoportBox"_s, u"feesmayapplyBox"_s})
        QVERIFY(m_driver->click(box));
    QTRY_VERIFY(m_driver->find<QPushButton>(u"nextButton"_s)->isEnabled());
    QVERIFY(next());
    QTRY_VERIFY(m_driver->has(u"doneButton"_s));
    QVERIFY(m_driver->click(u"doneButton"_s));
    const Result<CasePage> page = await(m_desk.session().find({}));
    QCOMPARE(page->rows.size(), 1);
    m_reference = page->rows.first().reference;
    QCOMPARE(stored().numbers.size(), 6);
    QCOMPARE(stored().documents.size(), 6);
}

Case TestJourney::stored()
{
    return m_desk.details(m_reference).portCase;
}

bool TestJourney::openAs(Role role, const QString &name)
{
    m_window->openHome(role, name);
    m_window->workplace()->openCase(m_reference);
    return m_driver->waitFor([this] { return m_driver->has(u"stageBadge"_s); }, u"the case is open"_s);
}

bool TestJourney::start(const QString &action)
{
    const auto page = [this] { return m_window->workplace()->findChild<CaseView *>(); };
    if (!m_driver->waitFor([&] { return page() && page()->details().portCase.reference == m_reference && page()->details().allowedActions.contains(action); }, action + u" is allowed"_s))
        return false;
    const QString button = u"action_%1Button"_s.arg(action);
    if (m_driver->has(button))
        return m_driver->click(button) && m_driver->has(u"actionSheet"_s);
    auto *entry = page()->findChild<QAction *>(u"action_%1Action"_s.arg(action));
    if (!entry)
        return false;
    entry->trigger();
    return m_driver->has(u"actionSheet"_s);
}

bool TestJourney::apply(Stage stage)
{
    return m_driver->click(u"applyActionButton"_s)
           && m_driver->waitFor([&] { return !m_driver->has(u"actionSheet"_s) && stored().stage == stage; }, u"the case is "_s + stageKey(stage));
}

bool TestJourney::pickReason(const QString &code)
{
    auto *list = m_driver->find<QListWidget>(u"reasonsList"_s);
    for (int row = 0; list && row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == code) {
            list->item(row)->setCheckState(Qt::Checked);
            return true;
        }
    }
    return false;
}

void TestJourney::deskQuotesAndCustomerAccepts()
{
    QVERIFY(openAs(Role::Agent, u"Anna Weber"_s));
    QVERIFY(start(u"quote"_s));
    QVERIFY(m_driver->type(u"quoteAmount0Edit"_s, u"12.50"_s));
    QVERIFY(apply(Stage::Quoted));
    QCOMPARE(formatMoney(stored().quote->total()), u"75.00 EUR"_s);
    set(QDate(2026, 11, 24), QTime(9, 0));
    QVERIFY(openAs(Role::Customer, u"Jürgen Müller-Lüdenscheidt"_s));
    QVERIFY(start(u"accept-quote"_s));
    QVERIFY(apply(Stage::UnderReview));
}

void TestJourney::deskApprovesAndSends()
{
    QVERIFY(openAs(Role::Agent, u"Anna Weber"_s));
    QVERIFY(start(u"waive"_s));
    QVERIFY(m_driver->choose(u"waiveDocumentCombo"_s, u"csr"_s));
    QVERIFY(m_driver->type(u"waiveReasonEdit"_s, u"German carriers give none."_s));
    QVERIFY(apply(Stage::UnderReview));
    QVERIFY(start(u"approve"_s));
    QVERIFY(apply(Stage::UnderReview));
    QVERIFY(start(u"send-to-carrier"_s));
    QVERIFY(m_driver->type(u"carrierReferenceEdit"_s, u"88-1204"_s));
    QVERIFY(apply(Stage::WithCarrier));
}

void TestJourney::carrierRejectsAndDeskCorrects()
{
    set(QDate(2026, 11, 27), QTime(9, 0));
    QVERIFY(start(u"reject"_s));
    QVERIFY(pickReason(u"PIN"_s));
    QVERIFY(pickReason(u"ACCOUNT_NO_WRONG"_s));
    QVERIFY(m_driver->type(u"reasonTextEdit"_s, u"PIN and account do not match"_s));
    QVERIFY(apply(Stage::Rejected));
    QVERIFY(start(u"correct"_s));
    QVERIFY(m_driver->type(u"correct_losingCarrier_pinEdit"_s, u"1234"_s));
    QVERIFY(m_driver->type(u"correct_losingCarrier_accountNumberEdit"_s, u"4711-998877"_s));
    QVERIFY(apply(Stage::Rejected));
    QVERIFY(start(u"resubmit"_s));
    QVERIFY(m_driver->type(u"carrierReferenceEdit"_s, u"88-1299"_s));
    QVERIFY(apply(Stage::WithCarrier));
    QCOMPARE(stored().attempts.size(), 2);
    QVERIFY(stored().attempts.last().changedFields.contains(u"/losingCarrier/pin"_s));
}

void TestJourney::portDateAndOutcomes()
{
    set(QDate(2026, 12, 2), QTime(9, 0));
    QVERIFY(start(u"schedule"_s));
    QVERIFY(m_driver->setDate(u"portDateEdit"_s, QDate(2026, 12, 15)));
    QVERIFY(apply(Stage::Scheduled));
    set(QDate(2026, 12, 15), QTime(12, 0));
    QVERIFY(start(u"outcome"_s));
    QVERIFY(m_driver->click(u"allPortedButton"_s));
    QVERIFY(m_driver->choose(u"outcome5Combo"_s, u"failed"_s));
    QVERIFY(apply(Stage::Scheduled));
    QVERIFY(start(u"complete"_s));
    QVERIFY(apply(Stage::Completed));
    QTRY_COMPARE(m_driver->find<Badge>(u"stageBadge"_s)->content().text, u"Completed, 5 of 6"_s);
    QCOMPARE(charges(stored()).first().quantity, 5);
}

void TestJourney::timelineIsTheCommandLinesToo()
{
    QStringList journey;
    for (const CaseEvent &event : m_desk.details(m_reference).timeline)
        journey << journeyLine(roleKey(event.role), event.what, stageKey(event.from), stageKey(event.to));
    QCOMPARE(journey, expectedJourney());
    QVERIFY(m_prompts.allUsed());
    const Result<VerifyReport> report = await(m_desk.session().verify());
    QCOMPARE(report->problems, QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestJourney)
#include "tst_journey.moc"
