// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/caselistmodel.h"

#include "ui/models/casewords.h"
#include "ui/models/kitrole.h"
#include "ui/models/stagebadge.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr std::array kSorts{std::pair{CaseListModel::CaseColumn, CaseSort::Reference}, std::pair{CaseListModel::OwnerColumn, CaseSort::Owner},
                            std::pair{CaseListModel::CountryColumn, CaseSort::Country}, std::pair{CaseListModel::NumbersColumn, CaseSort::Numbers},
                            std::pair{CaseListModel::CarrierColumn, CaseSort::Carrier}, std::pair{CaseListModel::StageColumn, CaseSort::Stage},
                            std::pair{CaseListModel::NextColumn, CaseSort::Due}};

bool sameCases(const QList<CaseSummary> &a, const QList<CaseSummary> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const CaseSummary &left, const CaseSummary &right) { return left.id == right.id; });
}

BadgeContent stageBadgeOf(const CaseSummary &row)
{
    BadgeContent badge = stageBadge(row.stage);
    badge.text = stageLabel(row);
    return badge;
}

} // namespace

CaseListModel::CaseListModel(QObject *parent) : QAbstractTableModel(parent) {}

void CaseListModel::setPage(const CasePage &page)
{
    m_fetching = false;
    m_lastPage = {{}, page.more, page.lastKey, page.lastId};
    if (!m_rows.isEmpty() && sameCases(m_rows, page.rows)) {
        m_rows = page.rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = page.rows;
    endResetModel();
}

void CaseListModel::appendPage(const CasePage &page)
{
    m_fetching = false;
    m_lastPage = {{}, page.more, page.lastKey, page.lastId};
    if (page.rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page.rows.size()) - 1);
    m_rows += page.rows;
    endInsertRows();
}

void CaseListModel::clear()
{
    setPage({});
}

void CaseListModel::setNow(const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, NextColumn), index(rowCount() - 1, NextColumn));
}

void CaseListModel::setOrder(CaseSort sort, bool descending)
{
    m_sort = sort;
    m_descending = descending;
}

int CaseListModel::rowOf(CaseId id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const CaseSummary &row) { return row.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

std::optional<CaseSort> CaseListModel::sortOf(int column)
{
    for (const auto &[ours, sort] : kSorts) {
        if (ours == column)
            return sort;
    }
    return std::nullopt;
}

int CaseListModel::columnOf(CaseSort sort)
{
    for (const auto &[column, ours] : kSorts) {
        if (ours == sort)
            return column;
    }
    return -1;
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseListModel::text(const CaseSummary &row, int column) const
{
    switch (column) {
    case CaseColumn: return row.reference;
    case OwnerColumn: return row.owner;
    case CountryColumn: return row.country;
    case NumbersColumn: return QString::number(row.numbers);
    case CarrierColumn: return row.carrier;
    case StageColumn: return stageLabel(row);
    case NextColumn: return nextWords(row, m_now, m_zone, m_reader).text;
    case AgentColumn: return initials(row.agent);
    default: return {};
    }
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseSummary &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole: return column == CountryColumn ? row.country + u' ' + numberTypeText(row.type) : text(row, column);
    case Qt::ToolTipRole: return column == AgentColumn ? QVariant(row.agent) : QVariant();
    case KeyRole: return row.id.value;
    case StrongRole: return column == CaseColumn;
    case QuietRole: return column == CarrierColumn || column == NextColumn || column == AgentColumn; // a state's colour goes before
    case SecondaryTextRole: return column == CountryColumn ? QVariant(numberTypeText(row.type)) : QVariant();
    case StateRole: return column == NextColumn ? QVariant(int(nextWords(row, m_now, m_zone, m_reader).state)) : QVariant();
    case BadgeRole:
        return column == StageColumn ? QVariant::fromValue(stageBadgeOf(row)) : QVariant();
    default: return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CaseColumn: return tr("Case");
    case OwnerColumn: return tr("Owner");
    case CountryColumn: return tr("Country");
    case NumbersColumn: return tr("Numbers");
    case CarrierColumn: return tr("Losing carrier");
    case StageColumn: return tr("Stage");
    case NextColumn: return tr("Next");
    case AgentColumn: return tr("Agent");
    default: return {};
    }
}

bool CaseListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_lastPage.more && !m_fetching;
}

void CaseListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    Q_EMIT moreWanted();
}

void CaseListModel::sort(int column, Qt::SortOrder order)
{
    const std::optional<CaseSort> wanted = sortOf(column);
    const bool descending = order == Qt::DescendingOrder;
    if (!wanted || (*wanted == m_sort && descending == m_descending))
        return;
    setOrder(*wanted, descending);
    Q_EMIT sortWanted(*wanted, descending);
}

} // namespace PortDesk
