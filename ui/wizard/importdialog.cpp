// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/importdialog.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/importcolumns.h"
#include "ui/wizard/importmodels.h"
#include "ui/wizard/importreport.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

using Checked = Result<std::shared_ptr<const ImportedTable>>;

/// Reads the numbers off the GUI thread; progress in rows.
QFuture<Checked> checkInBackground(const NumberTable &table, const TableMapping &mapping, const Request &request)
{
    return QtConcurrent::run([table, mapping, request](QPromise<Checked> &promise) {
        auto imported = std::make_shared<ImportedTable>();
        imported->table = table;
        imported->reading = {mapping, request.country, numbersOfRequest(request)};
        promise.setProgressRange(0, table.rowCount());
        auto report = readNumberTable(table, imported->reading, [&promise](int done, int) {
            promise.setProgressValue(done);
            return !promise.isCanceled();
        });
        if (report)
            imported->report = std::move(*report);
        promise.addResult(report ? Checked(std::shared_ptr<const ImportedTable>(imported)) : Checked(report.error()));
    });
}

/// The sheet to begin with: that with most rows of those that are not hidden.
int firstSheet(const TableInfo &info)
{
    int best = 0;
    for (int i = 1; i < info.sheets.size(); ++i) {
        const TableSheet &sheet = info.sheets.at(i);
        const TableSheet &before = info.sheets.at(best);
        if (!sheet.hidden && (before.hidden || sheet.rows > before.rows))
            best = i;
    }
    return best;
}

} // namespace

ImportDialog::ImportDialog(const ImportSource &source, const Request &request, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_source(source), m_request(request), m_loader(source.worker), m_heading(new TextLabel({}, TextRole::Title)),
      m_stack(new QStackedWidget), m_columns(new ImportColumns(request.country)), m_report(new ImportReport(prompts)), m_busy(new BusyBar),
      m_back(new QPushButton(tr("&Back"))), m_close(new QPushButton(tr("Cancel"))), m_next(new QPushButton)
{
    setObjectName(u"importDialog"_s);
    setWindowTitle(tr("Import Numbers"));
    resize(900, 620);
    layOut();
    connectLoader();
    connect(&m_check, &QFutureWatcherBase::progressValueChanged, this, [this](int row) {
        m_busy->setProgress(row, tr("%1 of %n row(s) checked", nullptr, m_check.progressMaximum()).arg(locale().toString(row)));
    });
    connect(&m_check, &QFutureWatcherBase::finished, this, &ImportDialog::checked);
    connect(&m_take, &QFutureWatcherBase::finished, this, [this] {
        const int count = m_report->numbers();
        Q_EMIT taken(m_take.result(), count);
        accept();
    });
    openFile(m_source.reading);
}

ImportDialog::~ImportDialog()
{
    m_check.disconnect(this);
    m_take.disconnect(this);
    m_check.cancel();
    m_check.waitForFinished(); // at most a few hundred rows; it holds copies of everything, but the threads should not outlive the program
    m_take.waitForFinished();
}

void ImportDialog::layOut()
{
    m_heading->setObjectName(u"importHeading"_s);
    m_back->setObjectName(u"importBackButton"_s);
    m_close->setObjectName(u"importCancelButton"_s);
    m_next->setObjectName(u"importNextButton"_s);
    m_next->setDefault(true);
    setPrimary(m_next);
    m_stack->addWidget(m_columns);
    m_stack->addWidget(m_report);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_back);
    buttons->addWidget(m_busy, 1);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(m_heading);
    column->addWidget(m_stack, 1);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::back);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::advance);
    connect(m_report, &ImportReport::choiceChanged, this, &ImportDialog::refresh);
    connect(m_columns, &ImportColumns::mappingChanged, this, &ImportDialog::refresh);
    connect(m_columns, &ImportColumns::sheetChosen, this, &ImportDialog::readSheet);
    connect(m_columns, &ImportColumns::readingChosen, this, &ImportDialog::openFile);
}

void ImportDialog::connectLoader()
{
    connect(&m_loader, &TableLoader::opened, this, &ImportDialog::fileOpened);
    connect(&m_loader, &TableLoader::progressed, this,
            [this](int rows, int of) { m_busy->setProgress(rows, tr("%1 of %n row(s) read", nullptr, of).arg(locale().toString(rows))); });
    connect(&m_loader, &TableLoader::loaded, this, &ImportDialog::tableLoaded);
    connect(&m_loader, &TableLoader::failed, this, [this](const Error &error) {
        m_busy->finish();
        m_columns->showError(error.message);
    });
}

void ImportDialog::setBusy(const QString &words, int maximum)
{
    m_busy->start(words, maximum, false); // the dialog's own Cancel stops it
    refresh();
}

void ImportDialog::openFile(const TableReading &reading)
{
    m_source.reading = reading;
    setBusy(tr("Reading %1").arg(m_source.document.fileName));
    m_loader.open(m_source.document, reading);
}

void ImportDialog::fileOpened(const TableInfo &info)
{
    readSheet(firstSheet(info));
}

void ImportDialog::readSheet(int sheet)
{
    m_sheet = sheet;
    m_columns->showInfo(m_loader.info(), sheet);
    setBusy(tr("Reading the rows"), m_loader.info().sheets.value(sheet).rows);
    m_loader.readSheet(sheet);
}

void ImportDialog::tableLoaded(const NumberTable &table)
{
    m_busy->finish();
    m_table = table;
    m_columns->showTable(table);
}

void ImportDialog::check()
{
    setBusy(tr("Checking the numbers"), m_table.rowCount());
    m_check.setFuture(checkInBackground(m_table, m_columns->mapping(), m_request));
    refresh();
}

void ImportDialog::checked()
{
    m_busy->finish();
    if (!m_check.isCanceled() && m_check.future().resultCount() > 0) {
        const Checked result = m_check.result();
        if (result) {
            m_imported = *result;
            m_stack->setCurrentWidget(m_report);
            m_report->showReport(m_imported, m_source.document.fileName);
        } else {
            m_columns->showError(result.error().message);
        }
    }
    refresh();
}

void ImportDialog::take()
{
    setBusy(tr("Taking the numbers over"));
    m_take.setFuture(QtConcurrent::run([imported = m_imported, request = m_request, doubtful = m_report->takesDoubtful(), codes = m_source.codeFields] {
        NumberReading reading = imported->reading;
        reading.codeFields = codes;
        return takenNumbers(imported->table, reading, imported->report, request, doubtful);
    }));
    refresh();
}

void ImportDialog::reject()
{
    if (m_busy->isRunning())
        stop();
    else
        QDialog::reject();
}

void ImportDialog::stop()
{
    if (m_take.isRunning())
        return; // moments
    m_busy->finish();
    if (m_check.isRunning())
        return m_check.cancel(); // the columns stay as they were chosen
    m_loader.cancel();
    m_columns->showError(tr("Reading was stopped. Choose a sheet or an encoding to read again, or Cancel to close."));
}

void ImportDialog::back()
{
    m_stack->setCurrentWidget(m_columns);
    refresh();
}

void ImportDialog::advance()
{
    if (m_stack->currentWidget() == m_columns)
        check();
    else
        take();
}

void ImportDialog::refresh()
{
    const bool choosing = m_stack->currentWidget() == m_columns;
    const bool busy = m_busy->isRunning() || m_check.isRunning() || m_take.isRunning();
    m_heading->setText(choosing ? tr("What do the columns of %1 hold?").arg(m_source.document.fileName)
                                : tr("What was found in %1").arg(m_source.document.fileName));
    m_back->setVisible(!choosing);
    m_back->setEnabled(!busy);
    m_columns->setEnabled(!busy);
    m_next->setText(choosing ? tr("Check &Numbers") : tr("&Take Over %n Number(s)", nullptr, m_report->numbers()));
    m_next->setEnabled(!busy && (choosing ? m_columns->mapping().hasNumbers() : m_report->numbers() > 0));
}

} // namespace PortDesk
