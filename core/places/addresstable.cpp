// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/addresstable.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

// Q_INIT_RESOURCE must stand outside every namespace. In a static library nothing else would pull the resource object in.
static void keepPlacesResources()
{
    Q_INIT_RESOURCE(portdesk_places);
}

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

constexpr std::array allParts = {AddressPart::Lines, AddressPart::DependentLocality, AddressPart::Locality, AddressPart::Region, AddressPart::PostalCode};

AddressPart partFromKey(const QString &key)
{
    for (const AddressPart part : allParts)
        if (addressPartKey(part) == key)
            return part;
    return AddressPart::Lines;
}

AddressRow rowFromJson(const QString &country, const QJsonObject &json)
{
    AddressRow row;
    row.layout.country = country;
    row.format = json[u"layout"_s].toString();
    row.regionByName = json[u"regionShown"_s].toString() == u"name";
    row.layout.postcodePattern = json[u"postcodePattern"_s].toString();
    row.layout.postcodeExample = json[u"postcodeExample"_s].toString();
    row.postcode.setPattern(row.layout.postcodePattern);
    for (const QJsonValue &part : json[u"parts"_s].toArray())
        row.layout.parts.append({partFromKey(part[u"part"_s].toString()), part[u"label"_s].toString(), part[u"required"_s].toBool(), part[u"newRow"_s].toBool()});
    for (const QJsonValue &region : json[u"regions"_s].toArray())
        row.layout.regions.append({region[0].toString(), region[1].toString()});
    for (const QJsonValue &key : json[u"upper"_s].toArray())
        row.upper.insert(partFromKey(key.toString()));
    return row;
}

/// For territories the table does not hold: nothing beyond street and town may be compulsory.
AddressRow generalRow()
{
    AddressRow row;
    row.format = u"%A%n%Z %C%n%S"_s;
    row.layout.parts = {{AddressPart::Lines, u"Street address"_s, true, true},
                        {AddressPart::PostalCode, u"Postal code"_s, false, true},
                        {AddressPart::Locality, u"City"_s, true, false},
                        {AddressPart::Region, u"Region"_s, false, true}};
    return row;
}

QHash<QString, AddressRow> readTable()
{
    keepPlacesResources();
    QHash<QString, AddressRow> table;
    QFile file(u":/portdesk/data/addresses.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return table;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = json.begin(); it != json.end(); ++it)
        table.insert(it.key(), rowFromJson(it.key(), it->toObject()));
    return table;
}

} // namespace

const AddressRow &addressRow(const QString &country)
{
    static const QHash<QString, AddressRow> table = readTable();
    static const AddressRow general = generalRow();
    const auto found = table.constFind(country);
    return found == table.cend() ? general : *found;
}

QString addressPartText(const PostalAddress &address, AddressPart part)
{
    switch (part) {
    case AddressPart::Lines: return address.lines.join(u' ').simplified();
    case AddressPart::DependentLocality: return address.dependentLocality.simplified();
    case AddressPart::Locality: return address.locality.simplified();
    case AddressPart::Region: return address.region.simplified();
    case AddressPart::PostalCode: return address.postalCode.simplified();
    }
    return {};
}

} // namespace PortDesk
