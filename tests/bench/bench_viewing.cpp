// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon a person sees a page: the real viewer with the real worker against Poppler in this process, turn by turn in one run, medians. One JSON
// line per figure. "first-page": from the bytes to the painted widget, with a worker that has to be started (cold) or is there (warm), against
// opening and rendering the same whole page at the same size; with the argument first-page only these. "scan-400": a view of a scan at 400 % that was not seen before. "seen-again": back to a page.
// "scroll": the longest time in which some paper in the view had no picture at all, scrolling 300 pages evenly; against the 200 ms allowed.
#include "tests/bench/benchjson.h"
#include "tests/kit/ui/guitest.h"
#include "ui/viewer/documentviewer.h"

#include <poppler-qt6.h>

#include <QAbstractEventDispatcher>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollBar>
#include <QTimer>

#include <functional>

#include <sched.h>

using namespace PortDesk;
using namespace PortDesk::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 15;
constexpr int kLongDocument = 300;
const QSize kWindow(1100, 900);

DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), name) : DocumentBytes();
}

/// Pages full of words, as of a contract.
DocumentBytes longDocument(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(100);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        for (int line = 0; line < 50; ++line)
            painter.drawText(20, 30 + line * 20, u"Page %1, clause %2: the customer keeps the old account open until each number is live."_s.arg(page + 1).arg(line + 1));
    }
    painter.end();
    return documentBytes(bytes, u"contract.pdf"_s);
}

bool waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    QTimer tick; // wakes a wait in vain; waiting must not take the worker's core away
    tick.start(250);
    while (!done() && timer.elapsed() < 60'000)
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return done();
}

double since(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

std::unique_ptr<Poppler::Document> opened(const DocumentBytes &document)
{
    auto poppler = Poppler::Document::loadFromData(document.bytes);
    poppler->setRenderHint(Poppler::Document::Antialiasing);
    poppler->setRenderHint(Poppler::Document::TextAntialiasing);
    return poppler;
}

std::unique_ptr<DocumentViewer> shownViewer(DocWorker &worker)
{
    auto viewer = std::make_unique<DocumentViewer>(worker);
    viewer->resize(kWindow);
    viewer->show();
    QCoreApplication::processEvents();
    return viewer;
}

bool seesPage(const DocumentViewer &viewer)
{
    return viewer.isLoaded() && viewer.pages()->isSharp();
}

void show(const char *name, const QList<double> &ours, const QList<double> &theirs)
{
    printLine(name, median(ours), median(theirs), "ms");
}

bool firstPage(const char *name, const DocumentBytes &document, bool warm)
{
    QList<double> ours;
    QList<double> theirs;
    const DocumentBytes other = sample(u"bill-fra.pdf"_s);
    for (int run = 0; run <= kRuns; ++run) {
        DocWorker worker;
        const auto viewer = shownViewer(worker);
        if (warm) {
            worker.warmUp(); // as the viewer does soon after it is made
            const auto ready = worker.inspect(other);
            waitFor([&] { return ready.isFinished(); });
        }
        QElapsedTimer timer;
        timer.start();
        viewer->setDocument(document);
        if (!waitFor([&] { return seesPage(*viewer); }))
            return false;
        viewer->pages()->viewport()->repaint();
        const double mine = since(timer);
        const double dpi = viewer->pages()->zoom() * 96;
        timer.start();
        const QImage image = opened(document)->page(0)->renderToImage(dpi, dpi);
        const double theirTime = since(timer);
        if (image.isNull())
            return false;
        if (run > 0) {
            ours << mine;
            theirs << theirTime;
        }
    }
    show(name, ours, theirs);
    return true;
}

bool scanAt400(const DocumentBytes &scan)
{
    QList<double> ours;
    QList<double> theirs;
    DocWorker worker;
    const auto poppler = opened(scan);
    for (int run = 0; run <= kRuns; ++run) {
        const auto viewer = shownViewer(worker);
        viewer->setDocument(scan);
        if (!waitFor([&] { return viewer->isLoaded() && viewer->isSettled(); }))
            return false;
        PageView &pages = *viewer->pages();
        QElapsedTimer timer;
        timer.start();
        pages.setZoom(4);
        if (!waitFor([&] { return viewer->isSettled(); }))
            return false;
        pages.viewport()->repaint();
        const double mine = since(timer);
        const QPointF corner = pages.placeOn({0, 0}).point;
        const QSizeF points = pages.pagePoints(0);
        timer.start();
        const QImage image = poppler->page(0)->renderToImage(384, 384, int(corner.x() * points.width() * 384 / 72), int(corner.y() * points.height() * 384 / 72),
                                                             pages.viewport()->width(), pages.viewport()->height());
        if (run > 0 && !image.isNull()) {
            ours << mine;
            theirs << since(timer);
        }
    }
    show("viewing-scan-400", ours, theirs);
    return true;
}

bool seenAgain(const DocumentBytes &document)
{
    QList<double> ours;
    QList<double> theirs;
    DocWorker worker;
    const auto viewer = shownViewer(worker);
    const auto poppler = opened(document);
    viewer->setDocument(document);
    for (int page = 0; page < 10; ++page) {
        if (!waitFor([&] { return viewer->isLoaded() && viewer->isSettled(); }))
            return false;
        viewer->pages()->goToPage(page);
    }
    if (!waitFor([&] { return viewer->isSettled(); }))
        return false;
    const double dpi = viewer->pages()->zoom() * 96;
    for (int run = 0; run < 4 * kRuns; ++run) {
        const int page = (run * 7) % 10;
        QElapsedTimer timer;
        timer.start();
        viewer->pages()->goToPage(page);
        viewer->pages()->viewport()->repaint();
        ours << since(timer);
        if (!viewer->isSettled() && !waitFor([&] { return viewer->isSettled(); }))
            return false;
        timer.start();
        const QImage image = poppler->page(page)->renderToImage(dpi, dpi);
        theirs << since(timer);
    }
    show("viewing-seen-again", ours, theirs);
    return true;
}

/// Looks at every painting of the pages and keeps the longest time they had blank paper in them.
class BlankWatch final : public QObject
{
public:
    explicit BlankWatch(const PageView &pages) : m_pages(pages) { m_clock.start(); }

    double longest() const { return m_longest; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            look();
        return false;
    }

private:
    void look()
    {
        const double now = since(m_clock);
        if (m_blankSince >= 0)
            m_longest = std::max(m_longest, now - m_blankSince);
        if (!m_pages.isBlank())
            m_blankSince = -1;
        else if (m_blankSince < 0)
            m_blankSince = now;
    }

    const PageView &m_pages;
    QElapsedTimer m_clock;
    double m_blankSince = -1;
    double m_longest = 0;
};

bool scrolled(const char *name, const DocumentBytes &document, int seconds)
{
    DocWorker worker;
    const auto viewer = shownViewer(worker);
    viewer->setDocument(document);
    if (!waitFor([&] { return seesPage(*viewer); }))
        return false;
    QScrollBar &bar = *viewer->pages()->verticalScrollBar();
    BlankWatch watch(*viewer->pages());
    viewer->pages()->viewport()->installEventFilter(&watch);
    QTimer frame;
    frame.start(8);
    QElapsedTimer timer;
    timer.start();
    while (bar.value() < bar.maximum()) {
        bar.setValue(std::min(bar.maximum(), int(double(bar.maximum()) * since(timer) / (seconds * 1000.0)) + 1));
        QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    const bool there = waitFor([&] { return viewer->isSettled(); });
    viewer->pages()->viewport()->repaint();
    printLine(name, watch.longest(), 200, "ms");
    return there;
}

/// On one core what is measured and its reference: the cores of a shared machine differ by half at times.
void useCores(bool one)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    for (int core = 0; core < (one ? 1 : CPU_SETSIZE); ++core)
        CPU_SET(unsigned(core), &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

} // namespace

int main(int argc, char **argv)
{
    GuiTestApplication world(argc, argv);
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    DocWorker worker;
    auto wrapped = worker.toPdf({sample(u"bill-deu-r2.jpg"_s)});
    if (!waitFor([&] { return wrapped.isFinished(); }) || !wrapped.result().ok())
        return 1;
    const DocumentBytes scan = documentBytes(*wrapped.result(), u"scan.pdf"_s);
    const DocumentBytes text = sample(u"bill-deu.pdf"_s);
    const DocumentBytes contract = longDocument(kLongDocument);
    useCores(true);
    bool all = firstPage("viewing-first-page-text", text, true) && firstPage("viewing-first-page-of-300", contract, true);
    all = firstPage("viewing-first-page-scan", scan, true) && all;
    all = firstPage("viewing-first-page-text-cold", text, false) && firstPage("viewing-first-page-scan-cold", scan, false) && all;
    if (QCoreApplication::arguments().contains(u"first-page"_s)) // to be repeated where the machine is not quiet
        return all ? 0 : 1;
    all = scanAt400(scan) && all;
    all = seenAgain(contract) && all;
    useCores(false);
    all = scrolled("viewing-scroll-300-in-15s", contract, 15) && all;
    all = scrolled("viewing-scroll-300-in-5s", contract, 5) && all;
    return all ? 0 : 1;
}
