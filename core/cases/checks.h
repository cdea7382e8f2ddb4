// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/resolve.h"

namespace PortDesk {

/// What the checks of the preflight look at; each is a pure function over it and adds what it finds.
struct Judgement {
    const Request &request;
    const PreflightContext &context;
    const ResolvedRequest &resolved;
    const QList<CasePlan> &plans;

    QString countryName(const QString &code) const;
    const CountryRecord *record(const CasePlan &plan) const { return context.countries.record(plan.country, plan.type); }
};

/// Collects problems; one and the same finding (place and code) is told once, with every case it concerns.
class Findings
{
public:
    void error(const QString &field, const QString &code, const QVariantMap &args = {});
    void warning(const QString &field, const QString &code, const QVariantMap &args = {});
    void add(const Problem &problem);
    /// What is added from now on concerns this case (index of Judgement::plans); -1 for the whole request.
    void ofCase(int index) { m_case = index; }
    QList<Problem> take() { return std::move(m_problems); }

private:
    QList<Problem> m_problems;
    QHash<QString, qsizetype> m_known; ///< index in m_problems
    int m_case = -1;
};

/// The place of a carrier's members: the request's, or that of the first number of the plan with a carrier of its own.
QString carrierPlace(const Judgement &in, const CasePlan &plan);

void checkOwner(const Judgement &in, Findings &out);
void checkReseller(const Judgement &in, Findings &out);
void checkNameLimits(const Judgement &in, Findings &out);
void checkAuthorisedPerson(const Judgement &in, Findings &out);
void checkCarrier(const Judgement &in, Findings &out);
void checkPort(const Judgement &in, Findings &out);
void checkLineFeatures(const Judgement &in, Findings &out);
void checkRequestedDate(const Judgement &in, Findings &out);
void checkAddresses(const Judgement &in, Findings &out);
void checkNumbers(const Judgement &in, Findings &out);
void checkAreas(const Judgement &in, Findings &out);
void checkHistory(const Judgement &in, Findings &out);
void checkBlocks(const Judgement &in, Findings &out);
void checkFields(const Judgement &in, Findings &out);
void checkAcknowledgements(const Judgement &in, Findings &out);
void checkConfirmations(const Judgement &in, Findings &out);
void checkDocuments(const Judgement &in, Findings &out);
void checkDocumentDates(const Judgement &in, Findings &out);

} // namespace PortDesk
