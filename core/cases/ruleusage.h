// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/countries/countrypack.h"

namespace PortDesk {

/// Which cases a rule judges: those of its country and type that are open, or were closed since `closedSince`.
struct UsageQuery {
    QString country;
    NumberType type = NumberType::Unknown;
    QString ownerKind;      ///< "business" or "person" when the rule concerns only these, "" for both
    QStringList codes;      ///< rejection reasons tied to the rule
    QDateTime closedSince;
    int limit = 200;        ///< of UsageAnswer::cases; counts are never cut
};

/// One case a rule judges.
struct UsedCase {
    CaseId id;
    QString reference, owner;
    Stage stage = Stage::Draft;
    QStringList rejectedFor; ///< codes of UsageQuery::codes that a carrier named
};

struct RuleUsage {
    qint64 open = 0;
    qint64 closed = 0;
    qint64 rejected = 0;    ///< cases among both that were rejected for the rule
    QList<UsedCase> cases;  ///< rejected ones first, then the newest
};

/// The question for a value of a record (path as RuleOverride::path), about the year before `now`.
UsageQuery usageQuery(const CountryRecord &record, const QString &path, const QDateTime &now);

/// Codes of the rejection catalogue that point at the request's members a rule fills ("fields/rio_code" -> codes of "/fields/*").
QStringList rejectionCodesOf(const CountryRecord &record, const QString &path);

} // namespace PortDesk
