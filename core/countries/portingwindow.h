// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

/// The weekdays on which some carrier of the record moves numbers, 1 Monday to 7 Sunday, in order; empty = not documented, any day will do.
/// A window without days of its own (hours alone are known) allows nothing more than the others do.
QList<int> portingWeekdays(const QList<PortingWindow> &windows);

/// For people, in English: "Mon–Fri 10:00 to 13:00 Europe/Paris (Colt form)", "06:00 to 08:00 Europe/Berlin", "Mon, Wed about 09:00 Europe/London".
QString portingWindowText(const PortingWindow &window);
/// All of them, joined by semicolons; "" without any.
QString portingWindowsText(const QList<PortingWindow> &windows);

} // namespace PortDesk
