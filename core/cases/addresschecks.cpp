// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString labelOf(const AddressLayout &layout, AddressPart part)
{
    for (const AddressLayout::Part &known : layout.parts) {
        if (known.part == part)
            return known.label;
    }
    return addressPartKey(part);
}

void checkDelivery(const QString &line, const QString &country, const QString &place, Findings &out)
{
    if (isPoBox(line, country))
        out.error(place, u"address.po-box"_s, {{u"line"_s, line}});
    else if (isBusinessDelivery(line, country))
        out.warning(place, u"address.business-delivery"_s, {{u"line"_s, line}});
}

void checkAddress(const Judgement &in, const PostalAddress &address, const QString &place, Findings &out)
{
    if (address.country.isEmpty()) {
        out.error(place + u"/country"_s, u"address.part-missing"_s, {{u"part"_s, u"country"_s}, {u"label"_s, u"country"_s}});
        return;
    }
    const AddressLayout layout = addressLayout(address.country);
    for (const AddressPart part : missingParts(address)) {
        const QString key = addressPartKey(part);
        out.error(pointerTo(place, key), u"address.part-missing"_s, {{u"part"_s, key}, {u"label"_s, labelOf(layout, part)}});
    }
    for (qsizetype line = 0; line < address.lines.size(); ++line)
        checkDelivery(address.lines.at(line), address.country, pointerTo(place + u"/lines"_s, line), out);
    checkDelivery(address.dependentLocality, address.country, place + u"/dependentLocality"_s, out);
    if (isBusinessDelivery(address.locality, address.country))
        out.warning(place + u"/locality"_s, u"address.business-delivery"_s, {{u"line"_s, address.locality}});
    if (!address.region.isEmpty() && !layout.regions.isEmpty() && !findRegion(address.country, address.region))
        out.warning(place + u"/region"_s, u"address.region-unknown"_s,
                    {{u"value"_s, address.region}, {u"label"_s, labelOf(layout, AddressPart::Region)}, {u"country"_s, in.countryName(address.country)}});
    if (!address.postalCode.isEmpty() && !postcodeFits(address))
        out.warning(place + u"/postalCode"_s, u"address.postcode.format"_s,
                    {{u"value"_s, address.postalCode}, {u"country"_s, in.countryName(address.country)}, {u"example"_s, layout.postcodeExample}});
}

} // namespace

void checkAddresses(const Judgement &in, Findings &out)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < in.request.addresses.size(); ++i) {
        const RequestAddress &row = in.request.addresses.at(i);
        const QString place = pointerTo(u"/addresses"_s, i);
        if (row.id.isEmpty())
            out.error(place + u"/id"_s, u"address.part-missing"_s, {{u"part"_s, u"id"_s}, {u"label"_s, u"id"_s}});
        else if (ids.contains(row.id))
            out.error(place + u"/id"_s, u"address.duplicate"_s, {{u"id"_s, row.id}});
        ids.insert(row.id);
        checkAddress(in, row.address, place, out);
    }
}

} // namespace PortDesk
