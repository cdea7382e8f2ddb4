// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"
#include "core/numbers/numberparser.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The place of a carrier's members: the request's, or that of the first number of the plan with a carrier of its own.
QString carrierPlace(const Judgement &in, const CasePlan &plan)
{
    const int row = plan.numbers.first().row;
    return in.request.numbers.at(row).losingCarrier ? pointerTo(u"/numbers"_s, row) + u"/losingCarrier"_s : u"/losingCarrier"_s;
}

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

void checkPin(const Judgement &in, const CasePlan &plan, const QList<FieldRule> &required, Findings &out)
{
    if (!asks(required, u"/losingCarrier/pin"_s) || !plan.carrier.pin.trimmed().isEmpty())
        return;
    const bool everyNumber = std::all_of(plan.numbers.cbegin(), plan.numbers.cend(), [](const ResolvedNumber &n) { return !n.pin.trimmed().isEmpty(); });
    if (!everyNumber)
        out.error(carrierPlace(in, plan) + u"/pin"_s, u"pin.missing"_s,
                  {{u"country"_s, in.countryName(plan.country)}, {u"type"_s, numberTypeText(plan.type)}, {u"carrier"_s, plan.carrier.name}});
}

bool ports(const Judgement &in, const QString &e164)
{
    const auto &numbers = in.resolved.numbers;
    return std::any_of(numbers.cbegin(), numbers.cend(), [&](const ResolvedNumber &n) { return n.phone.e164 == e164; });
}

void checkPartialPort(const Judgement &in, const QString &billing, const QString &place, Findings &out)
{
    const Request &request = in.request;
    const QString next = parseNumber(request.newBillingNumber, in.plans.first().country).e164;
    if (request.remaining == Remaining::None)
        out.warning(u"/port/remaining"_s, u"remaining.undeclared"_s);
    if (!next.isEmpty() && ports(in, next))
        out.error(u"/port/newBillingNumber"_s, u"billing-number.new-required"_s, {{u"number"_s, next}});
    if (billing.isEmpty() || !ports(in, billing))
        return;
    // With a new billing number the carrier can keep the rest; it still is worth a look.
    const auto severity = next.isEmpty() ? Problem::Severity::Error : Problem::Severity::Warning;
    out.add({severity, place, u"billing-number.in-partial-port"_s, {{u"number"_s, billing}}});
    if (next.isEmpty() && request.remaining != Remaining::Disconnect)
        out.error(u"/port/newBillingNumber"_s, u"billing-number.new-required"_s, {{u"number"_s, billing}});
}

} // namespace

void checkCarrier(const Judgement &in, Findings &out)
{
    if (in.plans.isEmpty() && in.request.losingCarrier.name.trimmed().isEmpty())
        out.error(u"/losingCarrier/name"_s, u"carrier.name.missing"_s);
    if (in.plans.isEmpty() && in.request.losingCarrier.accountNumber.trimmed().isEmpty())
        out.error(u"/losingCarrier/accountNumber"_s, u"account-number.missing"_s, {{u"carrier"_s, u"the losing carrier"_s}});
    for (const CasePlan &plan : in.plans) {
        if (plan.carrier.name.trimmed().isEmpty())
            out.error(carrierPlace(in, plan) + u"/name"_s, u"carrier.name.missing"_s);
        const CountryRecord *record = in.record(plan);
        const QList<FieldRule> required = record ? requiredFields(*record, in.request.owner.kind) : QList<FieldRule>();
        checkAccount(in, plan, required, out);
        checkPin(in, plan, required, out);
    }
}

void checkPort(const Judgement &in, Findings &out)
{
    for (const CasePlan &plan : in.plans) {
        const QString place = carrierPlace(in, plan) + u"/billingNumber"_s;
        const QString written = plan.carrier.billingNumber.trimmed();
        const PhoneNumber billing = written.isEmpty() ? PhoneNumber() : parseNumber(written, plan.country);
        if (!written.isEmpty() && !billing.possible)
            out.error(place, u"number.impossible"_s, {{u"number"_s, written}, {u"reason"_s, QString(billing.reason).replace(u'-', u' ')}});
        if (in.request.scope == PortScope::Partial)
            checkPartialPort(in, billing.e164, place, out);
        else if (billing.possible && !ports(in, billing.e164))
            out.error(place, u"billing-number.missing-in-full-port"_s, {{u"number"_s, billing.e164}});
    }
}

} // namespace PortDesk
