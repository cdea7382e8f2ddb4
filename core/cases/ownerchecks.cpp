// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/base/folding.h"

#include <QRegularExpression>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool isEmpty(const QString &text)
{
    return text.trimmed().isEmpty();
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
    static const QRegularExpression mailForm(uR"(^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$)"_s);
    if (isEmpty(owner.email))
        out.warning(u"/owner/email"_s, u"owner.email.missing"_s);
    else if (!mailForm.match(owner.email.trimmed()).hasMatch())
        out.error(u"/owner/email"_s, u"owner.email.format"_s, {{u"value"_s, owner.email}});
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
