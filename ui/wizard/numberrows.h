// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numberrows.h"

#include <QFuture>

namespace PortDesk {

/// Reads a text off the GUI thread; progress in lines; cancelling the future keeps nothing.
QFuture<ParsedNumbers> parseNumbersInBackground(const QString &text, const QString &country);

/// Reads a text file of numbers (CSV, one a line, a mail). Error::Invalid for what is not text or above 10 MB.
Result<QString> readNumbersFile(const QString &path);

} // namespace PortDesk
