// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool asks(const QList<FieldRule> &rules, const QString &pointer)
{
    return std::any_of(rules.cbegin(), rules.cend(), [&](const FieldRule &rule) { return rule.requestPointer == pointer; });
}

void checkAccount(const Judgement &in, const CasePlan &plan, const QList<FieldRule> &required, Findings &out)
{
    if (!plan.carrier.accountNumber.trimmed().isEmpty())
        return;
    // The base process wants the account of every line; a mobile one may go by its porting code alone where no source asks for the account.
    const bool optional = plan.type == NumberType::Mobile && !asks(required, u"/losingCarrier/accountNumber"_s);
    const QVariantMap args{{u"carrier"_s, plan.carrier.name.isEmpty() ? u"the losing carrier"_s : plan.carrier.name}};
    const auto severity = optional ? Problem::Severity::Warning : Problem::Severity::Error;
    out.add({severity, carrierPlace(in, plan) + u"/accountNumber"_s, u"account-number.missing"_s, args});
}

/// Carriers of some countries take the account number without spaces and hyphens.
void checkSeparators(const Judgement &in, const CasePlan &plan, Findings &out)
{
    const QString written = plan.carrier.accountNumber.trimmed();
    QString plain = written;
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'\u2013'; });
    const CountryRecord *record = in.record(plan);
    if (plain != written && record && record->plainAccountNumber.value_or(false))
        out.warning(carrierPlace(in, plan) + u"/accountNumber"_s, u"account-number.separators"_s,
                    {{u"value"_s, written}, {u"kept"_s, plain}, {u"country"_s, in.countryName(plan.country)}});
}

void checkPin(const Judgement &in, const CasePlan &plan, const QList<FieldRule> &required, Findings &out)
{
    if (!asks(required, u"/losingCarrier/pin"_s) || !plan.carrier.pin.trimmed().isEmpty())
        return;
    const bool everyNumber = std::all_of(plan.numbers.cbegin(), plan.numbers.cend(), [](const ResolvedNumber &n) { return !n.pin.trimmed().isEmpty(); });
    if (!everyNumber)
        out.error(carrierPlace(in, plan) + u"/pin"_s, u"pin.missing"_s,
                  {{u"country"_s, in.countryName(plan.country)}, {u"type"_s, numberTypeText(plan.type)}, {u"carrier"_s, plan.carrier.name}});
}

} // namespace

QString carrierPlace(const Judgement &in, const CasePlan &plan)
{
    const int row = plan.numbers.first().row;
    return in.request.numbers.at(row).losingCarrier ? pointerTo(u"/numbers"_s, row) + u"/losingCarrier"_s : u"/losingCarrier"_s;
}

void checkCarrier(const Judgement &in, Findings &out)
{
    if (in.plans.isEmpty() && in.request.losingCarrier.name.trimmed().isEmpty())
        out.error(u"/losingCarrier/name"_s, u"carrier.name.missing"_s);
    if (in.plans.isEmpty() && in.request.losingCarrier.accountNumber.trimmed().isEmpty())
        out.error(u"/losingCarrier/accountNumber"_s, u"account-number.missing"_s, {{u"carrier"_s, u"the losing carrier"_s}});
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        const CasePlan &plan = in.plans.at(i);
        if (plan.carrier.name.trimmed().isEmpty())
            out.error(carrierPlace(in, plan) + u"/name"_s, u"carrier.name.missing"_s);
        const CountryRecord *record = in.record(plan);
        const QList<FieldRule> required = record ? requiredFields(*record, in.request.owner.kind) : QList<FieldRule>();
        checkAccount(in, plan, required, out);
        checkSeparators(in, plan, out);
        checkPin(in, plan, required, out);
    }
}

} // namespace PortDesk
