// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace PortDesk {

/// A physical postal address; parts named as in the request format (contract section 2).
struct PostalAddress {
    QStringList lines;         ///< street lines
    QString dependentLocality; ///< suburb, district
    QString locality;          ///< city or town
    QString region;            ///< state, province, county
    QString postalCode;
    QString country; ///< ISO 3166 alpha-2

    friend bool operator==(const PostalAddress &, const PostalAddress &) = default;
};

/// A part of an address, in the words of the JSON: lines dependentLocality locality region postalCode.
enum class AddressPart { Lines, DependentLocality, Locality, Region, PostalCode };
QString addressPartKey(AddressPart part);

/// How a country writes addresses.
struct AddressLayout {
    struct Part {
        AddressPart part;
        QString label;  ///< "ZIP code", "Postcode", "State"
        bool required = false;
        bool newRow = true; ///< starts a new row of the form
    };
    QString country;
    QList<Part> parts;     ///< in the order of the form, which is that of the country's own envelopes
    QString postcodePattern; ///< anchored regular expression, or "" when none is known
    QString postcodeExample;
    struct Region {
        QString key;       ///< what a request holds and the envelope shows: "CA"
        QString name;      ///< in Latin letters: "California"
        QString iso;       ///< ISO 3166-2 "US-CA", "" where the table has none
        QString localName; ///< in the country's own script (東京都), "" where that is Latin
        friend bool operator==(const Region &, const Region &) = default;
    };
    QList<Region> regions; ///< states or provinces, empty when free text
};

/// The layout of a country; a general one (lines, city, region, postcode) for countries the table does not hold.
AddressLayout addressLayout(const QString &country);

/// The countries and territories the table holds, sorted by code.
QStringList addressCountries();

/// The state or province a text names by key, name, ISO code or in the country's script; nothing when the list has none such.
std::optional<AddressLayout::Region> findRegion(const QString &country, const QString &text);

/// True when a line names a post office box or a parcel locker in the manner of `country` (matched after folding). CEDEX alone is not one.
bool isPoBox(const QString &line, const QString &country);

/// True when a line sends mail to a business delivery service rather than a door (CEDEX, CS, TSA, PMB, Freepost …): worth a question, no more.
bool isBusinessDelivery(const QString &line, const QString &country);

/// Missing required parts.
QList<AddressPart> missingParts(const PostalAddress &address);

/// False when the layout has a pattern and the postcode breaks it (a warning: patterns age).
bool postcodeFits(const PostalAddress &address);

/// The lines as written on an envelope in that country, without the country name: in the country's own order and script when the address is
/// written in it, else as its post wants Latin letters.
QStringList formatAddress(const PostalAddress &address);

} // namespace PortDesk
