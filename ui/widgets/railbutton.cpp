// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/railbutton.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QKeyEvent>
#include <QPainter>

namespace PortDesk {

RailButton::RailButton(Glyph glyph, const QString &text, QWidget *parent) : QAbstractButton(parent), m_glyph(glyph)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCount(int count, bool urgent)
{
    m_count = count;
    m_urgent = urgent;
    setAccessibleDescription(count > 0 ? tr("%n item(s)", nullptr, count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    return {160, 36};
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    // The rail moves the focus; Qt's own arrows in a group would open each place on the way.
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    const auto visual = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    if (isChecked())
        StylePaint::roundedBox(&painter, rect(), StylePaint::kControlRadius, t.surface, t.line);
    else if (underMouse())
        StylePaint::roundedBox(&painter, rect(), StylePaint::kControlRadius, t.line, {});
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        StylePaint::focusRing(&painter, rect(), StylePaint::kControlRadius, t.accent);
    const QColor color = isChecked() ? t.text : t.secondary;
    paintGlyph(&painter, visual(QRect(10, (height() - 16) / 2, 16, 16)), m_glyph, color);
    QFont font = textFont(TextRole::Body);
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(color);
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter;
    painter.drawText(visual(rect().adjusted(36, 0, -44, 0)), align, painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 80));
    if (m_count <= 0)
        return;
    painter.setFont(textFont(m_urgent ? TextRole::CaptionStrong : TextRole::Caption));
    painter.setPen(m_urgent ? t.problem.text : t.secondary);
    painter.drawText(visual(rect().adjusted(width() - 60, 0, -10, 0)), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)) | Qt::AlignVCenter,
                     m_count > 9999 ? QStringLiteral("9999+") : QString::number(m_count));
}

} // namespace PortDesk
