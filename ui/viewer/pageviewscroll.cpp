// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page view scrolls, zooms at the pointer and turns pages; the rest of the class is in pageview.cpp.
#include "ui/viewer/pageview.h"

#include <QApplication>
#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kStep = 1.25;
constexpr int kNotch = 120;        // of a wheel, in eighths of a degree
constexpr double kSpeedMs = 200;   // over how long the speed of scrolling is taken
constexpr double kRush = 1.2;      // views in that time from which on nobody reads

/// On X11 the pixels of a wheel event are what the driver likes; the angle is right everywhere.
bool hasPixels(const QWheelEvent &event)
{
    return !event.pixelDelta().isNull() && QGuiApplication::platformName() != u"xcb"_s;
}

} // namespace

void PageView::scrollContentsBy(int, int dy)
{
    if (!m_zooming) {
        m_pin = {};
        watchSpeed(-dy);
    }
    m_chosen = -1;
    viewport()->update();
    ask();
    Q_EMIT viewChanged();
}

/// A single leap, however far, is no rush; leaps in a row are.
void PageView::watchSpeed(int dy)
{
    const double passed = m_lastScroll.isValid() ? double(m_lastScroll.restart()) : kSpeedMs * 10;
    if (!m_lastScroll.isValid())
        m_lastScroll.start();
    const double view = std::max(1, viewport()->height());
    m_travel = m_travel * std::exp(-passed / kSpeedMs) + std::min(double(std::abs(dy)), view);
    m_direction = dy >= 0 ? 1 : -1;
    if (m_travel <= kRush * view)
        return;
    m_rushing = true;
    m_rest.start();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(std::pow(kStep, double(event->angleDelta().y()) / kNotch), event->position());
        return event->accept();
    }
    if (!turnByWheel(*event))
        scrollByWheel(event);
    event->accept();
}

void PageView::scrollByWheel(QWheelEvent *event)
{
    if (event->phase() == Qt::ScrollEnd)
        return m_glide.release();
    const bool sideways = event->modifiers() & Qt::ShiftModifier;
    if (hasPixels(*event)) {
        const QPointF pixels = -QPointF(event->pixelDelta());
        return m_glide.follow(sideways ? pixels.transposed() : pixels);
    }
    const double step = double(QApplication::wheelScrollLines()) * verticalScrollBar()->singleStep() / kNotch;
    const QPointF way = -QPointF(event->angleDelta()) * step;
    const QPoint angle = event->angleDelta();
    const bool fine = angle.y() % kNotch != 0 || angle.x() % kNotch != 0; // a touchpad: small steps need no gliding
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    m_glide.by(sideways ? way.transposed() : way, fine || still);
}

/// At the edge of a page that stands alone a notch of the wheel turns it. What is left of a flick does not: it would run through the document.
bool PageView::turnByWheel(const QWheelEvent &event)
{
    const int turned = event.angleDelta().y();
    const QScrollBar &bar = *verticalScrollBar();
    const bool atEdge = m_single && turned != 0 && !m_glide.isRunning() && (turned < 0 ? bar.value() == bar.maximum() : bar.value() == bar.minimum());
    if (!atEdge) {
        m_edgeTurn = 0;
        return false;
    }
    if (event.phase() == Qt::ScrollMomentum)
        return true;
    if (m_edgeTurn * turned < 0)
        m_edgeTurn = 0;
    m_edgeTurn += turned;
    if (std::abs(m_edgeTurn) >= kNotch) {
        m_edgeTurn = 0;
        turnAtEdge(turned < 0 ? 1 : -1);
    }
    return true;
}

/// True when there was a page to turn to.
bool PageView::turnAtEdge(int by)
{
    const int page = m_only + by;
    if (!m_single || page < 0 || page >= pageCount())
        return false;
    turnTo(page, by < 0);
    return true;
}

void PageView::turnTo(int page, bool atEnd)
{
    const bool other = m_only != page;
    m_only = page;
    m_pin = {};
    if (other) {
        clearSelection();
        relayout();
    }
    verticalScrollBar()->setValue(atEnd ? verticalScrollBar()->maximum() : 0);
    ask();
    Q_EMIT zoomChanged(zoom()); // pages of other sizes fit at another scale
    Q_EMIT viewChanged();
}

/// The keys that scroll down turn the page when there is nothing left to scroll.
bool PageView::turnByKey(QKeyEvent *event)
{
    if (!m_single || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const bool back = event->modifiers() & Qt::ShiftModifier;
    const QScrollBar &bar = *verticalScrollBar();
    const auto down = [&] { return bar.value() == bar.maximum() && turnAtEdge(1); };
    const auto up = [&] { return bar.value() == bar.minimum() && turnAtEdge(-1); };
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Down: return down();
    case Qt::Key_PageUp:
    case Qt::Key_Up: return up();
    case Qt::Key_Space: return back ? up() : down();
    case Qt::Key_Home: turnTo(0, false); return true;
    case Qt::Key_End: turnTo(std::max(0, pageCount() - 1), true); return true;
    default: return false;
    }
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Gesture)
        return pinched(*static_cast<QGestureEvent *>(event));
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(1 + gesture->value(), gesture->position());
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool PageView::pinched(QGestureEvent &event)
{
    auto *pinch = static_cast<QPinchGesture *>(event.gesture(Qt::PinchGesture));
    if (!pinch)
        return false;
    event.accept(pinch);
    if (pinch->changeFlags() & QPinchGesture::ScaleFactorChanged)
        zoomAt(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->startCenterPoint()));
    return true;
}

} // namespace PortDesk
