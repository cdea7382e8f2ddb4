// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/table.h"
#include "core/numbers/numberparser.h"
#include "ui/wizard/wizardpage.h"

#include <QFutureWatcher>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace PortDesk {

class BusyBar;
class EmptyState;
class RequestNumbers;
class TableView;

/// The numbers: typed, pasted or dropped in any form, with a verdict per row. Everything can be undone.
class NumbersPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit NumbersPage(const WizardContext &context, QWidget *parent = nullptr);
    ~NumbersPage() override;

    QString stepTitle() const override { return tr("Numbers"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("numbers"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

    /// Reads `text` in the background and adds what it finds.
    void importText(const QString &text);

protected:
    void showProblems() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeEntry();
    void makeTable();
    void makeFoot();
    void addActions();
    void makeCells();
    void showColumns();
    void writeCells(const QHash<int, RequestNumber> &rows, const QString &what);
    bool pasteCells();
    void typed();
    void addTyped();
    void add(const ParsedNumbers &parsed);
    void importFiles(const QStringList &paths);
    void importNext();
    void importFile(const QString &path);
    void importTable(const DocumentBytes &document, const TableReading &reading = {});
    void importDone();
    void removeSelected();
    void removeRow(int row);
    void refresh();
    QString addressForNew() const;

    RequestNumbers *m_model;
    QLineEdit *m_edit;
    TextLabel *m_adds;
    QPushButton *m_add;
    BusyBar *m_busy;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    TextLabel *m_summary;
    QPushButton *m_remove;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QFutureWatcher<ParsedNumbers> m_import;
    QStringList m_waiting;        ///< files still to be imported, one after the other
    bool m_dialogIsOpen = false; ///< of an import
};

} // namespace PortDesk
