// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"
#include "core/evidence/paper.h"

namespace PortDesk {

/// A date a paper shows.
struct PaperDate {
    QDate day;
    QDate other;    ///< the second reading of a numeric date whose order the country leaves open
    Label label = Label::OtherDate;
    bool labelled = false;
    Hit hit;
};

/// All dates, in the notation of `country` (order of day and month) and the month names of the languages served; each with the label nearest before it, left of it
/// or above it.
QList<PaperDate> datesOf(const Paper &paper, const QList<LabelHit> &labels, const QString &country);

/// The bill's own date (issue date, never a due date or a period) against what was typed; its age on `today` is the remark.
Evidence findBillDate(const Paper &paper, const Fact &fact, const QList<PaperDate> &dates, QDate today);
/// The letter's date: at the signature, else the only plain date.
Evidence findLoaDate(const Paper &paper, const Fact &fact, const QList<PaperDate> &dates, QDate today);

/// "26 days old", "today", "dated 3 days ahead"; "" without both days.
QString ageText(QDate day, QDate today);

} // namespace PortDesk
