// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/overridecheck.h"

#include "core/countries/rulepatch.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

Error refused(const QString &sentence)
{
    return {Error::Code::Invalid, sentence};
}

Result<void> checkForm(const CountryPack &supplied, const RuleOverride &rule)
{
    if (rule.reason.trimmed().isEmpty())
        return refused(u"Give the reason for the override in a sentence."_s);
    if (rule.from.isValid() && rule.until.isValid() && rule.until < rule.from)
        return refused(u"The last day of the override is before its first day."_s);
    const QUrl link(rule.source, QUrl::StrictMode);
    const bool isLink = link.isValid() && !link.host().isEmpty() && (link.scheme() == "https"_L1 || link.scheme() == "http"_L1);
    if (!rule.source.isEmpty() && !isLink)
        return refused(u"The source must be a link that begins with https:// or http://."_s);
    if (!supplied.country(rule.country))
        return refused(u"There are no rules for the country %1."_s.arg(rule.country));
    return {};
}

/// A rule keeps what an override of it does not name, so only what is named can differ.
bool isSupplied(const QJsonValue &supplied, const QJsonValue &wanted)
{
    if (!supplied.isObject() || !wanted.isObject())
        return supplied == wanted || (supplied.isUndefined() && wanted.isNull());
    const QJsonObject changes = wanted.toObject();
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (supplied.toObject().value(change.key()) != change.value())
            return false;
    }
    return true;
}

bool changesNothing(const CountryPack &supplied, const RuleOverride &rule)
{
    const auto file = supplied.file(rule.country);
    if (!file)
        return false;
    const QJsonArray records = file->value(u"records"_s).toArray();
    return std::all_of(records.begin(), records.end(), [&rule](const QJsonValue &record) {
        const bool concerned = rule.type == NumberType::Unknown || record[u"type"].toString() == numberTypeKey(rule.type);
        return !concerned || isSupplied(ruleValueAt(record.toObject(), rule.path), rule.value);
    });
}

QString unfitReason(const QList<UnfitOverride> &unfit, const RuleOverride &rule)
{
    const auto found = std::find_if(unfit.cbegin(), unfit.cend(), [&rule](const UnfitOverride &other) { return samePlace(other.rule, rule); });
    return found == unfit.cend() ? QString() : found->why;
}

/// One that fitted before.
std::optional<UnfitOverride> newlyUnfit(const QList<UnfitOverride> &before, const QList<UnfitOverride> &after)
{
    for (const UnfitOverride &other : after) {
        if (unfitReason(before, other.rule).isEmpty())
            return other;
    }
    return std::nullopt;
}

} // namespace

bool samePlace(const RuleOverride &a, const RuleOverride &b)
{
    return a.country == b.country && a.type == b.type && a.path == b.path;
}

Result<void> checkOverrides(const CountryPack &supplied, const QList<RuleOverride> &standing, const QList<RuleOverride> &wanted)
{
    QList<RuleOverride> together = standing;
    for (const RuleOverride &rule : wanted) {
        if (auto form = checkForm(supplied, rule); !form)
            return form;
        together.removeIf([&rule](const RuleOverride &other) { return samePlace(other, rule) || other.country != rule.country; });
    }
    together += wanted;
    for (const RuleOverride &rule : wanted) {
        // Judged on a day on which it holds, with what else holds then.
        const QDate day = rule.from.isValid() ? rule.from : rule.until.isValid() ? rule.until : rule.at.date();
        const QList<UnfitOverride> unfit = supplied.withOverrides(together, day).unfit;
        if (const QString why = unfitReason(unfit, rule); !why.isEmpty())
            return refused(why);
        if (const auto other = newlyUnfit(supplied.withOverrides(standing, day).unfit, unfit))
            return refused(u"With this value the override of %1 would not fit any more. %2"_s.arg(other->rule.path, other->why));
    }
    if (std::all_of(wanted.cbegin(), wanted.cend(), [&supplied](const RuleOverride &rule) { return changesNothing(supplied, rule); }))
        return refused(u"This is the supplied value already; nothing was overridden."_s);
    return {};
}

Result<void> checkWithdrawal(const CountryPack &supplied, const QList<RuleOverride> &standing, const QList<RuleOverride> &withdrawn, QDate day)
{
    QList<RuleOverride> left = standing;
    for (const RuleOverride &rule : withdrawn)
        left.removeIf([&rule](const RuleOverride &other) { return samePlace(other, rule); });
    const auto other = newlyUnfit(supplied.withOverrides(standing, day).unfit, supplied.withOverrides(left, day).unfit);
    if (!other)
        return {};
    return Error{Error::Code::Refused, u"The override of %1 needs this one. Go back to the supplied value there first. %2"_s.arg(other->rule.path, other->why)};
}

} // namespace PortDesk
