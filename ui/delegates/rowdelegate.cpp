// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/rowdelegate.h"

#include "ui/widgets/badge.h"
#include "ui/delegates/tableview.h"

#include <QApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMargin = 10;

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

void paintPanel(QPainter *painter, const QStyleOptionViewItem &option)
{
    styleOf(option)->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

/// A text laid out once for all paints: shaping costs more than drawing, and a list paints the same words again and again.
QStaticText laidOut(TextCache &cache, const QString &text, const QFont &font)
{
    const QPair<QString, int> key(text, font.weight()); // a delegate has one size and family
    if (const QStaticText *found = cache.object(key))
        return *found;
    auto *made = new QStaticText(text);
    made->setTextFormat(Qt::PlainText);
    made->setPerformanceHint(QStaticText::AggressiveCaching);
    made->prepare({}, font);
    const QStaticText answer = *made;
    cache.insert(key, made);
    return answer;
}

/// Draws a line of text in `room`, elided when it is too long; answers the width it took.
int paintLine(TextCache &cache, QPainter *painter, const QRect &room, Qt::Alignment align, const QString &text)
{
    const QStaticText line = laidOut(cache, text, painter->font());
    const int width = int(std::ceil(line.size().width()));
    if (width > room.width()) {
        painter->drawText(room, int(align) | Qt::TextSingleLine, painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        return room.width();
    }
    const QRect place = QStyle::alignedRect(Qt::LeftToRight, align, QSize(width, int(line.size().height())), room);
    painter->drawStaticText(place.topLeft(), line);
    return width;
}

QColor textColor(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokensFor(option.palette);
    if (!(option.state & QStyle::State_Enabled))
        return t.tertiary;
    const QVariant state = index.data(StateRole);
    if (state.isValid() && State(state.toInt()) != State::Neutral)
        return t.state(State(state.toInt())).text;
    return index.data(QuietRole).toBool() ? t.secondary : t.text;
}

/// A badge as a picture of `size`; a list shows the same few again and again.
QPixmap badgePicture(const BadgeContent &content, QSize size, const QStyleOptionViewItem &item, qreal ratio)
{
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintBadge(&painter, QRect(QPoint(), size), content, tokensFor(item.palette), item.direction);
    return picture;
}

} // namespace

RowDelegate::RowDelegate(QObject *parent) : QStyledItemDelegate(parent), m_body(textFont(TextRole::Body)), m_strong(textFont(TextRole::Strong)) {}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state.setFlag(QStyle::State_HasFocus, false);
    if (const auto *table = qobject_cast<const TableView *>(option->widget))
        option->state.setFlag(QStyle::State_MouseOver, table->hoveredRow() == index.row());
    option->font = index.data(StrongRole).toBool() ? m_strong : m_body;
    option->fontMetrics = QFontMetrics(option->font);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (item.features & (QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDecoration))
        return QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    paintPanel(painter, item);
    QRect room = item.rect.adjusted(kMargin, 0, -kMargin, -1);
    const Qt::Alignment align = QStyle::visualAlignment(item.direction, item.displayAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    painter->setFont(item.font);
    painter->setPen(textColor(item, index));
    const int used = paintLine(m_texts, painter, room, align, item.text) + 5;
    const QString more = index.data(SecondaryTextRole).toString();
    if (!more.isEmpty() && room.width() - used > 12) {
        painter->setFont(m_body);
        painter->setPen(tokensFor(item.palette).secondary);
        paintLine(m_texts, painter, QStyle::visualRect(item.direction, room, room.adjusted(used, 0, 0, 0)), align, more);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString more = index.data(SecondaryTextRole).toString();
    const int second = more.isEmpty() ? 0 : QFontMetrics(m_body).horizontalAdvance(more) + 5;
    return {item.fontMetrics.horizontalAdvance(item.text) + second + 2 * kMargin + 2, std::max(38, item.fontMetrics.height() + 12)};
}

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintPanel(painter, item);
    const auto content = index.data(BadgeRole).value<BadgeContent>();
    const QRect room = item.rect.adjusted(kMargin, 0, -4, -1);
    if (content.text.isEmpty() || room.isEmpty())
        return;
    const qreal ratio = painter->device()->devicePixelRatio();
    if (ratio != std::round(ratio)) // a picture would be blurred between the pixels of the screen
        return paintBadge(painter, room, content, tokensFor(item.palette), item.direction);
    const QString key = u"%1 %2 %3 %4x%5 %6 %7 %8"_s.arg(content.text).arg(int(content.glyph)).arg(int(content.state)).arg(room.width()).arg(room.height())
                            .arg(tokensFor(item.palette).state(content.state).soft.rgba()).arg(int(item.direction)).arg(ratio);
    QPixmap *picture = m_pictures.object(key);
    if (!picture) {
        picture = new QPixmap(badgePicture(content, room.size(), item, ratio));
        m_pictures.insert(key, picture);
    }
    painter->drawPixmap(room.topLeft(), *picture);
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return badgeSize(index.data(BadgeRole).value<BadgeContent>()) + QSize(2 * kMargin, 18);
}

} // namespace PortDesk
