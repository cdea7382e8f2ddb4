// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scannedpages.h"

#include <QTransform>
#include <QUndoCommand>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

/// The pages before and after; they share their bytes.
class ScannedPages::Change final : public QUndoCommand
{
public:
    Change(ScannedPages &pages, const QString &text, QList<Entry> after) : QUndoCommand(text), m_pages(pages), m_before(pages.m_pages), m_after(std::move(after)) {}
    void undo() override { m_pages.show(m_before); }
    void redo() override { m_pages.show(m_after); }

private:
    ScannedPages &m_pages;
    QList<Entry> m_before;
    QList<Entry> m_after;
};

ScannedPages::ScannedPages(QObject *parent) : QAbstractListModel(parent) {}

void ScannedPages::change(const QString &text, const QList<Entry> &after)
{
    m_undo.push(new Change(*this, text, after));
}

void ScannedPages::append(const ScannedPage &page)
{
    const PageBitmap &look = page.look;
    QList<Entry> after = m_pages;
    after << Entry{++m_lastKey, page.bytes, 0, QImage(look.pixels.get(), look.width, look.height, look.bytesPerLine, QImage::Format_RGB32).copy()};
    change(tr("Scan Page"), after);
}

void ScannedPages::turn(int row)
{
    QList<Entry> after = m_pages;
    Entry &entry = after[row];
    entry.turns = (entry.turns + 1) % 4;
    entry.shown = entry.shown.transformed(QTransform().rotate(90));
    change(tr("Turn Page"), after);
}

void ScannedPages::remove(int row)
{
    QList<Entry> after = m_pages;
    after.removeAt(row);
    change(tr("Delete Page"), after);
}

void ScannedPages::move(int from, int to)
{
    if (from == to || to < 0 || to >= m_pages.size())
        return;
    QList<Entry> after = m_pages;
    after.move(from, to);
    change(tr("Move Page"), after);
}

bool ScannedPages::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    if (from.isValid() || to.isValid() || count != 1 || before < 0 || before > m_pages.size() || before == row || before == row + 1)
        return false;
    move(row, before > row ? before - 1 : before);
    return true;
}

/// Step by step, so that views keep what is chosen.
void ScannedPages::show(const QList<Entry> &pages)
{
    const auto find = [](const QList<Entry> &list, quint64 key) {
        return int(std::find_if(list.cbegin(), list.cend(), [key](const Entry &entry) { return entry.key == key; }) - list.cbegin());
    };
    for (int row = int(m_pages.size()) - 1; row >= 0; --row) {
        if (find(pages, m_pages.at(row).key) < pages.size())
            continue;
        beginRemoveRows({}, row, row);
        m_pages.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < pages.size(); ++row) {
        const int now = find(m_pages, pages.at(row).key);
        if (now == m_pages.size()) {
            beginInsertRows({}, row, row);
            m_pages.insert(row, pages.at(row));
            endInsertRows();
        } else if (now != row) {
            beginMoveRows({}, now, now, {}, row);
            m_pages.move(now, row);
            endMoveRows();
        }
        m_pages[row] = pages.at(row);
    }
    if (!m_pages.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_pages.size()) - 1));
}

QList<DocumentBytes> ScannedPages::documents() const
{
    QList<DocumentBytes> files;
    for (int row = 0; row < m_pages.size(); ++row)
        files << documentBytes(m_pages.at(row).bytes, tr("page %1").arg(row + 1));
    return files;
}

QList<qint32> ScannedPages::quarterTurns() const
{
    QList<qint32> turns;
    for (const Entry &entry : m_pages)
        turns << entry.turns;
    return turns;
}

qint64 ScannedPages::bytes() const
{
    qint64 sum = 0;
    for (const Entry &entry : m_pages)
        sum += entry.bytes.size();
    return sum;
}

int ScannedPages::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant ScannedPages::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_pages.at(index.row());
    if (role == Qt::DecorationRole)
        return entry.shown;
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return entry.turns == 0 ? tr("Page %1 of %2").arg(index.row() + 1).arg(m_pages.size())
                                : tr("Page %1 of %2, turned by %3 degrees").arg(index.row() + 1).arg(m_pages.size()).arg(entry.turns * 90);
    return {};
}

Qt::ItemFlags ScannedPages::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsDropEnabled;
}

} // namespace PortDesk
