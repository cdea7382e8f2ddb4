// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QWidget>

namespace PortDesk {

/// A picture fitted into the widget; on that of the glass a part can be marked: drawn, moved and resized by the mouse, or by the keyboard
/// (arrows move, with Shift they resize, Ctrl makes ten of one millimetre, Ctrl+A is all).
class ScanView final : public QWidget
{
    Q_OBJECT
public:
    explicit ScanView(QWidget *parent = nullptr);

    /// `millimetres` of the glass the picture shows; empty: nothing can be marked.
    void setPicture(const QImage &picture, const QSizeF &millimetres = {});
    bool hasPicture() const { return !m_picture.isNull(); }
    /// The marked part in millimetres of the glass, at least 10 x 10, within it.
    QRectF part() const { return m_part; }
    void setPart(const QRectF &part);
    /// Where a place of the glass is in the widget.
    QPointF toWidget(const QPointF &millimetres) const;

Q_SIGNALS:
    /// By the person.
    void partChanged(const QRectF &part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the mouse holds: edges of the part, all of them (move), or none.
    struct Grip {
        bool left = false, top = false, right = false, bottom = false;
        bool any() const { return left || top || right || bottom; }
        bool all() const { return left && top && right && bottom; }
    };

    QRectF target() const;
    QRectF partInWidget() const;
    QPointF toGlass(const QPointF &point) const;
    Grip gripAt(const QPointF &point) const;
    void changePart(const QRectF &part);
    QRectF resized(const QPointF &to) const;
    void showCursor(const Grip &grip);

    QImage m_picture;
    QSizeF m_glass;
    QRectF m_part;
    Grip m_grip;
    QPointF m_pressed; ///< millimetres
    QRectF m_before;
    bool m_down = false;
};

} // namespace PortDesk
