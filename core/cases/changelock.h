// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// When the date of a scheduled case can no longer be moved, or the case be cancelled, except by a supervisor.
struct LockedFrom {
    QDateTime at;        ///< first instant of the lock, UTC
    QString length;      ///< "24 hours", "8 business days"
    QString explanation; ///< how it was counted, with the days that do not count and what the source says
    QString calendar;    ///< code of the calendar that counted, "" for hours
};

/// The country's change lock (country pack), counted back from the port date: hours on the clock; business days in the calendar of the losing
/// carrier, in the zone of the port, until the hour the pack names or to the end of that day. kChangeLockHours where no source documents one.
LockedFrom changeLockOf(const Case &portCase, const ActionContext &context);

} // namespace PortDesk
