// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portdates.h"

namespace PortDesk::PortDateWords {

/// "The earliest possible day is Thu 3 Dec 2026: …", with how it is counted; says so when no lead time is documented, or when no day suits
/// all cases.
QString earliestText(const QList<PortDateRules> &rules, QDate today);
/// At which hours the carriers switch numbers over; "" when nothing is documented.
QString hoursText(const QList<PortDateRules> &rules);
/// True when a time of day in `zone` lies in one of the documented stretches of `day`, or none is documented.
bool isWithinHours(const PortDateRules &rules, const QDateTime &instant);

} // namespace PortDesk::PortDateWords
