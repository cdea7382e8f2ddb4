// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/viewer/composedpdfview.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/thumbnails.h"

#include <QBuffer>
#include <QClipboard>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>

#include <csignal>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), name) : DocumentBytes();
}

/// A PDF of some A4 pages, each with a line of text.
QByteArray pdfOf(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        painter.drawText(1000, 1000, u"Letter page %1"_s.arg(page));
        painter.fillRect(3000, 4000, 2000, 1000, Qt::black);
    }
    painter.end();
    return bytes;
}

int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            count += qGray(image.pixel(x, y)) < 110;
    }
    return count;
}

} // namespace

/// The viewer on real files, with the real worker.
class TestViewer : public QObject
{
    Q_OBJECT

    std::unique_ptr<DocWorker> m_worker;
    std::unique_ptr<DocumentViewer> m_viewer;

    bool open(const QString &name, const QSize &size = {900, 700})
    {
        m_viewer->resize(size);
        m_viewer->show();
        m_viewer->activateWindow();
        m_viewer->setDocument(sample(name));
        return QTest::qWaitFor([this] { return m_viewer->isLoaded() && m_viewer->isSettled(); }, 20000);
    }
    PageView *pages() const { return m_viewer->pages(); }

private Q_SLOTS:
    void init()
    {
        DocWorkerOptions options;
        options.pageTimeoutMs = 4000; // a stopped worker must not hold up the test
        options.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
        m_worker = std::make_unique<DocWorker>(options);
        m_viewer = std::make_unique<DocumentViewer>(*m_worker);
    }
    void cleanup()
    {
        m_viewer.reset();
        m_worker.reset();
    }

    void filesShow_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *name : {"bill-deu.pdf", "bill-fra.pdf", "bill-rot90.pdf", "bill-encowner.pdf", "bill-eng-150.jpg", "bill-eng-fax.tif", "bill-deu-r2.jpg"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void filesShow()
    {
        QFETCH(QString, file);
        QVERIFY(open(file));
        QVERIFY(pages()->pageCount() >= 1);
        QCOMPARE(m_viewer->errorText(), QString());
        QVERIFY2(darkPixels(pages()->viewport()->grab().toImage()) > 200, "The page has no ink.");
    }

    void unreadableFilesSayWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("needs a password") << sample(u"bill-enc.pdf"_s).bytes;
        QTest::newRow("cut off") << sample(u"bill-trunc.pdf"_s).bytes.left(3000);
        QTest::newRow("no PDF inside") << QByteArray("%PDF-1.7\nnothing here\n");
    }
    void unreadableFilesSayWhy()
    {
        QFETCH(QByteArray, bytes);
        QSignalSpy failed(m_viewer.get(), &DocumentViewer::failed);
        m_viewer->resize(600, 500);
        m_viewer->show();
        m_viewer->setDocument(documentBytes(bytes, u"bill.pdf"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20000);
        QVERIFY(m_viewer->errorText().endsWith(u'.'));
        QVERIFY(!m_viewer->isLoaded());
        GuiDriver driver(m_viewer.get());
        QVERIFY(driver.click(u"emptyActionButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 20000);
    }

    void theLastDocumentWins()
    {
        m_viewer->show();
        m_viewer->setDocument(sample(u"bill-fra.pdf"_s));
        m_viewer->setDocument(sample(u"bill-eng-150.jpg"_s));
        m_viewer->setDocument(sample(u"bill-deu.pdf"_s));
        QSignalSpy loaded(m_viewer.get(), &DocumentViewer::loaded);
        QTRY_VERIFY_WITH_TIMEOUT(m_viewer->isLoaded() && m_viewer->isSettled(), 20000);
        QCOMPARE(loaded.count(), 1);
        QVERIFY(pages()->text(0)->text(0, 2).contains(u"Rheinruf"_s));
    }

    void aCrashOfTheWorkerCostsOneAnswer()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        QVERIFY(m_worker->processId() > 0);
        QCOMPARE(::kill(pid_t(m_worker->processId()), SIGKILL), 0);
        m_viewer->clear();
        QVERIFY(!m_viewer->isLoaded());
        m_viewer->setDocument(sample(u"bill-fra.pdf"_s));
        QVERIFY(QTest::qWaitFor([this] { return m_viewer->isSettled(); }, 20000));
        if (!m_viewer->isLoaded()) // the answer the crash may cost
            QVERIFY(GuiDriver(m_viewer.get()).click(u"emptyActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_viewer->isLoaded() && m_viewer->isSettled(), 20000);
    }

    void aPageThatFailsOffersRetry()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        // Stopped while it has to render at a new scale, the worker runs into the time-out or is killed: one page is lost.
        QCOMPARE(::kill(pid_t(m_worker->processId()), SIGSTOP), 0);
        QSignalSpy failed(pages(), &PageView::pageFailed);
        pages()->setZoom(0.7);
        QTRY_VERIFY_WITH_TIMEOUT(failed.count() >= 1 || pages()->isSettled(), 1000 * 20);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.at(0).at(1).toString().endsWith(u'.'));
        QVERIFY(GuiDriver(m_viewer.get()).click(u"retryPageButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled() && darkPixels(pages()->viewport()->grab().toImage()) > 100, 20000);
        QCOMPARE(failed.count(), 1);
    }

    void zoomAndFit()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        GuiDriver driver(m_viewer.get());
        const double wide = pages()->zoom();
        QVERIFY(driver.click(u"fitPageButton"_s));
        QVERIFY(pages()->zoom() < wide);
        QCOMPARE(pages()->verticalScrollBar()->maximum(), 0);
        pages()->setFocus();
        QVERIFY(driver.press(Qt::Key_0, Qt::ControlModifier));
        QCOMPARE(pages()->zoom(), 1.0);
        QVERIFY(driver.press(Qt::Key_Plus, Qt::ControlModifier));
        QCOMPARE(pages()->zoom(), 1.25);
        QVERIFY(driver.press(Qt::Key_Minus, Qt::ControlModifier));
        QVERIFY(driver.click(u"fitWidthButton"_s));
        QCOMPARE(pages()->zoom(), wide);
        pages()->setZoom(1000);
        QCOMPARE(pages()->zoom(), PageView::kLargest);
    }

    void largeZoomIsPaintedInTiles()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        const QRectF heading(0.05, 0.05, 0.5, 0.1);
        pages()->setZoom(5.0);
        pages()->showBox(0, heading);
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled(), 20000);
        const QImage sharp = pages()->viewport()->grab().toImage();
        QVERIFY(darkPixels(sharp) > 200);
        // Sharp letters have few half-tones; a blown-up base picture is nearly all half-tones at its edges.
        int edges = 0;
        int ink = 0;
        for (int y = 0; y < sharp.height(); ++y) {
            for (int x = 1; x < sharp.width(); ++x) {
                ink += qGray(sharp.pixel(x, y)) < 110;
                edges += qAbs(qGray(sharp.pixel(x, y)) - qGray(sharp.pixel(x - 1, y))) > 110;
            }
        }
        QVERIFY2(edges > ink / 200, qPrintable(u"%1 hard edges in %2 pixels of ink"_s.arg(edges).arg(ink)));
    }

    void rotationTurnsPageAndText()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        pages()->setFit(PageView::Fit::Page);
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled(), 20000);
        const QImage upright = pages()->viewport()->grab().toImage();
        QVERIFY(GuiDriver(m_viewer.get()).click(u"rotateButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled(), 20000);
        QVERIFY(pages()->viewport()->grab().toImage() != upright);
        for (int turn = 0; turn < 3; ++turn)
            pages()->rotate();
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled(), 20000);
        QCOMPARE(pages()->viewport()->grab().toImage(), upright);
    }

    void wordsAreSelectedAndCopied()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        const PageText *text = pages()->text(0);
        QVERIFY(text);
        const auto found = text->find(u"Kundennummer 4711-998877"_s);
        QCOMPARE(found.size(), 1);
        const PageLayout layout({m_viewer->info().pageSizes.constFirst()}, pages()->zoom() * 96 / 72, 0, pages()->viewport()->width());
        const auto at = [&](int word) { return layout.toLayout(0).map(text->words().at(word).box.center()).toPoint() - QPoint(0, pages()->verticalScrollBar()->value()); };
        QTest::mousePress(pages()->viewport(), Qt::LeftButton, {}, at(found.constFirst().first));
        QTest::mouseMove(pages()->viewport(), at(found.constFirst().second));
        QTest::mouseRelease(pages()->viewport(), Qt::LeftButton, {}, at(found.constFirst().second));
        QCOMPARE(pages()->selectedText().simplified(), u"Kundennummer 4711-998877"_s);
        pages()->setFocus();
        QTest::keyClick(pages(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().simplified(), u"Kundennummer 4711-998877"_s);
    }

    void draggingPaperScrolls()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        pages()->setZoom(3);
        const int before = pages()->verticalScrollBar()->value();
        QTest::mousePress(pages()->viewport(), Qt::MiddleButton, {}, {300, 400});
        QTest::mouseMove(pages()->viewport(), {300, 250});
        QTest::mouseRelease(pages()->viewport(), Qt::MiddleButton, {}, {300, 250});
        QCOMPARE(pages()->verticalScrollBar()->value(), before + 150);
    }

    void findWalksThroughTheMatches()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        GuiDriver driver(m_viewer.get());
        QVERIFY(driver.show({900, 700}));
        pages()->setFocus();
        QVERIFY(driver.press(Qt::Key_F, Qt::ControlModifier));
        QVERIFY(driver.type(u"findEdit"_s, u"RECHNUNGS"_s)); // case does not matter
        DocumentFinder *finder = m_viewer->finder();
        QTRY_VERIFY(!finder->isSearching());
        QVERIFY(finder->count() >= 2);
        QCOMPARE(finder->current(), 0);
        QVERIFY(driver.press(Qt::Key_F3));
        QCOMPARE(finder->current(), 1);
        QVERIFY(driver.press(Qt::Key_F3, Qt::ShiftModifier));
        QVERIFY(driver.press(Qt::Key_F3, Qt::ShiftModifier));
        QCOMPARE(finder->current(), finder->count() - 1);
        QVERIFY(driver.type(u"findEdit"_s, u"no such words"_s));
        QTRY_COMPARE(finder->count(), 0);
        QVERIFY(driver.press(Qt::Key_Escape));
        QVERIFY(!driver.has(u"findEdit"_s));
    }

    void manyPagesHaveNumbersAndThumbnails()
    {
        m_viewer->resize(900, 700);
        m_viewer->show();
        m_viewer->setDocument(documentBytes(pdfOf(12), u"twelve.pdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_viewer->isLoaded() && m_viewer->isSettled(), 20000);
        QCOMPARE(pages()->pageCount(), 12);
        m_viewer->setThumbnailsVisible(true);
        auto *list = m_viewer->findChild<Thumbnails *>();
        QCOMPARE(list->model()->rowCount(), 12);
        QTRY_VERIFY_WITH_TIMEOUT(!list->model()->index(1, 0).data(Qt::DecorationRole).isNull(), 20000);
        QCOMPARE(list->currentIndex().row(), 0);
        GuiDriver driver(m_viewer.get());
        QVERIFY(driver.clickRow(u"thumbnailList"_s, 2));
        QCOMPARE(pages()->currentPage(), 2);
        auto *spin = driver.find<QSpinBox>(u"pageSpin"_s);
        QCOMPARE(spin->value(), 3);
        spin->setValue(11);
        QCOMPARE(pages()->currentPage(), 10);
        QTRY_VERIFY_WITH_TIMEOUT(pages()->isSettled(), 20000);
        m_viewer->finder()->find(u"letter page 12"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_viewer->finder()->isSearching(), 20000);
        QCOMPARE(m_viewer->finder()->count(), 1);
        QTRY_COMPARE(pages()->currentPage(), 11);
    }

    void highlightsLeaveTheTextReadable()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        const auto found = pages()->text(0)->find(u"Rheinruf"_s);
        const QRectF box = pages()->text(0)->words().at(found.constFirst().first).box;
        const int before = darkPixels(pages()->viewport()->grab().toImage());
        pages()->setHighlights({{0, box, State::Good, false}});
        QVERIFY(darkPixels(pages()->viewport()->grab().toImage()) >= before);
    }

    void theViewerPassesTheAudit()
    {
        QVERIFY(open(u"bill-deu.pdf"_s));
        m_viewer->setThumbnailsVisible(true);
        m_viewer->openFind();
        QCOMPARE(accessibilityFindings(m_viewer.get()), QStringList());
    }

    void composedLettersShowAndPrint()
    {
        ComposedPdfView view;
        view.resize(700, 800);
        view.show();
        QVERIFY(!view.isLoaded());
        view.setPdf(pdfOf(2));
        QVERIFY(view.isLoaded());
        QCOMPARE(view.pages()->pageCount(), 2);
        QTRY_VERIFY(view.pages()->isSettled());
        QVERIFY(darkPixels(view.pages()->viewport()->grab().toImage()) > 200);
        const QTemporaryDir folder;
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"printed.pdf"_s));
        QVERIFY(view.printTo(printer));
        QFile printed(folder.filePath(u"printed.pdf"_s));
        QVERIFY(printed.open(QIODevice::ReadOnly));
        ComposedPdfView again;
        again.setPdf(printed.readAll());
        QCOMPARE(again.pages()->pageCount(), 2);
        view.setPdf("%PDF-1.7 no");
        QVERIFY(!view.isLoaded());
    }
};

PORTDESK_GUI_TEST_MAIN(TestViewer)
#include "tst_viewer.moc"
