// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inkview.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace PortDesk {

namespace {

constexpr double kLineAt = 0.8; ///< of the height, as on the pad that is drawn on
constexpr int kRadius = 6;

} // namespace

InkView::InkView(const QString &sentence, QWidget *parent) : QWidget(parent), m_sentence(sentence) {}

void InkView::setInk(const QImage &ink)
{
    m_ink = ink;
    update();
}

void InkView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    const double y = height() * kLineAt;
    if (m_ink.isNull()) {
        painter.setPen(tokens.secondary);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_sentence);
        return;
    }
    painter.setPen(QPen(tokens.tertiary, 1));
    painter.drawLine(QPointF(Spacing::XL, y), QPointF(width() - Spacing::XL, y));
    const QSizeF room(width() - 4.0 * Spacing::XL, y - Spacing::S);
    const QSizeF size = QSizeF(m_ink.size()).scaled(room, Qt::KeepAspectRatio);
    QImage coloured(m_ink.size(), QImage::Format_ARGB32_Premultiplied);
    coloured.fill(tokens.text);
    QPainter mask(&coloured);
    mask.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    mask.drawImage(0, 0, m_ink);
    mask.end();
    painter.drawImage(QRectF(QPointF(2.0 * Spacing::XL, y - size.height()), size), coloured);
}

} // namespace PortDesk
