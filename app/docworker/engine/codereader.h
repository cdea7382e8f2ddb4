// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"
#include "core/documents/reading.h"

namespace PortDesk {

/// Bar codes (QR, Data Matrix, Aztec, PDF417, Code 128) of a page with their text and place, top to bottom; at most eight of a kind. Turned,
/// tilted and speckled codes are found as well.
Result<QList<PageCode>> pageCodes(PageSource &source, int page);

} // namespace PortDesk
