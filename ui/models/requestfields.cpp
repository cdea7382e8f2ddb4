// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestfields.h"

#include "core/cases/pointer.h"
#include "core/cases/requestwriter.h"
#include "core/places/address.h"
#include "ui/models/casetables.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RequestFields)
};

QString fixedLabel(const QString &pointer)
{
    static const QHash<QString, const char *> labels{
        {u"/owner/kind"_s, QT_TRANSLATE_NOOP("RequestFields", "Owner is")},
        {u"/owner/company"_s, QT_TRANSLATE_NOOP("RequestFields", "Company")},
        {u"/owner/firstName"_s, QT_TRANSLATE_NOOP("RequestFields", "Owner's first name")},
        {u"/owner/lastName"_s, QT_TRANSLATE_NOOP("RequestFields", "Owner's last name")},
        {u"/owner/email"_s, QT_TRANSLATE_NOOP("RequestFields", "Owner's e-mail")},
        {u"/owner/phone"_s, QT_TRANSLATE_NOOP("RequestFields", "Owner's phone")},
        {u"/authorisedPerson/firstName"_s, QT_TRANSLATE_NOOP("RequestFields", "Authorised person's first name")},
        {u"/authorisedPerson/lastName"_s, QT_TRANSLATE_NOOP("RequestFields", "Authorised person's last name")},
        {u"/authorisedPerson/title"_s, QT_TRANSLATE_NOOP("RequestFields", "Authorised person's position")},
        {u"/authorisedPerson/email"_s, QT_TRANSLATE_NOOP("RequestFields", "Authorised person's e-mail")},
        {u"/losingCarrier/name"_s, QT_TRANSLATE_NOOP("RequestFields", "Losing carrier")},
        {u"/losingCarrier/accountNumber"_s, QT_TRANSLATE_NOOP("RequestFields", "Account number")},
        {u"/losingCarrier/pin"_s, QT_TRANSLATE_NOOP("RequestFields", "PIN")},
        {u"/losingCarrier/billingNumber"_s, QT_TRANSLATE_NOOP("RequestFields", "Billing number")},
        {u"/port/scope"_s, QT_TRANSLATE_NOOP("RequestFields", "Which numbers of the account move")},
        {u"/port/remaining"_s, QT_TRANSLATE_NOOP("RequestFields", "Numbers that stay")},
        {u"/port/newBillingNumber"_s, QT_TRANSLATE_NOOP("RequestFields", "New billing number")},
        {u"/port/staying"_s, QT_TRANSLATE_NOOP("RequestFields", "List of the numbers that stay")},
        {u"/reseller/company"_s, QT_TRANSLATE_NOOP("RequestFields", "Reseller")},
        {u"/reseller/contactName"_s, QT_TRANSLATE_NOOP("RequestFields", "Contact at the reseller")},
        {u"/reseller/email"_s, QT_TRANSLATE_NOOP("RequestFields", "Reseller's e-mail")},
        {u"/requestedDate"_s, QT_TRANSLATE_NOOP("RequestFields", "Requested date")},
    };
    const char *label = labels.value(pointer, nullptr);
    return label ? Tr::tr(label) : QString();
}

QString addressPartText(const QString &part, const QString &country)
{
    if (part == u"lines")
        return Tr::tr("Street");
    for (const AddressLayout::Part &known : addressLayout(country).parts) {
        if (addressPartKey(known.part) == part)
            return known.label;
    }
    return {};
}

QString addressLabel(const Case &portCase, const QStringList &steps)
{
    const int index = steps.value(1).toInt();
    if (steps.size() != 3 || index < 0 || index >= portCase.request.addresses.size())
        return {};
    const RequestAddress &address = portCase.request.addresses.at(index);
    const QString part = addressPartText(steps.at(2), address.address.country);
    const bool alone = portCase.request.addresses.size() == 1;
    const QString place = address.address.locality.isEmpty() ? address.id : address.address.locality;
    return part.isEmpty() || alone ? part : Tr::tr("%1 (%2)").arg(part, place);
}

QString numberLabel(const Case &portCase, const QStringList &steps)
{
    const int index = steps.value(1).toInt();
    if (steps.size() != 3 || index < 0 || index >= portCase.request.numbers.size())
        return {};
    const RequestNumber &row = portCase.request.numbers.at(index);
    const QString number = row.range.isEmpty() ? numberText(row.number) : row.range;
    if (steps.at(2) == u"pin")
        return Tr::tr("PIN of %1").arg(number);
    const bool holdsNumber = steps.at(2) == (row.range.isEmpty() ? u"number" : u"range");
    return holdsNumber ? Tr::tr("Number %1").arg(index + 1) : QString();
}

QString fieldLabel(const Case &portCase, const QString &id, const CountryPack &countries)
{
    const CountryRecord *record = countries.record(portCase.country, portCase.type);
    const FieldRule *rule = record ? record->field(id) : nullptr;
    return rule ? rule->label : id;
}

void addChoices(RequestField &field)
{
    if (field.pointer == u"/owner/kind") {
        field.choices = {u"business"_s, u"person"_s};
        field.choiceTexts = {Tr::tr("a business"), Tr::tr("a person")};
    } else if (field.pointer == u"/port/scope") {
        field.choices = {u"full"_s, u"partial"_s};
        field.choiceTexts = {Tr::tr("all numbers of the account"), Tr::tr("some of the numbers")};
    } else if (field.pointer == u"/port/remaining") {
        field.choices = {u"none"_s, u"keep"_s, u"disconnect"_s};
        field.choiceTexts = {Tr::tr("there are none"), Tr::tr("stay with the carrier"), Tr::tr("are disconnected")};
    }
}

/// A list of texts that people edit as lines.
bool isListOfLines(const QString &pointer)
{
    return pointer.endsWith(u"/lines") || pointer == u"/port/staying";
}

/// Leaves for people below a value; a list of texts is one leaf.
void collectLeaves(const QJsonValue &value, const QString &pointer, QStringList &leaves)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collectLeaves(it.value(), pointerTo(pointer, it.key()), leaves);
        return;
    }
    const QJsonArray array = value.toArray();
    if (value.isArray() && !isListOfLines(pointer)) {
        for (int i = 0; i < array.size(); ++i)
            collectLeaves(array.at(i), pointerTo(pointer, qsizetype(i)), leaves);
        return;
    }
    leaves << pointer;
}

bool covered(const QString &leaf, const QStringList &patterns)
{
    for (const QString &pattern : patterns) {
        if (pointerMatches(pattern, leaf))
            return true;
        // "/addresses/*" covers what stands below every entry, too.
        const QStringList steps = pointerSteps(leaf);
        const QStringList wanted = pointerSteps(pattern);
        bool below = steps.size() > wanted.size();
        for (int i = 0; below && i < wanted.size(); ++i)
            below = wanted.at(i) == u"*" || wanted.at(i) == steps.at(i);
        if (below)
            return true;
    }
    return false;
}

/// The country's own fields that the request does not hold yet.
QStringList missingFields(const Case &portCase, const CountryPack &countries)
{
    QStringList pointers;
    const CountryRecord *record = countries.record(portCase.country, portCase.type);
    if (!record)
        return pointers;
    for (const FieldRule &rule : record->fields) {
        if (rule.requestPointer.isEmpty() && !portCase.request.fields.contains(rule.id))
            pointers << pointerTo(u"/fields"_s, rule.id);
    }
    return pointers;
}

} // namespace

QString requestFieldLabel(const Case &portCase, const QString &pointer, const CountryPack &countries)
{
    const QStringList steps = pointerSteps(pointer);
    if (steps.isEmpty())
        return {};
    if (steps.first() == u"addresses")
        return addressLabel(portCase, steps);
    if (steps.first() == u"numbers")
        return numberLabel(portCase, steps);
    if (steps.first() == u"fields" && steps.size() == 2)
        return fieldLabel(portCase, steps.at(1), countries);
    return fixedLabel(pointer);
}

QString requestFieldValue(const QJsonObject &request, const QString &pointer)
{
    const QJsonValue value = valueAt(request, pointer);
    if (!value.isArray())
        return value.toString();
    QStringList lines;
    for (const QJsonValue &line : value.toArray())
        lines << line.toString();
    return lines.join(u'\n');
}

QList<RequestField> requestFields(const Case &portCase, const QStringList &patterns, const CountryPack &countries)
{
    const QJsonObject json = completeRequestJson(portCase.request);
    QStringList leaves;
    for (const QString &member : {u"owner"_s, u"authorisedPerson"_s, u"reseller"_s, u"losingCarrier"_s, u"port"_s, u"requestedDate"_s, u"addresses"_s, u"numbers"_s, u"fields"_s})
        collectLeaves(json.value(member), pointerTo({}, member), leaves);
    leaves += missingFields(portCase, countries);
    QList<RequestField> fields;
    for (const QString &leaf : leaves) {
        const QString label = covered(leaf, patterns) ? requestFieldLabel(portCase, leaf, countries) : QString();
        if (label.isEmpty())
            continue;
        RequestField field{leaf, label, requestFieldValue(json, leaf), {}, {}, isListOfLines(leaf)};
        addChoices(field);
        fields << field;
    }
    return fields;
}

QStringList allFieldPatterns()
{
    return {u"/owner"_s, u"/authorisedPerson"_s, u"/reseller"_s, u"/losingCarrier"_s, u"/port"_s, u"/requestedDate"_s, u"/addresses"_s, u"/numbers"_s, u"/fields"_s};
}

} // namespace PortDesk
