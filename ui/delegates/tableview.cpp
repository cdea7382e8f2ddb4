// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/tableview.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/widgets/savedstate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 38;
constexpr int kHeader = 31;

QString flat(const QModelIndex &index)
{
    QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        text = index.data(Qt::AccessibleTextRole).toString();
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

TableView::TableView(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRow);
    horizontalHeader()->setFixedHeight(kHeader);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    connect(this, &QTableView::doubleClicked, this, &TableView::rowActivated);
}

void TableView::rememberColumns(const QString &key)
{
    rememberHeader(horizontalHeader(), key);
}

void TableView::reset()
{
    QTableView::reset();
    doItemsLayout();
}

QString TableView::selectionAsText() const
{
    if (!model() || !selectionModel())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.append(model()->headerData(column, Qt::Horizontal).toString());
    lines.append(cells.join(u'\t'));
    for (const QModelIndex &row : std::as_const(rows)) {
        cells.clear();
        for (const int column : columns)
            cells.append(flat(row.siblingAtColumn(column)));
        lines.append(cells.join(u'\t'));
    }
    return rows.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

void TableView::setEmbedded(bool embedded)
{
    m_embedded = embedded;
    setFrameShape(embedded ? QFrame::NoFrame : QFrame::StyledPanel);
    setVerticalScrollBarPolicy(embedded ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, embedded ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    if (embedded && model()) {
        connect(model(), &QAbstractItemModel::rowsInserted, this, [this] { updateGeometry(); });
        connect(model(), &QAbstractItemModel::rowsRemoved, this, [this] { updateGeometry(); });
        connect(model(), &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    }
    updateGeometry();
}

int TableView::contentHeight() const
{
    return kHeader + kRow * (model() ? model()->rowCount(rootIndex()) : 0) + 2 * frameWidth();
}

QSize TableView::sizeHint() const
{
    return m_embedded ? QSize(400, contentHeight()) : QTableView::sizeHint();
}

QSize TableView::minimumSizeHint() const
{
    return m_embedded ? QSize(100, contentHeight()) : QTableView::minimumSizeHint();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectionAsText(); !text.isEmpty())
            QApplication::clipboard()->setText(text);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHovered(rowAt(event->position().toPoint().y()));
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHovered(-1);
    return QTableView::viewportEvent(event);
}

void TableView::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

} // namespace PortDesk
