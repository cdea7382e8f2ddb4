// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/resolve.h"

#include "core/base/folding.h"
#include "core/cases/requirements.h"
#include "core/countries/fieldcheck.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// Carriers are the same when name and account are, however they are written.
QString accountKey(const LosingCarrier &carrier)
{
    return folded(carrier.name) + u'\n' + compacted(carrier.accountNumber);
}

QStringList requirementsOf(const CasePlan &plan, OwnerKind owner, const CountryPack &countries)
{
    const CountryRecord *record = countries.record(plan.country, plan.type);
    if (!record)
        return {};
    QStringList ids;
    for (const DocumentRule &rule : requiredDocuments(*record, owner))
        ids.append(rule.id);
    for (const FieldRule &rule : requiredFields(*record, owner))
        ids.append(rule.id);
    return ids;
}

QString planKey(const QString &country, NumberType type, const QString &account)
{
    return country + u'\n' + numberTypeKey(type) + u'\n' + account;
}

} // namespace

QString CasePlan::key() const
{
    return planKey(country, type, accountKey(carrier));
}

QStringList CasePlan::e164() const
{
    QStringList list;
    for (const ResolvedNumber &number : numbers)
        list.append(number.phone.e164);
    return list;
}

QList<CasePlan> planCases(const ResolvedRequest &resolved, const Request &request, const CountryPack &countries)
{
    QList<CasePlan> plans;
    QHash<QString, qsizetype> known;
    const QString usual = accountKey(request.losingCarrier);
    for (const ResolvedNumber &number : resolved.numbers) {
        if (number.phone.country.isEmpty())
            continue; // not of any country: number.country-not-supported
        const bool own = request.numbers.at(number.row).losingCarrier.has_value();
        const QString key = planKey(number.phone.country, number.phone.type, own ? accountKey(number.carrier) : usual);
        if (!known.contains(key)) {
            known.insert(key, plans.size());
            plans.append({number.phone.country, number.phone.type, number.carrier, {}, {}});
        }
        CasePlan &plan = plans[known.value(key)];
        plan.numbers.append(number);
        // The case has one carrier; a PIN of its own stays with the number.
        if (number.pin.isEmpty() && number.carrier.pin != plan.carrier.pin)
            plan.numbers.last().pin = number.carrier.pin;
    }
    for (CasePlan &plan : plans)
        plan.requirements = requirementsOf(plan, request.owner.kind, countries);
    return plans;
}

QList<CasePlan> split(const Request &request, const CountryPack &countries)
{
    return planCases(resolveNumbers(request, countries), request, countries);
}

} // namespace PortDesk
