// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/portdatewords.h"

#include "ui/models/timewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk::PortDateWords {
using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PortDateWords)
};

QString longDay(QDate day)
{
    return TimeWords::locale().toString(day, u"ddd d MMM yyyy"_s);
}

} // namespace

QString earliestText(const QList<PortDateRules> &rules, QDate today)
{
    const QDate day = earliestPortDate(rules);
    if (!day.isValid())
        return Words::tr("No day suits all the cases of this request. Leave the day open, and each case gets its own.");
    const auto last = std::max_element(rules.cbegin(), rules.cend(), [](const PortDateRules &a, const PortDateRules &b) { return a.earliest < b.earliest; });
    if (last->country.isEmpty())
        return Words::tr("The earliest possible day is %1.").arg(longDay(day));
    const QString counted = last->calendar.explain(today, last->leadDays);
    const QString text = Words::tr("The earliest possible day is %1. How it is counted: %2.").arg(longDay(day), counted);
    return day == last->earliest ? text : text + u' ' + Words::tr("The days before it do not suit another case of the request.");
}

QString hoursText(const QList<PortDateRules> &rules)
{
    QStringList sentences;
    for (const PortDateRules &rule : rules) {
        QStringList stretches;
        for (const PortWindow::Hours &hours : rule.window.hours) {
            const QString text = PortDesk::hoursText(hours).replace(u'_', u' ');
            stretches << (hours.by.isEmpty() ? text : u"%1 (%2)"_s.arg(text, hours.by));
        }
        stretches.removeDuplicates();
        if (stretches.isEmpty())
            continue;
        const QString sentence = Words::tr("Numbers of %1 switch over at these hours: %2.").arg(rule.countryName, stretches.join(u", "_s));
        if (!sentences.contains(sentence))
            sentences << sentence;
    }
    return sentences.join(u' ');
}

bool isWithinHours(const PortDateRules &rules, const QDateTime &instant)
{
    const auto holds = [&](const PortWindow::Hours &hours) {
        const QTime time = instant.toTimeZone(QTimeZone(hours.zone)).time();
        const bool overMidnight = hours.to < hours.from;
        return overMidnight ? time >= hours.from || time <= hours.to : time >= hours.from && time <= hours.to;
    };
    return rules.window.hours.isEmpty() || std::any_of(rules.window.hours.cbegin(), rules.window.hours.cend(), holds);
}

} // namespace PortDesk::PortDateWords
