// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/address.h"

namespace PortDesk {

/// A part that was typed for one country and that another one has no place for.
struct AsidePart {
    AddressPart part = AddressPart::Lines;
    QString text;    ///< as it stood in the address
    QString country; ///< where it belongs

    /// For people: State “California”.
    QString shown() const;
    friend bool operator==(const AsidePart &, const AsidePart &) = default;
};

/// The address as it goes on in another country. What does not apply there moves into `aside`, what was put aside and applies comes
/// back, so that changing the country there and back loses nothing. A state of one country is never read as that of another.
PostalAddress carriedTo(const QString &country, const PostalAddress &address, QList<AsidePart> &aside);

/// The value of a part as a form shows it: street lines with line breaks.
QString addressPartValue(const PostalAddress &address, AddressPart part);
void setAddressPart(PostalAddress &address, AddressPart part, const QString &text);

} // namespace PortDesk
