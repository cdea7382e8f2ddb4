// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"
#include "core/documents/reading.h"

namespace PortDesk {

/// Whether a page's own text tells all that the eye sees: it is made of real characters, and there is no large part of the page that has
/// ink but no words (a scan with a typed head, a page of outlines). An empty page without ink suffices as well.
bool layerSuffices(PageSource &source, int page, const PageText &text);

/// The words of a text layer as a reading.
PageReading layerReading(const PageText &text, const QSizeF &points);

} // namespace PortDesk
