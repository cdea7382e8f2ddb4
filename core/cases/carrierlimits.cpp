// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/carrierlimits.h"

#include <QSet>

namespace PortDesk {

using namespace Qt::StringLiterals;

CarrierLimits carrierLimits(const QString &country)
{
    static const QSet<QString> northAmerica{u"US"_s, u"CA"_s, u"PR"_s};
    if (!northAmerica.contains(country))
        return {};
    return {
        25, 15, true,
        u"https://github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/blob/live/Teams/phone-number-calling-plans/port-order-overview.md"_s};
}

} // namespace PortDesk
