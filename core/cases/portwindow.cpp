// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portwindow.h"

#include <QHash>
#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The short names of zones the sources use; each stands for business hours there, summer time included.
QByteArray zoneOf(const QString &word, const QByteArray &countryZone)
{
    static const QHash<QString, QByteArray> zones{
        {u"CET"_s, "Europe/Brussels"},   {u"GMT"_s, "Europe/London"},     {u"CST"_s, "America/Chicago"}, {u"PST"_s, "America/Los_Angeles"},
        {u"AEST"_s, "Australia/Sydney"}, {u"NZST"_s, "Pacific/Auckland"}, {u"UTC-3"_s, "UTC-03:00"},
    };
    return zones.value(word, countryZone);
}

QList<Qt::DayOfWeek> weekdaysOf(const QString &text)
{
    static const QStringList names{u"Mon"_s, u"Tue"_s, u"Wed"_s, u"Thu"_s, u"Fri"_s, u"Sat"_s, u"Sun"_s};
    static const QRegularExpression form(uR"(\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)-(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    QList<Qt::DayOfWeek> days;
    const qsizetype last = names.indexOf(match.captured(2));
    for (qsizetype day = names.indexOf(match.captured(1));; day = (day + 1) % 7) {
        days.append(Qt::DayOfWeek(day + 1));
        if (day == last)
            return days;
    }
}

/// One part between semicolons: its stretches share the zone behind them and the name in brackets.
void readPart(const QString &part, const QByteArray &countryZone, QList<PortWindow::Hours> &hours)
{
    static const QRegularExpression form(uR"((technical switch )?(\d\d:\d\d)-(\d\d:\d\d)(?:\s+(CET|GMT|CST|PST|AEST|NZST|UTC-3)\b)?)"_s);
    static const QRegularExpression brackets(uR"(\(([^()]*)\))"_s);
    const qsizetype first = hours.size();
    QString zone;
    for (auto it = form.globalMatch(part); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (!match.captured(1).isEmpty()) // the networks' own night work, nothing to choose
            continue;
        hours.append({QTime::fromString(match.captured(2), u"HH:mm"_s), QTime::fromString(match.captured(3), u"HH:mm"_s), countryZone, {}});
        zone = match.captured(4).isEmpty() ? zone : match.captured(4);
    }
    const QString by = brackets.match(part).captured(1);
    for (qsizetype i = first; i < hours.size(); ++i) {
        hours[i].zone = zoneOf(zone, countryZone);
        hours[i].by = by.contains("prints"_L1) ? by.section(u' ', 0, 0) : by;
    }
}

} // namespace

PortWindow portWindow(const QString &text, const QByteArray &countryZone)
{
    PortWindow window{weekdaysOf(text), {}, text};
    for (const QString &part : text.split(u';'))
        readPart(part, countryZone, window.hours);
    return window;
}

QString hoursText(const PortWindow::Hours &hours)
{
    return u"%1 to %2 %3"_s.arg(hours.from.toString(u"HH:mm"_s), hours.to.toString(u"HH:mm"_s), QString::fromLatin1(hours.zone));
}

} // namespace PortDesk
