// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/paper.h"

#include <QStringList>

namespace PortDesk {

/// A street with its house number made comparable: "Königsallee 17, 3. OG" -> street "konigsallee", house "17". Types of streets are abbreviated
/// alike (Str., Straße, straat; Ave, Avenue; C/, Calle), articles and "n.º" left out, parts of the building (floor, flat, suite) too.
struct StreetKey {
    QString street;
    QString other; ///< with umlauts as two letters
    QString house; ///< "221b" "12bis" "5-7", "" when there is none
};
StreetKey streetKey(const QString &text);

/// One word of a street as it counts in a key; "" when it does not count.
QString streetWord(const QString &plainToken);

/// The house number that begins at a token, with what belongs to it ("12 bis", "5-7", "17 a"); "" when none does. `next` is the token behind it.
QString houseNumberAt(const QList<PaperToken> &tokens, qsizetype at, qsizetype *next = nullptr);

/// True for words that name a part of a building: what stands behind them is no house number.
bool isUnitWord(const QString &plainToken);

/// The tokens of a text that was typed.
QList<PaperToken> typedTokens(const QString &text);

} // namespace PortDesk
