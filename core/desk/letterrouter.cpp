// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/letterrouter.h"

#include <QFutureWatcher>

#include <algorithm>
#include <numeric>

namespace PortDesk {

namespace {

constexpr double kBlankDpi = 40;
constexpr double kMostInk = 0.0002; ///< share of dark points up to which a page counts as blank: specks and the shade of the lid, no line of text

int greyOf(quint32 pixel)
{
    return int((11 * ((pixel >> 16) & 255) + 16 * ((pixel >> 8) & 255) + 5 * (pixel & 255)) / 32);
}

/// Nothing is on the page but paper.
bool isBlank(const PageBitmap &page)
{
    constexpr int paper = 180, ink = 70; // grey of paper at least, and how much darker ink is
    qint64 sum = 0, dark = 0;
    const auto row = [&](int y) { return reinterpret_cast<const quint32 *>(page.pixels.get() + qsizetype(y) * page.bytesPerLine); };
    for (int y = 0; y < page.height; ++y)
        sum = std::accumulate(row(y), row(y) + page.width, sum, [](qint64 all, quint32 pixel) { return all + greyOf(pixel); });
    const qint64 points = qint64(page.width) * page.height;
    const int mean = points > 0 ? int(sum / points) : 0;
    for (int y = 0; y < page.height; ++y)
        dark += std::count_if(row(y), row(y) + page.width, [mean](quint32 pixel) { return greyOf(pixel) < mean - ink; });
    return mean >= paper && double(dark) <= kMostInk * double(points);
}

} // namespace

int RoutingReport::count(PartPlace::Kind kind) const
{
    return int(std::count_if(parts.cbegin(), parts.cend(), [kind](const RoutedPart &part) { return part.place.kind == kind; }));
}

/// One run over several files: inspect, keep, codes page by page, then part by part: cut out and place.
class LetterRouter::Run
{
public:
    Run(LetterRouter &router, bool dryRun) : m_router(router), m_dryRun(dryRun) { m_promise.start(); }
    ~Run()
    {
        if (!m_done)
            finish(Error{Error::Code::Cancelled, LetterRouter::tr("The letters are no longer being routed."), {}});
    }

    QFuture<Result<RoutingReport>> future() { return m_promise.future(); }
    void add(const DocumentBytes &file) { m_files.push_back({file, {}}); }
    void add(const LetterBatch &batch) { m_files.push_back({{}, batch}); }
    void cancel() { m_cancelled = true; }

    void resume()
    {
        whenDone<Result<QList<LetterBatch>>>(m_router.m_office.unfinished(), [this](const Result<QList<LetterBatch>> &batches) {
            if (!batches)
                return end(batches.error());
            for (const LetterBatch &batch : *batches)
                add(batch);
            nextFile();
        });
    }

    void nextFile()
    {
        m_pages.clear();
        m_parts.clear();
        if (m_files.empty() || m_cancelled)
            return end(m_report);
        m_file = m_files.front().file;
        m_batch = m_files.front().batch;
        m_files.pop_front();
        if (!m_batch.id.isValid())
            return inspect();
        whenDone<Result<DocumentBytes>>(m_router.m_office.file(m_batch.id), [this](const Result<DocumentBytes> &file) {
            if (!file)
                return giveUp(file.error());
            m_file = *file;
            inspect();
        });
    }

private:
    struct Wanted {
        DocumentBytes file;
        LetterBatch batch;
    };

    template<typename T, typename Work> void whenDone(const QFuture<T> &future, Work work)
    {
        m_watcher = std::make_unique<QFutureWatcher<T>>();
        auto *watcher = static_cast<QFutureWatcher<T> *>(m_watcher.get());
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_router, [this, future, work] {
            m_watcher.release()->deleteLater();
            if (m_promise.isCanceled() || future.resultCount() == 0)
                return end(Error{Error::Code::Cancelled, LetterRouter::tr("Routing was cancelled."), {}});
            work(future.result());
        });
        watcher->setFuture(future);
    }

    QString name() const { return m_file.fileName.isEmpty() ? m_batch.fileName : m_file.fileName; }

    /// The next file; this one stays where it is.
    void giveUp(const Error &error)
    {
        m_report.failed.append({name(), error});
        nextFile();
    }

    void inspect()
    {
        whenDone<Result<DocumentInfo>>(m_router.m_worker.inspect(m_file), [this](const Result<DocumentInfo> &info) {
            if (!info)
                return giveUp(info.error());
            m_info = *info;
            if (m_dryRun || m_batch.id.isValid())
                return nextPage();
            keep();
        });
    }

    void keep()
    {
        whenDone<Result<LetterBatch>>(m_router.m_office.keep(m_file), [this](const Result<LetterBatch> &batch) {
            if (!batch)
                return giveUp(batch.error());
            m_batch = *batch;
            nextPage();
        });
    }

    void nextPage()
    {
        const int page = int(m_pages.size());
        Q_EMIT m_router.pageRead(name(), page, m_info.pages());
        if (m_cancelled)
            return end(m_report);
        if (page >= m_info.pages()) {
            m_parts = partsOf(m_pages);
            return nextPart();
        }
        whenDone<Result<QList<PageCode>>>(m_router.m_worker.codes(m_file, page), [this, page](const Result<QList<PageCode>> &codes) {
            if (!codes || !codes->isEmpty()) {
                m_pages.append({codes ? *codes : QList<PageCode>(), false, codes ? QString() : codes.error().message});
                return nextPage();
            }
            whenDone<Result<PageBitmap>>(m_router.m_worker.render(m_file, page, kBlankDpi), [this](const Result<PageBitmap> &picture) {
                m_pages.append({{}, picture && isBlank(*picture), picture ? QString() : picture.error().message});
                nextPage();
            });
        });
    }

    void nextPart()
    {
        if (m_parts.isEmpty())
            return finishFile();
        if (m_cancelled)
            return end(m_report);
        LetterPart part = m_parts.takeFirst();
        part.pages.removeIf([this](int page) { return m_batch.placed.contains(page); }); // placed before the program ended
        if (part.pages.isEmpty())
            return nextPart();
        if (m_dryRun)
            return look(part);
        const bool whole = part.pages.size() == m_info.pages() && std::is_sorted(part.pages.cbegin(), part.pages.cend());
        if (whole)
            return place(part, {0, m_file, m_info.mimeType, m_info.pages()});
        whenDone<Result<QByteArray>>(m_router.m_worker.extractPages(m_file, part.pages), [this, part](const Result<QByteArray> &pdf) {
            if (pdf)
                return place(part, {0, documentBytes(*pdf, partFileName(name(), part.pages)), sniffedType(*pdf), int(part.pages.size())});
            // Cut out or not, it is not lost: the file itself waits in its place.
            LetterPart uncut = part;
            uncut.tray = TrayReason::Unreadable;
            uncut.about = pdf.error().message;
            place(uncut, {0, m_file, m_info.mimeType, m_info.pages()});
        });
    }

    void look(const LetterPart &part)
    {
        whenDone<Result<PartPlace>>(m_router.m_office.placeOf(part), [this, part](const Result<PartPlace> &place) {
            if (!place)
                return giveUp(place.error());
            tell({name(), part.pages, *place});
        });
    }

    void place(const LetterPart &part, const SubmittedFile &file)
    {
        whenDone<Result<PartPlace>>(m_router.m_office.place(m_batch, part, file), [this, part](const Result<PartPlace> &place) {
            if (place)
                return tell({name(), part.pages, *place});
            if (place.error().code == Error::Code::Conflict) // another desk has placed it
                return nextPart();
            giveUp(place.error());
        });
    }

    void tell(const RoutedPart &part)
    {
        m_report.parts.append(part);
        Q_EMIT m_router.partPlaced(part);
        nextPart();
    }

    void finishFile()
    {
        if (m_dryRun)
            return nextFile();
        whenDone<Result<void>>(m_router.m_office.finish(m_batch.id), [this](const Result<void> &done) {
            if (!done)
                return giveUp(done.error());
            nextFile();
        });
    }

    void finish(const Result<RoutingReport> &result)
    {
        m_done = true;
        m_promise.addResult(result);
        m_promise.finish();
    }

    /// The last thing a run does: the router lets it go.
    void end(const Result<RoutingReport> &result)
    {
        Result<RoutingReport> told = result;
        if (told)
            told->cancelled = m_cancelled;
        finish(told);
        QMetaObject::invokeMethod(
            &m_router,
            [&router = m_router] {
                router.m_run.reset();
                Q_EMIT router.runningChanged(false);
            },
            Qt::QueuedConnection);
    }

    LetterRouter &m_router;
    bool m_dryRun;
    bool m_cancelled = false;
    bool m_done = false;
    QPromise<Result<RoutingReport>> m_promise;
    std::unique_ptr<QFutureWatcherBase> m_watcher;
    std::deque<Wanted> m_files;
    DocumentBytes m_file; ///< in hand
    LetterBatch m_batch;
    DocumentInfo m_info;
    QList<BatchPage> m_pages;
    QList<LetterPart> m_parts;
    RoutingReport m_report;
};

LetterRouter::LetterRouter(LetterOffice &office, DocWorker &worker, QObject *parent) : QObject(parent), m_office(office), m_worker(worker) {}

LetterRouter::~LetterRouter() = default;

bool LetterRouter::isRunning() const
{
    return m_run != nullptr;
}

QFuture<Result<RoutingReport>> LetterRouter::start(std::unique_ptr<Run> run)
{
    if (m_run) {
        return QtFuture::makeReadyFuture(Result<RoutingReport>(
            Error{Error::Code::Conflict, tr("Letters are being routed already. Wait until they have their places, or cancel."), {}}));
    }
    m_run = std::move(run);
    Q_EMIT runningChanged(true);
    return m_run->future();
}

QFuture<Result<RoutingReport>> LetterRouter::route(const QList<DocumentBytes> &files, bool dryRun)
{
    auto run = std::make_unique<Run>(*this, dryRun);
    for (const DocumentBytes &file : files)
        run->add(file);
    const bool free = !m_run;
    const auto future = start(std::move(run));
    if (free)
        m_run->nextFile();
    return future;
}

QFuture<Result<RoutingReport>> LetterRouter::resume()
{
    const bool free = !m_run;
    const auto future = start(std::make_unique<Run>(*this, false));
    if (free)
        m_run->resume();
    return future;
}

QFuture<Result<PageReading>> LetterRouter::readPage(const DocumentBytes &file, int page)
{
    return m_worker.read(file, page);
}

void LetterRouter::cancel()
{
    if (m_run)
        m_run->cancel();
}

} // namespace PortDesk
