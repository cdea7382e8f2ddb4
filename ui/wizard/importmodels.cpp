// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/importmodels.h"

#include "core/numbers/numberparser.h"
#include "ui/models/kitrole.h"
#include "ui/widgets/badge.h"

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewRows = 50;

QString shownText(const TableCell &cell)
{
    return cell.kind == CellKind::NoResult ? PreviewModel::tr("(formula without result)") : cleanedCell(cell.text);
}

BadgeContent badge(const NumberReportRow &row)
{
    switch (row.state) {
    case RowState::Valid:
        return {Glyph::Check, row.formula ? ReportModel::tr("valid, from a formula") : rowWords(row), State::Good};
    case RowState::Doubtful:
        return {Glyph::Warning, rowWords(row), State::Waiting};
    case RowState::Duplicate:
        return {Glyph::Copy, rowWords(row), State::Neutral};
    case RowState::Refused:
        break;
    }
    return {Glyph::Cross, rowWords(row), State::Problem};
}

} // namespace

void PreviewModel::setTable(const NumberTable &table)
{
    beginResetModel();
    m_rows = table.rows(0, kPreviewRows);
    m_columns = table.columnCount();
    endResetModel();
}

void PreviewModel::setMapping(const TableMapping &mapping)
{
    m_mapping = mapping;
    if (!m_rows.isEmpty() && m_columns > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, m_columns - 1));
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shownText(m_rows.at(index.row()).cell(index.column()));
    case StrongRole:
        return index.row() == m_mapping.headerRow;
    case QuietRole:
        return index.row() < m_mapping.headerRow || m_mapping.column(index.column()) == TableColumn::Nothing;
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Vertical && section < m_rows.size() ? QString::number(m_rows.at(section).number) : columnName(section);
}

void ReportModel::setReport(const std::shared_ptr<const ImportedTable> &imported)
{
    beginResetModel();
    m_imported = imported;
    m_shown.reset();
    m_last = {-1, {}};
    endResetModel();
}

void ReportModel::setFilter(std::optional<RowState> state)
{
    beginResetModel();
    m_shown.reset();
    if (state) {
        QList<int> shown;
        for (int i = 0; i < m_imported->report.rows.size(); ++i) {
            if (m_imported->report.rows.at(i).state == *state)
                shown.append(i);
        }
        m_shown = shown;
    }
    endResetModel();
}

const NumberReportRow &ReportModel::reportRow(int row) const
{
    return m_imported->report.rows.at(m_shown ? m_shown->at(row) : row);
}

TableRow ReportModel::cells(int at) const
{
    if (m_last.first != at) // the columns of a row are painted one after the other
        m_last = {at, m_imported->table.row(at)};
    return m_last.second;
}

QString ReportModel::cellsText(int row) const
{
    QStringList texts;
    for (const TableCell &cell : cells(reportRow(row).at).cells)
        texts.append(cleanedCell(cell.text));
    return texts.join(u'\t');
}

QString ReportModel::cellText(int row) const
{
    return shownText(cells(reportRow(row).at).cell(reportRow(row).column));
}

int ReportModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_imported)
        return 0;
    return int(m_shown ? m_shown->size() : m_imported->report.rows.size());
}

QVariant ReportModel::display(const NumberReportRow &row, int column) const
{
    switch (column) {
    case PlaceColumn:
        return QString(columnName(row.column) + QString::number(cells(row.at).number));
    case TextColumn:
        return shownText(cells(row.at).cell(row.column));
    case NumberColumn:
        if (row.e164.isEmpty())
            return {};
        return row.count > 1 ? tr("%1 and %n more", nullptr, row.count - 1).arg(internationalNumber(row.e164))
                             : internationalNumber(row.e164);
    case StateColumn:
        return badge(row).text;
    default:
        return {};
    }
}

QVariant ReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NumberReportRow &row = reportRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == StateColumn ? QVariant() : display(row, index.column());
    case Qt::AccessibleTextRole:
        return display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == StateColumn ? rowSentence(row) : QString();
    case BadgeRole:
        return index.column() == StateColumn ? QVariant::fromValue(badge(row)) : QVariant();
    case StrongRole:
        return index.column() == NumberColumn;
    case QuietRole:
        return index.column() == PlaceColumn;
    default:
        return {};
    }
}

QVariant ReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlaceColumn:
        return tr("Cell");
    case TextColumn:
        return tr("In the file");
    case NumberColumn:
        return tr("Number");
    default:
        return tr("Check");
    }
}

} // namespace PortDesk
