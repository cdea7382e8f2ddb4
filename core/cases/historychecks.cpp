// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/ownername.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// In which open case a number is, by either of the two questions a caller may answer.
void checkNumber(const Judgement &in, const ResolvedNumber &number, const NumberHistory &known, Findings &out)
{
    const QString &e164 = number.phone.e164;
    if (!known.openCase.isEmpty())
        out.error(numberPlace(in.request, number.row), u"number.in-open-case"_s, {{u"number"_s, e164}, {u"reference"_s, known.openCase}});
    if (known.portedIn.isEmpty())
        return;
    const QString when = known.portedOn.isValid() ? u" on "_s + known.portedOn.toString(Qt::ISODate) : QString();
    out.warning(numberPlace(in.request, number.row), u"number.ported-before"_s,
                {{u"number"_s, e164},
                 {u"reference"_s, known.portedIn},
                 {u"when"_s, when},
                 {u"carrier"_s, number.carrier.name.trimmed().isEmpty() ? u"the losing carrier"_s : number.carrier.name}});
}

void checkNumbersKnown(const Judgement &in, Findings &out)
{
    if ((!in.context.openCases && !in.context.history) || in.resolved.numbers.isEmpty())
        return;
    QStringList all;
    for (const ResolvedNumber &number : in.resolved.numbers)
        all.append(number.phone.e164);
    QHash<QString, NumberHistory> known = in.context.history ? in.context.history(all) : QHash<QString, NumberHistory>();
    const QHash<QString, QString> open = in.context.openCases ? in.context.openCases(all) : QHash<QString, QString>();
    for (auto it = open.constBegin(); it != open.constEnd(); ++it)
        known[it.key()].openCase = it.value();
    if (known.isEmpty())
        return;
    for (const ResolvedNumber &number : in.resolved.numbers) {
        if (const auto found = known.constFind(number.phone.e164); found != known.constEnd())
            checkNumber(in, number, *found, out);
    }
}

void checkOwnerKnown(const Judgement &in, Findings &out)
{
    const Owner &owner = in.request.owner;
    const QString name = owner.displayName();
    if (!in.context.ownersLike || ownerKey(name).isEmpty())
        return;
    for (const QString &known : in.context.ownersLike(name)) {
        if (!isOtherSpelling(name, known))
            continue;
        const bool company = owner.kind == OwnerKind::Business && !owner.company.isEmpty();
        out.warning(company ? u"/owner/company"_s : u"/owner/lastName"_s, u"owner.other-spelling"_s,
                    {{u"value"_s, name}, {u"known"_s, known}});
        return; // one is enough to look
    }
}

} // namespace

void checkHistory(const Judgement &in, Findings &out)
{
    checkNumbersKnown(in, out);
    checkOwnerKnown(in, out);
}

} // namespace PortDesk
