// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QFontMetrics>
#include <QPainter>

namespace PortDesk {

namespace {

constexpr int kHeight = 20;
constexpr int kIcon = 14;
constexpr int kEdge = 9;
constexpr int kGap = 6;

QFont badgeFont()
{
    QFont font = textFont(TextRole::Caption);
    font.setPixelSize(12);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

Glyph stateGlyph(State state)
{
    switch (state) {
    case State::Good: return Glyph::Check;
    case State::Waiting: return Glyph::Clock;
    case State::Problem: return Glyph::Warning;
    case State::Info: return Glyph::Info;
    case State::Neutral: break;
    }
    return Glyph::Dot;
}

QSize badgeSize(const BadgeContent &content)
{
    const int icon = content.glyph == Glyph::None ? 0 : kIcon + kGap;
    return {2 * kEdge + icon + QFontMetrics(badgeFont()).horizontalAdvance(content.text) + 1, kHeight};
}

void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content, const Tokens &tokens, Qt::LayoutDirection direction)
{
    const StateColors &colors = tokens.state(content.state);
    const QRect pill(rect.left(), rect.top() + (rect.height() - kHeight) / 2, std::min(rect.width(), badgeSize(content).width()), kHeight);
    const QRect place = QStyle::visualRect(direction, rect, pill);
    StylePaint::roundedBox(painter, place, kHeight / 2.0, colors.soft, {});
    QRect text = place.adjusted(kEdge, 0, -kEdge, 0);
    if (content.glyph != Glyph::None) {
        const QRect icon(text.left(), text.top() + (kHeight - kIcon) / 2, kIcon, kIcon);
        paintGlyph(painter, QStyle::visualRect(direction, text, icon), content.glyph, colors.text);
        text = QStyle::visualRect(direction, text, text.adjusted(kIcon + kGap, 0, 0, 0));
    }
    painter->save();
    painter->setFont(badgeFont());
    painter->setPen(colors.text);
    painter->drawText(text, int(QStyle::visualAlignment(direction, Qt::AlignLeft)) | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(content.text, Qt::ElideRight, text.width()));
    painter->restore();
}

Badge::Badge(const BadgeContent &content, QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setContent(content);
}

void Badge::setContent(const BadgeContent &content)
{
    m_content = content;
    setAccessibleName(content.text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_content);
}

QSize Badge::minimumSizeHint() const
{
    return {2 * kEdge + kIcon, kHeight};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), m_content, tokensFor(this), layoutDirection());
}

} // namespace PortDesk
