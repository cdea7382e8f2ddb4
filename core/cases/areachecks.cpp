// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/numbers/areaplaces.h"
#include "core/numbers/numberdetails.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

/// Where the country pack ties the address to the numbers' area, an address in a place that is known as another area is asked about.
void checkAreas(const Judgement &in, Findings &out)
{
    QHash<QString, const PostalAddress *> addresses;
    for (const RequestAddress &row : in.request.addresses)
        addresses.insert(row.id, &row.address);
    QHash<QString, bool> outside; // by address, calling code and area code
    QSet<int> told;               // one number of a row stands for it
    for (const ResolvedNumber &number : in.resolved.numbers) {
        const PostalAddress *address = addresses.value(number.addressId);
        const CountryRecord *record = in.context.countries.record(number.phone.country, number.phone.type);
        const bool tied = record && record->addressRule == AddressRule::InArea && number.phone.type == NumberType::Geographic;
        if (!tied || !address || address->country != number.phone.country || told.contains(number.row))
            continue;
        const QString key = number.addressId + u'\n' + number.phone.international.section(u' ', 0, 1);
        if (!outside.contains(key))
            outside.insert(key, placeInArea(number.phone, address->locality, address->dependentLocality) == PlaceInArea::Outside);
        if (!outside.value(key))
            continue;
        told.insert(number.row);
        out.warning(pointerTo(u"/numbers"_s, number.row) + u"/address"_s, u"address.outside-area"_s,
                    {{u"number"_s, number.phone.e164}, {u"area"_s, numberDetails(number.phone).area}, {u"locality"_s, address->locality},
                     {u"country"_s, in.countryName(number.phone.country)}});
    }
}

} // namespace PortDesk
