// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace PortDesk {

/// The rows of a request's numbers with the preflight's verdict on each in words.
class RequestNumbers final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// After these follow the codes every number has of its own (setCodes).
    enum Column { NumberColumn, TypeColumn, AddressColumn, CheckColumn, RemoveColumn, CountryColumn, AreaColumn, PinColumn, ActivateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows the request's numbers; rows that stayed keep their place and selection.
    void setRequest(const Request &request);
    /// The newest verdict; its rows are those of the request it judged.
    void setVerdict(const PreflightResult &result);

    /// Codes asked per number (FieldRule::perNumber); one column each, from ColumnCount on.
    void setCodes(const QList<FieldRule> &codes);
    const QList<FieldRule> &codes() const { return m_codes; }
    /// Columns a person writes into: PIN, what to activate, codes.
    static bool isWritten(int column) { return column == PinColumn || column == ActivateColumn || column >= ColumnCount; }
    /// The column of a pointer into a row ("/numbers/3/fields/rio_code"); the number's own for all but written cells.
    int columnOf(const QString &pointer) const;
    /// A request's row with another value in a written column.
    RequestNumber withCell(const RequestNumber &entry, int column, const QString &text) const;

    /// How each row is written, for what goes by area codes.
    QStringList texts() const;
    /// Rows without a service address.
    QList<int> unassigned() const;
    /// Numbers altogether, ranges counted by their length.
    int numberCount() const;
    /// Rows with something to look at.
    int noticeCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Asks for the change by cellEdited(); the row follows when the request has it.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void cellEdited(int row, int column, const QString &text);

private:
    struct Row {
        RequestNumber entry;
        QString text;
        QString type;
        PhoneNumber first; ///< the row's first number, for its country, area and range holder
        QString address;
        int count = 1;
        BadgeContent badge;
        QString explanation;
    };
    Row makeRow(const RequestNumber &entry) const;
    void showCases(const QList<CasePlan> &plans);
    void showProblems(const QList<Problem> &problems);
    void spliceRows(const QList<RequestNumber> &numbers);
    QVariant display(const Row &row, int column) const;
    QVariant toolTip(const Row &row, int column) const;
    QString written(const RequestNumber &entry, int column) const;

    QList<Row> m_rows;
    QList<FieldRule> m_codes;
    QList<RequestAddress> m_addresses;
    QString m_country;
    QString m_type;
};

} // namespace PortDesk
