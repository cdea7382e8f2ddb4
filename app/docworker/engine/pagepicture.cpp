// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pagepicture.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr double kReadingDpi = 300; // what Tesseract's models were trained with
constexpr double kLeastScanDpi = 100;
constexpr double kMostScanDpi = 400;
constexpr double kMostPixels = 40e6;
constexpr double kUneven = 0.03; // share by which the two resolutions of a scan may differ; a fax has 204 x 98 dpi

/// The scan's own resolution when its pixels can be read as they are, else 0.
double usableDpi(const QSize &pixels, const QSizeF &points)
{
    const double across = pixels.width() * 72.0 / points.width();
    const double down = pixels.height() * 72.0 / points.height();
    return std::abs(across - down) <= kUneven * across && across >= kLeastScanDpi && across <= kMostScanDpi ? across : 0;
}

} // namespace

Result<QImage> paintedGrey(PageSource &source, int page, double dpi)
{
    const QSize full = pixelSize(source.pageSize(page), dpi);
    QImage painted(full, QImage::Format_RGB32);
    if (painted.isNull())
        throw std::bad_alloc();
    if (const auto done = source.paint(page, full, QRect(QPoint(), full), painted); !done)
        return done.error();
    return painted.convertToFormat(QImage::Format_Grayscale8);
}

Result<PagePicture> greyPicture(PageSource &source, int page)
{
    const QSizeF points = source.pageSize(page);
    if (points.isEmpty())
        return Error{Error::Code::Document, u"Page %1 is damaged and cannot be read. Ask for a new copy of the file."_s.arg(page + 1)};
    const QImage scan = source.picture(page);
    if (const double dpi = scan.isNull() ? 0 : usableDpi(scan.size(), points); dpi > 0)
        return PagePicture{scan.convertToFormat(QImage::Format_Grayscale8), dpi};
    const double squareInches = points.width() / 72 * points.height() / 72;
    const double dpi = qMin(kReadingDpi, std::sqrt(kMostPixels / squareInches));
    if (dpi < 20)
        return Error{Error::Code::Document, u"Page %1 is too large to be read. Ask for a copy on paper of a usual size."_s.arg(page + 1)};
    auto grey = paintedGrey(source, page, dpi);
    if (!grey)
        return grey.error();
    return PagePicture{std::move(*grey), dpi};
}

} // namespace PortDesk
