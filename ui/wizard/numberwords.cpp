// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/numberwords.h"

#include "ui/wizard/requestnumbers.h"

namespace PortDesk {
using namespace Qt::StringLiterals;

BadgeContent numberBadge(const Problem &problem)
{
    const bool error = problem.severity == Problem::Severity::Error;
    if (!problem.confirmed.isEmpty())
        return {Glyph::Check, RequestNumbers::tr("confirmed"), State::Good};
    const auto badge = [error](const QString &text) { return BadgeContent{error ? Glyph::Cross : Glyph::Warning, text, error ? State::Problem : State::Waiting}; };
    if (problem.code == u"number.duplicate")
        return {Glyph::Warning, RequestNumbers::tr("listed twice"), State::Waiting};
    if (problem.code == u"number.impossible")
        return badge(problem.args.value(u"reason"_s, RequestNumbers::tr("not a telephone number")).toString());
    if (problem.code == u"number.invalid")
        return badge(RequestNumbers::tr("unknown range, please check"));
    if (problem.code == u"number.in-open-case")
        return badge(RequestNumbers::tr("already in %1").arg(problem.args.value(u"reference"_s).toString()));
    if (problem.code == u"number.ported-before")
        return badge(RequestNumbers::tr("ported before in %1").arg(problem.args.value(u"reference"_s).toString()));
    if (problem.code == u"number.type-not-portable")
        return badge(RequestNumbers::tr("porting not documented"));
    if (problem.code == u"number.country-not-supported")
        return badge(RequestNumbers::tr("country not supported"));
    if (problem.code == u"range.too-large")
        return badge(RequestNumbers::tr("range too large"));
    if (problem.code == u"range.overlap")
        return badge(RequestNumbers::tr("%n number(s) also in row %1", nullptr, problem.args.value(u"count"_s).toInt()).arg(problem.args.value(u"row"_s).toInt()));
    if (problem.code == u"range.activate-outside")
        return badge(RequestNumbers::tr("nothing there to activate"));
    if (problem.code == u"field.format")
        return badge(RequestNumbers::tr("%1 cannot be right").arg(problem.args.value(u"label"_s).toString()));
    if (problem.code == u"field.check-digit")
        return badge(RequestNumbers::tr("%1: please check").arg(problem.args.value(u"label"_s).toString()));
    if (problem.code == u"range.placeholders" || problem.code == u"range.block")
        return badge(RequestNumbers::tr("read as %n number(s), please check", nullptr, problem.args.value(u"count"_s).toInt()));
    if (problem.code == u"range.reversed")
        return badge(RequestNumbers::tr("range ends before it begins"));
    return badge(RequestNumbers::tr("please check"));
}

QString casesSentence(const PreflightResult &result)
{
    int total = 0;
    QStringList parts;
    for (const CasePlan &plan : result.cases) {
        total += int(plan.numbers.size());
        parts << RequestNumbers::tr("%1 %2").arg(plan.numbers.size()).arg(numberTypeText(plan.type));
    }
    if (result.cases.isEmpty())
        return {};
    if (result.cases.size() == 1)
        return RequestNumbers::tr("%n number(s) become one case: %1.", nullptr, total).arg(parts.first());
    return RequestNumbers::tr("%n number(s) become %1 cases: %2.", nullptr, total).arg(result.cases.size()).arg(parts.join(u", "_s));
}

QString addressLine(const PostalAddress &address)
{
    return formatAddress(address).join(u", "_s);
}

} // namespace PortDesk
