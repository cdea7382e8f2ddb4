// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// What the order systems of a country's carriers keep of a value; longer texts are cut without a word.
struct CarrierLimits
{
    int companyLetters = 0;          ///< 0 = none is documented
    int personLetters = 0;           ///< of the authorised person's whole name
    bool plainAccountNumber = false; ///< the account number is taken without spaces and hyphens
    QString source;
};

/// The documented limits of a country (alpha-2): Bandwidth and Teams for North America (facts B.3, D.1 no. 18; country facts section 8).
CarrierLimits carrierLimits(const QString &country);

} // namespace PortDesk
