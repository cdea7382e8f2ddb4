// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"

#include "core/cases/checks.h"

namespace PortDesk {

namespace {

QList<Problem> ofSeverity(const QList<Problem> &problems, Problem::Severity severity)
{
    QList<Problem> found;
    for (const Problem &problem : problems) {
        if (problem.severity == severity)
            found.append(problem);
    }
    return found;
}

} // namespace

QList<Problem> PreflightResult::errors() const
{
    return ofSeverity(problems, Problem::Severity::Error);
}

QList<Problem> PreflightResult::warnings() const
{
    return ofSeverity(problems, Problem::Severity::Warning);
}

QString Judgement::countryName(const QString &code) const
{
    const Country *country = context.countries.country(code);
    return country ? country->name : code;
}

void Findings::add(const Problem &problem)
{
    // What shares a place is told apart by what it is about: numbers of one range, documents and acknowledgements of one list.
    QString key = problem.field + u' ' + problem.code;
    for (const char *about : {"number", "document", "acknowledgement", "type"})
        key += u' ' + problem.args.value(QString::fromLatin1(about)).toString();
    if (m_known.contains(key))
        return;
    m_known.insert(key);
    m_problems.append(problem);
}

void Findings::error(const QString &field, const QString &code, const QVariantMap &args)
{
    add({Problem::Severity::Error, field, code, args});
}

void Findings::warning(const QString &field, const QString &code, const QVariantMap &args)
{
    add({Problem::Severity::Warning, field, code, args});
}

PreflightResult preflight(const Request &request, const PreflightContext &context)
{
    const ResolvedRequest resolved = resolveNumbers(request);
    const QList<CasePlan> plans = planCases(resolved, request, context.countries);
    const Judgement in{request, context, resolved, plans};
    Findings out;
    // In the order of the request's members.
    for (const auto check : {checkOwner, checkAuthorisedPerson, checkCarrier, checkPort, checkRequestedDate, checkAddresses, checkNumbers, checkFields,
                             checkAcknowledgements, checkDocuments, checkDocumentDates})
        check(in, out);
    return {out.take(), plans};
}

} // namespace PortDesk
