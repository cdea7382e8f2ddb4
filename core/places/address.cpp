// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/address.h"

#include "core/base/folding.h"
#include "core/places/addresstable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

AddressPart partFromLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'D': return AddressPart::DependentLocality;
    case u'C': return AddressPart::Locality;
    case u'S': return AddressPart::Region;
    case u'Z': return AddressPart::PostalCode;
    default: return AddressPart::Lines;
    }
}

/// What the post of a country has: one layout, or another one for addresses in its own script.
struct Envelope {
    const AddressRow &row;
    bool local;
    QString format() const { return local ? row.localFormat : row.format; }
};

bool hasForeignLetters(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter() && c.script() != QChar::Script_Latin && c.script() != QChar::Script_Common; });
}

Envelope envelopeOf(const PostalAddress &address)
{
    const AddressRow &row = addressRow(address.country);
    return {row, !row.localFormat.isEmpty() && hasForeignLetters(address.lines.join(u' ') + address.locality + address.dependentLocality)};
}

/// Counties are written "Co. Cork", "County Cork" or just "Cork".
QString bareRegion(const QString &text)
{
    static const QRegularExpression kind(uR"(^(co|county|province of|state of)\.? | (county|province|prefecture|oblast|governorate|state)$)"_s);
    return folded(text).remove(kind);
}

/// "California" or "ca" become what the post writes: "CA" in the United States, "Álava" for "VI" in Spain, 東京都 for "Tokyo" in Japan.
QString shownRegion(const QString &text, const Envelope &envelope)
{
    const auto region = findRegion(envelope.row.layout.country, text);
    if (!region)
        return text;
    if (envelope.local && !region->localName.isEmpty())
        return region->localName;
    return envelope.row.regionByName ? region->name : region->key;
}

QString shownPart(const PostalAddress &address, AddressPart part, const Envelope &envelope)
{
    QString text = addressPartText(address, part);
    if (part == AddressPart::Region && !text.isEmpty())
        text = shownRegion(text, envelope);
    return envelope.row.upper.contains(part) ? text.toUpper() : text;
}

/// One line of the layout. Text between two parts is written only when both are there, text before the first part with that part.
QString formatLine(QStringView format, const PostalAddress &address, const Envelope &envelope)
{
    QString line;
    QString between;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != u'%' || i + 1 == format.size()) {
            between += format[i];
            continue;
        }
        const QString text = shownPart(address, partFromLetter(format[++i]), envelope);
        if (!text.isEmpty()) {
            const bool punctuation = between.startsWith(u',') || between.startsWith(u' ') || between.startsWith(u'-');
            line += line.isEmpty() && punctuation ? text : between + text;
        }
        between.clear();
    }
    return line.simplified();
}

/// The layout with a place for the town and its part where the country's own has none and the address names one all the same: Japan's towns stand
/// in the street lines, but not in every table people import.
QString formatWithTown(const PostalAddress &address, const Envelope &envelope)
{
    QString format = envelope.format();
    const QString region = addressPartText(address, AddressPart::Region);
    for (const auto &[letter, part] : {std::pair{u"%C"_s, AddressPart::Locality}, std::pair{u"%D"_s, AddressPart::DependentLocality}}) {
        const QString text = addressPartText(address, part);
        const bool said = format.contains(text, Qt::CaseInsensitive) || folded(text) == folded(region) || folded(text) == folded(shownPart(address, AddressPart::Region, envelope));
        if (text.isEmpty() || format.contains(letter) || said)
            continue;
        if (envelope.local) // from the large to the small
            format.replace(u"%A"_s, letter + u"%n%A"_s);
        else
            format.replace(u"%A"_s, u"%A"_s + (format.contains(u"%A, "_s) ? u", "_s : u"%n"_s) + letter);
    }
    return format;
}

} // namespace

QString addressPartKey(AddressPart part)
{
    switch (part) {
    case AddressPart::Lines: return u"lines"_s;
    case AddressPart::DependentLocality: return u"dependentLocality"_s;
    case AddressPart::Locality: return u"locality"_s;
    case AddressPart::Region: return u"region"_s;
    case AddressPart::PostalCode: return u"postalCode"_s;
    }
    return {};
}

AddressLayout addressLayout(const QString &country)
{
    AddressLayout layout = addressRow(country).layout;
    layout.country = country;
    return layout;
}

std::optional<AddressLayout::Region> findRegion(const QString &country, const QString &text)
{
    const QString wanted = folded(text);
    if (wanted.isEmpty())
        return std::nullopt;
    const QList<AddressLayout::Region> &regions = addressRow(country).layout.regions;
    for (const AddressLayout::Region &region : regions) // what is written exactly goes before what only looks like it
        if (region.localName == text.simplified() || folded(region.key) == wanted || folded(region.name) == wanted || folded(region.iso) == wanted)
            return region;
    const QString bare = bareRegion(text);
    for (const AddressLayout::Region &region : regions)
        if (bareRegion(region.name) == bare || bareRegion(region.key) == bare || (!region.localName.isEmpty() && folded(region.localName) == wanted))
            return region;
    return std::nullopt;
}

QList<AddressPart> missingParts(const PostalAddress &address)
{
    QList<AddressPart> missing;
    for (const AddressLayout::Part &part : addressRow(address.country).layout.parts)
        if (part.required && addressPartText(address, part.part).isEmpty())
            missing.append(part.part);
    return missing;
}

bool postcodeFits(const PostalAddress &address)
{
    const AddressRow &row = addressRow(address.country);
    const QString postcode = addressPartText(address, AddressPart::PostalCode).toUpper();
    if (row.layout.postcodePattern.isEmpty() || postcode.isEmpty())
        return true;
    // People write "10 827" and "2490AA"; the blank is not worth a question.
    return row.postcode.match(postcode).hasMatch() || row.postcode.match(QString(postcode).remove(u' ')).hasMatch();
}

QStringList formatAddress(const PostalAddress &address)
{
    const Envelope envelope = envelopeOf(address);
    QStringList lines;
    for (const QString &format : formatWithTown(address, envelope).split(u"%n"_s)) {
        if (format == u"%A") {
            for (const QString &street : address.lines)
                lines.append(street.simplified());
        } else {
            lines.append(formatLine(format, address, envelope));
        }
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace PortDesk
