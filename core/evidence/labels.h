// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/paper.h"

namespace PortDesk {

/// What a word in front of a value says about it, in the languages served (en de fr es it nl pt pl).
enum class Label {
    Owner,          ///< "customer", "Titular"
    Account,        ///< "account number", "Kundennummer"
    Billing,        ///< "billing number", "Hauptrufnummer"
    IssueDate,      ///< "bill date", "Rechnungsdatum"
    WeakDate,       ///< "date" alone
    OtherDate,      ///< due dates, periods, births
    SignDate,       ///< "signed on", "place and date"
    Signature,      ///< "signature", "Unterschrift"
    ServiceAddress, ///< "service address", "Anschlussadresse"
    AreaCode,       ///< "area code", "Vorwahl"
};

struct LabelHit {
    Label label = Label::Owner;
    int segment = -1;
    qsizetype from = 0, to = 0; ///< in the segment's text
};

/// All labels of a paper; of two at one place the longer.
QList<LabelHit> labelsOf(const Paper &paper);

/// Where the value of a label may stand, the likeliest first: behind it, in the cell at its right, in the one below.
struct LabelValue {
    int segment = -1;
    qsizetype from = 0;
};
QList<LabelValue> valuesOf(const Paper &paper, const LabelHit &label);

} // namespace PortDesk
