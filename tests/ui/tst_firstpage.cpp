// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/ui/viewerkit.h"
#include "ui/viewer/thumbnails.h"

#include <QPromise>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::ViewerKit;
using namespace Qt::StringLiterals;

namespace {

/// Answers when it is told to and keeps what it was asked, in order: "page 0", "words 0".
class SlowSource final : public PageSource
{
public:
    explicit SlowSource(int pages, const QSizeF &size = {400, 2000}) : m_sizes(pages, size) {}

    QStringList asked;
    QSize extra; ///< pixels its pictures are larger than asked for

    QList<QSizeF> pageSizes() const override { return m_sizes; }
    QFuture<Result<PageBitmap>> render(int page, double dpi, const QRect &) override
    {
        asked << u"page %1"_s.arg(page);
        m_pages.push_back({std::make_unique<QPromise<Result<PageBitmap>>>(), (m_sizes.at(page) * dpi / 72).toSize() + extra});
        m_pages.back().promise->start();
        return m_pages.back().promise->future();
    }
    QFuture<Result<QList<Word>>> words(int page) override
    {
        asked << u"words %1"_s.arg(page);
        return QtFuture::makeReadyFuture(Result<QList<Word>>(QList<Word>()));
    }
    bool isAsked() const { return !m_pages.empty(); }
    /// The oldest question; black and white columns in turn, as wide as a pixel.
    void answer()
    {
        const Asked first = std::move(m_pages.front());
        m_pages.erase(m_pages.begin());
        const auto picture = std::make_shared<QImage>(first.size, QImage::Format_RGB32);
        for (int y = 0; y < picture->height(); ++y) {
            for (int x = 0; x < picture->width(); ++x)
                picture->setPixel(x, y, x % 2 ? 0xffffffff : 0xff000000);
        }
        const PageBitmap bitmap{picture->width(), picture->height(), int(picture->bytesPerLine()), std::shared_ptr<const uchar>(picture, picture->constBits())};
        first.promise->addResult(Result<PageBitmap>(bitmap));
        first.promise->finish();
    }
    void fail()
    {
        m_pages.front().promise->addResult(Result<PageBitmap>(Error{Error::Code::Document, u"It is damaged."_s}));
        m_pages.front().promise->finish();
        m_pages.erase(m_pages.begin());
    }

private:
    struct Asked
    {
        std::unique_ptr<QPromise<Result<PageBitmap>>> promise;
        QSize size;
    };
    QList<QSizeF> m_sizes;
    std::vector<Asked> m_pages;
};

/// Twenty pages, of which the last but one lies.
DocumentBytes mixedPages()
{
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    QByteArray kids;
    for (int page = 0; page < 20; ++page) {
        kids += QByteArray::number(page + 3) + " 0 R ";
        objects << QByteArray("<</Type/Page/Parent 2 0 R/MediaBox") + (page == 18 ? "[0 0 842 595]" : "[0 0 595 842]") + ">>";
    }
    objects[1] = "<</Type/Pages/Count 20/Kids[" + kids + "]>>";
    return documentBytes(PdfBytes::pdfOf(objects), u"mixed.pdf"_s);
}

} // namespace

/// What comes first when a document is opened, and what may wait.
class TestFirstPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().remove(u"viewer"_s); }

    void theRestWaitsForWhatIsInView()
    {
        SlowSource source(4);
        PageView view;
        QSignalSpy seen(&view, &PageView::pagesSeen);
        view.resize(420, 500);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setSource(&source);
        QCoreApplication::processEvents();
        QCOMPARE(source.asked, QStringList{u"page 0"_s}); // the neighbour and the words would keep the worker from it
        QVERIFY(!view.isSharp());
        source.answer();
        QTRY_COMPARE(seen.count(), 1);
        QVERIFY(view.isSharp());
        QVERIFY(source.asked.contains(u"words 0"_s));
        QVERIFY(source.asked.contains(u"page 1"_s));
        QTRY_VERIFY(view.isSettled());
        source.asked.clear();
        view.goToPage(3); // not there yet: again it comes first
        QCoreApplication::processEvents();
        QVERIFY2(!source.asked.contains(u"words 3"_s), qPrintable(source.asked.join(u", ")));
        QVERIFY(QTest::qWaitFor([&] {
            if (source.isAsked())
                source.answer();
            return view.isSettled();
        }));
        QVERIFY(source.asked.contains(u"words 3"_s));
        QCOMPARE(seen.count(), 1); // said once of each source
    }

    void aDamagedFirstPageHoldsNothingUp()
    {
        SlowSource source(2);
        PageView view;
        QSignalSpy seen(&view, &PageView::pagesSeen);
        view.resize(420, 500);
        view.show();
        view.setSource(&source);
        QTRY_COMPARE(source.asked.size(), 1);
        source.fail();
        QTRY_COMPARE(seen.count(), 1);
        QVERIFY(source.asked.contains(u"page 1"_s));
    }

    void aViewThatIsNotPaintedGetsTheRest()
    {
        SlowSource source(2);
        PageView view;
        QSignalSpy seen(&view, &PageView::pagesSeen);
        view.resize(420, 500);
        view.show();
        view.setSource(&source);
        QTRY_COMPARE(source.asked.size(), 1);
        view.setUpdatesEnabled(false); // as below another window
        source.answer();
        QTRY_COMPARE(seen.count(), 1);
    }

    void onePixelMoreIsNoReasonToScale_data()
    {
        QTest::addColumn<QSize>("extra");
        QTest::newRow("as asked") << QSize();
        QTest::newRow("one row more") << QSize(0, 1);
        QTest::newRow("one column and row more") << QSize(1, 1);
        QTest::newRow("one column less") << QSize(-1, 0);
    }
    void onePixelMoreIsNoReasonToScale()
    {
        QFETCH(QSize, extra);
        SlowSource source(1);
        source.extra = extra;
        PageView view;
        view.resize(420, 500);
        view.show();
        view.setSource(&source);
        QTRY_COMPARE(source.asked.size(), 1);
        source.answer();
        QTRY_VERIFY(view.isSettled());
        const QRect paper = view.toView(0).mapRect(QRectF(0, 0, 1, 1)).toRect().intersected(view.viewport()->rect()).adjusted(2, 2, -2, -2);
        const QImage image = shot(view);
        int grey = 0, black = 0;
        for (int y = paper.top(); y <= paper.bottom(); ++y) {
            for (int x = paper.left(); x <= paper.right(); ++x) {
                const int value = qGray(image.pixel(x, y));
                grey += value > 0 && value < 255;
                black += value == 0;
            }
        }
        QCOMPARE(grey, 0); // scaled columns would be grey
        QVERIFY(black > paper.width() * paper.height() / 3);
    }

    void pagesOfAnotherSizeAreMeasuredLater()
    {
        DocWorker worker(workerOptions());
        DocumentViewer viewer(worker);
        viewer.resize(900, 700);
        viewer.show();
        QSignalSpy loaded(&viewer, &DocumentViewer::loaded);
        QList<QSizeF> first;
        connect(&viewer, &DocumentViewer::loaded, this, [&] {
            first = viewer.info().pageSizes;
            viewer.pages()->goToPage(12);
        });
        viewer.setDocument(mixedPages());
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isSettled(), 20000);
        QCOMPARE(first, QList<QSizeF>(20, QSizeF(595, 842)));
        QCOMPARE(viewer.info().pageSizes.at(18), QSizeF(842, 595));
        QCOMPARE(viewer.pages()->pagePoints(18), QSizeF(842, 595));
        QCOMPARE(viewer.pages()->currentPage(), 12); // who reads stays there
        QCOMPARE(viewer.findChild<Thumbnails *>()->currentIndex().row(), 12);
        const QRectF lying = viewer.pages()->toView(18).mapRect(QRectF(0, 0, 1, 1));
        QVERIFY(lying.width() > lying.height());
        QCOMPARE(loaded.count(), 1);
        QVERIFY(QTest::qWaitFor([&] { return viewer.isSettled(); }));
    }

    void warningsComeBehindThePage()
    {
        DocWorker worker(workerOptions());
        DocumentViewer viewer(worker);
        viewer.resize(900, 700);
        viewer.show();
        const QByteArray pdf = PdfBytes::pdfOf({"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.beep)>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"});
        QStringList atFirst{u"not asked"_s};
        connect(&viewer, &DocumentViewer::loaded, this, [&] { atFirst = viewer.info().warnings; });
        viewer.setDocument(documentBytes(pdf, u"script.pdf"_s));
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isSettled(), 20000);
        QCOMPARE(atFirst, QStringList());
        QCOMPARE(viewer.info().warnings.size(), 1);
        QVERIFY(viewer.info().warnings.constFirst().contains(u"JavaScript"));
    }
};

PORTDESK_GUI_TEST_MAIN(TestFirstPage)
#include "tst_firstpage.moc"
