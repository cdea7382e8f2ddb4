// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tableloader.h"

#include <QFutureWatcher>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {
constexpr int kRowsAtOnce = 1000; // about 1 ms to check in the thread of the windows
}

TableLoader::TableLoader(const DocWorkerOptions &options, QObject *parent) : QObject(parent), m_options(options) {}

TableLoader::~TableLoader() = default;

template<typename T, typename Done> void TableLoader::answered(const QFuture<Result<T>> &future, Done done)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, round = m_round, done = std::move(done)] {
        watcher->deleteLater();
        if (round != m_round || watcher->future().resultCount() == 0)
            return;
        const Result<T> result = watcher->result();
        if (result)
            done(*result);
        else
            fail(result.error());
    });
    watcher->setFuture(future);
}

void TableLoader::open(const DocumentBytes &document, const TableReading &reading)
{
    ++m_round;
    m_document = document;
    m_reading = reading;
    if (!m_worker)
        m_worker = std::make_unique<DocWorker>(m_options);
    answered(m_worker->inspectTable(m_document, m_reading), [this](const TableInfo &info) {
        m_info = info;
        Q_EMIT opened(m_info);
    });
}

void TableLoader::readSheet(int sheet)
{
    ++m_round;
    m_sheet = sheet;
    m_table = {};
    readPiece();
}

void TableLoader::readPiece()
{
    const int rows = m_info.sheets.value(m_sheet).rows;
    if (!m_worker || m_table.rowCount() >= rows)
        return Q_EMIT loaded(m_table);
    answered(m_worker->readRows(m_document, m_reading, m_sheet, {m_table.rowCount(), kRowsAtOnce}), [this, rows](const TableRows &piece) {
        const auto appended = m_table.append(piece);
        if (!appended || piece.count == 0)
            return fail(appended ? Error{Error::Code::Document, u"The table could not be read: the reader's answer is damaged. Try again."_s} : appended.error());
        Q_EMIT progressed(m_table.rowCount(), rows);
        readPiece();
    });
}

void TableLoader::fail(const Error &error)
{
    ++m_round;
    Q_EMIT failed(error);
}

void TableLoader::cancel()
{
    ++m_round;
    m_worker.reset();
}

} // namespace PortDesk

#include "moc_tableloader.cpp"
