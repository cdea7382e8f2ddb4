// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/darkpaper.h"

#include <algorithm>

namespace PortDesk {

namespace {

// Neither black paper nor white letters: what is dimmed for tired eyes must not glare again.
constexpr int kPaper = 30;
constexpr int kInk = 228;

} // namespace

void darken(QImage &picture)
{
    const int width = picture.width();
    for (int y = 0; y < picture.height(); ++y) {
        auto *pixel = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (QRgb *const end = pixel + width; pixel != end; ++pixel) {
            // Mirroring the lightness of HSL moves all three by the same amount; with premultiplied alpha white is alpha.
            const int red = qRed(*pixel);
            const int green = qGreen(*pixel);
            const int blue = qBlue(*pixel);
            const int alpha = qAlpha(*pixel);
            const int shift = alpha - std::max({red, green, blue}) - std::min({red, green, blue});
            const auto toned = [alpha, shift](int value) { return (kPaper * alpha + (kInk - kPaper) * (value + shift)) / 255; };
            *pixel = qRgba(toned(red), toned(green), toned(blue), alpha);
        }
    }
}

QImage darkened(const QImage &picture)
{
    QImage copy = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    darken(copy);
    return copy;
}

} // namespace PortDesk
