// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/exchange/numbertable.h"

namespace PortDesk {

/// Reads a table file with a worker of its own, so that a long one keeps no page waiting and Cancel can end it at once.
class TableLoader final : public QObject
{
    Q_OBJECT
public:
    explicit TableLoader(const DocWorkerOptions &options = {}, QObject *parent = nullptr);
    ~TableLoader() override;

    /// Looks at a file; answered by opened() or failed(). An open() or readSheet() before is given up.
    void open(const DocumentBytes &document, const TableReading &reading = {});
    /// Reads a sheet of the opened file; answered by progressed() and loaded(), or failed().
    void readSheet(int sheet);
    /// Ends the worker; nothing is answered any more.
    void cancel();

    const TableInfo &info() const { return m_info; }

Q_SIGNALS:
    void opened(const TableInfo &info);
    void progressed(int rows, int of);
    void loaded(const NumberTable &table);
    void failed(const Error &error);

private:
    void readPiece();
    void fail(const Error &error);
    template<typename T, typename Done> void answered(const QFuture<Result<T>> &future, Done done);

    DocWorkerOptions m_options;
    std::unique_ptr<DocWorker> m_worker;
    DocumentBytes m_document;
    TableReading m_reading;
    TableInfo m_info;
    NumberTable m_table;
    int m_sheet = 0;
    int m_round = 0; ///< answers of an earlier one are not ours
};

} // namespace PortDesk
