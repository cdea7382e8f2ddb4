// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// How numbers come in and go: the entry half of NumbersPage.
#include "ui/widgets/busybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/delegates/tableview.h"
#include "ui/wizard/importdialog.h"
#include "ui/wizard/numberrows.h"
#include "ui/wizard/requestnumbers.h"
#include "ui/wizard/numberspage.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestTyped = 400; // characters judged while typing

/// By its name, or by how spreadsheets begin: XLSX and ODS are ZIP files, the old Excel format says so itself.
bool isTable(const QString &path)
{
    if (QStringList{u"xlsx"_s, u"ods"_s, u"csv"_s, u"tsv"_s, u"xls"_s, u"xlsm"_s}.contains(QFileInfo(path).suffix().toLower()))
        return true;
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
    return head == "PK\3\4" || head == "\xd0\xcf\x11\xe0";
}
}

bool NumbersPage::eventFilter(QObject *watched, QEvent *event)
{
    // A pasted list goes to the reader, not through the one-line field.
    if (watched == m_edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QString text = QApplication::clipboard()->text();
        if (text.trimmed().contains(u'\n') || text.size() > kLongestTyped) {
            importText(text);
            return true;
        }
    }
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste) && pasteCells())
        return true;
    return WizardPage::eventFilter(watched, event);
}

void NumbersPage::typed()
{
    const QString text = m_edit->text();
    if (text.trimmed().contains(u'\n') || text.size() > kLongestTyped) { // dropped, or pasted by the menu
        m_edit->clear();
        return importText(text);
    }
    const int count = text.trimmed().isEmpty() ? 0 : numbersIn(parseNumbers(text, request().country));
    m_adds->setText(count ? tr("adds %n number(s)", nullptr, count) : QString());
    m_add->setEnabled(!text.trimmed().isEmpty());
}

void NumbersPage::addTyped()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return;
    const ParsedNumbers parsed = parseNumbers(text, request().country);
    if (numbersIn(parsed) == 0) {
        bar()->setClosable(true);
        bar()->showMessage(State::Problem, tr("There is no telephone number in “%1”. Type one with its country code, for example +49 30 23125017.").arg(text));
        return;
    }
    add(parsed);
    m_edit->clear();
    m_edit->setFocus();
}

void NumbersPage::add(const ParsedNumbers &parsed)
{
    QList<RequestNumber> numbers = request().numbers;
    numbers << numberRows(parsed, addressForNew());
    draft().setNumbers(numbers, tr("Add %n number(s)", nullptr, numbersIn(parsed)));
    bar()->clear();
    m_table->scrollToBottom();
}

/// With only one address there is nothing to choose.
QString NumbersPage::addressForNew() const
{
    return request().addresses.size() == 1 ? request().addresses.first().id : QString();
}

void NumbersPage::importText(const QString &text)
{
    if (m_import.isRunning() || text.trimmed().isEmpty())
        return;
    if (looksLikeCells(text)) // copied from a spreadsheet
        return importTable(documentBytes(text.toUtf8(), tr("the copied cells")), {u"UTF-8"_s, u"\t"_s});
    m_busy->start(tr("Reading the numbers"), int(text.count(u'\n')) + 1);
    m_edit->setEnabled(false);
    m_import.setFuture(parseNumbersInBackground(text, request().country));
}

void NumbersPage::importFiles(const QStringList &paths)
{
    m_waiting += paths;
    importNext();
}

void NumbersPage::importNext()
{
    if (!m_waiting.isEmpty() && !m_import.isRunning() && !m_dialogIsOpen)
        importFile(m_waiting.takeFirst());
}

void NumbersPage::importFile(const QString &path)
{
    const auto refuse = [this](const Error &error) {
        bar()->setClosable(true);
        bar()->showMessage(State::Problem, error.message);
        importNext();
    };
    if (isTable(path)) {
        const auto table = readTableFile(path, context().session.limits());
        return table ? importTable(*table) : refuse(table.error());
    }
    const auto text = readNumbersFile(path);
    if (text && text->trimmed().isEmpty())
        return refuse({Error::Code::Invalid, tr("%1 is empty. Choose another file.").arg(QFileInfo(path).fileName())});
    text ? importText(*text) : refuse(text.error());
}

void NumbersPage::importTable(const DocumentBytes &document, const TableReading &reading)
{
    auto *dialog = new ImportDialog({document, reading, {}, numberCodeFields(context().session.countries())}, request(), context().prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::taken, this, [this](const TakenNumbers &found, int count) {
        TakenNumbers taken = found;
        for (RequestNumber &number : taken.numbers) {
            if (number.address.isEmpty() && taken.addresses.isEmpty())
                number.address = addressForNew();
        }
        draft().addNumbers(taken.numbers, taken.addresses, tr("Import %n number(s)", nullptr, count));
        bar()->clear();
    });
    connect(dialog, &QDialog::finished, this, [this] {
        m_dialogIsOpen = false;
        QMetaObject::invokeMethod(this, &NumbersPage::importNext, Qt::QueuedConnection);
    });
    m_dialogIsOpen = true;
    dialog->open();
}

void NumbersPage::importDone()
{
    m_busy->finish();
    m_edit->setEnabled(true);
    m_edit->setFocus();
    QMetaObject::invokeMethod(this, &NumbersPage::importNext, Qt::QueuedConnection);
    if (m_import.isCanceled()) {
        bar()->setClosable(true);
        return bar()->showMessage(State::Info, tr("Reading was cancelled. Nothing was added."));
    }
    const ParsedNumbers parsed = m_import.result();
    if (numbersIn(parsed))
        return add(parsed);
    bar()->setClosable(true);
    bar()->showMessage(State::Problem, tr("There are no telephone numbers in this text. Copy the lines with the numbers and paste them again."));
}

void NumbersPage::removeSelected()
{
    QSet<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.insert(index.row());
    if (rows.isEmpty())
        return;
    QList<RequestNumber> numbers;
    for (int row = 0; row < request().numbers.size(); ++row) {
        if (!rows.contains(row))
            numbers << request().numbers.at(row);
    }
    draft().setNumbers(numbers, tr("Remove %n row(s)", nullptr, int(rows.size())));
}

void NumbersPage::removeRow(int row)
{
    QList<RequestNumber> numbers = request().numbers;
    numbers.removeAt(row);
    draft().setNumbers(numbers, tr("Remove %n row(s)", nullptr, 1));
}

void NumbersPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void NumbersPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (!event->mimeData()->hasUrls())
        return importText(event->mimeData()->text());
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    importFiles(paths);
}

} // namespace PortDesk
