// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagelayout.h"

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kFarAway = 10'000'000;

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

PageLayout PageLayout::single(const QList<QSizeF> &points, double scale, int quarterTurns, const QSize &view, int page)
{
    PageLayout layout(points, scale, quarterTurns, view.width());
    if (page < 0 || page >= layout.count())
        return layout;
    const QSize size = layout.rect(page).size();
    layout.m_only = page;
    layout.m_size = (size + QSize(2 * kMargin, 2 * kMargin)).expandedTo(view);
    for (QRect &rect : layout.m_rects)
        rect.moveTopLeft({-kFarAway, -kFarAway}); // whoever asks where something of another page lies gets a place nobody sees
    layout.m_rects[page].moveTopLeft({(layout.m_size.width() - size.width()) / 2, (layout.m_size.height() - size.height()) / 2});
    return layout;
}

int PageLayout::pageAt(int y) const
{
    if (m_only >= 0)
        return m_only;
    const auto below = std::lower_bound(m_rects.begin(), m_rects.end(), y, [](const QRect &rect, int value) { return rect.bottom() + kMargin / 2 < value; });
    return below == m_rects.end() ? count() - 1 : int(below - m_rects.begin());
}

QPair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    return m_rects.isEmpty() ? QPair(0, -1) : QPair(pageAt(top), pageAt(bottom));
}

QTransform PageLayout::turn(int quarterTurns)
{
    const QTransform turns[]{QTransform(), QTransform(0, 1, -1, 0, 1, 0), QTransform(-1, 0, 0, -1, 1, 1), QTransform(0, -1, 1, 0, 0, 1)};
    return turns[((quarterTurns % 4) + 4) % 4];
}

QTransform PageLayout::toLayout(int page) const
{
    const QRect r = rect(page);
    return turn(m_turns) * QTransform(r.width(), 0, 0, r.height(), r.x(), r.y());
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
