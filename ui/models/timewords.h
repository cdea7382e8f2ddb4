// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace PortDesk::TimeWords {

/// The locale of the program's words: days and months are written in the language of the sentences around them.
QLocale locale();

/// "Thu 26 Nov", with the year when it is not the one of `today`.
QString dayText(QDate day, QDate today);
/// "today 17:00", "tomorrow 17:00", "Thu 26 Nov 17:00" in `zone`.
QString dueText(const QDateTime &due, const QDateTime &now, const QTimeZone &zone);
/// "Today 09:12", "20 Nov 16:40": when something happened.
QString pastText(const QDateTime &at, const QDateTime &now, const QTimeZone &zone);
/// "1 d 4 h", "3 h 20 min", "12 min"; whole minutes, never negative.
QString spanText(qint64 seconds);
/// "Thu 26 Nov, 10:00 GMT": a port date in the zone it was given in.
QString portDateText(const QDateTime &portDate, const QString &zoneId, const QDateTime &now);

} // namespace PortDesk::TimeWords
