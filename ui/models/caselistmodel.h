// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace PortDesk {

/// The rows of the case list as far as they were read. Holds values only: who shows it answers moreWanted() with the next page
/// and sortWanted() with the first page in the new order (the store sorts, never the model).
class CaseListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CaseColumn, OwnerColumn, CountryColumn, NumbersColumn, CarrierColumn, StageColumn, NextColumn, AgentColumn, ColumnCount };

    explicit CaseListModel(QObject *parent = nullptr);

    /// Replaces the rows; rows that are still in the same place are updated, so that selection and scrolling stay.
    void setPage(const CasePage &page);
    void appendPage(const CasePage &page);
    void clear();
    /// The time and zone the "Next" column speaks of.
    void setNow(const QDateTime &now, const QTimeZone &zone);
    /// Whom the "Next" column speaks to; a desk unless said otherwise. Before the first rows.
    void setReader(Role reader) { m_reader = reader; }
    /// The order the rows are in, as the header shows it.
    void setOrder(CaseSort sort, bool descending);

    const CaseSummary &at(int row) const { return m_rows.at(row); }
    int rowOf(CaseId id) const;
    const CasePage &lastPage() const { return m_lastPage; }

    static std::optional<CaseSort> sortOf(int column);
    static int columnOf(CaseSort sort);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void moreWanted();
    void sortWanted(PortDesk::CaseSort sort, bool descending);

private:
    QString text(const CaseSummary &row, int column) const;

    QList<CaseSummary> m_rows;
    CasePage m_lastPage; ///< without its rows: where the next page starts
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
    Role m_reader = Role::Agent;
    CaseSort m_sort = CaseSort::Updated;
    bool m_descending = true;
    bool m_fetching = false;
};

} // namespace PortDesk
