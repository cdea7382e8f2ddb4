// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/base/folding.h"
#include "core/base/mailaddress.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool isEmpty(const QString &text)
{
    return text.trimmed().isEmpty();
}

/// Order systems cut longer names without a word; how much they keep is said by the country pack.
void checkLength(const Judgement &in, const CasePlan &plan, const QString &place, const QString &value, std::optional<int> limit, Findings &out)
{
    const QString written = value.simplified();
    if (!limit || *limit <= 0 || written.size() <= *limit)
        return;
    out.warning(place, u"owner.name.will-be-cut"_s,
                {{u"value"_s, written}, {u"letters"_s, written.size()}, {u"limit"_s, *limit}, {u"kept"_s, written.left(*limit)},
                 {u"country"_s, in.countryName(plan.country)}});
}

} // namespace

void checkOwner(const Judgement &in, Findings &out)
{
    const Owner &owner = in.request.owner;
    if (owner.kind == OwnerKind::Business && isEmpty(owner.company))
        out.error(u"/owner/company"_s, u"owner.company.missing"_s);
    if (isEmpty(owner.firstName))
        out.error(u"/owner/firstName"_s, u"owner.name.missing"_s, {{u"part"_s, u"first"_s}});
    if (isEmpty(owner.lastName))
        out.error(u"/owner/lastName"_s, u"owner.name.missing"_s, {{u"part"_s, u"last"_s}});
    if (isEmpty(owner.email))
        out.warning(u"/owner/email"_s, u"owner.email.missing"_s);
    else if (!isMailAddress(owner.email))
        out.error(u"/owner/email"_s, u"owner.email.format"_s, {{u"value"_s, owner.email}});
}

void checkNameLimits(const Judgement &in, Findings &out)
{
    const Owner &owner = in.request.owner;
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        const CasePlan &plan = in.plans.at(i);
        const CountryRecord *record = in.record(plan);
        if (!record)
            continue;
        if (owner.kind == OwnerKind::Business) {
            checkLength(in, plan, u"/owner/company"_s, owner.company, record->companyNameLetters, out);
        } else {
            checkLength(in, plan, u"/owner/firstName"_s, owner.firstName, record->companyNameLetters, out);
            checkLength(in, plan, u"/owner/lastName"_s, owner.lastName, record->companyNameLetters, out);
        }
        checkLength(in, plan, u"/authorisedPerson/lastName"_s, in.request.authorisedPerson.displayName(), record->personNameLetters, out);
    }
}

void checkReseller(const Judgement &in, Findings &out)
{
    const Reseller &reseller = in.request.reseller;
    if (isEmpty(reseller.company) && isEmpty(reseller.contactName) && isEmpty(reseller.email))
        return;
    if (!isEmpty(reseller.email) && !isMailAddress(reseller.email))
        out.error(u"/reseller/email"_s, u"reseller.email.format"_s, {{u"value"_s, reseller.email}});
    if (isEmpty(reseller.company)) {
        out.error(u"/reseller/company"_s, u"reseller.name.missing"_s);
        return;
    }
    const QString owner = in.request.owner.displayName();
    const QVariantMap args{{u"reseller"_s, reseller.company}, {u"owner"_s, owner.isEmpty() ? u"the owner"_s : owner}};
    if (folded(reseller.company) == folded(owner))
        out.error(u"/reseller/company"_s, u"owner.reseller-is-owner"_s, args);
    else
        out.warning(u"/reseller/company"_s, u"owner.reseller"_s, args);
}

void checkAuthorisedPerson(const Judgement &in, Findings &out)
{
    const AuthorisedPerson &person = in.request.authorisedPerson;
    const Owner &owner = in.request.owner;
    const bool nobody = isEmpty(person.firstName) && isEmpty(person.lastName);
    // Without an authorised person the owner signs.
    if (nobody)
        return;
    const QVariantMap args{{u"name"_s, person.displayName()}, {u"owner"_s, owner.displayName()}};
    if (isEmpty(person.firstName) || isEmpty(person.lastName)) {
        out.error(isEmpty(person.firstName) ? u"/authorisedPerson/firstName"_s : u"/authorisedPerson/lastName"_s, u"person.not-authorised"_s, args);
        return;
    }
    const auto &documents = in.request.documents;
    const bool proven = std::any_of(documents.cbegin(), documents.cend(), [](const RequestDocument &d) { return d.kind == "power_of_attorney"_L1; });
    const bool differs = folded(person.displayName()) != folded(u"%1 %2"_s.arg(owner.firstName, owner.lastName));
    if (owner.kind == OwnerKind::Person && differs && !proven)
        out.warning(u"/authorisedPerson"_s, u"person.not-authorised"_s, args);
}

void checkAcknowledgements(const Judgement &in, Findings &out)
{
    static const QHash<QString, QString> texts{
        {u"keep_account_open"_s, u"the account at the losing carrier stays open until the port is completed."_s},
        {u"authorised_to_port"_s, u"you are authorised to have these numbers ported."_s},
        {u"fees_may_apply"_s, u"fees may apply; they are quoted before anything is sent."_s},
    };
    for (const QString &id : requiredAcknowledgements()) {
        if (!in.request.acknowledgements.contains(id))
            out.add({Problem::Severity::Error, u"/acknowledgements"_s, u"acknowledgement.missing"_s,
                     {{u"acknowledgement"_s, id}, {u"text"_s, texts.value(id)}}});
    }
}

} // namespace PortDesk
