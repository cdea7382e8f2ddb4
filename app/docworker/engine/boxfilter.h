// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace PortDesk {

/// Paints the part `tile` (pixels) of `picture` scaled to `full` pixels into `target` (RGB32, as large as the tile). Every pixel is the
/// mean of the area it covers (or, enlarged, lies between its neighbours), so that a tile is the same as that part of the whole page and
/// small print in scans stays readable.
void paintScaled(const QImage &picture, const QSize &full, const QRect &tile, QImage &target);

} // namespace PortDesk
