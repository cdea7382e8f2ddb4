// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numberreport.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace PortDesk {

/// A table and what its rows were read into; shared with the threads that read it.
struct ImportedTable
{
    NumberTable table;
    NumberReading reading;
    NumberReport report;
};

/// The first rows of a table as they stand in the file.
class PreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const NumberTable &table);
    void setMapping(const TableMapping &mapping);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<TableRow> m_rows;
    int m_columns = 0;
    TableMapping m_mapping;
};

/// The rows of a report, all or those of one state.
class ReportModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PlaceColumn, TextColumn, NumberColumn, StateColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const std::shared_ptr<const ImportedTable> &imported);
    /// Shows the rows of a state; nothing = all.
    void setFilter(std::optional<RowState> state);
    /// The report row shown in a row of the view.
    const NumberReportRow &reportRow(int row) const;
    /// Its cells as tab-separated text.
    QString cellsText(int row) const;
    QString cellText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TableRow cells(int at) const;
    QVariant display(const NumberReportRow &row, int column) const;

    std::shared_ptr<const ImportedTable> m_imported;
    std::optional<QList<int>> m_shown; ///< indexes in the report; none = all
    mutable QPair<int, TableRow> m_last{-1, {}};
};

} // namespace PortDesk
