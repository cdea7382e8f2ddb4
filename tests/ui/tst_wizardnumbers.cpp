// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/wizard/requestnumbers.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The wizard's pages of numbers and addresses, driven as a person would.
class TestWizardNumbers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreUndone();
    void tenThousandLinesArePasted();
    void cancelledPasteAddsNothing();
    void poBoxIsRefusedInWords();
    void numbersAreAssignedToAddresses();
    void numbersOfOpenCasesAreSeenOnReview();
};

void TestWizardNumbers::numbersAreUndone()
{
    WizardBench b;
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
    QTRY_COMPARE(table->model()->index(0, RequestNumbers::CheckColumn).data(Qt::AccessibleTextRole).toString(), u"can be ported"_s);
    QVERIFY(table->model()->index(1, RequestNumbers::CheckColumn).data(Qt::AccessibleTextRole).toString().contains(u"short"_s));
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 1, RequestNumbers::RemoveColumn)); // Remove
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

void TestWizardNumbers::tenThousandLinesArePasted()
{
    WizardBench b;
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

/// Cancel in the middle of a long paste: what was there before stays, nothing half is added, and undo is as it was.
void TestWizardNumbers::cancelledPasteAddsNothing()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"numbersPage"_s);
    QVERIFY(b.driver.type(u"numbersEdit"_s, u"030 23125017"_s));
    QVERIFY(b.driver.click(u"addNumbersButton"_s));
    QString text;
    for (int i = 0; i < 100'000; ++i)
        text += u"+493023%1\n"_s.arg(i, 6, 10, QChar(u'0'));
    QApplication::clipboard()->setText(text);
    b.driver.find<QLineEdit>(u"numbersEdit"_s)->setFocus();
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"cancelButton"_s); }, u"Cancel is offered"_s));
    QVERIFY(b.driver.find<QLabel>(u"busyLabel"_s)->text().contains(u"lines read"_s));
    QCOMPARE(b.view.draft().request().numbers.size(), 1); // not before the whole is read
    QVERIFY(b.driver.click(u"cancelButton"_s));
    QTRY_VERIFY(!b.driver.has(u"cancelButton"_s) && b.driver.find<QLineEdit>(u"numbersEdit"_s)->isEnabled());
    QCOMPARE(b.bar(), u"Reading was cancelled. Nothing was added."_s);
    QCOMPARE(b.view.draft().request().numbers.size(), 1);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.view.draft().request().numbers.isEmpty());
    QVERIFY(b.driver.click(u"redoButton"_s));
    QCOMPARE(b.view.draft().request().numbers.first().number, u"+493023125017"_s);
    // The next paste is read as if nothing had been.
    QApplication::clipboard()->setText(u"+493023125018\n+493023125019\n"_s);
    b.driver.find<QLineEdit>(u"numbersEdit"_s)->setFocus();
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QTRY_COMPARE(b.view.draft().request().numbers.size(), 3);
}

void TestWizardNumbers::poBoxIsRefusedInWords()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().build());
    b.view.openPage(u"addressesPage"_s);
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Postfach 1234"_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY2(b.fieldError(u"serviceLinesField"_s).contains(u"post office box"_s), qPrintable(b.fieldError(u"serviceLinesField"_s)));
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"Königsallee 17"_s));
    QTRY_COMPARE(b.fieldError(u"serviceLinesField"_s), QString());
}

void TestWizardNumbers::numbersAreAssignedToAddresses()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().build());
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

void TestWizardNumbers::numbersOfOpenCasesAreSeenOnReview()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    const Request request = RequestBuilder().build();
    const auto first = b.world.session->submit(request, {}).result();
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().message));
    b.view.startNew(request);
    b.view.openPage(u"reviewPage"_s);
    QTRY_VERIFY(std::any_of(b.view.draft().checked().problems.cbegin(), b.view.draft().checked().problems.cend(),
                            [](const Problem &problem) { return problem.code == u"number.in-open-case"; }));
    QVERIFY(!b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled());
}

PORTDESK_GUI_TEST_MAIN(TestWizardNumbers)
#include "tst_wizardnumbers.moc"
