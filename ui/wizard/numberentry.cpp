// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// How numbers come in and go: the entry half of NumbersPage.
#include "ui/widgets/busybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/delegates/tableview.h"
#include "ui/wizard/numberrows.h"
#include "ui/wizard/requestnumbers.h"
#include "ui/wizard/numberspage.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestTyped = 400; // characters judged while typing
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
    m_busy->start(tr("Reading the numbers"), int(text.count(u'\n')) + 1);
    m_edit->setEnabled(false);
    m_import.setFuture(parseNumbersInBackground(text, request().country));
}

void NumbersPage::importFile(const QString &path)
{
    const auto text = readNumbersFile(path);
    if (text)
        return importText(*text);
    bar()->setClosable(true);
    bar()->showMessage(State::Problem, text.error().message);
}

void NumbersPage::importDone()
{
    m_busy->finish();
    m_edit->setEnabled(true);
    m_edit->setFocus();
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
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            return importFile(url.toLocalFile());
    }
}

} // namespace PortDesk
