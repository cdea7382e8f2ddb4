// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pagespace.h"

#include <qpdf/QPDFPageObjectHelper.hh>

namespace PortDesk {

namespace {

constexpr QRectF kLetterPaper(0, 0, 612, 792); // what readers assume of a page without a size

QRectF rectangle(QPDFObjectHandle box)
{
    if (!box.isRectangle())
        return {};
    const auto r = box.getArrayAsRectangle();
    return QRectF(r.llx, r.lly, r.urx - r.llx, r.ury - r.lly).normalized();
}

} // namespace

QPointF PageSpace::own(const QPointF &unit) const
{
    QPointF upright = unit; // of the page before turning, origin top left
    if (degrees == 90)
        upright = {unit.y(), 1 - unit.x()};
    else if (degrees == 180)
        upright = {1 - unit.x(), 1 - unit.y()};
    else if (degrees == 270)
        upright = {1 - unit.y(), unit.x()};
    return {shown.left() + upright.x() * shown.width(), shown.bottom() - upright.y() * shown.height()};
}

QRectF PageSpace::own(const QRectF &unit) const
{
    return QRectF(own(unit.topLeft()), own(unit.bottomRight())).normalized();
}

PageSpace pageSpace(QPDFPageObjectHelper &page)
{
    QRectF media = rectangle(page.getMediaBox());
    if (media.isEmpty())
        media = kLetterPaper;
    const QRectF crop = rectangle(page.getCropBox()).intersected(media);
    QPDFObjectHandle turned = page.getAttribute("/Rotate", false);
    const int degrees = turned.isInteger() ? turned.getIntValueAsInt() : 0;
    return {crop.isEmpty() ? media : crop, degrees % 90 == 0 ? (degrees % 360 + 360) % 360 : 0};
}

} // namespace PortDesk
