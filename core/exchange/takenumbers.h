// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numberreport.h"

namespace PortDesk {

class CountryPack;

/// What a report adds to a request.
struct TakenNumbers
{
    QList<RequestNumber> numbers;
    QList<RequestAddress> addresses; ///< new ones; the same address of several rows is one, one that the request has is used again
};

/// The field (pack id: "rio_code") of the code that every number of a country has, by alpha-2; countries without one are left out.
QHash<QString, QString> numberCodeFields(const CountryPack &countries);

/// Rows of the request from the valid and (when wanted) doubtful rows of a report: with address, PIN, code, account and carrier of the
/// row. A code of a country that asks for none is kept as PIN. What differs from the request's own carrier and account becomes the number's own. Thread-safe.
TakenNumbers takenNumbers(const NumberTable &table, const NumberReading &reading, const NumberReport &report, const Request &request,
                          bool doubtful);

} // namespace PortDesk
