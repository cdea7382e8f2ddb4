// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QPointF>

class QScrollBar;

namespace PortDesk {

/// Moves two scroll bars smoothly: a notch of the wheel glides to its end, a flick of the touchpad runs out. Whoever moves a bar otherwise
/// ends the glide.
class ScrollGlide final : public QObject
{
    Q_OBJECT
public:
    ScrollGlide(QScrollBar &horizontal, QScrollBar &vertical, QObject *parent = nullptr);

    /// Glides on by so many pixels (to the right and down); with `jump` at once.
    void by(const QPointF &pixels, bool jump);
    /// Follows the fingers by so many pixels, and remembers how fast they are.
    void follow(const QPointF &pixels);
    /// The fingers left: runs on with the speed they had.
    void release();
    void stop();
    bool isRunning() const { return m_timer.isActive(); }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QPointF place() const;
    void moveTo(const QPointF &place);

    QScrollBar &m_horizontal;
    QScrollBar &m_vertical;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    QPointF m_place;  ///< where the bars are, with the fractions they cannot show
    QPointF m_target;
    QPointF m_speed;  ///< pixels per millisecond of the fingers
    double m_tau = 1; ///< milliseconds in which the way shrinks to a third
};

} // namespace PortDesk
