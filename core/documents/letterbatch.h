// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/lettercode.h"
#include "core/documents/reading.h"

#include <QList>

namespace PortDesk {

/// What was found out about one page of a scanned file.
struct BatchPage {
    QList<PageCode> codes;
    bool blank = false; ///< nothing is on it: the back of a sheet
    QString problem;    ///< why it could not be read, "" = it could
};

/// Why a part of a scanned file waits in the tray for somebody to assign it.
enum class TrayReason {
    NoCode,       ///< no code on the page
    ForeignCode,  ///< a code, but not of a letter
    TwoLetters,   ///< codes of several letters on one page
    PagesMissing, ///< the letter says it has more pages than were found
    Unreadable,   ///< the page could not be read
    UnknownCase,  ///< no case of that reference in this desk
    OtherNumbers, ///< the letter lists other numbers than the case: of another desk, or printed before a change
    SeveralCases, ///< the request of that reference became several cases, and the numbers tell none of them
    Refused,      ///< the case takes no documents; the service says why
};
QString trayReasonKey(TrayReason reason); ///< "no-code" ...
std::optional<TrayReason> trayReasonFromKey(const QString &key);

/// Why, for people: a sentence with what can be done. `about` and `reference` as in LetterPart.
QString trayReasonText(TrayReason reason, const QString &about, const QString &reference);

/// Pages of a scanned file that belong together.
struct LetterPart {
    QList<int> pages;               ///< 0-based, in the order in which they are to be bound
    LetterCode code;                ///< of the letter; no reference when none is known
    std::optional<TrayReason> tray; ///< it goes to the tray for this reason, whatever the store says
    QString about;                  ///< what goes with the reason: the foreign code's text, "2, 3" for missing pages, the page's problem
    friend bool operator==(const LetterPart &, const LetterPart &) = default;
};

/// Divides a scanned file. A coded page begins a letter or continues the one before it (whichever way round the pile lay); a page without a
/// code belongs to the letter before it only while that letter says more of it is to come; blank pages stay with what is before them. A
/// file without any letter is one part; in a file with letters every other page is a part of its own. Every page is in exactly one part.
QList<LetterPart> partsOf(const QList<BatchPage> &pages);

/// "scan, page 3.pdf", "scan, pages 2-4.pdf": the name of a part as a file.
QString partFileName(const QString &batchName, const QList<int> &pages);

} // namespace PortDesk
