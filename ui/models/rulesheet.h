// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

/// One line of a country's rules: a value, or several that are read together (lead time from, to, and a note).
struct RuleLine {
    QString id;          ///< "leadTime", "documents_csr": for names of controls
    QString label;
    QString value;       ///< in words; "" = not documented
    QString details;     ///< further lines, "" = none
    QStringList paths;   ///< RuleOverride::path of each value, the main one first
    QList<int> sources;  ///< positions in the record's list of sources
    QList<AppliedOverride> overrides; ///< of its paths
    QStringList overridden;           ///< names of these values, in the same order
    QList<RuleOverride> later;        ///< of its paths, in force from a later day on

    bool isDocumented() const { return !value.isEmpty(); }
};

struct RuleSection {
    QString id;
    QString title;
    QList<RuleLine> lines;
};

/// A record of a country's file as sections for reading, every value of it, those the program has no words for in a section of their own.
/// `file` is the record's JSON (CountryPack::file), `record` the same record read; `standing` are the desk's overrides and `today` tells
/// which of them begin later.
QList<RuleSection> ruleSections(const QJsonObject &file, const CountryRecord &record, const QList<RuleOverride> &standing = {}, QDate today = {});

/// "1, 3–5" for the positions 0, 2, 3, 4.
QString sourceNumbers(const QList<int> &positions);

} // namespace PortDesk
