// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerprotocol.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "tests/ui/viewerkit.h"
#include "ui/viewer/printchoice.h"

#include <QPageRanges>
#include <QPrinter>
#include <QSettings>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::ViewerKit;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(PortDesk::PagePrinter::Outcome)

/// Received documents on paper: printed into a PDF, which is looked at.
class TestViewerPrint : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<DocWorker> m_worker;
    std::unique_ptr<DocumentViewer> m_viewer;

    bool open(const DocumentBytes &document)
    {
        m_viewer->resize(900, 700);
        m_viewer->show();
        m_viewer->setDocument(document);
        return QTest::qWaitFor([this] { return m_viewer->isLoaded() && m_viewer->isSettled(); }, 20000);
    }
    QString paper() const { return m_home.filePath(u"%1.pdf"_s.arg(QString::fromLatin1(QTest::currentTestFunction()))); }
    std::unique_ptr<QPrinter> printer() const
    {
        auto made = std::make_unique<QPrinter>(QPrinter::HighResolution);
        made->setOutputFormat(QPrinter::PdfFormat);
        made->setOutputFileName(paper());
        made->setPageSize(QPageSize(QPageSize::A4));
        made->setResolution(150);
        return made;
    }
    PagePrinter::Outcome print(const PrintPlan &plan)
    {
        QSignalSpy printed(m_viewer.get(), &DocumentViewer::printed);
        m_viewer->printTo(printer(), plan);
        const bool ended = QTest::qWaitFor([&] { return printed.count() == 1; }, 30000);
        return ended ? printed.at(0).at(0).value<PagePrinter::Outcome>() : PagePrinter::Outcome::Failed;
    }
    template<typename T> Result<T> answerOf(QFuture<Result<T>> future) const
    {
        const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 20000);
        return finished && future.resultCount() > 0 ? future.result() : Result<T>(Error{Error::Code::Internal, u"no answer"_s});
    }
    DocumentBytes sheets() const
    {
        QFile file(paper());
        return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), u"paper.pdf"_s) : DocumentBytes();
    }
    QImage sheet(int page) const
    {
        const auto bitmap = answerOf(m_worker->render(sheets(), page, 72));
        return bitmap ? QImage(bitmap->pixels.get(), bitmap->width, bitmap->height, bitmap->bytesPerLine, QImage::Format_RGB32).copy() : QImage();
    }
    int reds(const QImage &image) const
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += qRed(image.pixel(x, y)) > 150 && qBlue(image.pixel(x, y)) < 110;
        }
        return count;
    }
    Mark box(int page) const
    {
        Mark mark;
        mark.id = u"b"_s;
        mark.page = page;
        mark.kind = MarkKind::Box;
        mark.box = {0.5, 0.5, 0.3, 0.2};
        mark.colour = u"#c62828"_s;
        return mark;
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<PagePrinter::Outcome>(); }
    void init()
    {
        QSettings().remove(u"viewer"_s);
        m_worker = std::make_unique<DocWorker>(workerOptions());
        m_viewer = std::make_unique<DocumentViewer>(*m_worker);
    }
    void cleanup()
    {
        m_viewer.reset();
        m_worker.reset();
    }

    void thePagesWantedArePrinted()
    {
        QVERIFY(open(pdfOf(5)));
        QCOMPARE(print({{1, 3}, 0, {}}), PagePrinter::Outcome::Printed);
        QVERIFY(!m_viewer->isPrinting());
        const auto info = answerOf(m_worker->inspect(sheets()));
        QVERIFY(info.ok());
        QCOMPARE(info->pages(), 2);
        QVERIFY(std::abs(info->pageSizes.first().width() - 595) < 2);
        for (int page = 0; page < 2; ++page)
            QVERIFY2(darkPixels(sheet(page)) > 500, "the sheet is empty");
        QCOMPARE(reds(sheet(0)), 0);
    }

    void aDocumentIsPrintedAsItIsRead()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        m_viewer->pages()->setDark(true); // for the eyes only
        QCOMPARE(print({{0}, 0, {}}), PagePrinter::Outcome::Printed);
        const QImage paperSheet = sheet(0);
        QVERIFY2(meanGrey(paperSheet) > 200, qPrintable(QString::number(meanGrey(paperSheet))));
        QVERIFY(darkPixels(paperSheet) > 100);
        // On its side it fills a landscape sheet.
        QCOMPARE(print({{0}, 1, {}}), PagePrinter::Outcome::Printed);
        const QImage turned = sheet(0);
        QVERIFY(turned.width() > turned.height());
        QVERIFY(std::abs(darkPixels(turned) - darkPixels(paperSheet)) < darkPixels(paperSheet) / 3);
    }

    void marksArePrintedWhenTheyAreWanted_data()
    {
        QTest::addColumn<int>("turns");
        QTest::addColumn<QRect>("where"); // of the box, in points of the sheet
        QTest::newRow("upright") << 0 << QRect(290, 415, 190, 180);
        QTest::newRow("turned right") << 1 << QRect(240, 290, 190, 190);
    }
    void marksArePrintedWhenTheyAreWanted()
    {
        QFETCH(int, turns);
        QFETCH(QRect, where);
        QVERIFY(open(withOutline())); // empty pages
        QCOMPARE(print({{0, 1}, turns, {box(1)}}), PagePrinter::Outcome::Printed);
        QCOMPARE(reds(sheet(0)), 0);
        const QImage marked = sheet(1);
        QVERIFY(reds(marked) > 200);
        QCOMPARE(reds(marked.copy(where)), reds(marked)); // all of it stands where the mark is
    }

    void aHighlightLeavesItsWordsReadable()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        QCOMPARE(print({{0}, 0, {}}), PagePrinter::Outcome::Printed);
        const int before = darkPixels(sheet(0));
        Mark mark = box(0);
        mark.kind = MarkKind::Highlight;
        mark.box = {0.05, 0.05, 0.9, 0.5};
        mark.lines = {mark.box};
        mark.colour = u"#ffd54f"_s;
        QCOMPARE(print({{0}, 0, {mark}}), PagePrinter::Outcome::Printed);
        QVERIFY(darkPixels(sheet(0)) >= before * 9 / 10);
    }

    void printingCanBeStopped()
    {
        QVERIFY(open(pdfOf(60)));
        QList<int> all;
        for (int page = 0; page < 60; ++page)
            all << page;
        QSignalSpy printed(m_viewer.get(), &DocumentViewer::printed);
        m_viewer->printTo(printer(), {all, 0, {}});
        GuiDriver driver(m_viewer.get());
        QVERIFY(driver.waitFor([&] { return driver.has(u"cancelButton"_s); }, u"progress"_s, 10000));
        QVERIFY(driver.click(u"cancelButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(printed.count(), 1, 20000);
        QCOMPARE(printed.at(0).at(0).value<PagePrinter::Outcome>(), PagePrinter::Outcome::Cancelled);
        QVERIFY(!m_viewer->isPrinting());
        QTRY_VERIFY_WITH_TIMEOUT(m_viewer->isSettled(), 20000);
    }

    void closingTheDocumentEndsPrinting()
    {
        QVERIFY(open(pdfOf(20)));
        QSignalSpy printed(m_viewer.get(), &DocumentViewer::printed);
        m_viewer->printTo(printer(), {{0, 1, 2, 3, 4, 5, 6, 7}, 0, {}});
        m_viewer->clear();
        QTRY_COMPARE(printed.count(), 1);
        QVERIFY(!m_viewer->isPrinting());
    }

    void aPrinterThatCannotStartSaysSo()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        QSignalSpy printed(m_viewer.get(), &DocumentViewer::printed);
        auto nowhere = printer();
        nowhere->setOutputFileName(m_home.filePath(u"no/such/folder/paper.pdf"_s));
        m_viewer->printTo(std::move(nowhere), {{0}, 0, {}});
        QTRY_COMPARE(printed.count(), 1);
        QCOMPARE(printed.at(0).at(0).value<PagePrinter::Outcome>(), PagePrinter::Outcome::Failed);
    }

    void theResolutionStaysWithinTheWorker_data()
    {
        QTest::addColumn<QSizeF>("points");
        QTest::addColumn<int>("printer");
        QTest::newRow("A4 on a laser printer") << QSizeF(595, 842) << 600;
        QTest::newRow("A4 on a typesetter") << QSizeF(595, 842) << 2400;
        QTest::newRow("A0") << QSizeF(2384, 3370) << 1200;
        QTest::newRow("a hostile page") << QSizeF(1e6, 1e6) << 1200;
    }
    void theResolutionStaysWithinTheWorker()
    {
        QFETCH(QSizeF, points);
        QFETCH(int, printer);
        const double dpi = PagePrinter::renderDpi(points, printer);
        QVERIFY(dpi > 0 && dpi <= printer);
        QVERIFY(std::ceil(points.width() * dpi / 72) * std::ceil(points.height() * dpi / 72) <= double(WorkerProtocol::kMaximumPixels));
    }

    void thePrinterSaysWhichPages()
    {
        QPrinter printer;
        const PrintOffer offer{6, 3, false, u"bill.pdf"_s};
        QCOMPARE(chosenPages(printer, offer), (QList<int>{0, 1, 2, 3, 4, 5}));
        printer.setPrintRange(QPrinter::CurrentPage);
        QCOMPARE(chosenPages(printer, offer), (QList<int>{3}));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setPageRanges(QPageRanges::fromString(u"2-3,6,9"_s));
        QCOMPARE(chosenPages(printer, offer), (QList<int>{1, 2, 5}));
    }
};

PORTDESK_GUI_TEST_MAIN(TestViewerPrint)
#include "tst_viewerprint.moc"
