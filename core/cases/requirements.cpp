// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/requirements.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool applies(const QString &appliesTo, OwnerKind owner)
{
    return appliesTo.isEmpty() || appliesTo == (owner == OwnerKind::Person ? u"person"_s : u"business"_s);
}

} // namespace

QList<DocumentRule> requiredDocuments(const CountryRecord &record, OwnerKind owner)
{
    QList<DocumentRule> rules;
    for (const DocumentRule &rule : record.documents) {
        if ((rule.required || rule.baseProcess) && applies(rule.appliesTo, owner))
            rules.append(rule);
    }
    return rules;
}

QList<FieldRule> applicableFields(const CountryRecord &record, OwnerKind owner)
{
    QList<FieldRule> rules;
    for (const FieldRule &rule : record.fields) {
        if (applies(rule.appliesTo, owner))
            rules.append(rule);
    }
    return rules;
}

QList<FieldRule> requiredFields(const CountryRecord &record, OwnerKind owner)
{
    QList<FieldRule> rules = applicableFields(record, owner);
    rules.removeIf([](const FieldRule &rule) { return !rule.required; });
    return rules;
}

} // namespace PortDesk
