// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/wizard/requestnumbers.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

Request portingFrom(const QString &country, const QString &type, const QStringList &numbers)
{
    Request request = RequestBuilder().set(u"/country"_s, country).set(u"/type"_s, type).noNumbers().build();
    for (const QString &number : numbers)
        request.numbers.append({number, {}, u"hq"_s, {}, {}});
    return request;
}

Request french()
{
    return portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s, u"+33142345679"_s, u"+33142345680"_s});
}

bool openNumbers(WizardBench &b, const Request &request)
{
    if (!b.driver.show())
        return false;
    b.view.startNew(request);
    b.view.openPage(u"numbersPage"_s);
    return b.checked();
}

QTableView *tableOf(WizardBench &b)
{
    return b.driver.find<QTableView>(u"numbersTable"_s);
}

/// The headers of the columns a person sees, in the order in which they stand.
QStringList headers(WizardBench &b)
{
    QTableView *table = tableOf(b);
    QStringList found;
    for (int visual = 0; visual < table->horizontalHeader()->count(); ++visual) {
        const int column = table->horizontalHeader()->logicalIndex(visual);
        if (!table->isColumnHidden(column))
            found << table->model()->headerData(column, Qt::Horizontal).toString();
    }
    return found;
}

/// Types into a cell as a person does: F2, the words, Enter.
bool write(WizardBench &b, int row, int column, const QString &text)
{
    if (!b.driver.clickRow(u"numbersTable"_s, row, column))
        return false;
    tableOf(b)->setCurrentIndex(tableOf(b)->model()->index(row, column));
    return b.driver.press(Qt::Key_F2) && b.driver.type(u"numberCellEdit"_s, text) && b.driver.press(Qt::Key_Return)
        && b.driver.waitFor([&] { return !b.driver.has(u"numberCellEdit"_s); }, u"the editor closed"_s);
}

} // namespace

/// What every number has of its own, in the wizard's table of numbers.
class TestWizardCells final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsFollowTheCountry_data();
    void columnsFollowTheCountry();
    void codeIsWrittenAndUndone();
    void wrongCodeIsSeenInItsRow();
    void columnIsPasted();
    void oneValueFillsTheSelection();
    void pasteEndsWithTheTable();
    void pinOfEachNumber();
    void activateOnlyThese_data();
    void activateOnlyThese();
    void activationOutsideIsSeen();
    void editorIsAccessible();
};

void TestWizardCells::columnsFollowTheCountry_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QStringList>("expected");
    const QStringList usual{u"Number"_s, u"Type"_s, u"Country"_s, u"Area"_s, u"Check"_s, QString()};
    QTest::newRow("Germany, single numbers") << RequestBuilder().noNumbers().number(u"+493023125017"_s).build() << usual;
    QTest::newRow("Germany, a block") << RequestBuilder().noNumbers().range(u"+493023125010-19"_s).build()
                                      << QStringList{u"Number"_s, u"Type"_s, u"Activate only"_s, u"Check"_s, QString()};
    QTest::newRow("France") << french() << QStringList{u"Number"_s, u"Type"_s, u"RIO code"_s, u"Check"_s, QString()};
    QTest::newRow("United States, mobile") << portingFrom(u"US"_s, u"mobile"_s, {u"+12125550100"_s})
                                           << QStringList{u"Number"_s, u"Type"_s, u"PIN"_s, u"Check"_s, QString()};
    QTest::newRow("Italy") << portingFrom(u"IT"_s, u"geographic"_s, {u"+390612345678"_s})
                           << QStringList{u"Number"_s, u"Type"_s, u"Migration code"_s, u"Codice segreto"_s, u"Check"_s, QString()};
    QTest::newRow("two countries") << portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s, u"+34912345678"_s})
                                   << QStringList{u"Number"_s, u"Type"_s, u"Country"_s, u"RIO code"_s, u"Check"_s, QString()};
    QTest::newRow("Spain asks nothing per number") << portingFrom(u"ES"_s, u"geographic"_s, {u"+34912345678"_s}) << usual;
}

void TestWizardCells::columnsFollowTheCountry()
{
    QFETCH(Request, request);
    WizardBench b;
    QVERIFY(openNumbers(b, request));
    QTEST(headers(b), "expected");
}

void TestWizardCells::codeIsWrittenAndUndone()
{
    WizardBench b;
    QVERIFY(openNumbers(b, french()));
    const int rio = RequestNumbers::ColumnCount;
    QVERIFY(write(b, 1, rio, u"  03P123456XYZ "_s));
    QCOMPARE(b.view.draft().request().numbers.at(1).fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
    QVERIFY(b.view.draft().request().numbers.at(0).fields.isEmpty());
    QCOMPARE(tableOf(b)->model()->index(1, rio).data().toString(), u"03P123456XYZ"_s);
    QCOMPARE(b.view.draft().undoStack().undoText(), u"Change RIO code"_s);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.view.draft().request().numbers.at(1).fields.isEmpty());
    QCOMPARE(tableOf(b)->model()->index(1, rio).data().toString(), QString());
    QVERIFY(b.driver.click(u"redoButton"_s));
    QCOMPARE(b.view.draft().request().numbers.at(1).fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
    // The same text again is no step.
    const int steps = b.view.draft().undoStack().count();
    QVERIFY(write(b, 1, rio, u"03P123456XYZ"_s));
    QCOMPARE(b.view.draft().undoStack().count(), steps);
    QVERIFY(write(b, 1, rio, QString()));
    QVERIFY(!b.view.draft().request().numbers.at(1).fields.contains(u"rio_code"_s));
}

void TestWizardCells::wrongCodeIsSeenInItsRow()
{
    WizardBench b;
    QVERIFY(openNumbers(b, french()));
    QVERIFY(write(b, 2, RequestNumbers::ColumnCount, u"12"_s));
    const QModelIndex check = tableOf(b)->model()->index(2, RequestNumbers::CheckColumn);
    QTRY_COMPARE(check.data(Qt::AccessibleTextRole).toString(), u"RIO code cannot be right"_s);
    QVERIFY(!check.data(Qt::ToolTipRole).toString().isEmpty());
    b.view.openField(u"/numbers/2/fields/rio_code"_s);
    QVERIFY(b.at(u"numbersPage"_s));
    QCOMPARE(tableOf(b)->currentIndex().row(), 2);
}

void TestWizardCells::columnIsPasted()
{
    WizardBench b;
    QVERIFY(openNumbers(b, french()));
    const int rio = RequestNumbers::ColumnCount;
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 0, rio));
    QApplication::clipboard()->setText(u"AAA\tignored\r\nBBB\r\nCCC\r\n"_s);
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QStringList codes;
    for (const RequestNumber &number : b.view.draft().request().numbers)
        codes << number.fields.value(u"rio_code"_s);
    QCOMPARE(codes, (QStringList{u"AAA"_s, u"BBB"_s, u"CCC"_s}));
    QCOMPARE(b.view.draft().undoStack().count(), 1);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QCOMPARE(b.view.draft().request().numbers, french().numbers);
}

void TestWizardCells::oneValueFillsTheSelection()
{
    WizardBench b;
    QVERIFY(openNumbers(b, portingFrom(u"US"_s, u"mobile"_s, {u"+12125550100"_s, u"+12125550101"_s, u"+12125550102"_s})));
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 0, RequestNumbers::PinColumn));
    QVERIFY(b.driver.press(Qt::Key_Down, Qt::ShiftModifier));
    QApplication::clipboard()->setText(u"4711"_s);
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QStringList pins;
    for (const RequestNumber &number : b.view.draft().request().numbers)
        pins << number.pin;
    QCOMPARE(pins, (QStringList{u"4711"_s, u"4711"_s, QString()}));
}

void TestWizardCells::pasteEndsWithTheTable()
{
    WizardBench b;
    QVERIFY(openNumbers(b, french()));
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 2, RequestNumbers::ColumnCount));
    QApplication::clipboard()->setText(u"AAA\nBBB\nCCC"_s);
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QCOMPARE(b.view.draft().request().numbers.size(), 3);
    QCOMPARE(b.view.draft().request().numbers.at(2).fields.value(u"rio_code"_s), u"AAA"_s);
    QVERIFY(b.view.draft().request().numbers.at(0).fields.isEmpty());
}

void TestWizardCells::pinOfEachNumber()
{
    WizardBench b;
    QVERIFY(openNumbers(b, portingFrom(u"US"_s, u"mobile"_s, {u"+12125550100"_s, u"+12125550101"_s})));
    const auto missing = [&] {
        const auto &problems = b.view.draft().checked().problems;
        return std::any_of(problems.cbegin(), problems.cend(), [](const Problem &problem) { return problem.code == u"pin.missing"; });
    };
    QVERIFY(missing());
    QVERIFY(write(b, 0, RequestNumbers::PinColumn, u"1111"_s));
    QVERIFY(b.checked());
    QVERIFY(missing());
    QVERIFY(write(b, 1, RequestNumbers::PinColumn, u"2222"_s));
    QTRY_VERIFY(b.view.draft().isUpToDate() && !missing());
}

void TestWizardCells::activateOnlyThese_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<int>("active");
    QTest::addColumn<QString>("shown");
    QTest::newRow("endings") << u"10, 12-15"_s << QStringList{u"10"_s, u"12-15"_s} << 5 << u"10, 12-15"_s;
    QTest::newRow("semicolons") << u" 10 ; 11;"_s << QStringList{u"10"_s, u"11"_s} << 2 << u"10, 11"_s;
    QTest::newRow("a whole number") << u"+49 30 23125018"_s << QStringList{u"+49 30 23125018"_s} << 1 << u"+49 30 23125018"_s;
    QTest::newRow("none") << u"None"_s << QStringList{kActivateNone} << 0 << u"none"_s;
    QTest::newRow("all") << u"ALL"_s << QStringList() << 10 << u"all"_s;
    QTest::newRow("empty is all") << QString() << QStringList() << 10 << u"all"_s;
}

void TestWizardCells::activateOnlyThese()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, entries);
    WizardBench b;
    QVERIFY(openNumbers(b, RequestBuilder().noNumbers().range(u"+493023125010-19"_s).build()));
    QVERIFY(write(b, 0, RequestNumbers::ActivateColumn, typed));
    QCOMPARE(b.view.draft().request().numbers.first().activate, entries);
    QTEST(tableOf(b)->model()->index(0, RequestNumbers::ActivateColumn).data().toString(), "shown");
    QVERIFY(b.checked());
    int active = 0;
    for (const ResolvedNumber &number : b.view.draft().checked().cases.first().numbers)
        active += number.activated ? 1 : 0;
    QTEST(active, "active");
    QCOMPARE(b.view.draft().checked().cases.first().numbers.size(), 10); // the block moves whole
}

void TestWizardCells::activationOutsideIsSeen()
{
    WizardBench b;
    QVERIFY(openNumbers(b, RequestBuilder().noNumbers().range(u"+493023125010-19"_s).build()));
    QVERIFY(write(b, 0, RequestNumbers::ActivateColumn, u"77"_s));
    const QModelIndex check = tableOf(b)->model()->index(0, RequestNumbers::CheckColumn);
    QTRY_COMPARE(check.data(Qt::AccessibleTextRole).toString(), u"nothing there to activate"_s);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QTRY_COMPARE(check.data(Qt::AccessibleTextRole).toString(), u"can be ported"_s);
}

void TestWizardCells::editorIsAccessible()
{
    WizardBench b;
    QVERIFY(openNumbers(b, french()));
    QVERIFY(b.driver.clickRow(u"numbersTable"_s, 0, RequestNumbers::ColumnCount));
    QVERIFY(b.driver.press(Qt::Key_F2));
    QCOMPARE(b.driver.find<QLineEdit>(u"numberCellEdit"_s)->accessibleName(), u"RIO code +33 1 42 34 56 78"_s);
    QCOMPARE(accessibilityFindings(&b.view), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardCells)
#include "tst_wizardcells.moc"
