// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QStyleOption>

class QPainter;

namespace PortDesk::StylePaint {

inline constexpr int kControlHeight = 32;
inline constexpr qreal kControlRadius = 6;
inline constexpr qreal kCardRadius = 8;

/// A rounded rectangle with a crisp one pixel line; an invalid colour is not drawn.
void roundedBox(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line, qreal lineWidth = 1);
/// The ring of the control that has the keyboard.
void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color);
/// Surface, line and focus ring of a line edit, combo box or spin box.
void inputPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool focused);
void button(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void toolButtonPanel(QPainter *painter, const QStyleOption *option);
void checkBox(QPainter *painter, const QStyleOption *option);
void radioButton(QPainter *painter, const QStyleOption *option);
void tabShape(QPainter *painter, const QStyleOptionTab *option);
void tabLabel(QPainter *painter, const QStyleOptionTab *option);
void headerSection(QPainter *painter, const QStyleOption *option);
void headerLabel(QPainter *painter, const QStyleOptionHeader *option);
void itemPanel(QPainter *painter, const QStyleOptionViewItem *option, const QWidget *widget);
void progress(QPainter *painter, const QStyleOptionProgressBar *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);

} // namespace PortDesk::StylePaint
