// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace PortDesk {

/// A picture of ink without its paper: how much of each pixel is covered. Painted in the ink's colour by whoever shows it.
struct InkPicture {
    int width = 0;
    int height = 0;
    QByteArray cover; ///< a byte for each pixel, row by row: 0 = paper, 255 = ink
    bool isEmpty() const { return cover.isEmpty(); }
    friend bool operator==(const InkPicture &, const InkPicture &) = default;
};

/// Largest size that is cut out, kept and sent: enough for a signature in print.
inline constexpr int kInkPictureWidth = 1000;
inline constexpr int kInkPictureHeight = 400;

/// True when the size is possible and the bytes are as many as it says.
inline bool isSound(const InkPicture &picture)
{
    const bool possible = picture.width > 0 && picture.width <= kInkPictureWidth && picture.height > 0 && picture.height <= kInkPictureHeight;
    return picture.isEmpty() ? picture.width == 0 && picture.height == 0 : possible && picture.cover.size() == qsizetype(picture.width) * picture.height;
}

} // namespace PortDesk
