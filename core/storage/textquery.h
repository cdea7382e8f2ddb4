// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace PortDesk {

/// Conditions joined by "and", with the values of their question marks in order.
struct SqlCondition
{
    QStringList parts;
    QVariantList values;

    void add(const SqlCondition &other)
    {
        parts += other.parts;
        values += other.values;
    }
    /// " where a and b", or "" without conditions.
    QString where() const;
};

/// What a person types into the search field, as a condition on portcase c: every word must occur in the folded text of the case
/// (3 characters and more anywhere, shorter ones at the start of a word), or the digits in one of its numbers. An international number
/// ("+49 30…", "0049…") is found as prefix by index, other digits anywhere, one or two digits as prefix or suffix.
SqlCondition textCondition(const QString &text);

} // namespace PortDesk
