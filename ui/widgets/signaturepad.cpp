// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signaturepad.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kLeastStep = 2;   ///< pixels; a hand that rests adds nothing
constexpr double kPen = 2.4;
constexpr double kLineAt = 0.78;   ///< of the height
constexpr int kRounds = 2;         ///< of cutting corners

/// Cuts the corners of a stroke (Chaikin); its ends stay.
QList<QPointF> smooth(QList<QPointF> stroke)
{
    for (int round = 0; round < kRounds && stroke.size() > 2; ++round) {
        QList<QPointF> cut{stroke.first()};
        for (qsizetype i = 0; i + 1 < stroke.size(); ++i)
            cut << stroke.at(i) * 0.75 + stroke.at(i + 1) * 0.25 << stroke.at(i) * 0.25 + stroke.at(i + 1) * 0.75;
        cut << stroke.last();
        stroke = cut;
    }
    return stroke;
}

} // namespace

SignaturePad::SignaturePad(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Signature"));
    setAccessibleDescription(tr("Sign here with mouse, pen or finger. Ctrl+Z takes back the last stroke, Delete all of them. To sign with the keyboard, type your name instead."));
}

QList<QList<QPointF>> SignaturePad::strokes() const
{
    QList<QList<QPointF>> smoothed;
    for (const QList<QPointF> &stroke : m_strokes)
        smoothed << smooth(stroke);
    return smoothed;
}

void SignaturePad::clear()
{
    m_drawing = false;
    m_strokes.clear();
    update();
    Q_EMIT strokesChanged();
}

void SignaturePad::undo()
{
    if (m_strokes.isEmpty())
        return;
    m_drawing = false;
    m_strokes.removeLast();
    update();
    Q_EMIT strokesChanged();
}

void SignaturePad::begin(const QPointF &point)
{
    m_drawing = true;
    m_strokes << QList<QPointF>{point};
    update();
    Q_EMIT strokesChanged();
}

void SignaturePad::extend(const QPointF &point)
{
    if (!m_drawing)
        return;
    // A stroke that leaves the pad goes along its edge.
    const QPointF inside(qBound(0.0, point.x(), double(width())), qBound(0.0, point.y(), double(height())));
    if ((inside - m_strokes.last().last()).manhattanLength() < kLeastStep)
        return;
    m_strokes.last() << inside;
    update();
}

void SignaturePad::end()
{
    if (m_drawing)
        Q_EMIT strokesChanged();
    m_drawing = false;
}

bool SignaturePad::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(static_cast<QTouchEvent *>(event));
    default:
        return QWidget::event(event);
    }
}

/// The first finger signs; a palm that comes later does not.
bool SignaturePad::touch(QTouchEvent *event)
{
    event->accept();
    if (event->points().isEmpty())
        return true;
    const QPointF at = event->points().first().position();
    if (event->type() == QEvent::TouchBegin)
        begin(at);
    else if (event->type() == QEvent::TouchUpdate)
        extend(at);
    else
        end();
    return true;
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        extend(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        end();
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    event->accept(); // else the same stroke comes again as a mouse's
    if (event->type() == QEvent::TabletPress)
        begin(event->position());
    else if (event->type() == QEvent::TabletMove && event->pressure() > 0)
        extend(event->position());
    else if (event->type() == QEvent::TabletRelease)
        end();
}

void SignaturePad::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        return undo();
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return clear();
    QWidget::keyPressEvent(event);
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.line, hasFocus() ? 2 : 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const double y = height() * kLineAt;
    painter.setPen(QPen(tokens.tertiary, 1));
    painter.drawLine(QPointF(Spacing::XL, y), QPointF(width() - Spacing::XL, y));
    if (m_strokes.isEmpty()) {
        painter.setPen(tokens.secondary);
        painter.drawText(QRectF(0, y, width(), height() - y), Qt::AlignCenter, tr("Sign here with mouse, pen or finger"));
    }
    painter.setPen(QPen(tokens.text, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QList<QPointF> &stroke : strokes()) {
        if (stroke.size() == 1)
            painter.drawPoint(stroke.first());
        else
            painter.drawPolyline(QPolygonF(stroke));
    }
}

} // namespace PortDesk
