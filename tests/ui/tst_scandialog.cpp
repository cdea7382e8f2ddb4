// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/testdesk.h"
#include "tests/kit/testscanner.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/desk/caseview.h"
#include "ui/scan/scandialog.h"
#include "ui/scan/scannedpages.h"
#include "ui/scan/scanview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The scan dialog in a window, with SANE's own test device; and the way of a scanned document into a request and a case.
class TestScanDialog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().clear(); }
    void saysWhenThereIsNoScanner();
    void scansIntoOneDocument();
    void remembersTheSettings();
    void previewIsCroppedByMouse();
    void previewIsCroppedByKeyboard();
    void feederIsReadUntilEmpty();
    void troubleKeepsThePages();
    void cancelStopsTheScan();
    void asksBeforePagesAreLost();
    void tooLargeIsSaid();
    void everybodyCanUseIt();
    void landsInTheWizard();
    void landsAsTheSignedLetter();
    void landsInTheCase();
    void pagesAreEditedAndUndone();
};

namespace {

struct Bench {
    explicit Bench(const QByteArray &scanner = {}, TestScanner::Devices devices = TestScanner::Devices::Two, qint64 maximum = 0)
        : scanners(scanner, devices), worker(workerOptions()), dialog(worker, prompts, {u"Scan: Latest phone bill"_s, u"bill.pdf"_s, maximum}), driver(&dialog)
    {
    }
    static DocWorkerOptions workerOptions()
    {
        DocWorkerOptions options;
        options.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
        return options;
    }
    bool ready() { return driver.show({960, 680}) && idle(); }
    bool idle()
    {
        return driver.waitFor([this] { return !dialog.isBusy(); }, u"the scanner is done"_s, 30'000);
    }
    bool scanAt(const QString &dpi = u"100"_s)
    {
        return chooseNumber(u"scanResolutionCombo"_s, dpi.toInt()) && driver.click(u"scanButton"_s) && idle();
    }
    bool chooseNumber(const QString &name, int data)
    {
        auto *box = driver.find<QComboBox>(name);
        if (!box || box->findData(data) < 0)
            return false;
        box->setCurrentIndex(box->findData(data));
        return true;
    }
    QString bar() { return dialog.findChild<MessageBar *>(u"scanBar"_s)->text(); }
    ScanView *glass() { return driver.find<ScanView>(u"glassView"_s); }
    int count() { return dialog.pages().rowCount(); }

    TestScanner scanners;
    DocWorker worker;
    FakePrompts prompts;
    ScanDialog dialog;
    GuiDriver driver;
};

DocumentInfo inspected(DocWorker &worker, const DocumentBytes &document)
{
    auto future = worker.inspect(document);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) || !future.result())
        return {};
    return *future.result();
}

void drag(QWidget *widget, const QPointF &from, const QPointF &to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from.toPoint());
    QMouseEvent move(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &move);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to.toPoint());
}

bool near(const QRectF &a, const QRectF &b)
{
    return qAbs(a.left() - b.left()) < 2 && qAbs(a.top() - b.top()) < 2 && qAbs(a.width() - b.width()) < 3 && qAbs(a.height() - b.height()) < 3;
}

} // namespace

void TestScanDialog::saysWhenThereIsNoScanner()
{
    Bench b({}, TestScanner::Devices::None);
    QVERIFY(b.ready());
    auto *empty = b.driver.find<EmptyState>(u"scanEmpty"_s);
    QVERIFY(empty && empty->sentence().contains(u"sane-airscan"_s) && empty->sentence().contains(u"group \"scanner\""_s));
    QVERIFY(!b.driver.find<QPushButton>(u"scanButton"_s)->isEnabled());
    const TestScanner appeared;
    Q_EMIT empty->actionTriggered();
    QVERIFY(b.idle());
    QVERIFY(b.driver.has(u"scannerCombo"_s));
    QVERIFY(b.idle() && b.scanAt());
    QCOMPARE(b.count(), 1);
}

void TestScanDialog::scansIntoOneDocument()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(!b.driver.find<QPushButton>(u"finishScanButton"_s)->isEnabled());
    QCOMPARE(b.driver.find<QComboBox>(u"scanResolutionCombo"_s)->currentData().toInt(), 300);
    QVERIFY(b.scanAt());
    QVERIFY(b.driver.find<QPushButton>(u"scanButton"_s)->text().contains(u"Another"_s));
    QVERIFY(b.chooseNumber(u"scanModeCombo"_s, int(ScanMode::BlackWhite)));
    QVERIFY(b.scanAt());
    QCOMPARE(b.count(), 2);
    QSignalSpy scanned(&b.dialog, &ScanDialog::scanned);
    QVERIFY(b.driver.click(u"turnPageButton"_s)); // the second, which is chosen
    QVERIFY(b.driver.click(u"finishScanButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scanned.size(), 1, 30'000);
    QVERIFY(!b.dialog.isVisible());
    const auto document = scanned.first().first().value<DocumentBytes>();
    QCOMPARE(document.fileName, u"bill.pdf"_s);
    const DocumentInfo info = inspected(b.worker, document);
    QCOMPARE(info.pages(), 2);
    QVERIFY(qAbs(info.pageSizes.at(0).width() - 595) < 3); // A4
    QVERIFY(qAbs(info.pageSizes.at(1).width() - 842) < 3); // turned
}

void TestScanDialog::remembersTheSettings()
{
    {
        Bench b;
        QVERIFY(b.ready());
        QVERIFY(b.driver.choose(u"scannerCombo"_s, u"sane:test:1"_s) && b.idle());
        QVERIFY(b.chooseNumber(u"scanModeCombo"_s, int(ScanMode::Colour)));
        QVERIFY(b.driver.choose(u"scanPaperCombo"_s, u"letter"_s));
        QVERIFY(b.scanAt(u"150"_s));
        b.prompts.willConfirm(true);
        b.dialog.reject();
    }
    Bench b;
    QVERIFY(b.ready());
    QCOMPARE(b.driver.find<QComboBox>(u"scannerCombo"_s)->currentData().toString(), u"sane:test:1"_s);
    QCOMPARE(b.driver.find<QComboBox>(u"scanModeCombo"_s)->currentData().toInt(), int(ScanMode::Colour));
    QCOMPARE(b.driver.find<QComboBox>(u"scanPaperCombo"_s)->currentData().toString(), u"letter"_s);
    QCOMPARE(b.driver.find<QComboBox>(u"scanResolutionCombo"_s)->currentData().toInt(), 150);
}

void TestScanDialog::previewIsCroppedByMouse()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(b.driver.click(u"previewScanButton"_s) && b.idle());
    QVERIFY(b.glass());
    QVERIFY(near(b.glass()->part(), QRectF(0, 0, 210, 297))); // the paper
    QCOMPARE(b.count(), 0);
    const auto at = [&](double x, double y) { return b.glass()->toWidget({x, y}); };
    drag(b.glass(), at(210, 150), at(150, 150)); // the right edge
    QVERIFY(near(b.glass()->part(), QRectF(0, 0, 150, 297)));
    drag(b.glass(), at(220, 100), at(290, 200)); // outside: a new one
    QVERIFY(near(b.glass()->part(), QRectF(220, 100, 70, 100)));
    drag(b.glass(), at(255, 150), at(105, 100)); // moved
    QVERIFY(near(b.glass()->part(), QRectF(70, 50, 70, 100)));
    drag(b.glass(), at(105, 100), at(500, 100)); // not beyond the glass
    QVERIFY(near(b.glass()->part(), QRectF(230, 50, 70, 100)));
    QCOMPARE(b.driver.find<QComboBox>(u"scanPaperCombo"_s)->currentText(), u"Marked part"_s);
    QVERIFY(b.scanAt());
    const QImage page = b.dialog.pages().picture(0);
    QVERIFY2(qAbs(page.width() - 70 / 25.4 * 100) < 12 && qAbs(page.height() - 100 / 25.4 * 100) < 12, qPrintable(u"%1 x %2"_s.arg(page.width()).arg(page.height())));
}

void TestScanDialog::previewIsCroppedByKeyboard()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(b.driver.choose(u"scanPaperCombo"_s, u"letter"_s));
    QVERIFY(b.driver.click(u"previewScanButton"_s) && b.idle());
    QVERIFY(b.glass()->hasFocus());
    b.driver.press(Qt::Key_Right, Qt::ControlModifier);
    b.driver.press(Qt::Key_Down);
    b.driver.press(Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY(near(b.glass()->part(), QRectF(10, 1, 206, 279)));
    for (int i = 0; i < 50; ++i)
        b.driver.press(Qt::Key_Up, Qt::ShiftModifier | Qt::ControlModifier);
    QVERIFY(near(b.glass()->part(), QRectF(10, 1, 206, 10))); // never nothing
    b.driver.press(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(near(b.glass()->part(), QRectF(0, 0, 300, 300)));
    QVERIFY(b.glass()->accessibleDescription().startsWith(u"300 by 300"_s));
}

void TestScanDialog::feederIsReadUntilEmpty()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(b.chooseNumber(u"scanSourceCombo"_s, int(ScanSource::Feeder)));
    QVERIFY(!b.driver.find<QPushButton>(u"previewScanButton"_s)->isEnabled());
    QVERIFY(b.scanAt());
    QCOMPARE(b.count(), 10);
    QVERIFY2(b.bar().contains(u"10 pages"_s), qPrintable(b.bar()));
}

void TestScanDialog::troubleKeepsThePages()
{
    Bench b;
    QVERIFY(b.ready() && b.scanAt());
    const TestScanner jammed("read-status-code \"SANE_STATUS_JAMMED\"\n");
    QVERIFY(b.driver.click(u"refreshScannersButton"_s) && b.idle());
    QVERIFY(b.idle() && b.scanAt());
    QVERIFY2(b.bar().contains(u"jammed"_s), qPrintable(b.bar()));
    QCOMPARE(b.count(), 1);
    QVERIFY(b.driver.find<QPushButton>(u"finishScanButton"_s)->isEnabled());
}

void TestScanDialog::cancelStopsTheScan()
{
    Bench b("read-delay true\nread-delay-duration 200000\n");
    QVERIFY(b.ready());
    QVERIFY(b.chooseNumber(u"scanModeCombo"_s, int(ScanMode::Colour)) && b.chooseNumber(u"scanResolutionCombo"_s, 600));
    QVERIFY(b.driver.click(u"scanButton"_s));
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"cancelButton"_s); }, u"Cancel is offered"_s));
    QVERIFY(b.driver.click(u"cancelButton"_s) && b.idle());
    QVERIFY2(b.bar().contains(u"cancelled"_s), qPrintable(b.bar()));
    QCOMPARE(b.count(), 0);
    QVERIFY(b.driver.click(u"scanButton"_s));
    b.driver.press(Qt::Key_Escape); // ends the scan, not the dialog
    QVERIFY(b.idle() && b.dialog.isVisible());
}

void TestScanDialog::asksBeforePagesAreLost()
{
    Bench b;
    QVERIFY(b.ready() && b.scanAt());
    b.prompts.willConfirm(false);
    QVERIFY(b.driver.click(u"closeScanButton"_s));
    QVERIFY(b.dialog.isVisible());
    QVERIFY(b.prompts.questions.first().text.startsWith(u"1 page was"_s) || b.prompts.questions.first().text.startsWith(u"1 page"_s));
    b.prompts.willConfirm(true);
    QVERIFY(b.driver.click(u"closeScanButton"_s));
    QVERIFY(!b.dialog.isVisible());
    QCOMPARE(b.prompts.questions.size(), 2);
}

void TestScanDialog::tooLargeIsSaid()
{
    Bench b({}, TestScanner::Devices::Two, 20'000);
    QVERIFY(b.ready() && b.scanAt());
    QVERIFY2(b.bar().contains(u"a document may have"_s), qPrintable(b.bar()));
    QSignalSpy scanned(&b.dialog, &ScanDialog::scanned);
    QVERIFY(b.driver.click(u"finishScanButton"_s) && b.idle());
    QVERIFY2(b.bar().contains(u"at most"_s), qPrintable(b.bar()));
    QVERIFY(scanned.isEmpty() && b.dialog.isVisible());
}

void TestScanDialog::everybodyCanUseIt()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(b.driver.click(u"previewScanButton"_s) && b.idle());
    QCOMPARE(accessibilityFindings(&b.dialog), QStringList());
    QVERIFY(b.scanAt());
    QCOMPARE(accessibilityFindings(&b.dialog), QStringList());
}

void TestScanDialog::landsInTheWizard()
{
    const TestScanner scanners;
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"documentsPage"_s);
    QVERIFY(b.checked());
    auto *table = b.driver.find<QAbstractItemView>(u"documentsTable"_s);
    int row = 0;
    while (row < table->model()->rowCount() && table->model()->index(row, 0).data().toString() != documentKindText(u"bill"_s))
        ++row;
    QVERIFY(b.driver.clickRow(u"documentsTable"_s, row));
    const int before = b.documents();
    QVERIFY(b.driver.click(u"scanDocumentButton"_s));
    auto *dialog = b.view.findChild<ScanDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(dialog->windowTitle().contains(documentKindText(u"bill"_s)));
    GuiDriver scanner(dialog);
    const auto idle = [&] { return scanner.waitFor([&] { return !dialog->isBusy(); }, u"done"_s, 30'000); };
    QVERIFY(idle() && scanner.click(u"scanButton"_s) && idle() && scanner.click(u"scanButton"_s) && idle());
    QVERIFY(scanner.click(u"finishScanButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(b.documents(), before + 1, 30'000);
    const RequestDocument taken = b.view.draft().request().documents.last();
    QCOMPARE(taken.kind, u"bill"_s);
    QCOMPARE(taken.file, scannedFileName(documentKindText(u"bill"_s), b.view.draft().today()));
    QCOMPARE(b.view.draft().factsOf(taken.sha256).pages, 2);
    QVERIFY(b.world.session->document(taken.sha256, taken.file).result().ok()); // stored
}

void TestScanDialog::landsAsTheSignedLetter()
{
    const TestScanner scanners;
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().build());
    b.view.openPage(u"letterPage"_s);
    QVERIFY(b.checked());
    QVERIFY(b.driver.click(u"scanSignedButton"_s));
    auto *dialog = b.view.findChild<ScanDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    GuiDriver scanner(dialog);
    const auto idle = [&] { return scanner.waitFor([&] { return !dialog->isBusy(); }, u"done"_s, 30'000); };
    QVERIFY(idle() && scanner.click(u"scanButton"_s) && idle() && scanner.click(u"finishScanButton"_s));
    const QString file = scannedFileName(documentKindText(u"loa"_s), b.view.draft().today());
    const auto isLetter = [&](const RequestDocument &document) { return document.kind == u"loa" && document.file == file; };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(b.view.draft().request().documents, isLetter), 30'000);
}

void TestScanDialog::landsInTheCase()
{
    const TestScanner scanners;
    TestDesk desk(Role::Agent);
    QCOMPARE(desk.open(), QString());
    FakePrompts prompts;
    CaseView page(desk.session(), prompts);
    page.openCase(desk.submit(RequestBuilder().build()).first());
    GuiDriver driver(&page);
    QVERIFY(driver.show());
    QTRY_COMPARE(page.details().portCase.stage, Stage::Submitted);
    page.showPlace(u"documents"_s);
    QVERIFY(driver.click(u"scanDocumentButton"_s));
    auto *dialog = page.findChild<ScanDialog *>();
    QVERIFY(dialog);
    GuiDriver scanner(dialog);
    const auto idle = [&] { return scanner.waitFor([&] { return !dialog->isBusy(); }, u"done"_s, 30'000); };
    QVERIFY(idle() && scanner.click(u"scanButton"_s) && idle() && scanner.click(u"finishScanButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"addDocumentBar"_s), 30'000);
    QVERIFY(driver.choose(u"documentKindCombo"_s, u"csr"_s));
    QVERIFY(driver.type(u"documentDateEdit"_s, u"2026-11-10"_s));
    QVERIFY(driver.click(u"confirmAddDocumentButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!driver.has(u"addDocumentBar"_s), 30'000);
    const CaseDocument added = page.details().portCase.documents.last();
    QVERIFY2(added.fileName.startsWith(u"Scanned document"_s), qPrintable(added.fileName));
    QCOMPARE(added.kind, u"csr"_s);
    QCOMPARE(added.pages, 1);
}

/// Order, turns and deletions by keys and drag, and every step back and forth again.
void TestScanDialog::pagesAreEditedAndUndone()
{
    Bench b;
    QVERIFY(b.ready());
    QVERIFY(b.chooseNumber(u"scanModeCombo"_s, int(ScanMode::Grey)) && b.scanAt());
    QVERIFY(b.driver.choose(u"scanPaperCombo"_s, u"letter"_s) && b.scanAt());
    QVERIFY(b.driver.choose(u"scanPaperCombo"_s, u"all"_s) && b.scanAt());
    const auto order = [&] {
        QString heights;
        for (int row = 0; row < b.count(); ++row)
            heights += QString::number(qRound(b.dialog.pages().picture(row).height() / 10.0)) + u' ';
        return heights.trimmed();
    };
    auto *list = b.driver.find<QListView>(u"scannedPagesList"_s);
    const QString first = order();
    const QStringList parts = first.split(u' ');
    QCOMPARE(parts.size(), 3);
    list->setFocus();
    QVERIFY(b.driver.press(Qt::Key_Up, Qt::ControlModifier)); // the last one, which is chosen
    QCOMPARE(order(), (QStringList{parts[0], parts[2], parts[1]}.join(u' ')));
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(list->model()->moveRow({}, 2, {}, 0)); // as a drag does
    QCOMPARE(order(), (QStringList{parts[1], parts[0], parts[2]}.join(u' ')));
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(b.driver.press(Qt::Key_R, Qt::ControlModifier));
    QCOMPARE(b.dialog.pages().quarterTurns(), (QList<qint32>{1, 0, 0}));
    QVERIFY(b.driver.press(Qt::Key_Delete));
    QCOMPARE(b.count(), 2);
    for (int i = 0; i < 4; ++i)
        QVERIFY(b.driver.press(Qt::Key_Z, Qt::ControlModifier));
    QCOMPARE(order(), first);
    for (int i = 0; i < 4; ++i)
        QVERIFY(b.driver.click(u"redoPagesButton"_s));
    QCOMPARE(b.count(), 2);
    QVERIFY(b.driver.click(u"undoPagesButton"_s));
    QCOMPARE(b.dialog.pages().quarterTurns(), (QList<qint32>{1, 0, 0}));
}

PORTDESK_GUI_TEST_MAIN(TestScanDialog)
#include "tst_scandialog.moc"
