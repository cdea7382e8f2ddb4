// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/scannerclient.h"

#include "core/documents/scannerprocess.h"

#include <QCoreApplication>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <list>

using namespace Qt::StringLiterals;

namespace PortDesk {

using namespace ScannerProtocol;

namespace {

struct ScannerTexts
{
    Q_DECLARE_TR_FUNCTIONS(Scanner)
};

QString sentenceOf(ScanTrouble trouble)
{
    switch (trouble) {
    case ScanTrouble::NoDevice:
        return ScannerTexts::tr("The scanner cannot be reached. Check that it is switched on and connected, then look for scanners again.");
    case ScanTrouble::Busy:
        return ScannerTexts::tr("The scanner is used by another program or person. Close the other program, or wait, and try again.");
    case ScanTrouble::Denied:
        return ScannerTexts::tr("You may not use this scanner. Ask your administrator to add your account to the group \"scanner\", then sign in again.");
    case ScanTrouble::NoPaper:
        return ScannerTexts::tr("There is no paper in the feeder. Put the pages in, or scan from the glass.");
    case ScanTrouble::Jammed:
        return ScannerTexts::tr("The paper is jammed in the scanner. Take it out, put the remaining pages in, and scan on.");
    case ScanTrouble::CoverOpen:
        return ScannerTexts::tr("The scanner's cover is open. Close it and try again.");
    case ScanTrouble::Locked:
        return ScannerTexts::tr("The scanner's transport lock is closed. Open it at the scanner and try again.");
    case ScanTrouble::Unsupported:
        return ScannerTexts::tr("The scanner does not take these settings. Choose another resolution, colour or paper.");
    case ScanTrouble::TooLarge:
        return ScannerTexts::tr("The page would have more pixels than a document may have. Choose a lower resolution or a smaller part of the page.");
    case ScanTrouble::NoMemory:
        return ScannerTexts::tr("There is not enough memory for the page. Choose a lower resolution, or close other programs.");
    case ScanTrouble::Cancelled:
        return ScannerTexts::tr("Scanning was cancelled.");
    case ScanTrouble::Io:
        break;
    }
    return ScannerTexts::tr("The scanner stopped with an error. Switch it off and on again, check its cable, and try again.");
}

Error errorOf(const Trouble &trouble)
{
    const Error::Code code = trouble.trouble == ScanTrouble::Cancelled  ? Error::Code::Cancelled
                             : trouble.trouble == ScanTrouble::NoDevice ? Error::Code::NotFound
                                                                        : Error::Code::Io;
    return {code, sentenceOf(trouble.trouble), trouble.detail};
}

Error cancelledError()
{
    return errorOf({ScanTrouble::Cancelled, {}});
}

Error endError(ScannerProcess::End end, const QString &detail)
{
    if (end == ScannerProcess::End::NotStarted)
        return {Error::Code::Io, ScannerTexts::tr("The scanner program could not be started. Install PortDesk again, or ask your administrator."), detail};
    return {Error::Code::Io,
            ScannerTexts::tr("The scanner's driver stopped unexpectedly. Switch the scanner off and on again and try once more; pages already scanned are kept."),
            end == ScannerProcess::End::BadAnswer ? u"bad answer; "_s + detail : u"crashed; "_s + detail};
}

/// One call of the client, from the queue to its answer.
struct ScanJob
{
    Command command;
    int timeoutMs = 0;
    bool afresh = false; ///< in a new program: what a driver has found once it does not look for again
    std::function<void(const Result<Answer> &)> finish;
};

} // namespace

class ScannerClient::Private final : public QObject
{
public:
    Private(const ScannerOptions &options, ScannerClient *client);
    ~Private() override;

    /// `take` makes the result of the last frame, or nothing when it is of another kind.
    template<typename T> QFuture<Result<T>> submit(ScanJob job, std::optional<T> (*take)(const Answer &));
    void cancel();

    ScannerOptions m_options;
    QPointer<ScannerProcess> m_process;

private:
    void advance();
    void begin();
    void onAnswer(quint32 id, const Answer &answer);
    void onEnd(ScannerProcess::End end);
    void finish(const Result<Answer> &result);
    void drop(int graceMs = 0);
    bool takePart(const Answer &answer);

    ScannerClient *m_client;
    std::list<ScanJob> m_queue;
    std::unique_ptr<ScanJob> m_current;
    QTimer m_timer;
    quint32 m_lastId = 0;
    bool m_cancelling = false;
    bool m_worn = false;  ///< the program has served others before the current job
    bool m_heard = false; ///< something about the current job
};

ScannerClient::Private::Private(const ScannerOptions &options, ScannerClient *client) : m_options(options), m_client(client)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        drop();
        finish(m_cancelling ? cancelledError()
                            : Error{Error::Code::Io,
                                    ScannerTexts::tr("The scanner did not answer for %n second(s). Check that it is switched on and not busy, and try again.", nullptr,
                                                     qMax(1, m_current->timeoutMs / 1000)),
                                    u"time-out"_s});
    });
}

ScannerClient::Private::~Private()
{
    drop(m_current ? m_options.cancelGraceMs : 0);
    if (m_current)
        m_current->finish(cancelledError());
    for (const ScanJob &job : m_queue)
        job.finish(cancelledError());
}

template<typename T> QFuture<Result<T>> ScannerClient::Private::submit(ScanJob job, std::optional<T> (*take)(const Answer &))
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job.finish = [promise, take](const Result<Answer> &answer) {
        if (!answer)
            promise->addResult(Result<T>(answer.error()));
        else if (const auto *trouble = std::get_if<Trouble>(&*answer))
            promise->addResult(Result<T>(errorOf(*trouble)));
        else if (auto value = take(*answer))
            promise->addResult(Result<T>(std::move(*value)));
        else
            promise->addResult(Result<T>(endError(ScannerProcess::End::BadAnswer, u"answer of another kind"_s)));
        promise->finish();
    };
    m_queue.push_back(std::move(job));
    QMetaObject::invokeMethod(this, &Private::advance, Qt::QueuedConnection);
    return promise->future();
}

void ScannerClient::Private::advance()
{
    if (m_current || m_queue.empty())
        return;
    m_current = std::make_unique<ScanJob>(std::move(m_queue.front()));
    m_queue.pop_front();
    m_cancelling = false;
    if (m_current->afresh)
        drop();
    begin();
}

void ScannerClient::Private::begin()
{
    m_heard = false;
    m_worn = !m_process.isNull();
    if (!m_process) {
        m_process = new ScannerProcess(m_options.program, m_options.letGoMs);
        // Queued: what an answer sets off may delete this client while the process is just telling it.
        connect(m_process, &ScannerProcess::answered, this, &Private::onAnswer, Qt::QueuedConnection);
        connect(m_process, &ScannerProcess::ended, this, &Private::onEnd, Qt::QueuedConnection);
        m_process->start();
    }
    m_process->send({++m_lastId, m_current->command});
    m_timer.start(m_current->timeoutMs);
}

bool ScannerClient::Private::takePart(const Answer &answer)
{
    if (const auto *progress = std::get_if<Progress>(&answer))
        Q_EMIT m_client->progressed(progress->page, progress->percent);
    else if (const auto *page = std::get_if<ScannedPage>(&answer))
        Q_EMIT m_client->pageScanned(*page);
    else
        return false;
    return true;
}

void ScannerClient::Private::onAnswer(quint32 id, const Answer &answer)
{
    if (sender() && sender() != m_process)
        return; // of a program already given up
    if (!m_current || id != m_lastId)
        return onEnd(ScannerProcess::End::BadAnswer);
    m_heard = true;
    if (!m_cancelling)
        m_timer.start(m_current->timeoutMs);
    const QPointer<Private> alive(this);
    if (!takePart(answer) && alive)
        finish(m_cancelling ? Result<Answer>(cancelledError()) : Result<Answer>(answer));
}

void ScannerClient::Private::onEnd(ScannerProcess::End end)
{
    if (sender() && sender() != m_process)
        return;
    const QString detail = m_process ? m_process->lastWords() : QString();
    drop();
    if (m_current && m_worn && !m_heard && !m_cancelling && end == ScannerProcess::End::Crashed)
        return begin(); // it left because of the job before: a driver did not let go, or the scan ended early
    if (m_current)
        finish(m_cancelling ? cancelledError() : endError(end, detail));
}

void ScannerClient::Private::finish(const Result<Answer> &result)
{
    m_timer.stop();
    const auto job = std::move(m_current);
    QMetaObject::invokeMethod(this, &Private::advance, Qt::QueuedConnection);
    if (job)
        job->finish(result); // last: it may delete this client
}

void ScannerClient::Private::drop(int graceMs)
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->abandon(graceMs);
    m_process = nullptr;
}

void ScannerClient::Private::cancel()
{
    if (!m_current) { // asked for, but not begun
        for (const ScanJob &job : std::exchange(m_queue, {}))
            job.finish(cancelledError());
        return;
    }
    if (std::exchange(m_cancelling, true))
        return;
    if (std::holds_alternative<Scan>(m_current->command)) {
        m_process->send({m_lastId, Cancel{}});
        m_timer.start(m_options.cancelGraceMs);
        return;
    }
    drop(); // nothing moves while a driver searches
    finish(cancelledError());
}

ScannerClient::ScannerClient(const ScannerOptions &options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(options, this)) {}

ScannerClient::~ScannerClient() = default;

QFuture<Result<QList<ScannerDevice>>> ScannerClient::devices()
{
    return d->submit<QList<ScannerDevice>>({ListDevices{}, d->m_options.listTimeoutMs, true, {}}, [](const Answer &answer) {
        const auto *list = std::get_if<QList<ScannerDevice>>(&answer);
        return list ? std::optional(*list) : std::nullopt;
    });
}

QFuture<Result<QList<ScannerSource>>> ScannerClient::abilities(const QString &device)
{
    return d->submit<QList<ScannerSource>>({AskAbilities{device}, d->m_options.openTimeoutMs, false, {}}, [](const Answer &answer) {
        const auto *list = std::get_if<QList<ScannerSource>>(&answer);
        return list && !list->isEmpty() ? std::optional(*list) : std::nullopt;
    });
}

QFuture<Result<int>> ScannerClient::scan(const QString &device, const ScanSettings &settings)
{
    return d->submit<int>({Scan{device, settings}, d->m_options.silenceTimeoutMs, false, {}}, [](const Answer &answer) {
        const auto *done = std::get_if<Done>(&answer);
        return done ? std::optional<int>(done->pages) : std::nullopt;
    });
}

void ScannerClient::cancel()
{
    d->cancel();
}

qint64 ScannerClient::processId() const
{
    return d->m_process ? d->m_process->processId() : 0;
}

} // namespace PortDesk

#include "moc_scannerclient.cpp"
