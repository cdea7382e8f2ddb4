// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/outlinepanel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kLine = 28;
constexpr int kGap = 12; // right of the page numbers
constexpr int kPageRole = Qt::UserRole + 1;
constexpr int kUnfolded = 40; // lines up to which everything is unfolded at first

/// Lines of comfortable height.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + (index.column() == 1 ? kGap : 0), std::max(size.height(), kLine)};
    }
};

QList<QStandardItem *> rowOf(const OutlineEntry &entry, int page)
{
    auto *title = new QStandardItem(entry.title);
    title->setToolTip(entry.title);
    auto *number = new QStandardItem(page < 0 ? QString() : QString::number(page + 1));
    number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QStandardItem *item : {title, number}) {
        item->setEditable(false);
        item->setData(page, kPageRole);
    }
    title->setData(page < 0 ? entry.title : OutlinePanel::tr("%1, page %2").arg(entry.title).arg(page + 1), Qt::AccessibleTextRole);
    return {title, number};
}

} // namespace

OutlinePanel::OutlinePanel(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"outlineTree"_s);
    setAccessibleName(tr("Outline of the document"));
    setFrameShape(NoFrame);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setIndentation(14);
    setAllColumnsShowFocus(true);
    setItemDelegate(new LineDelegate(this));
    m_model->setColumnCount(2);
    setModel(m_model);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(24);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(this, &QTreeView::clicked, this, &OutlinePanel::choose);
    connect(this, &QTreeView::activated, this, &OutlinePanel::choose);
}

void OutlinePanel::setOutline(const QList<OutlineEntry> &entries, int pages)
{
    const QSignalBlocker quiet(this);
    const QScopedValueRollback following(m_following, true);
    m_model->removeRows(0, m_model->rowCount());
    m_places.clear();
    QList<QStandardItem *> parents{m_model->invisibleRootItem()}; // one per level
    for (const OutlineEntry &entry : entries) {
        const int page = entry.page < pages ? entry.page : -1;
        parents.resize(std::min<qsizetype>(entry.level + 1, parents.size())); // a level left out counts as the next one
        const QList<QStandardItem *> row = rowOf(entry, page);
        parents.last()->appendRow(row);
        parents.append(row.first());
        if (page >= 0)
            m_places.append({page, row.first()->index()});
    }
    if (entries.size() <= kUnfolded)
        expandAll();
    else
        collapseAll();
}

bool OutlinePanel::isEmpty() const
{
    return m_model->rowCount() == 0;
}

int OutlinePanel::contentWidth() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return sizeHintForColumn(0) + sizeHintForColumn(1) + bar + 2 * frameWidth();
}

/// The last line that begins at the page or before it.
void OutlinePanel::setCurrentPage(int page)
{
    const QPersistentModelIndex *found = nullptr;
    int nearest = -1;
    for (const auto &[at, line] : m_places) {
        if (at <= page && at >= nearest) {
            nearest = at;
            found = &line;
        }
    }
    if (currentIndex().isValid() && currentIndex().siblingAtColumn(0).data(kPageRole).toInt() == page)
        return; // one of several lines of this page was picked
    const QScopedValueRollback following(m_following, true);
    setCurrentIndex(found ? QModelIndex(*found) : QModelIndex());
}

void OutlinePanel::choose(const QModelIndex &index)
{
    const int page = index.data(kPageRole).toInt();
    if (index.isValid() && page >= 0)
        Q_EMIT pageChosen(page);
}

void OutlinePanel::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_following)
        choose(current);
}

void OutlinePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QTreeView::keyPressEvent(event);
}

} // namespace PortDesk
