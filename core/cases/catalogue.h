// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <algorithm>

namespace PortDesk {

/// The rows under "reasons" of a supplied table (resources/data), in its order; none when the table is not there.
QList<QJsonObject> catalogueRows(const QString &table);
/// A list of texts in a row.
QStringList catalogueTexts(const QJsonValue &list);

/// The row of a coded table with this code, or nullptr.
template<typename Row> const Row *rowOfCode(const QList<Row> &rows, const QString &code)
{
    const auto found = std::find_if(rows.cbegin(), rows.cend(), [&](const Row &row) { return row.code == code; });
    return found == rows.cend() ? nullptr : &*found;
}

} // namespace PortDesk
