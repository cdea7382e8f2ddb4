// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"

namespace PortDesk {

/// A page as a recogniser wants it.
struct PagePicture
{
    QImage grey; ///< Format_Grayscale8, as displayed
    double dpi = 0;
};

/// The page in grey: a scan's own pixels when they are between 100 and 400 dpi, else painted with 300 dpi (less when it is so large that
/// it would have more than 40 megapixels). Error::Document when it cannot be painted.
Result<PagePicture> greyPicture(PageSource &source, int page);

/// Paints the page with about `dpi`, in grey.
Result<QImage> paintedGrey(PageSource &source, int page, double dpi);

} // namespace PortDesk
