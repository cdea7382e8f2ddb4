// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/splitrule.h"

#include <QSet>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// What the parts of a key are compared by: the plan's key has them line by line, however they are written.
QString comparable(const CasePlan &plan, qsizetype rule)
{
    return plan.key().section(u'\n', rule, rule);
}

QString valueOf(const CasePlan &plan, const QString &rule, const CountryPack &countries)
{
    if (rule == "country"_L1) {
        const Country *country = countries.country(plan.country);
        return country ? country->name : plan.country;
    }
    if (rule == "type"_L1)
        return numberTypeText(plan.type);
    return rule == "losingCarrier"_L1 ? plan.carrier.name.trimmed() : plan.carrier.accountNumber.trimmed();
}

QString joinedWords(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(", "_L1) + u" and "_s + words.last();
}

} // namespace

const QList<SplitRule> &splitRules()
{
    // Sources: country facts section 2 no. 6 (one request per losing provider, country and type; toll-free apart from local), porting facts
    // C.1 SEVERAL_ACCOUNTS.
    static const QList<SplitRule> rules{
        {u"country"_s, u"Country"_s, u"Every country has its own form, rules and calendar."_s,
         u"https://support.twilio.com/hc/en-us/articles/115000781088-International-Porting-Process"_s},
        {u"type"_s, u"Number type"_s, u"Carriers take toll-free, mobile and geographic numbers in orders of their own."_s,
         u"https://docs.aws.amazon.com/chime-sdk/latest/ag/porting.html"_s},
        {u"losingCarrier"_s, u"Losing carrier"_s, u"An order goes to one losing carrier."_s,
         u"https://dev.bandwidth.com/docs/numbers/porting"_s},
        {u"account"_s, u"Account number"_s, u"Carriers reject an order with numbers of several accounts."_s,
         u"https://support.telnyx.com/en/articles/1130610"_s},
    };
    return rules;
}

QList<SplitPart> splitParts(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries)
{
    QList<SplitPart> parts;
    for (qsizetype i = 0; i < splitRules().size(); ++i) {
        const QString &rule = splitRules().at(i).id;
        const QString own = comparable(plan, i);
        const bool divides = std::any_of(plans.cbegin(), plans.cend(), [&](const CasePlan &other) { return comparable(other, i) != own; });
        parts.append({rule, valueOf(plan, rule, countries), divides});
    }
    return parts;
}

QString splitReason(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries)
{
    QStringList values;
    QStringList dividing;
    const QList<SplitPart> parts = splitParts(plan, plans, countries);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool account = parts.at(i).rule == "account"_L1;
        if (!parts.at(i).value.isEmpty())
            values.append(account ? u"account "_s + parts.at(i).value : parts.at(i).value);
        if (parts.at(i).divides)
            dividing.append(splitRules().at(i).label.toLower());
    }
    const QString common = values.join(", "_L1);
    return dividing.isEmpty() ? common + u'.' : u"%1; apart from other cases by %2."_s.arg(common, joinedWords(dividing));
}

} // namespace PortDesk
