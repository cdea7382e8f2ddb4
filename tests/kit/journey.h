// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace PortDesk::Test {

/// The journey that the command line and the window are both driven through: six numbers of a German business, one rejection with two
/// reasons, one number that fails. One line per event: "role what from>to".
inline QStringList expectedJourney()
{
    return {
        QStringLiteral("customer created draft>draft"),
        QStringLiteral("customer submit draft>submitted"),
        QStringLiteral("agent quote submitted>quoted"),
        QStringLiteral("customer accept-quote quoted>underReview"),
        QStringLiteral("agent waive underReview>underReview"),
        QStringLiteral("agent approve underReview>underReview"),
        QStringLiteral("agent send-to-carrier underReview>withCarrier"),
        QStringLiteral("agent reject withCarrier>rejected"),
        QStringLiteral("agent correct rejected>rejected"),
        QStringLiteral("agent resubmit rejected>withCarrier"),
        QStringLiteral("agent schedule withCarrier>scheduled"),
        QStringLiteral("agent outcome scheduled>scheduled"),
        QStringLiteral("agent complete scheduled>completed"),
        QStringLiteral("agent follow-up completed>completed"),
    };
}

inline QString journeyLine(const QString &role, const QString &what, const QString &from, const QString &to)
{
    return role + u' ' + what + u' ' + from + u'>' + to;
}

} // namespace PortDesk::Test
