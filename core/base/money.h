// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace PortDesk {

/// An amount in minor units of an ISO 4217 currency ("EUR", 1250 = 12.50). Never floating point.
struct Money {
    qint64 minor = 0;
    QString currency;

    friend bool operator==(const Money &, const Money &) = default;
};

/// Number of decimals of an ISO 4217 currency (JPY 0, EUR 2, BHD 3), or -1 for a code the standard does not list.
int currencyDecimals(const QString &currency);

/// Reads "12.50" or "12" (point as the decimal sign, no grouping). Error::Invalid on an unknown currency, too many decimals or overflow.
Result<Money> parseMoney(const QString &amount, const QString &currency);

/// "12.50 EUR": amount with the currency's decimals, a point, and the code.
QString formatMoney(const Money &money);

/// "12.50": amount with the currency's decimals and a point.
QString formatAmount(const Money &money);

} // namespace PortDesk
