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
QString nationalDigits(const ResolvedNumber &number)
{
    QString digits;
    for (const QChar c : number.phone.national) {
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

/// A value and where it stands.
struct FieldValue {
    QString place;
    QString text;
    QString digits; ///< of the number it belongs to
};

void checkFormat(const Judgement &in, const CasePlan &plan, const FieldRule &rule, const FieldValue &field, Findings &out)
{
    const auto &[place, value, digits] = field;
    switch (checkField(rule, value, digits)) {
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

/// The codes of single numbers; true when every number of the case has one of its own.
bool checkNumberFields(const Judgement &in, const CasePlan &plan, const FieldRule &rule, Findings &out)
{
    bool everyNumber = true;
    int row = -1;
    for (const ResolvedNumber &number : plan.numbers) {
        const QString value = number.fields.value(rule.id).trimmed();
        everyNumber = everyNumber && !value.isEmpty();
        if (!value.isEmpty() && number.row != row) // a range has one code for all of its numbers
            checkFormat(in, plan, rule, {pointerTo(pointerTo(u"/numbers"_s, number.row) + u"/fields"_s, rule.id), value, nationalDigits(number)}, out);
        row = number.row;
    }
    return everyNumber;
}

void checkOwnField(const Judgement &in, const CasePlan &plan, const FieldRule &rule, Findings &out)
{
    const QString value = in.request.fields.value(rule.id).trimmed();
    const bool everyNumber = checkNumberFields(in, plan, rule, out);
    if (everyNumber)
        return;
    if (!value.isEmpty())
        checkFormat(in, plan, rule, {pointerTo(u"/fields"_s, rule.id), value, nationalDigits(plan.numbers.first())}, out);
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

void checkKnown(const Judgement &in, Findings &out)
{
    QHash<QString, bool> known;
    const auto check = [&](const QMap<QString, QString> &fields, const QString &place) {
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            if (!known.contains(it.key()))
                known.insert(it.key(), isKnown(in.context.countries, it.key()));
            if (!known.value(it.key()))
                out.error(pointerTo(place, it.key()), u"field.unknown"_s, {{u"id"_s, it.key()}});
        }
    };
    check(in.request.fields, u"/fields"_s);
    for (qsizetype row = 0; row < in.request.numbers.size(); ++row) {
        if (!in.request.numbers.at(row).fields.isEmpty())
            check(in.request.numbers.at(row).fields, pointerTo(u"/numbers"_s, row) + u"/fields"_s);
    }
}

} // namespace

void checkFields(const Judgement &in, Findings &out)
{
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        const CasePlan &plan = in.plans.at(i);
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
    out.ofCase(-1);
    checkKnown(in, out);
}

} // namespace PortDesk
