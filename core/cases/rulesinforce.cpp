// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rulesinforce.h"

#include "core/countries/rulewords.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk {

void noteRulesInForce(CaseEvent &event, const Case &portCase, const CountryPack &countries)
{
    const CountryRecord *record = countries.record(portCase.country, portCase.type);
    if (!record || record->overrides.isEmpty())
        return;
    QJsonArray rules;
    QStringList names;
    for (const AppliedOverride &applied : record->overrides) {
        rules.append(QJsonObject{{u"id"_s, applied.rule.id.value}, {u"revision"_s, applied.rule.revision}, {u"path"_s, applied.rule.path}});
        names.append(ruleLabel(*record, applied.rule.path));
    }
    event.data.insert(u"overrides"_s, rules);
    event.text += u" (the desk's own rules in force: %1)"_s.arg(names.join(u"; "_s));
}

} // namespace PortDesk
