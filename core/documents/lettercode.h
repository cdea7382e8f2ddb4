// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace PortDesk {

/// What the QR code of a letter's page says: "PORTDESK:PD-2041;n=1a2b3c4d;p=2/3". Letters printed by older versions end after the reference.
struct LetterCode {
    QString reference;  ///< of the case, or the customer's own of the request
    QString numbersKey; ///< of the numbers the letter lists (numbersKey()), "" = not told
    int page = 0;       ///< 1-based; 0 = not told
    int pages = 0;      ///< of the letter; 0 = not told
    friend bool operator==(const LetterCode &, const LetterCode &) = default;
};

/// The text for the codes of a letter; whoever composes it puts page and pages in place of "{page}" and "{pages}".
QString letterCodeText(const QString &reference, const QStringList &e164);
/// Reads the text of a QR code, or one for the codes of a letter; nothing when it is not of a letter.
std::optional<LetterCode> letterCodeOf(const QString &text);

/// Eight characters that tell lists of numbers apart, whatever their order: a letter of another desk, or of other numbers, is noticed.
QString numbersKey(const QStringList &e164);

} // namespace PortDesk
