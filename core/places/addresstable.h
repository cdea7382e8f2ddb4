// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/address.h"

#include <QRegularExpression>
#include <QSet>

namespace PortDesk {

/// What the generated table (resources/data/addresses.json) knows about a country beyond the form.
struct AddressRow {
    AddressLayout layout;
    QString localFormat;            ///< the country's own order where it differs from `format` (Japan, China …), else ""
    QString format;                 ///< "%A%n%C, %S %Z": A lines, D dependent locality, C locality, S region, Z postcode, %n next line
    QSet<AddressPart> upper;        ///< parts the post wants in capitals
    bool regionByName = false;      ///< the envelope shows the region's name, not its key
    QRegularExpression postcode;
};

/// The row of a country, or of a general layout; valid as long as the program runs. Thread-safe.
const AddressRow &addressRow(const QString &country);

/// The value of a part, simplified; street lines as one text.
QString addressPartText(const PostalAddress &address, AddressPart part);

} // namespace PortDesk
