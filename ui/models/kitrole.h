// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace PortDesk {

/// Data roles that models answer for the kit's delegates, beside Qt's own.
enum KitRole {
    BadgeRole = Qt::UserRole + 500, ///< BadgeContent
    SecondaryTextRole,              ///< QString, painted after the text in a quiet colour
    StateRole,                      ///< int(State): colours the text
    StrongRole,                     ///< bool: semibold text
    QuietRole,                      ///< bool: secondary colour
    KeyRole,                        ///< identity of the row: an id or an E.164
    KitRoleEnd,
};

} // namespace PortDesk
