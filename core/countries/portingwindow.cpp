// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/portingwindow.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

QString daysText(const QList<int> &weekdays)
{
    QStringList names;
    for (const int day : weekdays)
        names << QLocale::c().dayName(day, QLocale::ShortFormat);
    const bool row = names.size() > 2 && weekdays.last() - weekdays.first() == names.size() - 1;
    return row ? names.first() + QChar(0x2013) + names.last() : names.join(u", "_s);
}

QString hoursText(const PortingWindow &window)
{
    if (window.from.isEmpty())
        return {};
    if (window.from == window.to)
        return u"about %1"_s.arg(window.from);
    // The texts have the form 06:00, so their order is that of the times.
    return u"%1 to %2%3"_s.arg(window.from, window.to, window.to < window.from ? u" the next day"_s : QString());
}

} // namespace

QList<int> portingWeekdays(const QList<PortingWindow> &windows)
{
    QList<int> days;
    for (const PortingWindow &window : windows) {
        for (const int day : window.weekdays) {
            if (!days.contains(day))
                days.append(day);
        }
    }
    std::sort(days.begin(), days.end());
    return days;
}

QString portingWindowText(const PortingWindow &window)
{
    QStringList parts{daysText(window.weekdays), hoursText(window), window.from.isEmpty() ? QString() : window.zone};
    parts.removeAll(QString());
    return window.by.isEmpty() ? parts.join(u' ') : u"%1 (%2)"_s.arg(parts.join(u' '), window.by);
}

QString portingWindowsText(const QList<PortingWindow> &windows)
{
    QStringList texts;
    for (const PortingWindow &window : windows)
        texts << portingWindowText(window);
    return texts.join(u"; "_s);
}

} // namespace PortDesk
