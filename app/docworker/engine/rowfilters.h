// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace PortDesk {

/// Samples of a picture packed without loss for /FlateDecode.
struct PackedSamples
{
    QByteArray stream; ///< zlib
    bool filtered = false; ///< each row by what differs from its neighbours, as PNG does it (/Predictor 15)
};

/// Packs rows of `rowBytes` bytes, `pixelBytes` of them a pixel. Photos nearly halve when they are filtered, drawings grow; a part of the rows tells which it is.
PackedSamples packedSamples(const QByteArray &samples, qsizetype rowBytes, qsizetype pixelBytes);

} // namespace PortDesk
