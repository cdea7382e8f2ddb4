// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylepaint.h"

#include "ui/theme/textrole.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTableView>
#include <QWidget>

namespace PortDesk::StylePaint {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

class Saved
{
public:
    explicit Saved(QPainter *painter) : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Saved(const Saved &) = delete;
    Saved &operator=(const Saved &) = delete;

private:
    QPainter *m_painter;
};

QColor mixed(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * part), float(a.greenF() + (b.greenF() - a.greenF()) * part),
                            float(a.blueF() + (b.blueF() - a.blueF()) * part));
}

QColor buttonTextColor(const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = tokensFor(option->palette);
    if (!has(option, QStyle::State_Enabled))
        return t.tertiary;
    if (widget && widget->property("primary").toBool())
        return t.onAccent;
    if (widget && widget->property("quiet").toBool())
        return t.secondary;
    return option->palette.color(QPalette::ButtonText);
}

} // namespace

void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line, qreal lineWidth)
{
    const Saved saved(painter);
    const qreal half = line.isValid() ? lineWidth / 2 : 0;
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color)
{
    roundedBox(painter, rect, radius, {}, color, 2);
}

void inputPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool focused)
{
    const Tokens &t = tokensFor(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool problem = widget && widget->property("problem").toBool();
    const QColor line = problem ? t.problem.text : has(option, QStyle::State_MouseOver) && enabled ? mixed(t.line, t.tertiary, 0.5) : t.line;
    roundedBox(painter, option->rect, kControlRadius, enabled ? t.surface : t.window, line);
    if (focused)
        focusRing(painter, option->rect, kControlRadius, problem ? t.problem.text : t.accent);
}

void button(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = tokensFor(option->palette);
    const bool primary = widget && widget->property("primary").toBool();
    const bool quiet = widget && widget->property("quiet").toBool();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken);
    QColor fill = primary ? t.accent : has(option, QStyle::State_On) ? t.accentSoft : t.surface;
    QColor line = primary ? QColor() : t.line;
    if (!enabled) {
        fill = primary ? t.sunken : t.window;
        line = t.line;
    } else if (down || hover) {
        fill = mixed(fill, primary ? t.text : t.sunken, down ? (primary ? 0.25 : 1) : (primary ? 0.12 : 0.6));
    }
    if (quiet && !hover && !down) {
        fill = QColor();
        line = QColor();
    }
    roundedBox(painter, option->rect, kControlRadius, fill, line);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option->rect, kControlRadius, primary ? t.text : t.accent);
}

void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const Saved saved(painter);
    const QColor color = buttonTextColor(option, widget);
    const int gap = option->text.isEmpty() ? 0 : 6;
    const int iconWidth = option->icon.isNull() ? 0 : option->iconSize.width() + gap;
    const int arrow = option->features.testFlag(QStyleOptionButton::HasMenu) ? 18 : 0;
    const int textWidth = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width();
    QRect row = option->rect;
    const int used = std::min(row.width(), iconWidth + textWidth + arrow);
    row.setLeft(row.left() + (row.width() - used) / 2);
    row.setWidth(used);
    if (iconWidth > 0) {
        QPixmap pixmap = option->icon.pixmap(option->iconSize, painter->device()->devicePixelRatio());
        QPainter tint(&pixmap);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(QRect(QPoint(), pixmap.size()), color);
        tint.end();
        const QRect place(row.left(), row.center().y() - option->iconSize.height() / 2 + 1, option->iconSize.width(), option->iconSize.height());
        painter->drawPixmap(QStyle::visualRect(option->direction, row, place), pixmap);
    }
    painter->setPen(color);
    const QRect text = QStyle::visualRect(option->direction, row, row.adjusted(iconWidth, 0, -arrow, 0));
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextShowMnemonic, option->text);
    if (arrow > 0)
        paintGlyph(painter, QStyle::visualRect(option->direction, row, QRect(row.right() - 13, row.center().y() - 6, 14, 14)), Glyph::ChevronDown, color);
}

void toolButtonPanel(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensFor(option->palette);
    const bool active = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    const QColor fill = has(option, QStyle::State_On) ? t.accentSoft : has(option, QStyle::State_Sunken) || active ? t.sunken : QColor();
    roundedBox(painter, option->rect, kControlRadius, fill, {});
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option->rect, kControlRadius, t.accent);
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensFor(option->palette);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor fill = on ? (enabled ? t.accent : t.tertiary) : (enabled ? t.surface : t.window);
    roundedBox(painter, option->rect, 4, fill, on ? QColor() : t.tertiary);
    if (on)
        paintGlyph(painter, option->rect.adjusted(2, 2, -2, -2), has(option, QStyle::State_On) ? Glyph::Check : Glyph::Minus, t.onAccent);
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensFor(option->palette);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor color = enabled ? (on ? t.accent : t.tertiary) : t.tertiary;
    roundedBox(painter, option->rect, option->rect.width() / 2.0, enabled ? t.surface : t.window, color, on ? 5 : 1);
}

void tabShape(QPainter *painter, const QStyleOptionTab *option)
{
    const Tokens &t = tokensFor(option->palette);
    const QRect r = option->rect;
    if (has(option, QStyle::State_Selected))
        painter->fillRect(QRect(r.left() + 8, r.bottom() - 1, r.width() - 16, 2), t.accent);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, r.adjusted(2, 4, -2, -5), kControlRadius, t.accent);
}

void tabLabel(QPainter *painter, const QStyleOptionTab *option)
{
    const Saved saved(painter);
    const Tokens &t = tokensFor(option->palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool selected = has(option, QStyle::State_Selected);
    painter->setFont(textFont(selected ? TextRole::Strong : TextRole::Body));
    painter->setPen(!enabled ? t.tertiary : selected || has(option, QStyle::State_MouseOver) ? t.text : t.secondary);
    QRect text = option->rect.adjusted(8, 0, -8, -2);
    if (!option->icon.isNull()) {
        option->icon.paint(painter, QStyle::visualRect(option->direction, text, QRect(text.left(), text.center().y() - 7, 16, 16)));
        text = QStyle::visualRect(option->direction, text, text.adjusted(22, 0, 0, 0));
    }
    painter->drawText(text, Qt::AlignCenter | Qt::TextShowMnemonic, option->text);
}

void headerSection(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokensFor(option->palette);
    painter->fillRect(option->rect, t.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
}

void headerLabel(QPainter *painter, const QStyleOptionHeader *option)
{
    const Saved saved(painter);
    const Tokens &t = tokensFor(option->palette);
    painter->setFont(textFont(TextRole::CaptionStrong));
    painter->setPen(has(option, QStyle::State_MouseOver) ? t.text : t.secondary);
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const int room = option->rect.width() - (sorted ? 16 : 0);
    const QString text = painter->fontMetrics().elidedText(option->text, Qt::ElideRight, room);
    const auto alignment = QStyle::visualAlignment(option->direction, option->textAlignment);
    const QRect label = QStyle::visualRect(option->direction, option->rect, option->rect.adjusted(0, 0, sorted ? -16 : 0, 0));
    painter->drawText(label, int(alignment) | Qt::AlignVCenter, text);
    if (!sorted)
        return;
    const int width = painter->fontMetrics().horizontalAdvance(text);
    const bool right = option->textAlignment & Qt::AlignRight;
    const QRect arrow(right ? option->rect.right() - 12 : option->rect.left() + width + 4, option->rect.center().y() - 5, 12, 12);
    // "Down" is Qt's word for ascending.
    paintGlyph(painter, QStyle::visualRect(option->direction, option->rect, arrow),
               option->sortIndicator == QStyleOptionHeader::SortDown ? Glyph::ChevronUp : Glyph::ChevronDown, t.secondary);
}

void itemPanel(QPainter *painter, const QStyleOptionViewItem *option, const QWidget *widget)
{
    const Tokens &t = tokensFor(option->palette);
    const bool table = qobject_cast<const QTableView *>(widget);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    const bool selected = has(option, QStyle::State_Selected);
    const QColor fill = selected ? (has(option, QStyle::State_Enabled) ? t.accentSoft : t.sunken) : has(option, QStyle::State_MouseOver) ? t.window : QColor();
    if (fill.isValid() && table)
        painter->fillRect(option->rect, fill);
    else if (fill.isValid())
        roundedBox(painter, option->rect.adjusted(2, 0, -2, 0), kControlRadius, fill, {});
    if (table)
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
}

void progress(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Tokens &t = tokensFor(option->palette);
    QRectF bar(option->rect);
    bar.setTop(bar.center().y() - 3);
    bar.setHeight(6);
    roundedBox(painter, bar, 3, t.sunken, {});
    const int span = option->maximum - option->minimum;
    QRectF done = bar;
    if (span > 0) {
        done.setWidth(bar.width() * (option->progress - option->minimum) / span);
    } else { // no end known: a third of the bar, where `progress` says
        done.setWidth(bar.width() / 3);
        done.moveLeft(bar.left() + bar.width() / 3);
    }
    if (option->direction == Qt::RightToLeft)
        done.moveRight(bar.right() - (done.left() - bar.left()));
    if (done.width() >= 1)
        roundedBox(painter, done, 3, t.accent, {});
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Tokens &t = tokensFor(option->palette);
    if (option->maximum <= option->minimum)
        return;
    const bool strong = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const QRectF handle = option->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    roundedBox(painter, handle, std::min(handle.width(), handle.height()) / 2, strong ? t.tertiary : mixed(t.line, t.tertiary, 0.4), {});
}

} // namespace PortDesk::StylePaint
