// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/scrollglide.h"

#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace PortDesk {

namespace {

constexpr int kFrame = 8;         // milliseconds
constexpr double kWheelTau = 45;  // a notch is over before the next one
constexpr double kFlickTau = 325; // as on a telephone
constexpr double kLeastFlick = 0.1;
constexpr double kLongPause = 100; // fingers that rested so long do not flick

} // namespace

ScrollGlide::ScrollGlide(QScrollBar &horizontal, QScrollBar &vertical, QObject *parent) : QObject(parent), m_horizontal(horizontal), m_vertical(vertical) {}

/// The bars' place; the fractions count as long as nobody else has moved them.
QPointF ScrollGlide::place() const
{
    const QPointF shown(m_horizontal.value(), m_vertical.value());
    return QPointF(m_place.toPoint()) == shown ? m_place : shown;
}

void ScrollGlide::moveTo(const QPointF &place)
{
    const QPointF inside(std::clamp(place.x(), double(m_horizontal.minimum()), double(m_horizontal.maximum())),
                         std::clamp(place.y(), double(m_vertical.minimum()), double(m_vertical.maximum())));
    m_place = inside;
    m_horizontal.setValue(inside.toPoint().x());
    m_vertical.setValue(inside.toPoint().y());
}

void ScrollGlide::by(const QPointF &pixels, bool jump)
{
    const bool goesOn = isRunning() && m_tau == kWheelTau;
    const QPointF from = goesOn ? m_target : place();
    m_target = QPointF(std::clamp(from.x() + pixels.x(), double(m_horizontal.minimum()), double(m_horizontal.maximum())),
                       std::clamp(from.y() + pixels.y(), double(m_vertical.minimum()), double(m_vertical.maximum())));
    if (jump) {
        stop();
        return moveTo(m_target);
    }
    if (!goesOn)
        m_place = place();
    m_tau = kWheelTau;
    m_clock.start();
    m_timer.start(kFrame, Qt::PreciseTimer, this);
}

void ScrollGlide::follow(const QPointF &pixels)
{
    const double passed = m_clock.isValid() ? std::max<double>(1, double(m_clock.restart())) : kLongPause;
    if (!m_clock.isValid())
        m_clock.start();
    m_timer.stop();
    m_speed = passed < kLongPause ? m_speed * 0.6 + pixels / passed * 0.4 : QPointF();
    moveTo(place() + pixels);
}

void ScrollGlide::release()
{
    const bool rested = !m_clock.isValid() || m_clock.elapsed() > kLongPause;
    const QPointF speed = std::exchange(m_speed, {});
    if (rested || std::hypot(speed.x(), speed.y()) < kLeastFlick)
        return;
    m_place = place();
    m_target = m_place + speed * kFlickTau;
    m_tau = kFlickTau;
    m_clock.start();
    m_timer.start(kFrame, Qt::PreciseTimer, this);
}

void ScrollGlide::stop()
{
    m_timer.stop();
    m_speed = {};
}

void ScrollGlide::timerEvent(QTimerEvent *)
{
    const QPointF shown(m_horizontal.value(), m_vertical.value());
    if (QPointF(m_place.toPoint()) != shown) // somebody else moved the bars
        return stop();
    const double part = 1 - std::exp(-double(m_clock.restart()) / m_tau);
    const QPointF next = m_place + (m_target - m_place) * part;
    const bool arrived = std::hypot((m_target - next).x(), (m_target - next).y()) < 0.6;
    moveTo(arrived ? m_target : next);
    if (arrived || m_place != (arrived ? m_target : next)) // at its end, or at the end of the pages
        stop();
}

} // namespace PortDesk
