// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tableloader.h"

#include "core/documents/workerprocess.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace PortDesk {

using namespace WorkerProtocol;

namespace {

constexpr int kRowsAtOnce = 1000;      // about 1 ms to check in the thread of the windows
constexpr int kLoadTimeoutMs = 90'000; // a million rows
constexpr int kPieceTimeoutMs = 10'000;
constexpr int kStartAllowanceMs = 10'000; // of a cold disk

Error unreadable(const QString &message, const QString &detail)
{
    return {Error::Code::Document, message, detail};
}

Error damagedAnswer()
{
    return unreadable(u"The table could not be read: the reader's answer is damaged. Try again."_s, {});
}

Error endError(WorkerProcess::End end, const QString &detail)
{
    if (end == WorkerProcess::End::NotStarted)
        return {Error::Code::Io, u"The document reader could not be started. Install PortDesk again, or ask your administrator."_s, detail};
    return unreadable(
        u"The table could not be read: the reader stopped at it. Save only the sheet with the numbers, or save it as CSV, and choose that file."_s,
        detail);
}

} // namespace

Result<DocumentBytes> readTableFile(const QString &path, const IntakeLimits &limits)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    const auto refused = [](Error::Code code, const QString &message, const QString &problem) { return Error{code, message, problem}; };
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return refused(
            Error::Code::Io,
            u"The file \"%1\" could not be read. Check that it is still there and that you may open it, then choose it again."_s.arg(name),
            u"document.unreadable"_s);
    const QByteArray bytes = file.read(limits.maximumBytes + 1); // +1: a file that grew in between is still caught
    if (bytes.isEmpty())
        return refused(Error::Code::Invalid, u"The file \"%1\" is empty. Choose another file or ask for it again."_s.arg(name),
                       u"document.unreadable"_s);
    if (bytes.size() > limits.maximumBytes)
        return refused(
            Error::Code::Invalid,
            u"The file \"%1\" has %2; at most %3 are accepted. Divide it into several files, or save only the columns with the numbers."_s
                .arg(name, QLocale().formattedDataSize(info.size()), QLocale().formattedDataSize(limits.maximumBytes)),
            u"document.too-large"_s);
    return documentBytes(bytes, name);
}

TableLoader::TableLoader(const DocWorkerOptions &options, QObject *parent) : QObject(parent), m_options(options)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        dropProcess();
        fail(unreadable(u"The table could not be read in reasonable time. Divide it into several files."_s, u"time-out"_s));
    });
}

TableLoader::~TableLoader() = default;

qint64 TableLoader::processId() const
{
    return m_process ? m_process->processId() : 0;
}

void TableLoader::open(const DocumentBytes &document, const TableReading &reading)
{
    m_document = document;
    m_reading = reading;
    m_wanted = Wanted::Info;
    load();
}

void TableLoader::readSheet(int sheet)
{
    m_sheet = sheet;
    m_table = {};
    m_wanted = Wanted::Rows;
    if (m_isLoaded && m_process && m_process->isAlive())
        readPiece();
    else
        load();
}

/// Sends the file; what is wanted of it follows when the worker has read it.
void TableLoader::load()
{
    m_isLoaded = false;
    const bool fresh = !m_process || !m_process->isAlive();
    if (fresh)
        start();
    if (m_process)
        send(LoadTable{m_document.sha256, m_document.bytes, m_reading}, kLoadTimeoutMs + (fresh ? kStartAllowanceMs : 0));
}

void TableLoader::start()
{
    dropProcess();
    m_process = std::make_unique<WorkerProcess>(m_options);
    // Queued: a slot may drop the process that is just telling it.
    connect(
        m_process.get(), &WorkerProcess::answered, this,
        [this, from = m_process.get()](quint32 id, const Answer &answer) {
            if (from != m_process.get() || id != m_lastId)
                return; // given up
            m_timer.stop();
            if (const auto *error = std::get_if<Error>(&answer))
                fail(*error);
            else if (std::holds_alternative<Done>(answer))
                loadedInWorker();
            else if (const auto *info = std::get_if<TableInfo>(&answer))
                Q_EMIT opened(m_info = *info);
            else if (const auto *rows = std::get_if<TableRows>(&answer))
                take(*rows);
            else
                fail(damagedAnswer());
        },
        Qt::QueuedConnection);
    connect(
        m_process.get(), &WorkerProcess::ended, this,
        [this, from = m_process.get()](WorkerProcess::End end) {
            if (from == m_process.get() && m_timer.isActive())
                fail(endError(end, from->lastWords()));
        },
        Qt::QueuedConnection);
    if (const auto started = m_process->start(); !started)
        fail(started.error());
}

template<typename Command> void TableLoader::send(Command command, int timeoutMs)
{
    m_process->send({++m_lastId, std::move(command)});
    m_timer.start(timeoutMs);
}

void TableLoader::loadedInWorker()
{
    m_isLoaded = true;
    if (m_wanted == Wanted::Info)
        send(InspectTable{m_document.sha256}, kPieceTimeoutMs);
    else
        readPiece();
}

void TableLoader::readPiece()
{
    if (m_table.rowCount() >= m_info.sheets.value(m_sheet).rows)
        return Q_EMIT loaded(m_table);
    send(ReadRows{m_document.sha256, m_sheet, m_table.rowCount(), kRowsAtOnce}, kPieceTimeoutMs);
}

void TableLoader::take(const TableRows &piece)
{
    if (const auto appended = m_table.append(piece); !appended || piece.count == 0)
        return fail(damagedAnswer());
    Q_EMIT progressed(m_table.rowCount(), m_info.sheets.value(m_sheet).rows);
    if (m_process)
        readPiece();
}

void TableLoader::fail(const Error &error)
{
    m_timer.stop();
    if (m_process && !m_process->isAlive())
        dropProcess();
    Q_EMIT failed(error);
}

void TableLoader::cancel()
{
    dropProcess();
}

void TableLoader::dropProcess()
{
    m_timer.stop();
    m_isLoaded = false;
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->setParent(this); // taken along when this goes first
    m_process.release()->retire(); // later: it may be the sender of the signal being handled
}

} // namespace PortDesk

#include "moc_tableloader.cpp"
