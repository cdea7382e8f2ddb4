// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// A name for finding the same owner again: folded, without punctuation and without its legal form ("Müller & Söhne GmbH" -> "muller
/// sohne"). A name of nothing but a legal form keeps it.
QString ownerKey(const QString &name);

/// True when two names are probably one owner written differently: not the same text (case and spaces aside), but the same key, or keys
/// that differ by one letter (by two from twelve letters on). Names that differ in a digit are different owners ("Shop 1", "Shop 2").
bool isOtherSpelling(const QString &name, const QString &known);

/// Letters to insert, remove or replace between two texts, at most `limit` + 1.
int editDistance(const QString &a, const QString &b, int limit);

} // namespace PortDesk
