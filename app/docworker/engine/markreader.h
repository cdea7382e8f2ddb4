// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

namespace Poppler {
class Page;
}

namespace PortDesk {

/// At most so many annotations of a page are taken over.
inline constexpr qsizetype kMostMarksOfAPage = 5000;

/// The annotations people left on a received page, as marks: text markup becomes a highlight, lines and polygons ink, squares and circles
/// boxes. Links, form fields, attached files, sounds and films are left out. The sha256 is not set; ids that are no UUIDs are replaced by
/// the same one every time.
QList<Mark> marksOf(const Poppler::Page &page, int number);

} // namespace PortDesk
