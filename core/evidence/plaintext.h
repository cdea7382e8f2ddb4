// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// Text made comparable: compatibility forms and marks dropped (ﬁ -> fi, é -> e), lower case, ß -> ss, æ ø ł đ as plain letters, every dash as '-',
/// digits of any script as 0-9, soft hyphens and invisible characters gone. Other scripts keep their letters. Thread-safe.
QString plainText(QStringView text);

/// The same with umlauts as two letters (ä -> ae, ø -> oe, å -> aa): how people without the key write them. Equal to plainText() when there is none.
QString transcribedText(QStringView text);

/// Letters and digits of a plain text only.
QString lettersAndDigits(QStringView plain);

/// Digits of a plain text only.
QString digitsOf(QStringView plain);

} // namespace PortDesk
