// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>

namespace PortDesk {

/// Pictures of which the file does not say how large they are (or says a screen's 72 or 96 dpi) are taken as scans of so many dots per
/// inch.
inline constexpr double kAssumedDpi = 200;

/// Not empty and at most 64 megapixels.
bool isPaintable(const QSize &size);

/// The refusal of a picture that is not, with its figures.
Error tooManyPixels(const QSize &size);

/// A JPEG as it is stored (EXIF orientation not applied); grey stays Format_Grayscale8. Null when damaged.
QImage decodedJpeg(const QByteArray &bytes);

/// Pages of a JPEG or PNG (1), TIFF or HEIC; 0 when unreadable.
int picturePages(const QByteArray &bytes);
/// One page, upright (EXIF), on white, as Format_Grayscale8, Format_Mono or Format_RGB32, with its dots per metre.
/// Errors (Error::Document): damaged, too large.
Result<QImage> pictureOf(const QByteArray &bytes, int page);
/// Size on paper in points.
QSizeF paperSize(const QImage &picture);

} // namespace PortDesk
