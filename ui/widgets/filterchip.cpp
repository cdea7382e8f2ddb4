// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchip.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QMenu>
#include <QPainter>

namespace PortDesk {

namespace {

constexpr int kArrow = 16;

QFont chipFont()
{
    QFont font = textFont(TextRole::Body);
    font.setPixelSize(12);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

FilterChip::FilterChip(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FilterChip::setMenu(QMenu *menu)
{
    m_menu = menu;
    connect(this, &QAbstractButton::clicked, menu, [this, menu] { menu->popup(mapToGlobal(QPoint(0, height() + 2))); });
    updateGeometry();
}

QSize FilterChip::sizeHint() const
{
    return {QFontMetrics(chipFont()).size(Qt::TextShowMnemonic, text()).width() + 22 + (m_menu ? kArrow : 0), 26};
}

void FilterChip::nextCheckState()
{
    if (!m_menu)
        QAbstractButton::nextCheckState();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    const qreal radius = height() / 2.0;
    StylePaint::roundedBox(&painter, rect(), radius, isChecked() ? t.accentSoft : underMouse() ? t.sunken : t.surface, isChecked() ? t.accent : t.line);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        StylePaint::focusRing(&painter, rect(), radius, t.accent);
    const QColor color = !isEnabled() ? t.tertiary : isChecked() ? t.accent : t.text;
    painter.setFont(chipFont());
    painter.setPen(color);
    const QRect label = rect().adjusted(11, 0, -11 - (m_menu ? kArrow : 0), 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (m_menu)
        paintGlyph(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 11 - 12, (height() - 12) / 2, 12, 12)), Glyph::ChevronDown, t.secondary);
}

} // namespace PortDesk
