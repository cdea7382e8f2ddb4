// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/thumbnails.h"

#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"
#include "ui/viewer/darkpaper.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPicture = 104;
constexpr int kRow = kPicture + 34;

/// Paper with its number below; the picture is the item's decoration.
class PageDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {kPicture + 24, kRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.palette);
        if (option.state & QStyle::State_Selected)
            StylePaint::roundedBox(painter, option.rect.adjusted(4, 2, -4, -2), StylePaint::kControlRadius, t.accentSoft, {});
        const QImage image = index.data(Qt::DecorationRole).value<QImage>();
        const QSize paper = (image.isNull() ? QSize(21, 29) : image.size()).scaled(kPicture, kPicture, Qt::KeepAspectRatio);
        QRect place(QPoint(), paper);
        place.moveCenter(QPoint(option.rect.center().x(), option.rect.top() + 8 + kPicture / 2));
        painter->fillRect(place.adjusted(-1, -1, 1, 1), t.line);
        const bool dark = static_cast<const Thumbnails *>(option.widget)->isDark();
        painter->fillRect(place, dark ? QColor(30, 30, 30) : QColor(Qt::white));
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        if (!image.isNull())
            painter->drawImage(place, dark ? darkened(image) : image);
        painter->setFont(textFont(TextRole::Caption));
        painter->setPen(option.state & QStyle::State_Selected ? t.text : t.secondary);
        painter->drawText(QRect(option.rect.left(), option.rect.bottom() - 20, option.rect.width(), 16), Qt::AlignCenter, QString::number(index.row() + 1));
    }
};

} // namespace

Thumbnails::Thumbnails(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"thumbnailList"_s);
    setAccessibleName(tr("Page thumbnails"));
    setFrameShape(NoFrame);
    setFixedWidth(kPicture + 44);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setModel(m_model);
    setItemDelegate(new PageDelegate(this));
    connect(&m_tiles, &TileLoader::arrived, this, [this](int page) {
        if (auto *item = m_model->item(page))
            item->setData(m_tiles.anyWhole(page), Qt::DecorationRole);
    });
}

void Thumbnails::setSource(PageSource *source)
{
    m_points = source ? source->pageSizes() : QList<QSizeF>();
    const QSignalBlocker quiet(this);
    m_tiles.setSource(source);
    m_model->clear();
    for (int page = 0; page < m_points.size(); ++page) {
        auto *item = new QStandardItem;
        item->setData(tr("Page %1").arg(page + 1), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
}

void Thumbnails::setCurrentPage(int page)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_model->index(page, 0));
}

void Thumbnails::setDark(bool dark)
{
    m_dark = dark;
    viewport()->update();
}

TileKey Thumbnails::key(int page) const
{
    const QSizeF size = m_points.value(page, {595, 842});
    return {page, int(kPicture * devicePixelRatioF() / std::max(size.width(), size.height()) * 7200)};
}

void Thumbnails::ask()
{
    QList<TileKey> wanted;
    const int first = verticalOffset() / kRow;
    const int last = (verticalOffset() + viewport()->height()) / kRow;
    for (int page = first; page <= last && page < m_points.size(); ++page) {
        if (m_model->item(page)->data(Qt::DecorationRole).isNull())
            wanted.append(key(page));
    }
    m_tiles.setWanted(wanted);
}

void Thumbnails::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    ask();
}

void Thumbnails::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        Q_EMIT pageChosen(current.row());
}

} // namespace PortDesk
