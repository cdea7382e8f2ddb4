// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"

#include "core/cases/checks.h"

#include "core/cases/pointer.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

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

/// Rows of numbers and addresses belong to the cases that hold them.
class RowOwners
{
public:
    RowOwners(const Request &request, const QList<CasePlan> &plans)
    {
        QHash<QString, int> addresses;
        for (qsizetype i = 0; i < request.addresses.size(); ++i)
            addresses.insert(request.addresses.at(i).id, int(i));
        for (qsizetype plan = 0; plan < plans.size(); ++plan) {
            for (const ResolvedNumber &number : plans.at(plan).numbers) {
                note(m_numbers[number.row], int(plan));
                if (const auto address = addresses.constFind(number.addressId); address != addresses.constEnd())
                    note(m_addresses[*address], int(plan));
            }
        }
    }

    QList<int> of(const QString &pointer) const
    {
        const QStringList steps = pointerSteps(pointer);
        if (steps.size() < 2)
            return {};
        const auto &rows = steps.first() == "addresses"_L1 ? m_addresses : m_numbers;
        const bool isRow = steps.first() == "addresses"_L1 || steps.first() == "numbers"_L1;
        return isRow ? rows.value(steps.at(1).toInt()) : QList<int>();
    }

private:
    static void note(QList<int> &cases, int plan)
    {
        if (cases.isEmpty() || cases.last() != plan)
            cases.append(plan);
    }

    QHash<int, QList<int>> m_numbers;
    QHash<int, QList<int>> m_addresses;
};

void assignCases(QList<Problem> &problems, const Request &request, const QList<CasePlan> &plans)
{
    if (plans.size() < 2)
        return; // one case: everything is its own
    const RowOwners owners(request, plans);
    for (Problem &problem : problems) {
        if (problem.cases.isEmpty())
            problem.cases = owners.of(problem.field);
    }
}

void applyConfirmations(QList<Problem> &problems, const QList<Confirmation> &confirmations)
{
    if (confirmations.isEmpty())
        return;
    for (Problem &problem : problems) {
        if (problem.severity != Problem::Severity::Warning || !asksConfirmation(problem.code))
            continue;
        for (const Confirmation &row : confirmations) {
            if (row.code == problem.code && row.field == problem.field)
                problem.confirmed = row.reason.trimmed();
        }
    }
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
    // What shares a place is told apart by what it is about: numbers of one range, documents and acknowledgements of one list, one date in several calendars.
    QString key = problem.field + u' ' + problem.code;
    for (const char *about : {"number", "document", "acknowledgement", "type", "calendar"})
        key += u' ' + problem.args.value(QString::fromLatin1(about)).toString();
    if (const auto known = m_known.constFind(key); known != m_known.constEnd()) {
        // Told once, with every case it concerns; what concerns the whole request stays so.
        QList<int> &cases = m_problems[*known].cases;
        if (m_case < 0)
            cases.clear();
        else if (!cases.isEmpty() && !cases.contains(m_case))
            cases.append(m_case);
        return;
    }
    m_known.insert(key, m_problems.size());
    m_problems.append(problem);
    if (m_case >= 0)
        m_problems.last().cases = {m_case};
}

void Findings::error(const QString &field, const QString &code, const QVariantMap &args)
{
    add({Problem::Severity::Error, field, code, args});
}

void Findings::warning(const QString &field, const QString &code, const QVariantMap &args)
{
    add({Problem::Severity::Warning, field, code, args});
}

QList<Problem> problemsOf(const PreflightResult &result, int caseIndex)
{
    QList<Problem> own;
    for (const Problem &problem : result.problems) {
        if (problem.cases.isEmpty() || problem.cases.contains(caseIndex))
            own.append(problem);
    }
    return own;
}

PreflightResult preflight(const Request &request, const PreflightContext &context)
{
    const ResolvedRequest resolved = resolveNumbers(request, context.countries);
    const QList<CasePlan> plans = planCases(resolved, request, context.countries);
    const Judgement in{request, context, resolved, plans};
    Findings out;
    // In the order of the request's members.
    for (const auto check : {checkOwner, checkNameLimits, checkReseller, checkAuthorisedPerson, checkCarrier, checkPort, checkLineFeatures, checkRequestedDate,
                             checkAddresses, checkNumbers, checkAreas, checkHistory, checkBlocks, checkFields, checkAcknowledgements, checkConfirmations,
                             checkDocuments, checkDocumentDates}) {
        check(in, out);
        out.ofCase(-1);
    }
    QList<Problem> problems = out.take();
    assignCases(problems, request, plans);
    applyConfirmations(problems, request.confirmations);
    return {problems, plans};
}

} // namespace PortDesk
