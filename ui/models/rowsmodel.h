// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace PortDesk {

/// A table of values that are set as a whole; the small tables of a case page derive from it and answer data().
template<typename Row> class RowsModel : public QAbstractTableModel
{
public:
    explicit RowsModel(const QStringList &headers, QObject *parent = nullptr) : QAbstractTableModel(parent), m_headers(headers) {}

    void setRows(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    const QList<Row> &rows() const { return m_rows; }
    const Row &at(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_headers.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return m_headers.value(section);
    }

private:
    QStringList m_headers;
    QList<Row> m_rows;
};

} // namespace PortDesk
