// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace PortDesk {

/// A row of the table: the compacted value, and the line's number where the rule needs it (RIO).
struct SchemeRow {
    const char *name;
    const char *country;
    const char *pattern;
    bool (*check)(QStringView value, QStringView number); ///< null when only the format is known
};

std::span<const SchemeRow> schemeTable();
const SchemeRow *schemeRow(QStringView name);

} // namespace PortDesk
