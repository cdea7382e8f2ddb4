// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QStandardItemModel;

namespace PortDesk {

class DeskSession;
class EmptyState;
class MessageBar;
class TableView;

/// Unfinished requests with their progress, and cases handed in: to continue, to copy as a template, to delete (with undo).
class EarlierRequests final : public QDialog
{
    Q_OBJECT
public:
    /// `open` is the draft the wizard has open already: it is not offered.
    EarlierRequests(DeskSession &session, DraftId open, QWidget *parent = nullptr);

Q_SIGNALS:
    void continueWanted(const PortDesk::Draft &draft);
    /// `said` tells what was copied and what was not.
    void copyWanted(const PortDesk::Request &request, const QString &said);

private:
    QWidget *makeList();
    QWidget *makeFoot();
    void load();
    void show(const QList<Draft> &drafts, const QList<CaseSummary> &cases);
    QString keyOf(int row) const;
    void select(const QString &key);
    void addDraft(const Draft &draft);
    void addCase(const CaseSummary &row);
    const Draft *selectedDraft() const;
    int selectedRow() const;
    void selectionChanged();
    void resumeSelected();
    void copySelected();
    void deleteSelected();
    void restore(Draft draft);

    DeskSession &m_session;
    DraftId m_open;
    QLineEdit *m_search;
    QStandardItemModel *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    MessageBar *m_bar;
    QPushButton *m_continue;
    QPushButton *m_copy;
    QPushButton *m_delete;
    QList<Draft> m_drafts;
    QList<CaseSummary> m_cases;
    int m_asked = 0; ///< the newest question wins
};

} // namespace PortDesk
