// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <span>

namespace PortDesk {

/// A row of the table: how an id is written and what its check digit says.
struct SchemeRow {
    const char *name;    ///< "fr.siret"
    const char *country; ///< ISO 3166 alpha-2, "" for a general one
    const char *prefix;  ///< taken away before the check ("IT"), "" when there is none
    const char *pattern; ///< anchored, for the compacted value
    /// The compacted value without the prefix, and the line's number where the rule needs it (RIO); null when only the format is known.
    bool (*check)(QStringView value, QStringView number);
};

const SchemeRow *schemeRow(QStringView name);
/// Every row, in the order of the regions.
QList<const SchemeRow *> schemeTable();

// The tables by region; rules as the issuing authorities publish them, proven by tst_fieldcheck and tst_stdnum.
std::span<const SchemeRow> westernEuropeanSchemes();
std::span<const SchemeRow> otherEuropeanSchemes();
std::span<const SchemeRow> americanSchemes();
std::span<const SchemeRow> otherSchemes();

} // namespace PortDesk
