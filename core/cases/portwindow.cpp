// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portwindow.h"

#include "core/countries/portingwindow.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

PortWindow portWindow(const QList<PortingWindow> &windows)
{
    PortWindow window{{}, {}, portingWindowsText(windows)};
    for (const int day : portingWeekdays(windows))
        window.weekdays.append(Qt::DayOfWeek(day));
    for (const PortingWindow &one : windows) {
        if (one.from.isEmpty() || one.from == one.to || one.by == "technical switch"_L1)
            continue;
        window.hours.append({QTime::fromString(one.from, u"HH:mm"_s), QTime::fromString(one.to, u"HH:mm"_s), one.zone.toLatin1(), one.by});
    }
    return window;
}

QString hoursText(const PortWindow::Hours &hours)
{
    return u"%1 to %2 %3"_s.arg(hours.from.toString(u"HH:mm"_s), hours.to.toString(u"HH:mm"_s), QString::fromLatin1(hours.zone));
}

} // namespace PortDesk
