// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/review/evidencerows.h"

#include <QAbstractListModel>
#include <QWidget>

class QListView;
class QPushButton;

namespace PortDesk {

class BusyBar;
class EmptyState;
class KeyValueGrid;
class TextLabel;

/// Facts with their verdicts as rows.
class FactsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { LabelRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;
    void setFacts(const QList<Evidence> &facts);
    const QList<Evidence> &facts() const { return m_facts; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Evidence> m_facts;
};

/// The left side of the review: what the document has to show and whether it does; below it the picked fact in full.
class FactsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit FactsPane(QWidget *parent = nullptr);

    /// Words while the document is read; cancelWanted() when the person has enough of it.
    void showReading(const QString &sentence);
    void showEvidence(const DocumentEvidence &evidence);
    /// Why there are no facts, with Retry when it may help.
    void showNothing(const QString &title, const QString &sentence, bool retry);
    const DocumentEvidence &evidence() const { return m_evidence; }

    /// Whether values may be taken over into the form now.
    void setTakeOver(bool possible);
    int currentRow() const;
    void setCurrentRow(int row);
    /// The next (1) or previous (-1) fact somebody has to look at; false when there is none.
    bool stepProblem(int by);

Q_SIGNALS:
    void factPicked(int row);
    /// "Take over what the bill says" was pressed for the picked fact.
    void takeOverWanted(int row);
    void cancelWanted();
    void retryWanted();

private:
    QWidget *makeDetail();
    void showCounts();
    void showDetail();

    DocumentEvidence m_evidence;
    FactsModel *m_model;
    QListView *m_list;
    TextLabel *m_count;
    TextLabel *m_toLookAt;
    BusyBar *m_busy;
    EmptyState *m_nothing;
    QWidget *m_detail = nullptr;
    KeyValueGrid *m_detailGrid = nullptr;
    TextLabel *m_remark = nullptr;
    QPushButton *m_takeOver = nullptr;
    bool m_canTakeOver = false;
};

} // namespace PortDesk
