// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/idschemes.h"

#include <algorithm>

namespace PortDesk {

QList<const SchemeRow *> schemeTable()
{
    QList<const SchemeRow *> rows;
    for (const auto &table : {westernEuropeanSchemes(), otherEuropeanSchemes(), americanSchemes(), otherSchemes()}) {
        for (const SchemeRow &row : table)
            rows.append(&row);
    }
    return rows;
}

const SchemeRow *schemeRow(QStringView name)
{
    for (const auto &table : {westernEuropeanSchemes(), otherEuropeanSchemes(), americanSchemes(), otherSchemes()}) {
        const auto found = std::find_if(table.begin(), table.end(), [name](const SchemeRow &row) { return name == QLatin1StringView(row.name); });
        if (found != table.end())
            return &*found;
    }
    return nullptr;
}

} // namespace PortDesk
