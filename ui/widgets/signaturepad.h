// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>

class QTouchEvent;

namespace PortDesk {

/// A line to sign on by mouse, pen or finger. Strokes are smoothed; the keyboard takes back the last one (Ctrl+Z) or all (Delete).
class SignaturePad final : public QWidget
{
    Q_OBJECT
public:
    explicit SignaturePad(QWidget *parent = nullptr);

    /// The strokes as they are shown, in pixels of the pad. A tap is a stroke of one point.
    QList<QList<QPointF>> strokes() const;
    bool isEmpty() const { return m_strokes.isEmpty(); }
    QSize sizeHint() const override { return {520, 170}; }
    QSize minimumSizeHint() const override { return {320, 120}; }

public Q_SLOTS:
    void clear();
    void undo();

Q_SIGNALS:
    void strokesChanged();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void begin(const QPointF &point);
    void extend(const QPointF &point);
    void end();
    bool touch(QTouchEvent *event);

    QList<QList<QPointF>> m_strokes; ///< as drawn
    bool m_drawing = false;
};

} // namespace PortDesk
