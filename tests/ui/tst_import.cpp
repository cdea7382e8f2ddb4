// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/importdialog.h"
#include "ui/wizard/importmodels.h"
#include "ui/wizard/numberspage.h"
#include "ui/wizard/wizardview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

QString fixture(const QString &name)
{
    return QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/") + name;
}

/// The wizard on its numbers page, and the import that opens from it.
struct Bench
{
    Bench() : view(*world.session, world.prompts), driver(&view)
    {
        Request request;
        request.country = u"DE"_s;
        request.type = u"geographic"_s;
        shown = driver.show();
        view.startNew(request);
        view.openPage(u"numbersPage"_s);
    }

    Test::DeskWorld world;
    WizardView view;
    GuiDriver driver;
    bool shown = false;

    ImportDialog *dialog() { return view.findChild<ImportDialog *>(); }
    const Request &request() { return view.draft().request(); }
    template<typename T> T *in(const QString &name) { return dialog()->findChild<T *>(name); }

    /// The dialog is open and has read the file.
    bool ready()
    {
        return driver.waitFor([this] { return dialog() && dialog()->isVisible() && !dialog()->findChild<BusyBar *>()->isRunning(); },
                              u"the file is read"_s, 60'000);
    }
    bool import(const QString &path)
    {
        world.prompts.willOpen({path});
        return driver.click(u"importNumbersButton"_s) && ready();
    }
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(world.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    bool reported()
    {
        return GuiDriver(dialog()).click(u"importNextButton"_s) &&
               driver.waitFor([this] { return in<QTableView>(u"reportTable"_s)->isVisible(); }, u"the report is shown"_s, 60'000);
    }
    bool takeOver()
    {
        return GuiDriver(dialog()).click(u"importNextButton"_s) &&
               driver.waitFor([this] { return !dialog(); }, u"the dialog is closed"_s, 60'000);
    }
    QString notes() { return dialog()->findChild<MessageBar *>()->text(); }
    QString cell(const QString &table, int row, int column)
    {
        return in<QTableView>(table)->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
    }
    QString previewed(int row, int column) { return in<QTableView>(u"previewTable"_s)->model()->index(row, column).data().toString(); }
};

} // namespace

/// Tables of numbers imported through the real window and the real worker.
class TestImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PORTDESK_DOCWORKER", PORTDESK_BIN_DIR "/portdesk-docworker"); }
    void workbookIsTakenOver();
    void reportReachesEveryRow();
    void doubtfulRowsAreAChoice();
    void columnsAreChosen();
    void encodingIsChosen();
    void copiedCellsOpenTheImport();
    void droppedFileOpensTheImport();
    void severalFilesComeOneAfterTheOther();
    void codesGoWhereTheCountryAsks();
    void refusedFilesSaySo_data();
    void refusedFilesSaySo();
    void cancelChangesNothing();
    void fiftyThousandRows();
    void everyHalfIsAccessible();
};

void TestImport::workbookIsTakenOver()
{
    Bench b;
    QVERIFY(b.shown && b.import(fixture(u"numbers.xlsx"_s)));
    QCOMPARE(b.in<QComboBox>(u"sheetCombo"_s)->currentText(), u"Numbers (7 rows)"_s); // the one with most rows
    QVERIFY(!b.in<QComboBox>(u"encodingCombo"_s)->isVisible());
    QCOMPARE(b.in<QComboBox>(u"column0Combo"_s)->currentText(), u"Phone number"_s);
    QCOMPARE(b.in<QComboBox>(u"column3Combo"_s)->currentText(), u"Postcode"_s);
    QCOMPARE(b.in<QCheckBox>(u"headerCheck"_s)->isChecked(), true);
    QCOMPARE(b.previewed(3, 3), u"01067"_s);
    QVERIFY(b.reported());
    QCOMPARE(b.in<FilterChip>(u"allChip"_s)->text(), u"6 rows read"_s);
    QCOMPARE(b.in<FilterChip>(u"validChip"_s)->text(), u"Valid 4"_s);
    QCOMPARE(b.in<QPushButton>(u"importNextButton"_s)->text().remove(u'&'), u"Take Over 6 Numbers"_s); // a range of three among them
    QVERIFY(b.takeOver());
    QCOMPARE(b.request().numbers.size(), 4);
    QCOMPARE(b.request().addresses.size(), 2);
    QCOMPARE(b.request().numbers.at(0).pin, u"0042"_s);
    QCOMPARE(b.request().numbers.at(3).range, u"+493023125010-2"_s);
    QCOMPARE(b.request().addresses.at(1).address.postalCode, u"01067"_s);
    QCOMPARE(b.request().numbers.at(2).address, b.request().addresses.at(1).id);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.request().numbers.isEmpty() && b.request().addresses.isEmpty());
    QVERIFY(b.driver.click(u"redoButton"_s));
    QCOMPARE(b.request().numbers.size(), 4);
    QCOMPARE(b.request().addresses.size(), 2);
    QVERIFY(b.import(fixture(u"numbers.xlsx"_s)) && b.reported()); // the same file again
    QCOMPARE(b.in<FilterChip>(u"duplicateChip"_s)->text(), u"Duplicate 5"_s);
    QVERIFY(!b.in<QPushButton>(u"importNextButton"_s)->isEnabled());
}

void TestImport::reportReachesEveryRow()
{
    Bench b;
    QVERIFY(b.shown && b.import(fixture(u"cells.xlsx"_s)));
    QVERIFY2(b.notes().contains(u"1 area of merged cells (B15:B16)"), qPrintable(b.notes()));
    QVERIFY(b.reported());
    auto *table = b.in<QTableView>(u"reportTable"_s);
    QCOMPARE(table->model()->rowCount(), 21);
    GuiDriver driver(b.dialog());
    QVERIFY(driver.click(u"refusedChip"_s));
    QStringList cells;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        cells << b.cell(u"reportTable"_s, row, 0) + u' ' + b.cell(u"reportTable"_s, row, 3);
    QCOMPARE(cells, (QStringList{u"B7 digits lost"_s, u"B8 digits lost"_s, u"B9 digits lost"_s, u"B10 a date"_s, u"B11 yes or no"_s,
                                 u"B12 error in the cell"_s, u"B13 formula, no result"_s, u"B16 no number"_s, u"B23 error in the cell"_s}));
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    QVERIFY2(b.in<QLabel>(u"reasonLabel"_s)->text().startsWith(u"B7: The spreadsheet has saved the number as floating point"),
             qPrintable(b.in<QLabel>(u"reasonLabel"_s)->text()));
    QVERIFY(driver.click(u"copyRefusedButton"_s));
    const QStringList copied = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(copied.size(), 9);
    QVERIFY(copied.first().startsWith(u"scientific text\t4.93012E+11\tBerlin\tThe spreadsheet has saved"));
    b.world.prompts.willSave(b.world.file(u"report.csv"_s));
    QVERIFY(driver.click(u"saveReportButton"_s));
    QFile saved(b.world.file(u"report.csv"_s));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().count('\n'), 22);
    QCOMPARE(b.world.prompts.suggestedNames.last(), u"cells report.csv"_s);
    QVERIFY(driver.click(u"allChip"_s));
    QCOMPARE(table->model()->rowCount(), 21);
}

void TestImport::doubtfulRowsAreAChoice()
{
    Bench b;
    QVERIFY(b.shown && b.import(fixture(u"cells.xlsx"_s)) && b.reported());
    QCOMPARE(b.in<FilterChip>(u"doubtfulChip"_s)->text(), u"Doubtful 1"_s);
    const QString all = b.in<QPushButton>(u"importNextButton"_s)->text();
    QVERIFY(GuiDriver(b.dialog()).click(u"doubtfulCheck"_s));
    QVERIFY(b.in<QPushButton>(u"importNextButton"_s)->text() != all);
    QVERIFY(b.takeOver());
    for (const RequestNumber &number : b.request().numbers)
        QVERIFY(number.number != u"+493023125019"_s); // its zero was added
    QCOMPARE(b.request().numbers.size(), 11);
}

void TestImport::columnsAreChosen()
{
    Bench b;
    QVERIFY(b.shown && b.write(u"list.csv"_s, "A;B\n030 23125017;0171 2345678\n030 23125018;0171 2345679\n"));
    QVERIFY(b.import(b.world.file(u"list.csv"_s)));
    QVERIFY(!b.in<QCheckBox>(u"headerCheck"_s)->isChecked());
    GuiDriver driver(b.dialog());
    QVERIFY(driver.click(u"headerCheck"_s));
    QVERIFY(driver.choose(u"column0Combo"_s, u"(leave out)"_s));
    QCOMPARE(b.notes(), QString());
    QVERIFY(driver.choose(u"column1Combo"_s, u"(leave out)"_s));
    QVERIFY2(b.notes().startsWith(u"No column holds the numbers yet."), qPrintable(b.notes()));
    QVERIFY(!b.in<QPushButton>(u"importNextButton"_s)->isEnabled());
    QVERIFY(driver.choose(u"column1Combo"_s, u"Phone number"_s));
    QVERIFY(b.reported());
    QCOMPARE(b.in<QTableView>(u"reportTable"_s)->model()->rowCount(), 2);
    QVERIFY(driver.click(u"importBackButton"_s));
    QCOMPARE(b.in<QComboBox>(u"column1Combo"_s)->currentText(), u"Phone number"_s); // nothing is lost by going back
    QVERIFY(b.reported() && b.takeOver());
    QCOMPARE(b.request().numbers.first().number, u"+491712345678"_s);
}

void TestImport::encodingIsChosen()
{
    Bench b;
    QVERIFY(b.shown && b.write(u"list.csv"_s, "Rufnummer;Ort\n0221 4710012;K\xf6ln\n"));
    QVERIFY(b.import(b.world.file(u"list.csv"_s)));
    QCOMPARE(b.in<QComboBox>(u"encodingCombo"_s)->currentText(), u"windows-1252"_s);
    QCOMPARE(b.previewed(1, 1), u"Köln"_s);
    GuiDriver driver(b.dialog());
    QVERIFY(driver.choose(u"encodingCombo"_s, u"UTF-8"_s) && b.ready());
    QVERIFY2(b.notes().contains(u"cannot be read as UTF-8"), qPrintable(b.notes()));
    QVERIFY(driver.choose(u"encodingCombo"_s, u"windows-1250"_s) && b.ready());
    QCOMPARE(b.previewed(1, 1), u"Köln"_s);
    QVERIFY(driver.choose(u"separatorCombo"_s, u","_s) && b.ready());
    QCOMPARE(b.in<QTableView>(u"previewTable"_s)->model()->columnCount(), 1);
}

void TestImport::copiedCellsOpenTheImport()
{
    Bench b;
    QVERIFY(b.shown);
    QApplication::clipboard()->setText(u"Phone\tCity\tPIN\n030 23125017\t\"Berlin\nMitte\"\t007\n030 23125018\tBerlin\t\n"_s);
    b.driver.find<QLineEdit>(u"numbersEdit"_s)->setFocus();
    QVERIFY(b.driver.press(Qt::Key_V, Qt::ControlModifier));
    QVERIFY(b.ready());
    QCOMPARE(b.previewed(1, 1), u"Berlin Mitte"_s);
    QCOMPARE(b.in<QComboBox>(u"column2Combo"_s)->currentText(), u"PIN"_s);
    QVERIFY(b.reported() && b.takeOver());
    QCOMPARE(b.request().numbers.first().pin, u"007"_s);
}

void TestImport::droppedFileOpensTheImport()
{
    Bench b;
    QVERIFY(b.shown);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(fixture(u"cells.ods"_s))});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(b.view.findChild<NumbersPage *>(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(b.view.findChild<NumbersPage *>(), &drop);
    QVERIFY(b.ready());
    QCOMPARE(b.in<QComboBox>(u"sheetCombo"_s)->currentText(), u"Lines (14 rows)"_s);
    GuiDriver driver(b.dialog());
    QVERIFY(driver.choose(u"sheetCombo"_s, u"Notes (empty)"_s) && b.ready());
    QCOMPARE(b.in<QTableView>(u"previewTable"_s)->model()->rowCount(), 0);
    QVERIFY(!b.in<QPushButton>(u"importNextButton"_s)->isEnabled());
    QVERIFY(driver.choose(u"sheetCombo"_s, u"Lines (14 rows)"_s) && b.ready());
    QVERIFY(b.in<QPushButton>(u"importNextButton"_s)->isEnabled());
}

void TestImport::severalFilesComeOneAfterTheOther()
{
    Bench b;
    QVERIFY(b.shown && b.write(u"one.csv"_s, "Phone\n030 23125017\n") && b.write(u"two.csv"_s, "Phone\n030 23125017\n030 23125018\n"));
    QVERIFY(b.write(u"three.txt"_s, "030 23125019\n"));
    b.world.prompts.willOpen({b.world.file(u"one.csv"_s), b.world.file(u"three.txt"_s), b.world.file(u"two.csv"_s)});
    QVERIFY(b.driver.click(u"importNumbersButton"_s) && b.ready() && b.reported());
    QVERIFY(GuiDriver(b.dialog()).click(u"importNextButton"_s));
    QVERIFY(b.driver.waitFor([&] { return b.dialog() && b.dialog()->windowTitle() == u"Import Numbers" && b.in<QLabel>(u"importHeading"_s)->text().contains(u"two.csv"); },
                             u"the next table is open"_s, 60'000));
    QCOMPARE(b.request().numbers.size(), 2); // of the first table and the text
    QVERIFY(b.ready() && b.reported());
    QCOMPARE(b.in<FilterChip>(u"duplicateChip"_s)->text(), u"Duplicate 1"_s);
    QVERIFY(b.takeOver());
    QCOMPARE(b.request().numbers.size(), 3);
}

void TestImport::codesGoWhereTheCountryAsks()
{
    Bench b;
    QVERIFY(b.shown);
    QVERIFY(b.write(u"codes.csv"_s, "Phone;RIO\n+33 1 99 00 12 34;02P1234564NH\n+49 30 23125017;4711\n"));
    QVERIFY(b.import(b.world.file(u"codes.csv"_s)) && b.reported() && b.takeOver());
    QCOMPARE(b.request().numbers.size(), 2);
    QCOMPARE(b.request().numbers.at(0).fields, (QMap<QString, QString>{{u"rio_code"_s, u"02P1234564NH"_s}}));
    QVERIFY(b.request().numbers.at(0).pin.isEmpty());
    QCOMPARE(b.request().numbers.at(1).pin, u"4711"_s); // Germany asks for no code of a number
}

void TestImport::refusedFilesSaySo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    QTest::newRow("old Excel") << u"list.xls"_s << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(600, '\1')
                               << u"old Excel format"_s;
    QTest::newRow("cut off") << u"list.xlsx"_s << QByteArray("PK\3\4 and no more") << u"damaged or incomplete"_s;
    QTest::newRow("separators only") << u"list.csv"_s << QByteArray(";;;\n") << u"nothing in the table"_s;
    QTest::newRow("no numbers") << u"list.csv"_s << QByteArray("apples;pears\nred;green\n") << u"No column holds the numbers yet"_s;
}

void TestImport::refusedFilesSaySo()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    Bench b;
    QVERIFY(b.shown && b.write(name, bytes) && b.import(b.world.file(name)));
    QVERIFY2(b.notes().contains(message), qPrintable(b.notes()));
    QVERIFY(!b.in<QPushButton>(u"importNextButton"_s)->isEnabled());
    QVERIFY(GuiDriver(b.dialog()).click(u"importCancelButton"_s));
    // An empty file is said on the page itself: there is nothing to choose.
    QVERIFY(b.write(u"empty.csv"_s, {}));
    b.world.prompts.willOpen({b.world.file(u"empty.csv"_s)});
    QVERIFY(b.driver.waitFor([&] { return !b.dialog(); }, u"the dialog is closed"_s));
    QVERIFY(b.driver.click(u"importNumbersButton"_s));
    QVERIFY(b.view.currentPage()->findChild<MessageBar *>(u"pageBar"_s)->text().contains(u"is empty"));
    QVERIFY(!b.dialog());
}

void TestImport::cancelChangesNothing()
{
    Bench b;
    QVERIFY(b.shown && b.import(fixture(u"numbers.xlsx"_s)) && b.reported());
    QVERIFY(GuiDriver(b.dialog()).click(u"importCancelButton"_s));
    QVERIFY(b.driver.waitFor([&] { return !b.dialog(); }, u"the dialog is closed"_s));
    QVERIFY(b.request().numbers.isEmpty() && b.request().addresses.isEmpty());
    QCOMPARE(b.view.draft().undoStack().count(), 0);
}

void TestImport::fiftyThousandRows()
{
    constexpr int rows = 50'000;
    QByteArray bytes = "Phone;Street;City\n";
    for (int i = 0; i < rows; ++i)
        bytes += "030 2" + QByteArray::number(i).rightJustified(6, '0') + ";Hauptstr. " + QByteArray::number(i % 40) + ";Berlin\n";
    Bench b;
    QVERIFY(b.shown && b.write(u"big.csv"_s, bytes) && b.import(b.world.file(u"big.csv"_s)));
    QTimer beat;
    QElapsedTimer since;
    int beats = 0;
    qint64 longest = 0;
    connect(&beat, &QTimer::timeout, this, [&] {
        longest = qMax(longest, since.restart());
        ++beats;
    });
    since.start();
    beat.start(5);
    auto *busy = b.dialog()->findChild<BusyBar *>();
    GuiDriver driver(b.dialog());
    QVERIFY(driver.click(u"importNextButton"_s));
    QVERIFY(b.driver.waitFor([&] { return busy->text().contains(u" of 50001 rows checked") && !busy->text().startsWith(u"0 of"); },
                             u"progress is shown"_s, 60'000));
    QVERIFY(driver.click(u"importCancelButton"_s)); // stops the checking; the dialog stays
    QVERIFY(b.driver.waitFor([&] { return !busy->isRunning() && b.in<QPushButton>(u"importNextButton"_s)->isEnabled(); },
                             u"Cancel is heard"_s, 60'000));
    QVERIFY(!b.in<QTableView>(u"reportTable"_s)->isVisible()); // the columns stay as they were
    QVERIFY(b.reported());
    QVERIFY2(beats > 20, "the window stood still while the numbers were checked");
    qInfo("longest wait of the window while checking: %lld ms", longest);
    QCOMPARE(b.in<FilterChip>(u"allChip"_s)->text(), u"50000 rows read"_s);
    longest = 0;
    since.restart();
    QVERIFY(b.takeOver());
    QCOMPARE(b.request().numbers.size(), rows);
    QCOMPARE(b.request().addresses.size(), 40);
    qInfo("longest wait of the window while taking over: %lld ms", longest);
    QVERIFY(b.driver.click(u"undoButton"_s));
    QVERIFY(b.request().numbers.isEmpty() && b.request().addresses.isEmpty());
}

void TestImport::everyHalfIsAccessible()
{
    Bench b;
    QVERIFY(b.shown && b.write(u"list.csv"_s, "Phone;City\n030 23125017;Berlin\n3023125018;Berlin\n") &&
            b.import(b.world.file(u"list.csv"_s)));
    QCOMPARE(accessibilityFindings(b.dialog()).join(u'\n'), QString());
    QVERIFY(b.reported());
    QCOMPARE(accessibilityFindings(b.dialog()).join(u'\n'), QString());
}

PORTDESK_GUI_TEST_MAIN(TestImport)
#include "tst_import.moc"
