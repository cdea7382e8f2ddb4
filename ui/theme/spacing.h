// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace PortDesk {

/// The steps of all distances, in device-independent pixels.
namespace Spacing {
inline constexpr int XS = 4;
inline constexpr int S = 8;
inline constexpr int M = 12;
inline constexpr int L = 16;
inline constexpr int XL = 24;
} // namespace Spacing

} // namespace PortDesk
