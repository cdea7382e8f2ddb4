// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbers/phonenumber.h"

#include <QByteArray>

namespace PortDesk {

/// What tables say about a number beyond its form. Looked up when it is shown, not when it is read: reading has to be fast.
struct NumberDetails
{
    QString area;        ///< "Berlin", "New York, NY"; "" for numbers that belong to no place
    QString rangeHolder; ///< who first held the range the number lies in, never who serves it now; "" when not listed

    friend bool operator==(const NumberDetails &, const NumberDetails &) = default;
};

/// Area and first range holder, in English. Thread-safe; about 10 µs, the very first call reads the tables (some 20 ms).
NumberDetails numberDetails(const PhoneNumber &number);

/// The tables behind it, as they are: sorted lines "prefix TAB area", and "calling code TAB area TAB its name in another language".
const QByteArray &areaTable();
const QByteArray &areaNameTable();

/// The value of the longest listed prefix of `digits` in a table of sorted lines "prefix TAB value"; "" without one.
QString longestPrefix(const QByteArray &table, const QByteArray &digits);

} // namespace PortDesk
