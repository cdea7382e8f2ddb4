// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/evidencereader.h"

#include "core/evidence/closerlook.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/inkcheck.h"
#include "core/evidence/picturecheck.h"

#include <QFutureWatcher>
#include <QHash>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kMostBoxes = 400; ///< of one question to the worker
constexpr int kCloserPages = 4; ///< of a document are looked at closer; its values stand on the first ones

/// After which pages it is worth looking whether everything is found: all of the first ones, then ever fewer.
bool isTimeToMatch(int read, int pages, bool recognised)
{
    return read == pages || recognised || read <= 2 || (read & (read - 1)) == 0;
}

/// Hits of a text layer, one box for each line of each.
struct BoxOfHit {
    qsizetype fact = 0;
    QRectF box;
};

} // namespace

/// One document on its way: inspect, pages, match, compare with the picture.
class EvidenceReader::Job
{
public:
    Job(EvidenceReader &reader, const EvidenceOrder &order) : m_reader(reader), m_order(order) { m_promise.start(); }
    ~Job()
    {
        if (!m_done)
            finish(Error{Error::Code::Cancelled, EvidenceReader::tr("The documents are no longer being read."), {}});
    }

    QFuture<Result<DocumentEvidence>> future() { return m_promise.future(); }

    void start()
    {
        whenDone<Result<DocumentInfo>>(m_reader.m_pages.inspect(m_order.document), [this](const Result<DocumentInfo> &info) {
            if (!info)
                return end(info.error());
            m_result = {m_order.document.sha256, m_order.kind, info->pages(), TextSource::Layer, {}};
            Q_EMIT m_reader.progress(m_result.sha256, 0, m_result.pages);
            nextPage();
        });
    }

private:
    template<typename T, typename Work> void whenDone(const QFuture<T> &future, Work work)
    {
        m_watcher = std::make_unique<QFutureWatcher<T>>();
        auto *watcher = static_cast<QFutureWatcher<T> *>(m_watcher.get());
        QObject::connect(watcher, &QFutureWatcherBase::finished, &m_reader, [this, future, work] {
            m_watcher.release()->deleteLater();
            if (m_promise.isCanceled() || future.resultCount() == 0)
                return end(Error{Error::Code::Cancelled, EvidenceReader::tr("Reading was cancelled."), {}});
            work(future.result());
        });
        watcher->setFuture(future);
    }

    PageReadingKey key() const { return {m_order.document.sha256, int(m_readings.size()), {m_order.languages, false}}; }

    void nextPage()
    {
        if (int(m_readings.size()) >= m_result.pages)
            return match();
        if (!m_reader.m_cache.find)
            return readPage();
        whenDone<Result<std::optional<PageReading>>>(m_reader.m_cache.find(key()), [this](const Result<std::optional<PageReading>> &kept) {
            if (kept && kept->has_value())
                take(**kept);
            else
                readPage();
        });
    }

    void readPage()
    {
        whenDone<Result<PageReading>>(m_reader.m_pages.read(m_order.document, int(m_readings.size()), key().options), [this](const Result<PageReading> &page) {
            // A page that cannot be read shows nothing; the others may.
            if (!page && page.error().code == Error::Code::Cancelled)
                return end(page.error());
            m_failure = page ? m_failure : std::optional(page.error());
            if (page && m_reader.m_cache.keep)
                m_reader.m_cache.keep(key(), *page);
            take(page ? *page : PageReading());
        });
    }

    void take(const PageReading &page)
    {
        const bool recognised = page.source == TextSource::Ocr;
        if (recognised)
            m_result.source = TextSource::Ocr;
        m_readings.append(page);
        Q_EMIT m_reader.progress(m_result.sha256, int(m_readings.size()), m_result.pages);
        if (isTimeToMatch(int(m_readings.size()), m_result.pages, recognised))
            match();
        else
            nextPage();
    }

    void match()
    {
        const auto work = [facts = m_order.facts, pages = m_readings, today = m_order.today] { return evidenceOf(facts, pages, today); };
        whenDone<QList<Evidence>>(QtConcurrent::run(work), [this](const QList<Evidence> &found) {
            m_result.facts = found;
            const bool all = std::all_of(found.cbegin(), found.cend(), [](const Evidence &e) { return e.verdict == Verdict::Match; });
            if (!all && int(m_readings.size()) < m_result.pages)
                return nextPage();
            m_page = 0;
            if (all || m_looked)
                return compare();
            lookCloser();
        });
    }

    /// Lines of recognised pages that were not read surely are read once more, each on its own, and everything is matched again.
    void lookCloser()
    {
        QList<DoubtfulLine> lines;
        for (; m_page < std::min<qsizetype>(m_readings.size(), kCloserPages) && lines.isEmpty(); ++m_page)
            lines = doubtfulLines(m_readings.at(m_page), m_result.facts);
        if (lines.isEmpty()) {
            m_looked = true;
            return m_better ? match() : startComparing();
        }
        QList<QRectF> boxes;
        for (const DoubtfulLine &line : std::as_const(lines))
            boxes.append(line.box);
        whenDone<Result<QList<ReadWord>>>(m_reader.m_pages.readBoxes(m_order.document, int(m_page - 1), boxes, m_order.languages), [this, lines](const Result<QList<ReadWord>> &seen) {
            if (seen && seen->size() == lines.size()) {
                PageReading &page = m_readings[m_page - 1];
                page = withCloserLook(page, lines, *seen);
                m_better = true;
            }
            lookCloser();
        });
    }

    void startComparing()
    {
        m_page = 0;
        compare();
    }

    /// The pictures of the hits, page by page.
    void compare()
    {
        QList<BoxOfHit> asked;
        for (; m_page < m_readings.size() && asked.isEmpty(); ++m_page) {
            for (qsizetype i = 0; i < m_result.facts.size(); ++i) {
                const Evidence &hit = m_result.facts.at(i);
                const bool shown = hit.verdict == Verdict::Match || hit.verdict == Verdict::Differs;
                if (!shown || hit.page != m_page || m_readings.at(m_page).source != TextSource::Layer)
                    continue;
                if (asked.size() + hit.boxes.size() > kMostBoxes) {
                    leaveUnproven(m_result.facts[i]);
                    continue;
                }
                for (const QRectF &box : hit.boxes)
                    asked.append({i, box});
            }
        }
        if (asked.isEmpty())
            return lookForInk();
        QList<QRectF> boxes;
        for (const BoxOfHit &hit : std::as_const(asked))
            boxes.append(hit.box);
        whenDone<Result<QList<ReadWord>>>(m_reader.m_pages.readBoxes(m_order.document, int(m_page - 1), boxes, m_order.languages), [this, asked](const Result<QList<ReadWord>> &seen) {
            if (seen && seen->size() == asked.size())
                return compare(asked, *seen);
            // A page that shows its text and not its picture must not pass.
            for (const BoxOfHit &hit : asked)
                leaveUnproven(m_result.facts[hit.fact]);
            compare();
        });
    }

    /// What was read at the boxes of each hit, in order.
    static QHash<qsizetype, ReadWord> byHit(const QList<BoxOfHit> &asked, const QList<ReadWord> &seen)
    {
        QHash<qsizetype, ReadWord> read;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            ReadWord &word = read[asked.at(i).fact];
            word.text = (word.text + u' ' + seen.at(i).text).simplified();
            if (!seen.at(i).text.isEmpty())
                word.confidence = std::min(word.confidence, seen.at(i).confidence);
        }
        return read;
    }

    void compare(const QList<BoxOfHit> &asked, const QList<ReadWord> &seen)
    {
        QList<BoxOfHit> doubtful;
        const QHash<qsizetype, ReadWord> read = byHit(asked, seen);
        for (const BoxOfHit &hit : asked) {
            const ReadWord &word = read[hit.fact];
            if (!picturesAgree(m_result.facts.at(hit.fact), word.text, word.confidence))
                doubtful.append(hit);
        }
        if (doubtful.isEmpty())
            return compare();
        lookAgain(doubtful, read);
    }

    /// A line read alone is misread now and then: before a paper is called forged the whole page is read from its picture.
    void lookAgain(const QList<BoxOfHit> &doubtful, const QHash<qsizetype, ReadWord> &first)
    {
        const ReadingOptions options{m_order.languages, true};
        whenDone<Result<PageReading>>(m_reader.m_pages.read(m_order.document, int(m_page - 1), options), [this, doubtful, first](const Result<PageReading> &page) {
            QList<ReadWord> seen;
            for (const BoxOfHit &hit : doubtful)
                seen.append(page ? wordsWithin(*page, hit.box) : ReadWord());
            const QHash<qsizetype, ReadWord> second = byHit(doubtful, seen);
            for (auto it = second.cbegin(); it != second.cend(); ++it) {
                Evidence &evidence = m_result.facts[it.key()];
                const ReadWord &word = it->text.isEmpty() ? first[it.key()] : *it;
                comparePicture(evidence, word.text, word.confidence);
            }
            compare();
        });
    }

    static ReadWord wordsWithin(const PageReading &page, const QRectF &box)
    {
        ReadWord all;
        for (const ReadWord &word : page.words) {
            if (!box.contains(word.box.center()))
                continue;
            all.text += (all.text.isEmpty() ? QString() : QString(u' ')) + word.text;
            all.confidence = std::min(all.confidence, word.confidence);
        }
        return all;
    }

    /// Signatures have no words: the first place to sign that was found is looked at.
    void lookForInk()
    {
        const auto place = std::find_if(m_result.facts.begin(), m_result.facts.end(),
                                        [](const Evidence &e) { return e.fact.kind == FactKind::Signature && e.verdict == Verdict::NotShown && e.page >= 0; });
        if (place == m_result.facts.end())
            return succeed();
        const qsizetype index = place - m_result.facts.begin();
        whenDone<Result<PageBitmap>>(m_reader.m_pages.render(m_order.document, place->page, kInkDpi), [this, index](const Result<PageBitmap> &page) {
            Evidence &signature = m_result.facts[index];
            if (page && hasHandwriting(*page, signaturePlace(signature.box()), m_readings.at(signature.page).words))
                takeInk(signature);
            succeed();
        });
    }

    void succeed()
    {
        const bool nothing = std::all_of(m_readings.cbegin(), m_readings.cend(), [](const PageReading &page) { return page.words.isEmpty(); });
        if (nothing && m_failure)
            end(*m_failure);
        else
            end(m_result);
    }

    void finish(const Result<DocumentEvidence> &result)
    {
        m_done = true;
        m_promise.addResult(result);
        m_promise.finish();
    }

    /// The last thing a job does: the reader lets it go.
    void end(const Result<DocumentEvidence> &result)
    {
        finish(result);
        QMetaObject::invokeMethod(
            &m_reader, [&reader = m_reader] { reader.next(); }, Qt::QueuedConnection);
    }

    EvidenceReader &m_reader;
    EvidenceOrder m_order;
    QPromise<Result<DocumentEvidence>> m_promise;
    std::unique_ptr<QFutureWatcherBase> m_watcher;
    QList<PageReading> m_readings;
    DocumentEvidence m_result;
    std::optional<Error> m_failure;
    qsizetype m_page = 0;
    bool m_looked = false; ///< closer
    bool m_better = false; ///< ... and a page was read anew
    bool m_done = false;
};

EvidenceReader::EvidenceReader(EvidencePages &pages, ReadingCache cache, QObject *parent) : QObject(parent), m_pages(pages), m_cache(std::move(cache)) {}

EvidenceReader::~EvidenceReader() = default;

QFuture<Result<DocumentEvidence>> EvidenceReader::read(const EvidenceOrder &order)
{
    auto job = std::make_shared<Job>(*this, order);
    m_jobs.append(job);
    if (m_jobs.size() == 1)
        job->start();
    return job->future();
}

void EvidenceReader::next()
{
    m_jobs.removeFirst();
    if (!m_jobs.isEmpty())
        m_jobs.first()->start();
}

} // namespace PortDesk
