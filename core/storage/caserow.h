// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// next_due of a case without a waiting clock: the end of the year 9999, so that it sorts last.
inline constexpr qint64 kNoDue = 253'402'300'799'999;

/// Columns of portcase that a change writes, in the order of caseValues(); not id, revision, reference, events and chain.
const QStringList &caseColumns();
QVariantList caseValues(const Case &portCase, const QDateTime &at);

/// Columns of a list row, for "select", and the row read from them.
QString summaryColumns();
CaseSummary summaryOf(const Statement &row);

/// What the search finds a case by, folded: reference, owner, people, carrier, account, addresses.
QString searchText(const Case &portCase, const QString &reference);

/// The case without its child rows, from "select id, revision, <caseBaseColumns>".
QString caseBaseColumns();
Result<Case> caseOf(const Statement &row);

/// "30901094+": an E.164 number backwards, for suffix searches.
QString reversedText(const QString &text);

} // namespace PortDesk
