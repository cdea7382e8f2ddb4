// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/outline.h"

namespace Poppler {
class Document;
}

namespace PortDesk {

/// The outline of a PDF. What hostile files do is cut off: entries, depth, titles and time have limits, an entry to a page that does not exist
/// leads nowhere.
QList<OutlineEntry> outlineOf(const Poppler::Document &document);

} // namespace PortDesk
