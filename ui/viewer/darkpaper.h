// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace PortDesk {

/// Turns light into dark and dark into light, pixel by pixel, and leaves the hue: white paper becomes dark grey, black letters pale, a red stamp
/// stays red. `picture` is RGB32 or ARGB32_Premultiplied and is changed in place.
void darken(QImage &picture);
/// The same of a picture of any format.
QImage darkened(const QImage &picture);

} // namespace PortDesk
