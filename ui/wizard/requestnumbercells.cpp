// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person writes into the rows: PIN, what to activate, and the codes every number has of its own. A part of RequestNumbers.
#include "ui/wizard/requestnumbers.h"

#include <QRegularExpression>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

void RequestNumbers::setCodes(const QList<FieldRule> &codes)
{
    const auto same = [](const FieldRule &a, const FieldRule &b) { return a.id == b.id; };
    if (std::equal(codes.cbegin(), codes.cend(), m_codes.cbegin(), m_codes.cend(), same))
        return;
    if (!m_codes.isEmpty()) {
        beginRemoveColumns({}, ColumnCount, columnCount() - 1);
        m_codes.clear();
        endRemoveColumns();
    }
    if (codes.isEmpty())
        return;
    beginInsertColumns({}, ColumnCount, ColumnCount + int(codes.size()) - 1);
    m_codes = codes;
    endInsertColumns();
}

QString RequestNumbers::written(const RequestNumber &entry, int column) const
{
    if (column == PinColumn)
        return entry.pin;
    if (column >= ColumnCount)
        return entry.fields.value(m_codes.at(column - ColumnCount).id);
    if (entry.activate == QStringList{kActivateNone})
        return tr("none");
    return entry.activate.join(u", "_s);
}

RequestNumber RequestNumbers::withCell(const RequestNumber &entry, int column, const QString &text) const
{
    static const QRegularExpression parting(u"[,;\\s]*[,;][,;\\s]*"_s);
    RequestNumber changed = entry;
    const QString value = text.simplified();
    if (column == PinColumn) {
        changed.pin = value;
    } else if (column >= ColumnCount) {
        const QString id = m_codes.at(column - ColumnCount).id;
        if (value.isEmpty())
            changed.fields.remove(id);
        else
            changed.fields.insert(id, value);
    } else if (column == ActivateColumn) {
        const bool none = value.compare(tr("none"), Qt::CaseInsensitive) == 0 || value.compare(kActivateNone, Qt::CaseInsensitive) == 0;
        const bool all = value.isEmpty() || value.compare(tr("all"), Qt::CaseInsensitive) == 0;
        changed.activate = none ? QStringList{kActivateNone} : all ? QStringList() : value.split(parting, Qt::SkipEmptyParts);
    }
    return changed;
}

int RequestNumbers::columnOf(const QString &pointer) const
{
    const QString member = pointer.section(u'/', 3, 3);
    if (member == u"pin")
        return PinColumn;
    if (member == u"activate")
        return ActivateColumn;
    for (qsizetype i = 0; member == u"fields" && i < m_codes.size(); ++i) {
        if (m_codes.at(i).id == pointer.section(u'/', 4, 4))
            return ColumnCount + int(i);
    }
    return NumberColumn;
}

Qt::ItemFlags RequestNumbers::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && isWritten(index.column()) ? usual | Qt::ItemIsEditable : usual;
}

bool RequestNumbers::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isWritten(index.column()))
        return false;
    const QString text = value.toString();
    if (withCell(m_rows.at(index.row()).entry, index.column(), text) == m_rows.at(index.row()).entry)
        return false;
    Q_EMIT cellEdited(index.row(), index.column(), text);
    return true;
}

} // namespace PortDesk
