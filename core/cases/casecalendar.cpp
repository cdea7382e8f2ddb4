// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecalendar.h"

#include <optional>

namespace PortDesk {
namespace {

/// The one region of these addresses in the country; "" when they lie in several, because no single region's holidays hold then.
QString commonRegion(const QString &country, const QSet<QString> &ids, const QList<RequestAddress> &addresses)
{
    std::optional<QString> common;
    for (const RequestAddress &row : addresses) {
        if (!ids.contains(row.id) || row.address.country != country)
            continue;
        const QString region = calendarRegion(row.address);
        if (common && *common != region)
            return {};
        common = region;
    }
    return common.value_or(QString());
}

} // namespace

CalendarPlace deskPlace(const Case &portCase)
{
    QSet<QString> ids;
    for (const CaseNumber &number : portCase.numbers)
        ids.insert(number.addressId);
    return {portCase.country, commonRegion(portCase.country, ids, portCase.request.addresses)};
}

CalendarPlace carrierPlace(const Case &portCase)
{
    CalendarPlace place = deskPlace(portCase);
    place.carrier = portCase.request.losingCarrier.name;
    return place;
}

CalendarPlace carrierPlace(const CasePlan &plan, const Request &request)
{
    QSet<QString> ids;
    for (const ResolvedNumber &number : plan.numbers)
        ids.insert(number.addressId);
    return {plan.country, commonRegion(plan.country, ids, request.addresses), plan.carrier.name};
}

} // namespace PortDesk
