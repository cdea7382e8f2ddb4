// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbers/phonenumber.h"

namespace PortDesk {

enum class PlaceInArea {
    Unknown, ///< the names tell nothing: most places are no area's name
    Inside,
    Outside, ///< the place gives its name to another area, and to none with the number's area code
};

/// Whether the town of an address lies in the area of a geographic number, as far as the names of areas tell. In doubt Unknown: an area
/// holds many places that have no entry, and names are not unique. A part of the town ("" without one) can only show that it lies inside.
/// Names are compared folded, in English and the country's languages. Thread-safe; the first call of a calling code reads its names (some 10 ms), the others take some 10 µs.
PlaceInArea placeInArea(const PhoneNumber &number, const QString &town, const QString &part = {});

} // namespace PortDesk
