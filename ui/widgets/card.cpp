// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace PortDesk {

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextRole::Section)), m_header(new QHBoxLayout), m_outer(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_header->setSpacing(Spacing::S);
    m_header->addWidget(m_title, 1);
    m_outer->setSpacing(Spacing::M);
    m_outer->addLayout(m_header);
    m_outer->addLayout(m_body, 1);
    m_body->setSpacing(Spacing::S);
    setFlush(false);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setEdge(std::optional<State> state)
{
    m_edge = state;
    update();
}

void Card::addToHeader(QWidget *widget)
{
    m_header->addWidget(widget);
}

void Card::setFlush(bool flush)
{
    const int margin = flush ? 1 : Spacing::L;
    m_outer->setContentsMargins(margin, margin, margin, margin);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    StylePaint::roundedBox(&painter, rect(), StylePaint::kCardRadius, t.surface, t.line);
    if (!m_edge)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), StylePaint::kCardRadius, StylePaint::kCardRadius);
    painter.setClipPath(shape);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 3 : 0;
    painter.fillRect(QRect(x, 0, 3, height()), t.state(*m_edge).text);
}

} // namespace PortDesk
