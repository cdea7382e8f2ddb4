// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/address.h"

#include "core/base/folding.h"
#include "core/places/addresstable.h"

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

/// "California" or "ca" become what the post writes: "CA" in the United States, "Álava" for "VI" in Spain.
QString shownRegion(const QString &text, const AddressRow &row)
{
    const QString wanted = folded(text);
    for (const AddressLayout::Region &region : row.layout.regions)
        if (folded(region.key) == wanted || folded(region.name) == wanted)
            return row.regionByName ? region.name : region.key;
    return text;
}

QString shownPart(const PostalAddress &address, AddressPart part, const AddressRow &row)
{
    QString text = addressPartText(address, part);
    if (part == AddressPart::Region && !text.isEmpty())
        text = shownRegion(text, row);
    return row.upper.contains(part) ? text.toUpper() : text;
}

/// One line of the layout. Text between two parts is written only when both are there, text before the first part with that part.
QString formatLine(QStringView format, const PostalAddress &address, const AddressRow &row)
{
    QString line;
    QString between;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != u'%' || i + 1 == format.size()) {
            between += format[i];
            continue;
        }
        const QString text = shownPart(address, partFromLetter(format[++i]), row);
        if (!text.isEmpty()) {
            const bool punctuation = between.startsWith(u',') || between.startsWith(u' ') || between.startsWith(u'-');
            line += line.isEmpty() && punctuation ? text : between + text;
        }
        between.clear();
    }
    return line.simplified();
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
    const AddressRow &row = addressRow(address.country);
    QStringList lines;
    for (const QString &format : row.format.split(u"%n"_s)) {
        if (format == u"%A") {
            for (const QString &street : address.lines)
                lines.append(street.simplified());
        } else {
            lines.append(formatLine(format, address, row));
        }
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace PortDesk
