// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/addresscarry.h"

#include "core/base/folding.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

constexpr std::array allParts = {AddressPart::Lines, AddressPart::DependentLocality, AddressPart::Locality, AddressPart::Region, AddressPart::PostalCode};

bool hasPart(const AddressLayout &layout, AddressPart part)
{
    return std::any_of(layout.parts.cbegin(), layout.parts.cend(), [part](const AddressLayout::Part &known) { return known.part == part; });
}

/// The region of `to` with the name of a region of `from`; keys do not count, "CA" is California, Cádiz and Cagliari. Nothing when it does not go over.
std::optional<QString> carriedRegion(const AddressLayout &from, const AddressLayout &to, const QString &text)
{
    const auto known = findRegion(from.country, text);
    if (to.regions.isEmpty())
        return known ? std::nullopt : std::optional(text);
    const QString name = folded(known ? known->name : text);
    for (const AddressLayout::Region &region : to.regions)
        if (folded(region.name) == name || (!region.localName.isEmpty() && region.localName == text))
            return region.key;
    return std::nullopt;
}

/// What the part is in `to`, or nothing when it has no place there.
std::optional<QString> carriedText(const AddressLayout &from, const AddressLayout &to, AddressPart part, const QString &text)
{
    if (!hasPart(to, part))
        return std::nullopt;
    return part == AddressPart::Region ? carriedRegion(from, to, text) : std::optional(text);
}

QString takeBack(const AddressLayout &to, AddressPart part, QList<AsidePart> &aside)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < aside.size(); ++i) {
        if (aside.at(i).part != part || !carriedText(addressLayout(aside.at(i).country), to, part, aside.at(i).text))
            continue;
        if (best < 0 || aside.at(i).country == to.country)
            best = i;
    }
    if (best < 0)
        return {};
    const AsidePart taken = aside.takeAt(best);
    return *carriedText(addressLayout(taken.country), to, part, taken.text);
}

} // namespace

QString addressPartValue(const PostalAddress &address, AddressPart part)
{
    switch (part) {
    case AddressPart::Lines: return address.lines.join(u'\n');
    case AddressPart::DependentLocality: return address.dependentLocality;
    case AddressPart::Locality: return address.locality;
    case AddressPart::Region: return address.region;
    case AddressPart::PostalCode: return address.postalCode;
    }
    return {};
}

void setAddressPart(PostalAddress &address, AddressPart part, const QString &text)
{
    switch (part) {
    case AddressPart::Lines:
        address.lines.clear();
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                address.lines.append(line.trimmed());
        }
        break;
    case AddressPart::DependentLocality: address.dependentLocality = text.trimmed(); break;
    case AddressPart::Locality: address.locality = text.trimmed(); break;
    case AddressPart::Region: address.region = text.trimmed(); break;
    case AddressPart::PostalCode: address.postalCode = text.trimmed(); break;
    }
}

QString AsidePart::shown() const
{
    QString label = addressPartKey(part);
    for (const AddressLayout::Part &known : addressLayout(country).parts)
        if (known.part == part)
            label = known.label;
    const auto region = part == AddressPart::Region ? findRegion(country, text) : std::nullopt;
    return u"%1 “%2”"_s.arg(label, region ? region->name : text);
}

PostalAddress carriedTo(const QString &country, const PostalAddress &address, QList<AsidePart> &aside)
{
    if (country == address.country)
        return address;
    const AddressLayout from = addressLayout(address.country);
    const AddressLayout to = addressLayout(country);
    PostalAddress result{{}, {}, {}, {}, {}, country};
    QList<AsidePart> left;
    for (const AddressPart part : allParts) {
        const QString text = addressPartValue(address, part);
        if (text.trimmed().isEmpty())
            continue;
        if (const auto carried = carriedText(from, to, part, text))
            setAddressPart(result, part, *carried);
        else
            left.append({part, text, address.country});
    }
    for (const AddressPart part : allParts)
        if (addressPartValue(result, part).isEmpty() && hasPart(to, part))
            setAddressPart(result, part, takeBack(to, part, aside));
    for (const AsidePart &part : left) {
        aside.removeIf([&](const AsidePart &old) { return old.part == part.part && old.country == part.country; });
        aside.append(part);
    }
    return result;
}

} // namespace PortDesk
