// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/storage/store.h"

namespace PortDesk {

/// The smallest and the largest size a desk may allow for one document, in bytes.
inline constexpr qint64 kSmallestDocumentLimit = 1024 * 1024;
inline constexpr qint64 kLargestDocumentLimit = 500LL * 1024 * 1024;

/// The intake's limits of this desk: its own setting, or `limits` where the store has none (25 MiB, 500 pages).
Result<IntakeLimits> intakeLimits(Store &store, IntakeLimits limits = {});

/// Keeps the size limit with the store, for everybody who uses it. Error::Invalid outside the two bounds.
Result<void> setMaximumDocumentBytes(Store &store, qint64 bytes);

} // namespace PortDesk
