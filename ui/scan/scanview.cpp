// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanview.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kLeast = 10; ///< millimetres
constexpr double kReach = 8;  ///< pixels round an edge in which it is grasped
constexpr double kKnob = 7;

} // namespace

ScanView::ScanView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(240, 240);
}

void ScanView::setPicture(const QImage &picture, const QSizeF &millimetres)
{
    m_picture = picture;
    m_glass = millimetres;
    setFocusPolicy(millimetres.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setMouseTracking(!millimetres.isEmpty());
    update();
}

void ScanView::setPart(const QRectF &part)
{
    if (m_glass.isEmpty())
        return;
    const QRectF glass(QPointF(), m_glass);
    QRectF inside = part.isEmpty() ? glass : part.intersected(glass);
    inside.setWidth(qMin(qMax(inside.width(), kLeast), glass.width()));
    inside.setHeight(qMin(qMax(inside.height(), kLeast), glass.height()));
    inside.moveLeft(qBound(0.0, inside.left(), glass.width() - inside.width()));
    inside.moveTop(qBound(0.0, inside.top(), glass.height() - inside.height()));
    m_part = inside;
    setAccessibleDescription(tr("%1 by %2 millimetres, %3 from the left and %4 from the top. Arrow keys move the part, with Shift they resize it, Ctrl+A is the whole glass.")
                                 .arg(qRound(inside.width())).arg(qRound(inside.height())).arg(qRound(inside.left())).arg(qRound(inside.top())));
    update();
}

void ScanView::changePart(const QRectF &part)
{
    const QRectF before = m_part;
    setPart(part);
    if (m_part != before)
        Q_EMIT partChanged(m_part);
}

QRectF ScanView::target() const
{
    if (m_picture.isNull())
        return {};
    const QRectF room = QRectF(rect()).adjusted(Spacing::S, Spacing::S, -Spacing::S, -Spacing::S);
    QRectF place(QPointF(), QSizeF(m_picture.size()).scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    return place;
}

QPointF ScanView::toWidget(const QPointF &millimetres) const
{
    const QRectF place = target();
    return place.topLeft() + QPointF(millimetres.x() / m_glass.width() * place.width(), millimetres.y() / m_glass.height() * place.height());
}

QPointF ScanView::toGlass(const QPointF &point) const
{
    const QRectF place = target();
    return {qBound(0.0, (point.x() - place.left()) / place.width(), 1.0) * m_glass.width(), qBound(0.0, (point.y() - place.top()) / place.height(), 1.0) * m_glass.height()};
}

QRectF ScanView::partInWidget() const
{
    return {toWidget(m_part.topLeft()), toWidget(m_part.bottomRight())};
}

ScanView::Grip ScanView::gripAt(const QPointF &point) const
{
    const QRectF part = partInWidget();
    if (!part.adjusted(-kReach, -kReach, kReach, kReach).contains(point))
        return {};
    Grip grip{std::abs(point.x() - part.left()) < kReach, std::abs(point.y() - part.top()) < kReach, std::abs(point.x() - part.right()) < kReach,
              std::abs(point.y() - part.bottom()) < kReach};
    const bool whole = m_part.size() == m_glass; // nowhere to move: a new part is drawn
    if (!grip.any() && !whole)
        grip = {true, true, true, true};
    return grip;
}

void ScanView::showCursor(const Grip &grip)
{
    const bool rising = (grip.left && grip.bottom) || (grip.right && grip.top);
    setCursor(grip.all()                                            ? Qt::SizeAllCursor
              : (grip.left || grip.right) && (grip.top || grip.bottom) ? (rising ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor)
              : grip.left || grip.right                             ? Qt::SizeHorCursor
              : grip.top || grip.bottom                             ? Qt::SizeVerCursor
                                                                    : Qt::CrossCursor);
}

void ScanView::mousePressEvent(QMouseEvent *event)
{
    if (m_glass.isEmpty() || m_picture.isNull() || event->button() != Qt::LeftButton)
        return;
    m_down = true;
    m_grip = gripAt(event->position());
    m_pressed = toGlass(event->position());
    m_before = m_part;
}

QRectF ScanView::resized(const QPointF &to) const
{
    if (m_grip.all())
        return m_before.translated(to - m_pressed);
    if (!m_grip.any())
        return QRectF(m_pressed, to).normalized();
    QRectF part = m_before;
    if (m_grip.left)
        part.setLeft(qMin(to.x(), part.right() - kLeast));
    else if (m_grip.right)
        part.setRight(qMax(to.x(), part.left() + kLeast));
    if (m_grip.top)
        part.setTop(qMin(to.y(), part.bottom() - kLeast));
    else if (m_grip.bottom)
        part.setBottom(qMax(to.y(), part.top() + kLeast));
    return part;
}

void ScanView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_glass.isEmpty() || m_picture.isNull())
        return;
    if (!m_down)
        return showCursor(gripAt(event->position()));
    const QPointF to = toGlass(event->position());
    if (m_grip.any() || std::hypot(to.x() - m_pressed.x(), to.y() - m_pressed.y()) > 2) { // a click draws nothing
        QRectF part = resized(to);
        if (m_grip.all()) { // moved, not cut, at the edge
            part.moveLeft(qBound(0.0, part.left(), m_glass.width() - part.width()));
            part.moveTop(qBound(0.0, part.top(), m_glass.height() - part.height()));
        }
        changePart(part);
    }
}

void ScanView::mouseReleaseEvent(QMouseEvent *)
{
    m_down = false;
}

void ScanView::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers() & Qt::ControlModifier ? 10 : 1;
    const int key = event->key();
    const QPointF by(key == Qt::Key_Left ? -step : key == Qt::Key_Right ? step : 0, key == Qt::Key_Up ? -step : key == Qt::Key_Down ? step : 0);
    if (m_glass.isEmpty() || (by.isNull() && !event->matches(QKeySequence::SelectAll)))
        return QWidget::keyPressEvent(event);
    QRectF part = m_part;
    if (by.isNull()) {
        part = QRectF(QPointF(), m_glass);
    } else if (event->modifiers() & Qt::ShiftModifier) {
        part.setWidth(qMax(kLeast, part.width() + by.x()));
        part.setHeight(qMax(kLeast, part.height() + by.y()));
    } else {
        part.moveLeft(qBound(0.0, part.left() + by.x(), m_glass.width() - part.width()));
        part.moveTop(qBound(0.0, part.top() + by.y(), m_glass.height() - part.height()));
    }
    changePart(part);
}

void ScanView::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), t.sunken);
    if (m_picture.isNull())
        return;
    const QRectF place = target();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_picture);
    painter.setPen(t.line);
    painter.drawRect(place);
    if (m_glass.isEmpty())
        return;
    const QRectF part = partInWidget();
    QPainterPath outside;
    outside.setFillRule(Qt::OddEvenFill);
    outside.addRect(place);
    outside.addRect(part);
    painter.fillPath(outside, QColor(0, 0, 0, 110));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, hasFocus() ? 3 : 2));
    painter.drawRect(part);
    painter.setPen(QPen(t.surface, 1));
    painter.setBrush(t.accent);
    const QPointF c = part.center();
    for (const QPointF &knob : {part.topLeft(), part.topRight(), part.bottomLeft(), part.bottomRight(), QPointF(c.x(), part.top()), QPointF(c.x(), part.bottom()),
                                QPointF(part.left(), c.y()), QPointF(part.right(), c.y())})
        painter.drawEllipse(knob, kKnob / 2 + 1, kKnob / 2 + 1);
}

} // namespace PortDesk
