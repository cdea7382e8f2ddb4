// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/wizard/confirmations.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/requestnumbers.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

Request withOddPostcode()
{
    return RequestBuilder().set(u"/addresses/0/postalCode"_s, u"5066"_s).build();
}

/// Two ranges that are no blocks of ten: German carriers move whole blocks.
Request withOddRanges()
{
    return RequestBuilder().noNumbers().range(u"+493023125020-26"_s).range(u"+493023125040-45"_s).build();
}

const Problem *found(const WizardBench &b, const QString &code)
{
    WizardView &view = const_cast<WizardBench &>(b).view;
    for (const Problem &problem : view.draft().checked().problems) {
        if (problem.code == code)
            return &problem;
    }
    return nullptr;
}

/// The number of the first finding that asks for a confirmation, in the names of its controls; waits for it.
QString asked(WizardBench &b)
{
    static const QRegularExpression form(u"^confirm(\\d+)Button$"_s);
    QString number;
    b.driver.waitFor([&] {
        for (QPushButton *button : b.view.findChildren<QPushButton *>(form)) {
            if (button->isVisible() && number.isEmpty())
                number = form.match(button->objectName()).captured(1);
        }
        return !number.isEmpty();
    }, u"a warning asks for a confirmation"_s);
    QCoreApplication::processEvents(); // a button that is not laid out yet moves away under the pointer
    return number;
}

QString text(WizardBench &b, const QString &name)
{
    auto *label = b.driver.find<QLabel>(name);
    return label ? label->text() : QString();
}

} // namespace

/// The review page: confirmations with a reason, the cases a request becomes, and what the store knows.
class TestWizardReview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warningIsConfirmedAndTakenBack();
    void aReasonMustBeGiven();
    void findingsAlikeAreConfirmedTogether();
    void confirmationGoesWithItsRow();
    void confirmationEndsWithItsValue();
    void newVerdictTakesNothingThatIsTyped();
    void followsRows_data();
    void followsRows();
    void casesAreShownWithTheirReasons();
    void oneCaseNeedsNoReason();
    void runningCheckAsksTheStore();
    void otherSpellingIsSeenWhileTyping();
    void pageIsAccessible();
};

void TestWizardReview::warningIsConfirmedAndTakenBack()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(withOddPostcode());
    b.view.openPage(u"reviewPage"_s);
    QCOMPARE(asked(b), u"0"_s);
    QVERIFY(b.driver.click(u"confirm0Button"_s));
    QVERIFY(b.driver.find<QLineEdit>(u"confirmReason0Edit"_s)->hasFocus());
    QVERIFY(b.driver.type(u"confirmReason0Edit"_s, u"The town changed its postcodes this month"_s));
    QVERIFY(b.driver.press(Qt::Key_Return));
    const QList<Confirmation> expected{{u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"The town changed its postcodes this month"_s}};
    QTRY_COMPARE(b.view.draft().request().confirmations, expected);
    QTRY_VERIFY(b.driver.has(u"confirmedReason0Label"_s));
    QVERIFY(text(b, u"confirmedReason0Label"_s).contains(u"changed its postcodes"_s));
    QVERIFY(!b.driver.has(u"confirm0Button"_s));
    QVERIFY(b.checked());
    QCOMPARE(found(b, u"address.postcode.format"_s)->confirmed, u"The town changed its postcodes this month"_s);
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    QCOMPARE(b.world.session->loadDraft(b.view.keeper().id()).result()->request.confirmations, expected);
    // Undo asks again, with the words that were given.
    QVERIFY(b.driver.click(u"withdraw0Button"_s));
    QTRY_VERIFY(b.driver.has(u"confirmReason0Edit"_s));
    QVERIFY(b.view.draft().request().confirmations.isEmpty());
    QCOMPARE(b.driver.find<QLineEdit>(u"confirmReason0Edit"_s)->text(), u"The town changed its postcodes this month"_s);
    QVERIFY(b.driver.press(Qt::Key_Escape));
    QVERIFY(!b.driver.has(u"confirmReason0Edit"_s));
    QVERIFY(b.driver.find<QPushButton>(u"confirm0Button"_s)->isEnabled());
}

void TestWizardReview::aReasonMustBeGiven()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(withOddPostcode());
    b.view.openPage(u"reviewPage"_s);
    QCOMPARE(asked(b), u"0"_s);
    QVERIFY(b.driver.click(u"confirm0Button"_s));
    QVERIFY(!b.driver.find<QPushButton>(u"confirmReason0Button"_s)->isEnabled());
    QVERIFY(b.driver.type(u"confirmReason0Edit"_s, u"   "_s));
    QVERIFY(!b.driver.find<QPushButton>(u"confirmReason0Button"_s)->isEnabled());
    QVERIFY(b.driver.press(Qt::Key_Return));
    QCoreApplication::processEvents();
    QVERIFY(b.view.draft().request().confirmations.isEmpty());
}

void TestWizardReview::findingsAlikeAreConfirmedTogether()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(withOddRanges());
    b.view.openPage(u"reviewPage"_s);
    const QString number = asked(b);
    QCOMPARE(b.driver.find<QPushButton>(u"confirm%1Button"_s.arg(number))->text(), u"Confirm All 2…"_s);
    QVERIFY(b.driver.click(u"confirm%1Button"_s.arg(number)));
    QVERIFY(b.driver.type(u"confirmReason%1Edit"_s.arg(number), u"Single numbers of the block"_s));
    QVERIFY(b.driver.click(u"confirmReason%1Button"_s.arg(number)));
    QTRY_COMPARE(b.view.draft().request().confirmations.size(), 2);
    QVERIFY(b.checked());
    for (const Problem &problem : b.view.draft().checked().warnings())
        QVERIFY2(problem.code != u"range.not-a-block" || !problem.confirmed.isEmpty(), qPrintable(problem.field));
    b.view.openPage(u"numbersPage"_s);
    auto *table = b.driver.find<QTableView>(u"numbersTable"_s);
    QTRY_COMPARE(table->model()->index(0, RequestNumbers::CheckColumn).data(Qt::AccessibleTextRole).toString(), u"confirmed"_s);
}

void TestWizardReview::confirmationGoesWithItsRow()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request = withOddRanges();
    request.confirmations = {{u"range.not-a-block"_s, u"/numbers/0/range"_s, u"First"_s}, {u"range.not-a-block"_s, u"/numbers/1/range"_s, u"Second"_s}};
    b.view.startNew(request);
    b.view.openPage(u"numbersPage"_s);
    QVERIFY(b.checked());
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 0, RequestNumbers::RemoveColumn));
    const QList<Confirmation> moved{{u"range.not-a-block"_s, u"/numbers/0/range"_s, u"Second"_s}};
    QCOMPARE(b.view.draft().request().confirmations, moved);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QCOMPARE(b.view.draft().request().confirmations.size(), 2);
    QCOMPARE(confirmedReason(b.view.draft().request(), u"range.not-a-block"_s, u"/numbers/0/range"_s), u"First"_s);
    QCOMPARE(confirmedReason(b.view.draft().request(), u"range.not-a-block"_s, u"/numbers/1/range"_s), u"Second"_s);
}

void TestWizardReview::confirmationEndsWithItsValue()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request = withOddPostcode();
    request.confirmations = {{u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"It is new"_s}};
    b.view.startNew(request);
    b.view.openPage(u"addressesPage"_s);
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Domplatte 1"_s));
    QCOMPARE(b.view.draft().request().confirmations.size(), 1); // the street is another matter
    QVERIFY(b.driver.type(u"servicePostalCodeEdit"_s, u"506"_s));
    QVERIFY(b.view.draft().request().confirmations.isEmpty());
}

void TestWizardReview::newVerdictTakesNothingThatIsTyped()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(withOddPostcode());
    b.view.openPage(u"reviewPage"_s);
    QCOMPARE(asked(b), u"0"_s);
    QVERIFY(b.driver.click(u"confirm0Button"_s));
    QVERIFY(b.driver.type(u"confirmReason0Edit"_s, u"Half a rea"_s));
    QPointer<QLineEdit> before = b.driver.find<QLineEdit>(u"confirmReason0Edit"_s);
    b.view.draft().edit([](Request &values) { values.acknowledgements.clear(); }); // another finding comes: the list is built anew
    QTRY_VERIFY(!before);
    auto *edit = b.driver.find<QLineEdit>(u"confirmReason0Edit"_s);
    QCOMPARE(edit->text(), u"Half a rea"_s);
    QVERIFY(edit->hasFocus());
}

void TestWizardReview::followsRows_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<std::function<void(Request &)>>("change");
    QTest::addColumn<QString>("expected");
    using Change = std::function<void(Request &)>;
    QTest::newRow("another member changes") << u"/addresses/0/postalCode"_s << Change([](Request &r) { r.owner.email = u"x@example.org"_s; }) << u"/addresses/0/postalCode"_s;
    QTest::newRow("address moves to the country next door") << u"/addresses/0/postalCode"_s << Change([](Request &r) { r.addresses[0].address.country = u"AT"_s; }) << QString();
    QTest::newRow("an address comes before it") << u"/addresses/0/postalCode"_s << Change([](Request &r) { r.addresses.prepend({u"new"_s, {}}); }) << u"/addresses/1/postalCode"_s;
    QTest::newRow("owner renamed") << u"/owner/company"_s << Change([](Request &r) { r.owner.company = u"Another"_s; }) << QString();
    QTest::newRow("number replaced") << u"/numbers/1/number"_s << Change([](Request &r) { r.numbers[1].number = u"+493023125099"_s; }) << QString();
    QTest::newRow("a number before it goes") << u"/numbers/1/number"_s << Change([](Request &r) { r.numbers.removeFirst(); }) << u"/numbers/0/number"_s;
    QTest::newRow("its address is another") << u"/numbers/1/number"_s << Change([](Request &r) { r.numbers[1].address = u"other"_s; }) << u"/numbers/1/number"_s;
    QTest::newRow("wished day changes under a letter") << u"/documents/0/signedOn"_s << Change([](Request &r) { r.requestedDate = QDate(2027, 1, 5); }) << QString();
    QTest::newRow("pointer to a row that is not there") << u"/numbers/99/number"_s << Change([](Request &r) { r.owner.email = u"x@example.org"_s; }) << u"/numbers/99/number"_s;
}

void TestWizardReview::followsRows()
{
    QFETCH(QString, pointer);
    QFETCH(std::function<void(Request &)>, change);
    QFETCH(QString, expected);
    Request before = RequestBuilder().build();
    before.confirmations = {{u"some.code"_s, pointer, u"Because"_s}};
    Request after = before;
    change(after);
    const QList<Confirmation> gone = followConfirmations(before, after);
    QCOMPARE(gone.size(), expected.isEmpty() ? 1 : 0);
    QCOMPARE(after.confirmations.isEmpty() ? QString() : after.confirmations.first().field, expected);
}

void TestWizardReview::casesAreShownWithTheirReasons()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request = RequestBuilder().number(u"+4917612345678"_s).build();
    request.numbers[0].losingCarrier = LosingCarrier{u"Rheinruf Telefon"_s, u"99"_s, {}, {}};
    b.view.startNew(request);
    b.view.openPage(u"reviewPage"_s);
    QVERIFY(b.checked());
    QTRY_VERIFY(b.driver.has(u"casePreview3"_s));
    QVERIFY(!b.driver.has(u"casePreview4"_s));
    const QString first = text(b, u"splitReason1Label"_s);
    QVERIFY2(first.contains(u"Rheinruf Telefon"_s) && first.contains(u"apart from other cases by"_s) && first.contains(u"losing carrier"_s), qPrintable(first));
    QVERIFY2(first.contains(u"An order goes to one losing carrier."_s), qPrintable(first));
    QString mobile;
    for (QLabel *label : b.driver.findWidget(u"casePreview3"_s)->findChildren<QLabel *>())
        mobile += label->text() + u'\n';
    QVERIFY2(mobile.contains(u"Case 3 of 3: Germany, mobile"_s), qPrintable(mobile));
    QVERIFY2(mobile.contains(u"1 number: +49 176 12345678"_s), qPrintable(mobile));
    QVERIFY2(mobile.contains(documentKindText(u"loa"_s)), qPrintable(mobile));
    QVERIFY2(mobile.contains(u"account 4711-998877"_s), qPrintable(mobile));
}

void TestWizardReview::oneCaseNeedsNoReason()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().noNumbers().range(u"+493023125010-19"_s).number(u"+493023125031"_s).build());
    b.view.openPage(u"reviewPage"_s);
    QVERIFY(b.checked());
    QTRY_VERIFY(b.driver.has(u"casePreview1"_s));
    QVERIFY(!b.driver.has(u"splitReason1Label"_s));
    QString words;
    for (QLabel *label : b.driver.findWidget(u"casePreview1"_s)->findChildren<QLabel *>())
        words += label->text() + u'\n';
    QVERIFY2(words.contains(u"11 numbers: +49 30 23125010 to 019, +49 30 23125031"_s), qPrintable(words));
}

void TestWizardReview::runningCheckAsksTheStore()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    QVERIFY(b.world.session->submit(RequestBuilder().build(), {}).result().ok());
    b.view.startNew(RequestBuilder().noNumbers().build());
    b.view.openPage(u"numbersPage"_s);
    QVERIFY(b.driver.type(u"numbersEdit"_s, u"030 23125017"_s));
    QVERIFY(b.driver.click(u"addNumbersButton"_s));
    auto *table = b.driver.find<QTableView>(u"numbersTable"_s);
    const auto verdict = [table] { return table->model()->index(0, RequestNumbers::CheckColumn).data(Qt::AccessibleTextRole).toString(); };
    QTRY_VERIFY2(verdict().startsWith(u"already in PD-"_s), qPrintable(verdict()));
    // The next change does not forget it.
    b.view.draft().edit([](Request &values) { values.owner.email = u"other@example.org"_s; });
    QVERIFY(b.checked());
    QVERIFY2(verdict().startsWith(u"already in PD-"_s), qPrintable(verdict()));
}

void TestWizardReview::otherSpellingIsSeenWhileTyping()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    QVERIFY(b.world.session->submit(RequestBuilder().build(), {}).result().ok());
    b.view.startNew(RequestBuilder().set(u"/owner/company"_s, u"Somebody else"_s).build());
    b.view.openPage(u"ownerPage"_s);
    QVERIFY(b.checked());
    QVERIFY(!found(b, u"owner.other-spelling"_s));
    QVERIFY(b.driver.type(u"companyEdit"_s, u"Jürgen Müller Lüdenscheid"_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY(found(b, u"owner.other-spelling"_s));
    QCOMPARE(found(b, u"owner.other-spelling"_s)->args.value(u"known"_s).toString(), u"Jürgen Müller-Lüdenscheidt"_s);
}

void TestWizardReview::pageIsAccessible()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(withOddPostcode());
    b.view.openPage(u"reviewPage"_s);
    QCOMPARE(asked(b), u"0"_s);
    QVERIFY(b.driver.click(u"confirm0Button"_s));
    QCOMPARE(accessibilityFindings(&b.view), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardReview)
#include "tst_wizardreview.moc"
