// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tableloader.h"
#include "core/exchange/takenumbers.h"

#include <QDialog>
#include <QFutureWatcher>

class QPushButton;
class QStackedWidget;

namespace PortDesk {

class BusyBar;
class ImportColumns;
class ImportReport;
class Prompts;
class TextLabel;
struct ImportedTable;

/// What an import works with.
struct ImportSource
{
    DocumentBytes document;
    TableReading reading = {}; ///< empty: found out
    DocWorkerOptions worker = {};
    QHash<QString, QString> codeFields = {}; ///< of numberCodeFields()
};

/// The import of a table of numbers: choose the columns over the first rows, look at the report, take the numbers over. Reading
/// happens in the worker and on other threads; every wait has words, and Cancel ends it.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `request` is the one the numbers come to: its country, numbers and addresses.
    ImportDialog(const ImportSource &source, const Request &request, Prompts &prompts, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// While something is read or checked, stops that; else closes.
    void reject() override;

Q_SIGNALS:
    /// The person took the numbers over; the dialog closes.
    void taken(const PortDesk::TakenNumbers &numbers, int count);

private:
    void layOut();
    void connectLoader();
    void openFile(const TableReading &reading);
    void fileOpened(const TableInfo &info);
    void readSheet(int sheet);
    void tableLoaded(const NumberTable &table);
    void check();
    void checked();
    void take();
    void stop();
    void back();
    void advance();
    void refresh();
    void setBusy(const QString &words, int maximum = 0);

    ImportSource m_source;
    Request m_request;
    TableLoader m_loader;
    TextLabel *m_heading;
    QStackedWidget *m_stack;
    ImportColumns *m_columns;
    ImportReport *m_report;
    BusyBar *m_busy;
    QPushButton *m_back;
    QPushButton *m_close;
    QPushButton *m_next;
    NumberTable m_table;
    int m_sheet = 0;
    std::shared_ptr<const ImportedTable> m_imported;
    QFutureWatcher<Result<std::shared_ptr<const ImportedTable>>> m_check;
    QFutureWatcher<TakenNumbers> m_take;
};

} // namespace PortDesk
