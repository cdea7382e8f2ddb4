// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/numbers/numberparser.h"

namespace PortDesk {

/// Rows of the request from what a text was read into: a range stays one row ("+493023125010-19"), a number that cannot be
/// one keeps its text, so that it can be looked at and removed.
QList<RequestNumber> numberRows(const ParsedNumbers &parsed, const QString &addressId);

/// Numbers in it: the length of its ranges, else 1 each.
int numbersIn(const ParsedNumbers &parsed);

} // namespace PortDesk
