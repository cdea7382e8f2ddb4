// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

class QPDFPageObjectHelper;

namespace PortDesk {

/// How a PDF page comes to be displayed: the part of it that is shown, turned. Marks are kept as displayed, annotations stand in the
/// page's own space (points, origin at the lower left of the paper, before turning).
struct PageSpace
{
    QRectF shown;    ///< crop box within the media box, lower left corner and size
    int degrees = 0; ///< /Rotate: clockwise, one of 0 90 180 270

    QSizeF displayed() const { return degrees % 180 ? shown.size().transposed() : shown.size(); }
    /// From 0..1 of the page as displayed, origin top left, to the page's own space.
    QPointF own(const QPointF &unit) const;
    /// The rectangle in the page's own space, its lower left corner first.
    QRectF own(const QRectF &unit) const;
};

PageSpace pageSpace(QPDFPageObjectHelper &page);

} // namespace PortDesk
