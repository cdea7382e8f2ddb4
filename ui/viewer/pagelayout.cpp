// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagelayout.h"

#include <algorithm>

namespace PortDesk {

namespace {

QSizeF turned(const QSizeF &size, int quarterTurns)
{
    return quarterTurns % 2 ? size.transposed() : size;
}

QSizeF largest(const QList<QSizeF> &points, int quarterTurns)
{
    QSizeF most(1, 1);
    for (const QSizeF &size : points)
        most = most.expandedTo(turned(size, quarterTurns));
    return most;
}

} // namespace

PageLayout::PageLayout(const QList<QSizeF> &points, double scale, int quarterTurns, int width) : m_turns(((quarterTurns % 4) + 4) % 4)
{
    int widest = 0;
    int y = kMargin;
    for (const QSizeF &size : points) {
        const QSize pixels = (turned(size, m_turns) * scale).toSize().expandedTo({1, 1});
        m_rects.append(QRect(QPoint(0, y), pixels));
        y += pixels.height() + kMargin;
        widest = std::max(widest, pixels.width());
    }
    m_size = QSize(std::max(widest + 2 * kMargin, width), y);
    for (QRect &rect : m_rects)
        rect.moveLeft((m_size.width() - rect.width()) / 2);
}

int PageLayout::pageAt(int y) const
{
    const auto below = std::lower_bound(m_rects.begin(), m_rects.end(), y, [](const QRect &rect, int value) { return rect.bottom() + kMargin / 2 < value; });
    return below == m_rects.end() ? count() - 1 : int(below - m_rects.begin());
}

QPair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    return m_rects.isEmpty() ? QPair(0, -1) : QPair(pageAt(top), pageAt(bottom));
}

QTransform PageLayout::toLayout(int page) const
{
    const QRect r = rect(page);
    const QTransform turns[]{QTransform(), QTransform(0, 1, -1, 0, 1, 0), QTransform(-1, 0, 0, -1, 1, 1), QTransform(0, -1, 1, 0, 0, 1)};
    return turns[m_turns] * QTransform(r.width(), 0, 0, r.height(), r.x(), r.y());
}

double PageLayout::fitWidth(const QList<QSizeF> &points, int quarterTurns, const QSize &view)
{
    return std::max(40, view.width() - 2 * kMargin) / largest(points, quarterTurns).width();
}

double PageLayout::fitPage(const QList<QSizeF> &points, int quarterTurns, const QSize &view)
{
    return std::min(fitWidth(points, quarterTurns, view), std::max(40, view.height() - 2 * kMargin) / largest(points, quarterTurns).height());
}

} // namespace PortDesk
