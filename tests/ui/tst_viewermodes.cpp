// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "tests/ui/viewerkit.h"
#include "ui/viewer/darkpaper.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/outlinepanel.h"
#include "ui/viewer/thumbnails.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QWheelEvent>

#include <csignal>

using namespace PortDesk;
using namespace PortDesk::ViewerKit;
using namespace Qt::StringLiterals;

/// The modes of the viewer on real files with the real worker: one page alone, dark paper, outline, zooming at the pointer.
class TestViewerModes : public QObject
{
    Q_OBJECT

    std::unique_ptr<DocWorker> m_worker;
    std::unique_ptr<DocumentViewer> m_viewer;

    PageView *pages() const { return m_viewer->pages(); }
    QScrollBar &bar() const { return *pages()->verticalScrollBar(); }
    bool settled() const
    {
        return QTest::qWaitFor([this] { return m_viewer->isLoaded() && m_viewer->isSettled(); }, 20000);
    }
    bool open(const DocumentBytes &document, const QSize &size = {900, 700})
    {
        m_viewer->resize(size);
        m_viewer->show();
        m_viewer->activateWindow();
        m_viewer->setDocument(document);
        return settled();
    }
    void wheel(int notches, Qt::KeyboardModifiers modifiers = {}, const QPointF &at = {300, 300}) const
    {
        QWheelEvent event(at, pages()->viewport()->mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(pages()->viewport(), &event);
    }
    /// Scrolls until the glide is over.
    bool wheelAndRest(int notches) const
    {
        wheel(notches);
        return QTest::qWaitFor([this] { return !pages()->isGliding(); });
    }
    QAction *action(const char *name) const { return m_viewer->findChild<QAction *>(QString::fromLatin1(name)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(pages(), key, modifiers); }

private Q_SLOTS:
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

    void onePageAloneTurnsAtItsEdges()
    {
        QVERIFY(open(pdfOf(5)));
        pages()->setSinglePage(true);
        QVERIFY(settled());
        QCOMPARE(pages()->currentPage(), 0);
        QVERIFY(bar().maximum() > 0); // a page at full width is longer than the view
        QVERIFY(bar().maximum() < 1.5 * pages()->viewport()->width()); // and there is only one
        key(Qt::Key_PageDown);
        QCOMPARE(pages()->currentPage(), 0); // first to its end
        while (bar().value() < bar().maximum())
            key(Qt::Key_PageDown);
        key(Qt::Key_PageDown);
        QCOMPARE(pages()->currentPage(), 1);
        QCOMPARE(bar().value(), 0);
        key(Qt::Key_PageUp);
        QCOMPARE(pages()->currentPage(), 0);
        QCOMPARE(bar().value(), bar().maximum()); // one reads on where the page ends
        key(Qt::Key_End);
        QCOMPARE(pages()->currentPage(), 4);
        key(Qt::Key_PageDown);
        QCOMPARE(pages()->currentPage(), 4);
        key(Qt::Key_Home);
        QCOMPARE(pages()->currentPage(), 0);
        key(Qt::Key_PageUp);
        QCOMPARE(pages()->currentPage(), 0);
        pages()->setFit(PageView::Fit::Page);
        key(Qt::Key_Down);
        QCOMPARE(pages()->currentPage(), 1);
        key(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(pages()->currentPage(), 0);
    }

    void theWheelTurnsAPageThatStandsAlone()
    {
        QVERIFY(open(pdfOf(3)));
        pages()->setSinglePage(true);
        for (int notch = 0; notch < 30 && bar().value() < bar().maximum(); ++notch)
            QVERIFY(wheelAndRest(-1));
        QCOMPARE(pages()->currentPage(), 0);
        wheel(-1);
        QCOMPARE(pages()->currentPage(), 1);
        wheel(1);
        QCOMPARE(pages()->currentPage(), 0);
        QCOMPARE(bar().value(), bar().maximum());
        // Fingers on a touchpad have to mean it, and what is left of their flick means nothing.
        const auto touch = [this](int angle, Qt::ScrollPhase phase) {
            QWheelEvent event({300, 300}, {300, 300}, {}, {0, angle}, Qt::NoButton, {}, phase, false);
            QApplication::sendEvent(pages()->viewport(), &event);
        };
        touch(-40, Qt::ScrollUpdate);
        for (int i = 0; i < 20; ++i)
            touch(-40, Qt::ScrollMomentum);
        QCOMPARE(pages()->currentPage(), 0);
        touch(-40, Qt::ScrollUpdate);
        touch(-40, Qt::ScrollUpdate);
        QCOMPARE(pages()->currentPage(), 1);
    }

    void findBoxesAndThumbnailsReachEveryPageAlone()
    {
        QVERIFY(open(pdfOf(6)));
        pages()->setSinglePage(true);
        m_viewer->finder()->find(u"letter page 5"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pages()->currentPage(), 4, 20000);
        const QRectF box(0.1, 0.8, 0.2, 0.05);
        pages()->setHighlights({{2, box, State::Good, true}});
        pages()->showBox(2, box);
        QCOMPARE(pages()->currentPage(), 2);
        QVERIFY(pages()->viewport()->rect().contains(pages()->toView(2).mapRect(box).toAlignedRect()));
        QVERIFY(!pages()->viewport()->rect().intersects(pages()->toView(3).mapRect(QRectF(0, 0, 1, 1)).toAlignedRect()));
        QSignalSpy clicked(pages(), &PageView::highlightClicked);
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, pages()->toView(2).map(box.center()).toPoint());
        QCOMPARE(clicked.count(), 1);
        m_viewer->setThumbnailsVisible(true);
        auto *list = m_viewer->findChild<Thumbnails *>();
        QCOMPARE(list->currentIndex().row(), 2);
        QVERIFY(GuiDriver(m_viewer.get()).clickRow(u"thumbnailList"_s, 0));
        QCOMPARE(pages()->currentPage(), 0);
        QVERIFY(settled());
        pages()->setSinglePage(false);
        pages()->goToPage(3);
        pages()->setSinglePage(true); // the page stays
        QCOMPARE(pages()->currentPage(), 3);
    }

    void pagesOfOtherSizesFitByThemselves()
    {
        QVERIFY(open(pdfOf(2, QPageSize::A3)));
        const double small = pages()->zoom();
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        QVERIFY(pages()->zoom() > small);
        pages()->setSinglePage(true);
        pages()->setFit(PageView::Fit::Page);
        const QRectF paper = pages()->toView(0).mapRect(QRectF(0, 0, 1, 1));
        QVERIFY(std::abs(paper.center().x() - pages()->viewport()->width() / 2.0) < 2);
        QVERIFY(std::abs(paper.center().y() - pages()->viewport()->height() / 2.0) < 2);
    }

    void theModesHaveKeysAndAreRemembered()
    {
        QVERIFY(open(pdfOf(3)));
        pages()->setFocus();
        key(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(pages()->isSinglePage());
        key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(pages()->isDark());
        DocumentViewer other(*m_worker);
        other.show();
        QVERIFY(other.pages()->isSinglePage() && other.pages()->isDark());
        key(Qt::Key_3, Qt::ControlModifier);
        key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(!pages()->isSinglePage() && !pages()->isDark());
        other.hide();
        other.show();
        QVERIFY(!other.pages()->isSinglePage() && !other.pages()->isDark());
        QVERIFY(!action("singlePageAction")->isChecked());
    }

    void darkeningKeepsTheHue_data()
    {
        QTest::addColumn<QColor>("before");
        QTest::newRow("red stamp") << QColor(0xc62828);
        QTest::newRow("green box") << QColor(0x2e7d32);
        QTest::newRow("yellow highlight") << QColor(0xffea99);
        QTest::newRow("blue ink") << QColor(0x1565c0);
    }
    void darkeningKeepsTheHue()
    {
        QFETCH(QColor, before);
        QImage dot(1, 1, QImage::Format_RGB32);
        dot.fill(before);
        darken(dot);
        const QColor after = dot.pixelColor(0, 0);
        const int apart = std::abs(after.hslHue() - before.hslHue());
        QVERIFY2(std::min(apart, 360 - apart) <= 4, qPrintable(after.name()));
        QCOMPARE(after.lightness() > 129, before.lightness() < 127); // light became dark and dark light
    }

    void darkPagesAreDarkAndReadable()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        const auto found = pages()->text(0)->find(u"Rheinruf"_s);
        const QRectF box = pages()->text(0)->words().at(found.constFirst().first).box;
        pages()->setHighlights({{0, box, State::Problem, true}});
        const QImage light = shot(*pages());
        pages()->setDark(true);
        const QImage dark = shot(*pages());
        QVERIFY2(meanGrey(light) > 180, qPrintable(QString::number(meanGrey(light))));
        QVERIFY2(meanGrey(dark) < 80, qPrintable(QString::number(meanGrey(dark))));
        const QRect word = pages()->toView(0).mapRect(box).toAlignedRect().intersected(dark.rect());
        int least = 255;
        int most = 0;
        int reddest = 0;
        for (int y = word.top(); y <= word.bottom(); ++y) {
            for (int x = word.left(); x <= word.right(); ++x) {
                const QColor c = dark.pixelColor(x, y);
                least = std::min(least, qGray(c.rgb()));
                most = std::max(most, qGray(c.rgb()));
                reddest = std::max(reddest, c.red() - c.blue());
            }
        }
        QVERIFY2(most - least > 90, qPrintable(u"%1 to %2"_s.arg(least).arg(most))); // letters stand out in their box
        QVERIFY(reddest > 40); // which is still red
        pages()->setDark(false);
        QCOMPARE(shot(*pages()), light);
    }

    void theOutlineLeadsThroughTheDocument()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        auto *tree = m_viewer->findChild<OutlinePanel *>();
        QVERIFY(!action("outlineAction")->isVisible()); // a bill has none
        QVERIFY(open(withOutline()));
        QTRY_VERIFY_WITH_TIMEOUT(action("outlineAction")->isVisible(), 20000);
        QVERIFY(!tree->isVisible());
        pages()->setFocus();
        key(Qt::Key_F4, Qt::ShiftModifier);
        QVERIFY(tree->isVisible() && tree->hasFocus());
        QCOMPARE(tree->currentIndex().data().toString(), u"Bill"_s); // page 1 is shown
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentIndex().data().toString(), u"Numbers"_s);
        QCOMPARE(pages()->currentPage(), 1);
        QTest::keyClick(tree, Qt::Key_Down); // a heading that leads nowhere
        QCOMPARE(pages()->currentPage(), 1);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(pages()->currentPage(), 2);
        QTest::keyClick(tree, Qt::Key_Escape);
        QVERIFY(pages()->hasFocus());
        pages()->goToPage(0);
        QCOMPARE(tree->currentIndex().data().toString(), u"Bill"_s);
        QCOMPARE(accessibilityFindings(m_viewer.get()), QStringList());
        QVERIFY(open(sample(u"bill-fra.pdf"_s)));
        QVERIFY(!tree->isVisible());
    }

    void zoomingKeepsWhatIsUnderThePointer_data()
    {
        QTest::addColumn<bool>("single");
        QTest::newRow("all pages") << false;
        QTest::newRow("one alone") << true;
    }
    void zoomingKeepsWhatIsUnderThePointer()
    {
        QFETCH(bool, single);
        QVERIFY(open(pdfOf(3)));
        pages()->setSinglePage(single);
        pages()->setZoom(2);
        const QPoint pointer(431, 307);
        const PagePlace before = pages()->placeOn(pointer);
        for (int step = 0; step < 9; ++step) {
            wheel(1, Qt::ControlModifier, pointer);
            const QPointF now = pages()->toView(before.page).map(before.point);
            QVERIFY2((now - pointer).manhattanLength() < 2, qPrintable(u"%1, %2 at %3"_s.arg(now.x()).arg(now.y()).arg(pages()->zoom())));
        }
        QCOMPARE(pages()->zoom(), PageView::kLargest);
        for (int step = 0; step < 6; ++step)
            wheel(-1, Qt::ControlModifier, pointer);
        const QPointF after = pages()->toView(before.page).map(before.point);
        QVERIFY2((after - pointer).manhattanLength() < 2, qPrintable(u"%1, %2"_s.arg(after.x()).arg(after.y())));
        QVERIFY(settled());
    }

    void zoomingShowsTheOldPictureUntilTheNewOneIsThere()
    {
        QVERIFY(open(sample(u"bill-deu.pdf"_s)));
        pages()->setZoom(4);
        pages()->showBox(0, {0.05, 0.05, 0.3, 0.1});
        QVERIFY(settled());
        const QImage sharp = shot(*pages());
        QCOMPARE(::kill(pid_t(m_worker->processId()), SIGSTOP), 0);
        wheel(1, Qt::ControlModifier);
        const QImage meanwhile = shot(*pages());
        QCOMPARE(::kill(pid_t(m_worker->processId()), SIGCONT), 0);
        QVERIFY(!pages()->isBlank());
        QVERIFY(darkPixels(meanwhile) > darkPixels(sharp) / 3);
        // The tiles of the scale before are shown, not the whole page blown up: letters have hard edges.
        QVERIFY2(hardEdges(meanwhile) > hardEdges(sharp) / 3, qPrintable(u"%1 of %2"_s.arg(hardEdges(meanwhile)).arg(hardEdges(sharp))));
        QVERIFY(settled());
    }

    void theWheelGlidesAndArrives()
    {
        QVERIFY(open(pdfOf(3)));
        QVERIFY(wheelAndRest(-2));
        QCOMPARE(bar().value(), 2 * QApplication::wheelScrollLines() * bar().singleStep());
        wheel(-3);
        QVERIFY(pages()->isGliding());
        bar().setValue(10); // somebody takes the bar
        QTRY_VERIFY(!pages()->isGliding());
        QCOMPARE(bar().value(), 10);
    }

    void whoComesBackFindsTheirPlace()
    {
        const DocumentBytes many = pdfOf(8);
        QVERIFY(open(many));
        pages()->goToPage(5);
        pages()->rotate();
        QVERIFY(open(sample(u"bill-fra.pdf"_s)));
        QCOMPARE(pages()->currentPage(), 0);
        QCOMPARE(pages()->quarterTurns(), 0);
        QVERIFY(open(many));
        QCOMPARE(pages()->currentPage(), 5);
        QCOMPARE(pages()->quarterTurns(), 1);
    }

    /// Ctrl+F belongs to the window as well; claimed twice it would do nothing at all.
    void findIsNotClaimedTwice()
    {
        QMainWindow window;
        QAction cases(u"Find Cases"_s);
        cases.setShortcut(QKeySequence::Find);
        window.menuBar()->addMenu(u"Edit"_s)->addAction(&cases);
        QSignalSpy casesWanted(&cases, &QAction::triggered);
        auto *room = new QWidget;
        auto *field = new QLineEdit(room);
        auto *column = new QVBoxLayout(room);
        column->addWidget(field);
        DocumentViewer *viewer = m_viewer.release();
        column->addWidget(viewer);
        window.setCentralWidget(room);
        window.resize(900, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        viewer->setDocument(sample(u"bill-deu.pdf"_s));
        QVERIFY(QTest::qWaitFor([viewer] { return viewer->isLoaded() && viewer->isSettled(); }, 20000));
        auto *edit = viewer->findChild<QLineEdit *>(u"findEdit"_s);
        viewer->pages()->setFocus();
        QTest::keyClick(viewer->pages(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(edit->hasFocus());
        QTest::keyClick(edit, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(edit->hasFocus());
        QCOMPARE(casesWanted.count(), 0);
        QTest::keyClick(edit, Qt::Key_Escape);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(casesWanted.count(), 1); // outside of the viewer it finds cases
        viewer->claimFind(room);
        QTest::keyClick(field, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(casesWanted.count(), 1);
        QVERIFY(edit->hasFocus());
        viewer->clear(); // nothing to find in
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(casesWanted.count(), 2);
    }
};

PORTDESK_GUI_TEST_MAIN(TestViewerModes)
#include "tst_viewermodes.moc"
