// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/caserepository.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace PortDesk {

class CaseListModel;
class CaseListSource;
class DeskSession;
class EmptyState;
class FilterChip;
class SearchKeys;
class TableView;
class TextLabel;

/// The list of cases: search, filters, table. Remembers filter, order and columns.
class CasesView final : public QWidget
{
    Q_OBJECT
public:
    explicit CasesView(DeskSession &session, QWidget *parent = nullptr);

    void focusSearch();
    void clearFilters();
    /// Words that depend on the time are written anew.
    void tick();
    CaseId currentCase() const;
    /// How many scanned letters wait to be assigned; stands on the button that leads there.
    void setLettersWaiting(int waiting);

Q_SIGNALS:
    void caseActivated(PortDesk::CaseId id);
    void newRequestWanted();
    void lettersWanted();
    void countChanged(qint64 all);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setCompact(bool compact);
    QWidget *makeHead();
    QWidget *makeChips();
    QWidget *makeTable();
    QMenu *makeStageMenu();
    QMenu *makeCountryMenu();
    void restore();
    void remember() const;
    void ask();
    CaseQuery queryFromControls() const;
    void showChips();
    void showLoaded(qint64 matching, qint64 all);
    void showFailed(const Error &error);
    void showMenu(const QPoint &place);
    bool isFiltered() const;

    DeskSession &m_session;
    CaseListModel *m_model;
    CaseListSource *m_source;
    QTimer m_typing;
    TextLabel *m_count;
    QLineEdit *m_search;
    SearchKeys *m_keys = nullptr;
    FilterChip *m_openChip;
    FilterChip *m_overdueChip;
    FilterChip *m_stageChip;
    FilterChip *m_countryChip;
    QPushButton *m_clear;
    QPushButton *m_letters;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    std::optional<Stage> m_stage;
    QString m_country;
    CaseSort m_sort = CaseSort::Updated;
    bool m_descending = true;
    bool m_compact = false; ///< too narrow for every column
};

} // namespace PortDesk
