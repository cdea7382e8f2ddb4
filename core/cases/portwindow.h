// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

#include <QTime>

namespace PortDesk {

/// When the carriers of a country switch numbers over: the windows of the country pack, ready to be asked.
struct PortWindow
{
    struct Hours
    {
        QTime from, to;
        QByteArray zone; ///< IANA name
        QString by;      ///< who documents them, "Telnyx", may be empty
        friend bool operator==(const Hours &, const Hours &) = default;
    };
    QList<Qt::DayOfWeek> weekdays; ///< empty = not documented
    QList<Hours> hours;            ///< in the order of the pack; empty = not documented
    QString text;                  ///< for people: "Mon–Fri 10:00 to 13:00 Europe/Paris (Colt form)"
};

/// The window of a record (CountryRecord::windows). What is no stretch of hours to choose from, a single time or the networks' own night work, stays
/// in `text` alone.
PortWindow portWindow(const QList<PortingWindow> &windows);

/// For people: "10:00 to 12:00 Europe/Brussels".
QString hoursText(const PortWindow::Hours &hours);

} // namespace PortDesk
