// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QTime>

namespace PortDesk {

/// When the carriers of a country switch numbers over, read from the country pack's words ("Mon-Fri 10:00-13:00 and 14:00-17:00 (Telnyx);
/// ...").
struct PortWindow
{
    struct Hours
    {
        QTime from, to;
        QByteArray zone; ///< IANA name when the words name a zone, else the country's own
        QString by;      ///< who documents them, "Telnyx", may be empty
        friend bool operator==(const Hours &, const Hours &) = default;
    };
    QList<Qt::DayOfWeek> weekdays; ///< empty = not documented
    QList<Hours> hours;            ///< in the order of the words; empty = not documented
    QString text;                  ///< the words themselves
};

/// Reads the words of CountryRecord::portingWindow. What is no stretch of hours (single times, deadlines for cancelling) stays in `text`.
PortWindow portWindow(const QString &text, const QByteArray &countryZone);

/// For people: "10:00 to 12:00 Europe/Brussels".
QString hoursText(const PortWindow::Hours &hours);

} // namespace PortDesk
