// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/takeover.h"

#include "core/base/folding.h"
#include "core/cases/pointer.h"
#include "core/evidence/misreading.h"
#include "core/evidence/streetkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

using Values = QMap<QString, QString>;

QStringList trimmedParts(const QString &text, QChar separator)
{
    QStringList parts;
    for (const QString &part : text.split(separator)) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

/// Words of a line of an address, without the brackets and commas round them.
QStringList wordsOf(const QString &line)
{
    QStringList words;
    for (QString word : line.split(u' ', Qt::SkipEmptyParts)) {
        word.remove(QRegularExpression(u"^[,;(]+|[,;)]+$"_s));
        if (!word.isEmpty())
            words.append(word);
    }
    return words;
}

/// Words [from, from + count) of a line that are its postcode.
struct Postcode {
    QString text;
    qsizetype from = -1, count = 0;
};

Postcode postcodeIn(const QStringList &words, const AddressLayout &layout)
{
    static const QRegularExpression country(u"^[A-Za-z]{1,3}-(?=\\d)"_s); // "D-50667"
    const QRegularExpression form(layout.postcodePattern.isEmpty() ? u"^[A-Z0-9][A-Z0-9 -]*\\d[A-Z0-9 -]*$"_s : layout.postcodePattern, QRegularExpression::CaseInsensitiveOption);
    for (const qsizetype count : {2, 1}) {
        for (qsizetype from = 0; from + count <= words.size(); ++from) {
            const QString text = QString(words.mid(from, count).join(u' ')).remove(country).toUpper();
            if (hasDigit(text) && form.match(text).hasMatch())
                return {text, from, count};
        }
    }
    return {};
}

/// Whether a street's line, or its part between commas, is a street with its house number.
bool isStreetWithHouse(const QString &part)
{
    const StreetKey key = streetKey(part);
    return !key.house.isEmpty() && key.street.size() > 1;
}

/// The paper's street without the town, where both stand in one line.
QString streetOf(const QString &found, const AddressLayout &layout)
{
    QStringList parts = trimmedParts(found, u',');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (!layout.postcodePattern.isEmpty() && postcodeIn(wordsOf(parts.at(i)), layout).from >= 0) {
            parts.resize(i);
            break;
        }
    }
    return parts.join(u", "_s);
}

/// The line with the street replaced: "Königsallee 17, 3. OG" keeps its floor.
QString withStreet(const QString &line, const QString &street)
{
    QStringList parts = trimmedParts(line, u',');
    if (street.contains(u',') || parts.size() < 2)
        return street;
    for (QString &part : parts) {
        if (isStreetWithHouse(part)) {
            part = street;
            return parts.join(u", "_s);
        }
    }
    return street;
}

Values takenStreet(const RequestAddress &entry, const QString &place, const QString &found)
{
    const QString street = streetOf(found, addressLayout(entry.address.country));
    QStringList lines = entry.address.lines;
    if (street.isEmpty())
        return {};
    // Of several lines the one with this street, or else the first with any.
    const QString wanted = streetKey(street).street;
    const auto isAlike = [&](const QString &line) {
        const QStringList parts = trimmedParts(line, u',') << line;
        return std::any_of(parts.cbegin(), parts.cend(), [&](const QString &part) { return likeness(streetKey(part).street, wanted) != Likeness::Other; });
    };
    auto line = std::find_if(lines.begin(), lines.end(), isAlike);
    if (line == lines.end())
        line = std::find_if(lines.begin(), lines.end(), isStreetWithHouse);
    if (line == lines.end())
        lines = {street};
    else
        *line = withStreet(*line, street);
    if (lines == entry.address.lines)
        return {};
    return {{place + u"/lines"_s, QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(lines)).toJson(QJsonDocument::Compact))}};
}

/// The town's words beside a postcode: behind it or before it, never with a number among them.
QStringList townBeside(const QStringList &words, const Postcode &code)
{
    for (const QStringList &side : {words.mid(code.from + code.count), words.mid(0, code.from)}) {
        if (!side.isEmpty() && std::none_of(side.cbegin(), side.cend(), hasDigit))
            return side;
    }
    return {};
}

bool hasPart(const AddressLayout &layout, AddressPart part)
{
    return std::any_of(layout.parts.cbegin(), layout.parts.cend(), [part](const AddressLayout::Part &p) { return p.part == part; });
}

Values takenPlace(const RequestAddress &entry, const QString &place, const QString &found)
{
    const PostalAddress &address = entry.address;
    const AddressLayout layout = addressLayout(address.country);
    const QStringList parts = trimmedParts(found, u',');
    Postcode code;
    qsizetype at = 0;
    // The last part that fits: before it may stand a house number of as many digits.
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (const Postcode here = postcodeIn(wordsOf(parts.at(i)), layout); here.from >= 0) {
            code = here;
            at = i;
        }
    }
    if (code.from < 0)
        return {};
    QStringList town = townBeside(wordsOf(parts.at(at)), code);
    std::optional<AddressLayout::Region> region;
    const bool alone = town.size() == 1 && (at == 0 || hasDigit(parts.at(at - 1)));
    if (hasPart(layout, AddressPart::Region) && !town.isEmpty() && !alone) // "New York, NY 10118", "20121 Milano MI"; "Berlin" is a town first
        region = findRegion(address.country, town.last());
    if (region)
        town.removeLast();
    if (town.isEmpty() && at > 0 && !hasDigit(parts.at(at - 1)))
        town = wordsOf(parts.at(at - 1));
    Values values;
    const auto take = [&](const QString &member, const QString &old, const QString &now) {
        if (!now.isEmpty() && folded(old).remove(u' ') != folded(now).remove(u' '))
            values.insert(place + u'/' + member, now);
    };
    take(u"postalCode"_s, address.postalCode, code.text);
    take(u"locality"_s, address.locality, town.join(u' '));
    if (region)
        take(u"region"_s, findRegion(address.country, address.region).value_or(AddressLayout::Region()).key, region->key);
    return values;
}

/// "Miller, Anna" and "Anna Miller"; names of several words are parted like the ones the form has.
Values takenName(const QString &holder, const QString &first, const QString &last, const QString &found)
{
    const QStringList inverted = trimmedParts(found, u',');
    QStringList words = wordsOf(found);
    QString newFirst, newLast;
    if (inverted.size() == 2) {
        newLast = inverted.first();
        newFirst = inverted.last();
    } else {
        const qsizetype many = std::clamp<qsizetype>(first.split(u' ', Qt::SkipEmptyParts).size(), 1, std::max<qsizetype>(1, words.size() - 1));
        if (words.size() < 2)
            return {};
        newFirst = words.mid(0, many).join(u' ');
        newLast = words.mid(many).join(u' ');
    }
    Values values;
    if (newFirst != first)
        values.insert(holder + u"/firstName"_s, newFirst);
    if (newLast != last)
        values.insert(holder + u"/lastName"_s, newLast);
    return values;
}

} // namespace

QMap<QString, QString> takenOver(const Request &request, const Evidence &evidence)
{
    const QString &field = evidence.fact.field;
    const QStringList steps = pointerSteps(field);
    if (evidence.value.isEmpty() || steps.isEmpty())
        return {};
    if (steps.size() == 3 && steps.first() == "addresses"_L1) {
        const qsizetype row = steps.at(1).toLongLong();
        if (row < 0 || row >= request.addresses.size())
            return {};
        const QString place = pointerTo(u"/addresses"_s, row);
        const RequestAddress &entry = request.addresses.at(row);
        return evidence.fact.kind == FactKind::Street ? takenStreet(entry, place, evidence.value) : takenPlace(entry, place, evidence.value);
    }
    if (field == "/owner/lastName"_L1)
        return takenName(u"/owner"_s, request.owner.firstName, request.owner.lastName, evidence.value);
    if (field == "/authorisedPerson/lastName"_L1)
        return takenName(u"/authorisedPerson"_s, request.authorisedPerson.firstName, request.authorisedPerson.lastName, evidence.value);
    return {{field, evidence.value}};
}

} // namespace PortDesk
