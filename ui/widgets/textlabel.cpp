// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPainter>
#include <QToolTip>

namespace PortDesk {

TextLabel::TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setRole(role);
    recolor();
}

void TextLabel::setRole(TextRole role)
{
    setFont(textFont(role));
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    recolor();
}

void TextLabel::setState(std::optional<State> state)
{
    m_state = state;
    recolor();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolor();
}

void TextLabel::recolor()
{
    const Tokens &t = tokensFor(this);
    const QColor color = m_state ? t.state(*m_state).text : m_tone == Tone::Secondary ? t.secondary : m_tone == Tone::Tertiary ? t.tertiary : t.text;
    if (palette().color(QPalette::Active, QPalette::WindowText) == color)
        return;
    QPalette mine;
    mine.setColor(QPalette::Active, QPalette::WindowText, color);
    mine.setColor(QPalette::Inactive, QPalette::WindowText, color);
    setPalette(mine);
}

ElidedLabel::ElidedLabel(const QString &text, Qt::TextElideMode mode, QWidget *parent) : QLabel(text, parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QChar(0x2026)) * 3, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    painter.drawText(area, int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine, fontMetrics().elidedText(text(), m_mode, area.width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(mapToGlobal(QPoint(0, height())), text(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace PortDesk
