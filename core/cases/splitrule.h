// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"

namespace PortDesk {

/// One line of the rule that divides a request into cases.
struct SplitRule
{
    QString id;    ///< "country" "type" "losingCarrier" "account"
    QString label; ///< "Losing carrier"
    QString why;   ///< the rule in a sentence
    QString source;
};
/// The rule, in the order in which it is applied. Sites do not divide: every number carries its own service address.
const QList<SplitRule> &splitRules();

/// What a case has in common, by one line of the rule.
struct SplitPart
{
    QString rule;         ///< SplitRule::id
    QString value;        ///< for people: "Germany", "4711-998877"
    bool divides = false; ///< the request's cases differ in it
    friend bool operator==(const SplitPart &, const SplitPart &) = default;
};
QList<SplitPart> splitParts(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries);

/// Why the numbers of a plan are in this case: "Germany, geographic, Beispiel Telekom, account 4711; apart from the others by losing
/// carrier and account number." For a request of one case without the second half.
QString splitReason(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries);

} // namespace PortDesk
