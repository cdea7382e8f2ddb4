// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <phonenumbers/phonenumberutil.h>

#include <QString>

// libphonenumber as this room uses it; no header of another room may include this file.
namespace PortDesk::PhoneLibrary {

namespace lib = i18n::phonenumbers;

/// libphonenumber's one shared object, silenced: its default logger writes to standard output. Thread-safe.
const lib::PhoneNumberUtil &util();

/// Region as the library wants it: "DE", or "ZZ" when nothing is known.
std::string region(const QString &country);

/// National significant number with its leading zeros, "3012345678" or "0212345678".
std::string significantNumber(const lib::PhoneNumber &number);

} // namespace PortDesk::PhoneLibrary
