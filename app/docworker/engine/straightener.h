// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTransform>

#include <memory>

struct Pix; // Leptonica's picture

namespace PortDesk {

struct PixDeleter
{
    void operator()(Pix *pix) const;
};
using PixPointer = std::unique_ptr<Pix, PixDeleter>;

/// A grey picture that was turned upright and straight.
struct StraightPicture
{
    PixPointer pix;       ///< 8 bits grey
    QSize size;           ///< of it, in pixels
    int quarterTurns = 0; ///< clockwise, that were made
    double skew = 0;      ///< degrees by which the given picture was tilted, clockwise positive
    QTransform toGiven;   ///< from its pixels to those of the given picture
};

/// Finds out how a page of text lies and turns it: by quarters when it lies on its side or head, then by the angle of its lines (up to 7
/// degrees). A page without clear lines stays as it is. `grey` is a Format_Grayscale8 of 100 to 400 dpi.
StraightPicture straightened(const QImage &grey);
/// Turned by quarters only.
StraightPicture turned(const QImage &grey, int quarterTurns);

/// From the points of something `size` large to those of the same thing turned clockwise by quarters.
QTransform quarterTurned(int quarterTurns, const QSizeF &size);

} // namespace PortDesk
