// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"

namespace PortDesk {

/// The pages of the wizard by objectName, in their order.
QStringList wizardPages();
/// "Page 4 of 9: Numbers"; "" for a page that is not known.
QString progressText(const Draft &draft);
/// "12 numbers"; ranges are counted by their length, very long lists by their rows.
QString countText(const Request &request);
/// The owner's name, or that there is none yet.
QString ownerText(const Draft &draft);

/// An earlier request as the beginning of a new one: without documents, dates, ticks, confirmations and reference; without the numbers
/// when `withNumbers` is false (they are on their way, or have moved).
Request templateOf(const Request &request, bool withNumbers);
/// Says what was copied and what was not; `from` names the earlier one.
QString templateText(const QString &from, bool withNumbers);

} // namespace PortDesk
