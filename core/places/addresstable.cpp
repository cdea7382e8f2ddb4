// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/addresstable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <array>
#include <map>

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
    row.localFormat = json[u"localLayout"_s].toString();
    row.regionByName = json[u"regionShown"_s].toString() == u"name";
    row.layout.postcodePattern = json[u"postcodePattern"_s].toString();
    row.layout.postcodeExample = json[u"postcodeExample"_s].toString();
    row.postcode.setPattern(row.layout.postcodePattern);
    for (const QJsonValue &part : json[u"parts"_s].toArray())
        row.layout.parts.append({partFromKey(part[u"part"_s].toString()), part[u"label"_s].toString(), part[u"required"_s].toBool(), part[u"newRow"_s].toBool()});
    for (const QJsonValue &region : json[u"regions"_s].toArray())
        row.layout.regions.append({region[0].toString(), region[1].toString(), region[2].toString(), region[3].toString()});
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

/// Rows are made when they are first asked for: a desk sees a handful of the 251 countries, and their lists of regions are long.
class AddressTable
{
public:
    AddressTable()
    {
        keepPlacesResources();
        QFile file(u":/portdesk/data/addresses.json"_s);
        if (file.open(QIODevice::ReadOnly))
            m_json = QJsonDocument::fromJson(file.readAll()).object();
    }
    const AddressRow &row(const QString &country)
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_rows.find(country); known != m_rows.end())
            return known->second;
        const auto found = m_json.constFind(country);
        if (found == m_json.constEnd())
            return m_general;
        return m_rows.emplace(country, rowFromJson(country, found->toObject())).first->second;
    }
    QStringList countries() const { return m_json.keys(); }

private:
    QJsonObject m_json;
    const AddressRow m_general = generalRow();
    QMutex m_mutex;
    std::map<QString, AddressRow> m_rows; ///< a map never moves its values
};

AddressTable &addressTable()
{
    static AddressTable table;
    return table;
}

} // namespace

const AddressRow &addressRow(const QString &country)
{
    return addressTable().row(country);
}

QStringList addressCountries()
{
    return addressTable().countries();
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
