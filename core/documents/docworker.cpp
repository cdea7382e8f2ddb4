// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"

#include "core/documents/workerprocess.h"

#include <QElapsedTimer>
#include <QHash>
#include <QPromise>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <list>

using namespace Qt::StringLiterals;

namespace PortDesk {

using namespace WorkerProtocol;

namespace {

constexpr qsizetype kHeldDocuments = 4;   // in the worker at a time; the limits of intake keep them small enough
constexpr int kStartAllowanceMs = 10'000; // of a cold disk, on top of the first request's time
constexpr int kLeastMs = 500;             // for an answer after a slow loading
constexpr int kMostEnds = 2;              // workers one document may cost
constexpr double kWarmUpDpi = 150;    // as large as a page on the screen: its memory is there then, too
constexpr int kOutlineTimeoutMs = 3000;   // pages wait behind it
constexpr quint32 kWorkerCpuMs = 120'000; // a worker that has used so much is changed between two requests

Error documentError(const QString &message, const QString &detail)
{
    return {Error::Code::Document, message, detail};
}

Error endError(WorkerProcess::End end, const QString &detail)
{
    if (end == WorkerProcess::End::NotStarted)
        return {Error::Code::Io, u"The document reader could not be started. Install PortDesk again, or ask your administrator."_s, detail};
    if (end == WorkerProcess::End::Forbidden)
        return documentError(u"The document was stopped: it made its reader try something that no document needs. Open it in no other program; ask for a new "
                             "copy of the file."_s, u"forbidden; "_s + detail);
    return documentError(u"The document could not be read: the document reader stopped at it. Ask for a new copy of the file."_s,
                         end == WorkerProcess::End::BadAnswer ? u"bad answer; "_s + detail : u"crashed; "_s + detail);
}

/// One call of the client, from the queue to its answer.
struct Job
{
    DocumentBytes document; ///< empty: the request needs no loaded document
    Command command;
    int timeoutMs = 0;
    std::optional<Command> prepare = {}; ///< asked first, within the time of a page; Done means: go on
    int tries = 0;
    QString about = {};   ///< the document the request is about, when it is not loaded for it
    bool forgiven = false; ///< a worker that ends over it does not count against the document
    qsizetype items = -1; ///< how many the answer's list must have; -1: any number
    std::function<bool()> cancelled = {};
    std::function<void(const Result<Answer> &)> finish = {};
};

/// One line of text in a font every PDF reader has to find on the system.
QByteArray warmUpPage()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
           "4 0 obj<</Length 38>>stream\nBT /F 12 Tf 72 700 Td (PortDesk) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n";
}

QString culprit(const Job &job)
{
    return job.document.sha256.isEmpty() ? job.about : job.document.sha256;
}

} // namespace

class DocWorker::Private final : public QObject
{
public:
    explicit Private(const DocWorkerOptions &options);
    ~Private() override;

    template<typename T> QFuture<Result<T>> submit(Job job);
    void warmUp();
    QString password(const QString &sha256) const { return m_passwords.value(sha256); }
    void setPassword(const QString &sha256, const QString &password);
    DocWorkerOptions m_options;
    std::unique_ptr<WorkerProcess> m_process;

private:
    template<typename T> Result<T> taken(const Answer &answer, qsizetype items) const;
    void advance();
    bool ensureProcess();
    Result<void> startProcess();
    void sendCurrent();
    void send(Command command, int timeoutMs);
    int left(int timeoutMs) const;
    void onAnswer(quint32 id, const Answer &answer);
    void onEnd(WorkerProcess::End end);
    void onTimeout();
    void finishCurrent(const Result<Answer> &result);
    void dropProcess();
    void blame(const Job &job);

    std::list<Job> m_queue;
    std::unique_ptr<Job> m_current;
    bool m_loading = false; ///< the answer awaited is that of Load, the job's own request follows
    QStringList m_held;     ///< documents in the worker, least recently used first
    QHash<QString, QString> m_passwords;
    QTimer m_timer;
    quint32 m_lastId = 0;
    QHash<QString, int> m_ends; ///< workers that ended over a document
    int m_loadedInProcess = 0;
    QElapsedTimer m_sent;
    qint64 m_loadMs = 0; ///< what loading took of the time of the answer that follows
    bool m_starting = false;
};

DocWorker::Private::Private(const DocWorkerOptions &options) : m_options(options)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Private::onTimeout);
}

DocWorker::Private::~Private()
{
    const Error ended{Error::Code::Cancelled, u"The program is being closed."_s};
    if (m_current)
        m_current->finish(ended);
    for (const Job &job : m_queue)
        job.finish(ended);
}

template<typename T> QFuture<Result<T>> DocWorker::Private::submit(Job job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job.cancelled = [promise] { return promise->isCanceled(); };
    job.finish = [this, promise, items = job.items](const Result<Answer> &answer) {
        promise->addResult(answer ? taken<T>(*answer, items) : Result<T>(answer.error()));
        promise->finish();
    };
    m_queue.push_back(std::move(job));
    QMetaObject::invokeMethod(this, &Private::advance, Qt::QueuedConnection);
    return promise->future();
}

template<typename T> Result<T> DocWorker::Private::taken(const Answer &answer, [[maybe_unused]] qsizetype items) const
{
    if (const auto *error = std::get_if<Error>(&answer))
        return *error;
    if constexpr (std::is_same_v<T, PageBitmap>) {
        if (const auto *pixels = std::get_if<Pixels>(&answer)) {
            const PageBitmap bitmap = m_process->pixels().copied(pixels->width, pixels->height, pixels->bytesPerLine);
            if (!bitmap.isNull())
                return bitmap;
        }
    } else if constexpr (std::is_same_v<T, QList<ReadWord>>) {
        if (const auto *list = std::get_if<T>(&answer); list && (items < 0 || list->size() == items))
            return *list;
    } else if (const auto *value = std::get_if<T>(&answer)) {
        return *value;
    }
    return endError(WorkerProcess::End::BadAnswer, u"answer of another kind"_s);
}

/// Shows the worker a page of its own, so that programs, fonts and tables are in memory when a person opens the first document.
void DocWorker::Private::warmUp()
{
    if (m_process || m_current || !m_queue.empty())
        return;
    const DocumentBytes page = documentBytes(warmUpPage(), u"warm-up.pdf"_s);
    submit<PageBitmap>({.document = page, .command = Render{page.sha256, 0, kWarmUpDpi, {}}, .timeoutMs = m_options.pageTimeoutMs});
}

void DocWorker::Private::setPassword(const QString &sha256, const QString &password)
{
    if (password == m_passwords.value(sha256))
        return;
    m_passwords[sha256] = password;
    m_held.removeAll(sha256); // loaded again, with the new password
}

void DocWorker::Private::advance()
{
    if (m_current || m_queue.empty())
        return;
    m_current = std::make_unique<Job>(std::move(m_queue.front()));
    m_loadMs = 0;
    m_queue.pop_front();
    if (m_current->cancelled())
        finishCurrent(Error{Error::Code::Cancelled, u"Not needed any more."_s});
    else if (m_ends.value(culprit(*m_current)) >= kMostEnds)
        finishCurrent(
            documentError(u"The document stopped the document reader %1 times and was set aside. Ask for a new copy of the file, for "
                          "example a scan; to try this one again, restart PortDesk."_s.arg(kMostEnds),
                          u"set aside"_s));
    else if (ensureProcess())
        sendCurrent();
}

bool DocWorker::Private::ensureProcess()
{
    const bool worn = m_process && (m_loadedInProcess >= m_options.documentsPerProcess || m_process->cpuMs() >= kWorkerCpuMs);
    if (worn || (m_process && !m_process->isAlive()))
        dropProcess();
    if (m_process)
        return true;
    const auto started = startProcess();
    if (!started)
        finishCurrent(started.error());
    return started.ok();
}

Result<void> DocWorker::Private::startProcess()
{
    m_process = std::make_unique<WorkerProcess>(m_options);
    // Queued: a continuation of an answer may delete this client, and with it the process that is just telling it.
    connect(m_process.get(), &WorkerProcess::answered, this, &Private::onAnswer, Qt::QueuedConnection);
    connect(m_process.get(), &WorkerProcess::ended, this, &Private::onEnd, Qt::QueuedConnection);
    m_starting = true;
    auto started = m_process->start();
    if (!started)
        dropProcess();
    return started;
}

void DocWorker::Private::sendCurrent()
{
    const DocumentBytes &document = m_current->document;
    m_loading = !document.sha256.isEmpty() && !m_held.contains(document.sha256);
    if (!m_loading) {
        if (m_held.removeAll(document.sha256) > 0)
            m_held.append(document.sha256);
        return m_current->prepare ? send(*m_current->prepare, left(m_options.pageTimeoutMs)) : send(m_current->command, left(m_current->timeoutMs));
    }
    if (m_held.size() >= kHeldDocuments)
        m_process->send({0, Unload{m_held.takeFirst()}});
    ++m_loadedInProcess;
    send(Load{document.sha256, document.bytes, m_passwords.value(document.sha256)}, m_options.loadTimeoutMs);
}

void DocWorker::Private::send(Command command, int timeoutMs)
{
    m_process->send({++m_lastId, std::move(command)});
    m_timer.start(timeoutMs + (m_starting ? kStartAllowanceMs : 0));
    m_sent.start();
}

/// A file that is slow to load and slow to show is not waited for twice as long.
int DocWorker::Private::left(int timeoutMs) const
{
    const qint64 rest = m_options.answerTimeoutMs - m_loadMs;
    return m_loadMs <= 0 ? timeoutMs : int(qMin<qint64>(timeoutMs, qMax<qint64>(rest, kLeastMs)));
}

void DocWorker::Private::onAnswer(quint32 id, const Answer &answer)
{
    if (id == 0) // of an Unload, nobody waits for it
        return;
    if (!m_current || id != m_lastId)
        return onEnd(WorkerProcess::End::BadAnswer);
    m_timer.stop();
    if (m_loading) // a cold disk that starts the worker slowly is not the document's fault
        m_loadMs = m_starting ? m_process->cpuMs() : m_sent.elapsed();
    m_starting = false;
    if (!m_loading && m_current->prepare && std::holds_alternative<Done>(answer)) {
        m_current->prepare.reset();
        return send(m_current->command, m_current->timeoutMs);
    }
    if (!m_loading)
        return finishCurrent(answer);
    if (std::holds_alternative<Error>(answer))
        return finishCurrent(answer);
    m_held.append(m_current->document.sha256);
    sendCurrent();
}

void DocWorker::Private::onEnd(WorkerProcess::End end)
{
    if (sender() && sender() != m_process.get())
        return; // of a worker already given up
    const QString detail = m_process ? m_process->lastWords() : QString();
    dropProcess();
    if (!m_current)
        return;
    if (end == WorkerProcess::End::KilledFromOutside && m_current->tries++ == 0) {
        if (ensureProcess())
            sendCurrent();
        return;
    }
    if (end != WorkerProcess::End::NotStarted)
        blame(*m_current);
    finishCurrent(endError(end, detail));
}

void DocWorker::Private::onTimeout()
{
    const QString detail = u"time-out after %1 ms; "_s.arg(m_timer.interval()) + (m_process ? m_process->lastWords() : QString());
    dropProcess();
    if (!m_current)
        return;
    blame(*m_current);
    finishCurrent(
        documentError(u"The document could not be read in reasonable time. Ask for a simpler copy, for example a scan."_s, detail));
}

void DocWorker::Private::finishCurrent(const Result<Answer> &result)
{
    const std::unique_ptr<Job> job = std::move(m_current);
    QMetaObject::invokeMethod(this, &Private::advance, Qt::QueuedConnection); // before: finish() may delete this
    job->finish(result);
}

void DocWorker::Private::dropProcess()
{
    m_timer.stop();
    m_held.clear();
    m_loadedInProcess = 0;
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->setParent(this); // taken along when the client goes first
    m_process.release()->retire(); // later: it may be the sender of the signal being handled
}

void DocWorker::Private::blame(const Job &job)
{
    if (const QString document = culprit(job); !document.isEmpty() && !job.forgiven)
        ++m_ends[document];
}

DocWorker::DocWorker(const DocWorkerOptions &options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(options)) {}

DocWorker::~DocWorker() = default;

QFuture<Result<DocumentInfo>> DocWorker::inspect(const DocumentBytes &document, const QString &password)
{
    if (!password.isEmpty())
        d->setPassword(document.sha256, password);
    return d->submit<DocumentInfo>({.document = document, .command = Inspect{document.sha256}, .timeoutMs = d->m_options.loadTimeoutMs});
}

QFuture<Result<QList<QSizeF>>> DocWorker::pageSizes(const DocumentBytes &document)
{
    return d->submit<QList<QSizeF>>({.document = document, .command = ReadSizes{document.sha256}, .timeoutMs = d->m_options.loadTimeoutMs});
}

QFuture<Result<PageBitmap>> DocWorker::render(const DocumentBytes &document, int page, double dpi, const QRect &tile)
{
    return d->submit<PageBitmap>(
        {.document = document, .command = Render{document.sha256, page, dpi, tile}, .timeoutMs = d->m_options.pageTimeoutMs});
}

QFuture<Result<QList<Word>>> DocWorker::words(const DocumentBytes &document, int page)
{
    return d->submit<QList<Word>>(
        {.document = document, .command = ReadWords{document.sha256, page}, .timeoutMs = d->m_options.pageTimeoutMs});
}

QFuture<Result<PageReading>> DocWorker::read(const DocumentBytes &document, int page, const ReadingOptions &options)
{
    return d->submit<PageReading>(
        {.document = document, .command = ReadPage{document.sha256, page, options}, .timeoutMs = d->m_options.readTimeoutMs,
         .prepare = PreparePage{document.sha256, page, options, false}});
}

QFuture<Result<QList<ReadWord>>> DocWorker::readBoxes(const DocumentBytes &document, int page, const QList<QRectF> &boxes,
                                                      const QStringList &languages)
{
    return d->submit<QList<ReadWord>>({.document = document,
                                       .command = ReadBoxes{document.sha256, page, boxes, languages},
                                       .timeoutMs = d->m_options.readTimeoutMs,
                                       .prepare = PreparePage{document.sha256, page, {}, true},
                                       .items = boxes.size()});
}

QFuture<Result<QList<PageCode>>> DocWorker::codes(const DocumentBytes &document, int page)
{
    return d->submit<QList<PageCode>>(
        {.document = document, .command = ReadCodes{document.sha256, page}, .timeoutMs = d->m_options.pageTimeoutMs});
}

QFuture<Result<QByteArray>> DocWorker::withMarks(const DocumentBytes &document, const QList<Mark> &marks, bool includeInternal)
{
    QList<Mark> shown = marks;
    if (!includeInternal)
        shown.removeIf([](const Mark &mark) { return mark.internal; });
    return d->submit<QByteArray>({.document = {},
                                  .command = WriteMarks{document, d->password(document.sha256), shown},
                                  .timeoutMs = d->m_options.readTimeoutMs,
                                  .about = document.sha256});
}

QFuture<Result<QList<Mark>>> DocWorker::annotations(const DocumentBytes &document)
{
    return d->submit<QList<Mark>>({.document = document, .command = ReadMarks{document.sha256}, .timeoutMs = d->m_options.loadTimeoutMs});
}

QFuture<Result<InkPicture>> DocWorker::signaturePicture(const QByteArray &picture, int darkness)
{
    return d->submit<InkPicture>(
        {.document = {}, .command = CutSignature{picture, darkness}, .timeoutMs = d->m_options.pageTimeoutMs, .about = documentBytes(picture, {}).sha256});
}

QFuture<Result<SignatureFindings>> DocWorker::signatures(const DocumentBytes &document)
{
    return d->submit<SignatureFindings>({.document = document, .command = ReadSignatures{document.sha256}, .timeoutMs = d->m_options.loadTimeoutMs});
}

QFuture<Result<QList<OutlineEntry>>> DocWorker::outline(const DocumentBytes &document)
{
    return d->submit<QList<OutlineEntry>>({.document = document,
                                           .command = ReadOutline{document.sha256},
                                           .timeoutMs = std::min(kOutlineTimeoutMs, d->m_options.pageTimeoutMs),
                                           .forgiven = true});
}

void DocWorker::warmUp()
{
    d->warmUp();
}

QFuture<Result<QByteArray>> DocWorker::compose(const LetterContent &letter)
{
    return d->submit<QByteArray>({.document = {}, .command = Compose{letter}, .timeoutMs = d->m_options.composeTimeoutMs});
}

QFuture<Result<QByteArray>> DocWorker::toPdf(const QList<DocumentBytes> &documents, const QList<qint32> &quarterTurns)
{
    return d->submit<QByteArray>({.document = {}, .command = ToPdf{documents, quarterTurns}, .timeoutMs = d->m_options.composeTimeoutMs});
}

QFuture<Result<QByteArray>> DocWorker::extractPages(const DocumentBytes &document, const QList<int> &pages)
{
    return d->submit<QByteArray>({.document = {},
                                  .command = ExtractPages{document, d->password(document.sha256), QList<qint32>(pages.cbegin(), pages.cend())},
                                  .timeoutMs = d->m_options.composeTimeoutMs,
                                  .about = document.sha256});
}

QFuture<Result<WorkerProtection>> DocWorker::protection()
{
    return d->submit<WorkerProtection>({.document = {}, .command = AskProtection{}, .timeoutMs = d->m_options.pageTimeoutMs});
}

qint64 DocWorker::processId() const
{
    return d->m_process ? d->m_process->processId() : 0;
}

} // namespace PortDesk

#include "moc_docworker.cpp" // here and not in the collection of all: a test of this class links this class only
