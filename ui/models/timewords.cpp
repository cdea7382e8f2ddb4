// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk::TimeWords {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

QString clockText(const QDateTime &local)
{
    return local.toString(u"HH:mm"_s);
}

/// Zones outside the locale data answer "UTC+1": that is what we show then too.
QString zoneText(const QTimeZone &zone, const QDateTime &at)
{
    const QString name = zone.displayName(at, QTimeZone::ShortName, locale());
    return name.isEmpty() ? zone.displayName(at, QTimeZone::OffsetName) : name;
}

} // namespace

QLocale locale()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

QString dayText(QDate day, QDate today)
{
    return locale().toString(day, day.year() == today.year() ? u"ddd d MMM"_s : u"ddd d MMM yyyy"_s);
}

QString dueText(const QDateTime &due, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = due.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    if (local.date() == today)
        return Tr::tr("today %1").arg(clockText(local));
    if (local.date() == today.addDays(1))
        return Tr::tr("tomorrow %1").arg(clockText(local));
    return Tr::tr("%1 %2", "day and time").arg(dayText(local.date(), today), clockText(local));
}

QString pastText(const QDateTime &at, const QDateTime &now, const QTimeZone &zone)
{
    const QDateTime local = at.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    if (local.date() == today)
        return Tr::tr("Today %1").arg(clockText(local));
    const QString format = local.date().year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s;
    return Tr::tr("%1 %2", "day and time").arg(locale().toString(local.date(), format), clockText(local));
}

QString spanText(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(0, seconds / 60);
    const qint64 days = minutes / (24 * 60);
    const qint64 hours = minutes / 60 % 24;
    if (days > 0)
        return hours > 0 ? Tr::tr("%1 d %2 h").arg(days).arg(hours) : Tr::tr("%1 d").arg(days);
    if (hours > 0)
        return minutes % 60 > 0 ? Tr::tr("%1 h %2 min").arg(hours).arg(minutes % 60) : Tr::tr("%1 h").arg(hours);
    return Tr::tr("%1 min").arg(minutes);
}

QString portDateText(const QDateTime &portDate, const QString &zoneId, const QDateTime &now)
{
    QTimeZone zone(zoneId.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDateTime local = portDate.toTimeZone(zone);
    return Tr::tr("%1, %2 %3", "day, time, zone").arg(dayText(local.date(), now.toTimeZone(zone).date()), clockText(local), zoneText(zone, portDate));
}

} // namespace PortDesk::TimeWords
