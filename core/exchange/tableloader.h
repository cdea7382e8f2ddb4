// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/exchange/numbertable.h"

#include <QTimer>

namespace PortDesk {

class WorkerProcess;

/// Reads a file that is to be a table (its content is judged by the worker): exists, readable, not empty, not above the limit.
Result<DocumentBytes> readTableFile(const QString &path, const IntakeLimits &limits = {});

/// Reads a table file with a worker of its own, so that a long one keeps no page waiting and Cancel can end it at once. A crash or a
/// time-out is a failed() with a sentence; the next call starts a new worker.
class TableLoader final : public QObject
{
    Q_OBJECT
public:
    explicit TableLoader(const DocWorkerOptions &options = {}, QObject *parent = nullptr);
    ~TableLoader() override;

    /// Looks at a file; answered by opened() or failed(). What is still being read is given up.
    void open(const DocumentBytes &document, const TableReading &reading = {});
    /// Reads a sheet of the opened file; answered by progressed() and loaded(), or failed().
    void readSheet(int sheet);
    /// Ends the worker; nothing is answered any more.
    void cancel();

    const TableInfo &info() const { return m_info; }
    /// Process id of the worker, 0 when none (tests kill it).
    qint64 processId() const;

Q_SIGNALS:
    void opened(const TableInfo &info);
    void progressed(int rows, int of);
    void loaded(const NumberTable &table);
    void failed(const Error &error);

private:
    enum class Wanted { Info, Rows };

    void start();
    void load();
    template<typename Command> void send(Command command, int timeoutMs);
    void loadedInWorker();
    void readPiece();
    void take(const TableRows &piece);
    void fail(const Error &error);
    void dropProcess();

    DocWorkerOptions m_options;
    std::unique_ptr<WorkerProcess> m_process;
    QTimer m_timer;
    quint32 m_lastId = 0;
    bool m_isLoaded = false; ///< the worker holds the table
    Wanted m_wanted = Wanted::Info;
    DocumentBytes m_document;
    TableReading m_reading;
    TableInfo m_info;
    NumberTable m_table;
    int m_sheet = 0;
};

} // namespace PortDesk
