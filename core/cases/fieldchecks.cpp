// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"
#include "core/cases/requestwriter.h"
#include "core/countries/fieldcheck.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// Members that other checks look at in their own words.
bool isCheckedElsewhere(const FieldRule &rule)
{
    static const QStringList pointers{u"/owner/company"_s,  u"/owner/firstName"_s,  u"/addresses"_s,         u"/numbers"_s, u"/losingCarrier/name"_s,
                                      u"/losingCarrier/accountNumber"_s, u"/losingCarrier/pin"_s};
    return pointers.contains(rule.requestPointer);
}

/// National digits with the leading zero, as check digits over a number want them.
QString nationalDigits(const CasePlan &plan)
{
    QString digits;
    for (const QChar c : plan.numbers.first().phone.national) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

QVariantMap argsOf(const Judgement &in, const CasePlan &plan, const FieldRule &rule, const QString &value)
{
    return {{u"id"_s, rule.id},
            {u"label"_s, rule.label},
            {u"value"_s, value},
            {u"explanation"_s, rule.explanation},
            {u"country"_s, in.countryName(plan.country)},
            {u"countryType"_s, numberTypeText(plan.type)}};
}

void checkFormat(const Judgement &in, const CasePlan &plan, const FieldRule &rule, const QString &value, Findings &out)
{
    const QString place = pointerTo(u"/fields"_s, rule.id);
    switch (checkField(rule, value, nationalDigits(plan))) {
    case FieldVerdict::Ok: return;
    case FieldVerdict::BadCheckDigit: out.warning(place, u"field.check-digit"_s, argsOf(in, plan, rule, value)); return;
    case FieldVerdict::BadFormat:
        out.add({rule.required ? Problem::Severity::Error : Problem::Severity::Warning, place, u"field.format"_s, argsOf(in, plan, rule, value)});
        return;
    }
}

/// A member of the request that a country makes compulsory: billing number, requested date ...
void checkMember(const Judgement &in, const CasePlan &plan, const FieldRule &rule, Findings &out)
{
    const bool onlyPartial = rule.requestPointer == "/port/newBillingNumber"_L1 && in.request.scope == PortScope::Full;
    if (!rule.required || isCheckedElsewhere(rule) || onlyPartial)
        return;
    Request request = in.request;
    request.losingCarrier = plan.carrier;
    const QString value = valueAt(completeRequestJson(request), rule.requestPointer).toString().trimmed();
    if (value.isEmpty())
        out.error(rule.requestPointer, u"field.missing"_s, argsOf(in, plan, rule, {}));
}

void checkOwnField(const Judgement &in, const CasePlan &plan, const FieldRule &rule, Findings &out)
{
    const QString value = in.request.fields.value(rule.id).trimmed();
    if (!value.isEmpty())
        checkFormat(in, plan, rule, value, out);
    else if (rule.required)
        out.error(pointerTo(u"/fields"_s, rule.id), u"field.missing"_s, argsOf(in, plan, rule, {}));
}

bool isKnown(const CountryPack &countries, const QString &id)
{
    const QStringList codes = countries.codes();
    return std::any_of(codes.cbegin(), codes.cend(), [&](const QString &code) {
        const auto &records = countries.country(code)->records;
        return std::any_of(records.cbegin(), records.cend(), [&](const CountryRecord &record) { return record.field(id) != nullptr; });
    });
}

} // namespace

void checkFields(const Judgement &in, Findings &out)
{
    for (const CasePlan &plan : in.plans) {
        const CountryRecord *record = in.record(plan);
        if (!record)
            continue;
        for (const FieldRule &rule : applicableFields(*record, in.request.owner.kind)) {
            if (rule.requestPointer.isEmpty())
                checkOwnField(in, plan, rule, out);
            else
                checkMember(in, plan, rule, out);
        }
    }
    for (auto it = in.request.fields.constBegin(); it != in.request.fields.constEnd(); ++it) {
        if (!isKnown(in.context.countries, it.key()))
            out.error(pointerTo(u"/fields"_s, it.key()), u"field.unknown"_s, {{u"id"_s, it.key()}});
    }
}

} // namespace PortDesk
