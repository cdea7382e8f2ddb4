// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace PortDesk {

/// Where the pages of a document lie, in logical pixels: one below the other, or one alone. A value: cheap to make anew.
class PageLayout
{
public:
    static constexpr int kMargin = 16;

    PageLayout() = default;
    /// `scale` in logical pixels per point; `quarterTurns` clockwise; `width` of the view centres narrower pages.
    PageLayout(const QList<QSizeF> &points, double scale, int quarterTurns, int width);

    /// One page alone, in the middle of a view it does not fill; the others lie far outside.
    static PageLayout single(const QList<QSizeF> &points, double scale, int quarterTurns, const QSize &view, int page);

    int count() const { return int(m_rects.size()); }
    QRect rect(int page) const { return m_rects.value(page); }
    QSize size() const { return m_size; }
    /// The page at `y`, or the nearest one; -1 without pages.
    int pageAt(int y) const;
    /// Pages that meet a range of y.
    QPair<int, int> pagesBetween(int top, int bottom) const;
    /// Maps 0..1 of the page (unturned, as the worker speaks) to the layout.
    QTransform toLayout(int page) const;
    /// Turns 0..1 of the page by quarters, clockwise, into 0..1 of the turned page.
    static QTransform turn(int quarterTurns);

    /// The scale that makes the widest page as wide as the view, or the page fit whole.
    static double fitWidth(const QList<QSizeF> &points, int quarterTurns, const QSize &view);
    static double fitPage(const QList<QSizeF> &points, int quarterTurns, const QSize &view);

private:
    QList<QRect> m_rects;
    QSize m_size;
    int m_turns = 0;
    int m_only = -1; ///< the page that stands alone
};

} // namespace PortDesk
