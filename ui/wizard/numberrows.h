// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/numbers/numberparser.h"

#include <QFuture>

namespace PortDesk {

/// Rows of the request from what a text was read into: a range stays one row ("+493023125010-19"), a number that cannot be
/// one keeps its text, so that it can be looked at and removed.
QList<RequestNumber> numberRows(const ParsedNumbers &parsed, const QString &addressId);

/// Numbers in a row: the length of its range, else 1.
int numbersIn(const ParsedNumbers &parsed);

/// Reads a text off the GUI thread; progress in lines; cancelling the future keeps nothing.
QFuture<ParsedNumbers> parseNumbersInBackground(const QString &text, const QString &country);

/// Reads a text file of numbers (CSV, one a line, a mail). Error::Invalid for what is not text or above 10 MB.
Result<QString> readNumbersFile(const QString &path);

} // namespace PortDesk
