// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace PortDesk {

inline constexpr int kMaximumOutlineEntries = 5000;
inline constexpr int kMaximumOutlineLevel = 15; ///< deeper entries are left out
inline constexpr int kMaximumOutlineTitle = 300; ///< characters

/// One line of a document's own table of contents, in reading order.
struct OutlineEntry {
    QString title;
    int page = -1; ///< 0-based; -1: a heading that leads nowhere in the document
    int level = 0; ///< 0 = outermost
    friend bool operator==(const OutlineEntry &, const OutlineEntry &) = default;
};

} // namespace PortDesk
