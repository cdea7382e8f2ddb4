// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/numbers/numberparser.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString rowPlace(int row)
{
    return pointerTo(u"/numbers"_s, row);
}

void checkPortable(const Judgement &in, Findings &out)
{
    for (const ResolvedNumber &number : in.resolved.numbers) {
        const PhoneNumber &phone = number.phone;
        const bool supported = in.context.countries.country(phone.country) != nullptr;
        if (supported && in.context.countries.record(phone.country, phone.type))
            continue;
        out.error(numberPlace(in.request, number.row), supported ? u"number.type-not-portable"_s : u"number.country-not-supported"_s,
                  {{u"number"_s, phone.e164}, {u"country"_s, in.countryName(phone.country)}, {u"type"_s, numberTypeText(phone.type)}});
    }
}

void checkRowAddresses(const Judgement &in, Findings &out)
{
    QHash<QString, QString> countries;
    for (const RequestAddress &row : in.request.addresses)
        countries.insert(row.id, row.address.country);
    for (qsizetype row = 0; row < in.request.numbers.size(); ++row) {
        const RequestNumber &number = in.request.numbers.at(row);
        if (number.address.isEmpty() || !countries.contains(number.address))
            out.error(rowPlace(int(row)) + u"/address"_s, u"address.missing"_s, {{u"number"_s, number.range.isEmpty() ? number.number : number.range}});
    }
    for (const ResolvedNumber &number : in.resolved.numbers) {
        const QString country = countries.value(number.addressId);
        const CountryRecord *record = in.context.countries.record(number.phone.country, number.phone.type);
        const AddressRule rule = record ? record->addressRule : AddressRule::Unknown;
        if (country.isEmpty() || country == number.phone.country || rule == AddressRule::Anywhere)
            continue;
        // A line stands where its area code says; other types may be used from abroad unless the country's sources say otherwise.
        const bool bound = number.phone.type == NumberType::Geographic || rule == AddressRule::InCountry || rule == AddressRule::InArea;
        const auto severity = bound ? Problem::Severity::Error : Problem::Severity::Warning;
        out.add({severity, rowPlace(number.row) + u"/address"_s, u"address.country-mismatch"_s,
                 {{u"number"_s, number.phone.e164},
                  {u"numberCountry"_s, in.countryName(number.phone.country)},
                  {u"addressCountry"_s, in.countryName(country)}}});
    }
}

/// " (20 of them in 2 ranges)": a limit may mean single numbers and ranges apart, and no source says so in figures.
QString rangesText(const Judgement &in, const CasePlan &plan)
{
    QSet<int> ranges;
    int inRanges = 0;
    for (const ResolvedNumber &number : plan.numbers) {
        if (in.request.numbers.at(number.row).range.isEmpty())
            continue;
        ranges.insert(number.row);
        ++inRanges;
    }
    if (ranges.isEmpty())
        return {};
    return ranges.size() == 1 ? u" (%1 of them in a range)"_s.arg(inRanges) : u" (%1 of them in %2 ranges)"_s.arg(inRanges).arg(ranges.size());
}

void checkAmounts(const Judgement &in, Findings &out)
{
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        const CasePlan &plan = in.plans.at(i);
        const CountryRecord *record = in.record(plan);
        if (record && record->maximumNumbers && plan.numbers.size() > *record->maximumNumbers)
            out.warning(u"/numbers"_s, u"number.too-many"_s,
                        {{u"count"_s, int(plan.numbers.size())}, {u"maximum"_s, *record->maximumNumbers},
                         {u"country"_s, in.countryName(plan.country)}, {u"type"_s, numberTypeText(plan.type)}, {u"ranges"_s, rangesText(in, plan)},
                         {u"limit"_s, record->maximumNumbersNote.isEmpty() ? QString() : u" (%1)"_s.arg(record->maximumNumbersNote)}});
    }
}

} // namespace

void checkNumbers(const Judgement &in, Findings &out)
{
    if (in.request.numbers.isEmpty())
        out.error(u"/numbers"_s, u"number.missing"_s);
    for (const Problem &problem : in.resolved.problems)
        out.add(problem);
    checkPortable(in, out);
    checkRowAddresses(in, out);
    checkAmounts(in, out);
}

} // namespace PortDesk
