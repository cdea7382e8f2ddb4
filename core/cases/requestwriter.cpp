// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"

#include "core/cases/requestwriter.h"

#include <QJsonArray>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

QJsonObject ownerJson(const Owner &owner)
{
    return {{u"kind"_s, owner.kind == OwnerKind::Person ? u"person"_s : u"business"_s},
            {u"company"_s, owner.company},
            {u"firstName"_s, owner.firstName},
            {u"lastName"_s, owner.lastName},
            {u"email"_s, owner.email},
            {u"phone"_s, owner.phone}};
}

QJsonObject personJson(const AuthorisedPerson &person)
{
    return {{u"firstName"_s, person.firstName}, {u"lastName"_s, person.lastName}, {u"title"_s, person.title}, {u"email"_s, person.email}};
}

QJsonObject carrierJson(const LosingCarrier &carrier)
{
    return {{u"name"_s, carrier.name},
            {u"accountNumber"_s, carrier.accountNumber},
            {u"pin"_s, carrier.pin},
            {u"billingNumber"_s, carrier.billingNumber}};
}

QJsonObject portJson(const Request &request)
{
    const QString remaining = request.remaining == Remaining::Keep ? u"keep"_s : request.remaining == Remaining::Disconnect ? u"disconnect"_s : u"none"_s;
    return {{u"scope"_s, request.scope == PortScope::Partial ? u"partial"_s : u"full"_s},
            {u"remaining"_s, remaining},
            {u"newBillingNumber"_s, request.newBillingNumber},
            {u"staying"_s, QJsonArray::fromStringList(request.staying)}};
}

QJsonObject resellerJson(const Reseller &reseller)
{
    return {{u"company"_s, reseller.company}, {u"contactName"_s, reseller.contactName}, {u"email"_s, reseller.email}};
}

QJsonObject confirmationJson(const Confirmation &row)
{
    return {{u"code"_s, row.code}, {u"field"_s, row.field}, {u"reason"_s, row.reason}};
}

QJsonObject fieldsJson(const QMap<QString, QString> &fields)
{
    QJsonObject json;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QJsonObject addressJson(const RequestAddress &row)
{
    return {{u"id"_s, row.id},
            {u"lines"_s, QJsonArray::fromStringList(row.address.lines)},
            {u"dependentLocality"_s, row.address.dependentLocality},
            {u"locality"_s, row.address.locality},
            {u"region"_s, row.address.region},
            {u"postalCode"_s, row.address.postalCode},
            {u"country"_s, row.address.country}};
}

QJsonObject numberJson(const RequestNumber &row)
{
    return {{u"number"_s, row.number},
            {u"range"_s, row.range},
            {u"address"_s, row.address},
            {u"pin"_s, row.pin},
            {u"activate"_s, QJsonArray::fromStringList(row.activate)},
            {u"fields"_s, fieldsJson(row.fields)},
            {u"losingCarrier"_s, row.losingCarrier ? QJsonValue(carrierJson(*row.losingCarrier)) : QJsonValue(QJsonValue::Null)}};
}

QJsonObject documentJson(const RequestDocument &row)
{
    return {{u"kind"_s, row.kind},           {u"file"_s, row.file},     {u"issued"_s, dayText(row.issued)},
            {u"unavailable"_s, row.unavailable}, {u"sha256"_s, row.sha256}, {u"signedOn"_s, dayText(row.signedOn)},
            {u"covers"_s, QJsonArray::fromStringList(row.covers)}};
}

template<typename Row> QJsonArray listJson(const QList<Row> &rows, QJsonObject (*write)(const Row &))
{
    QJsonArray array;
    for (const Row &row : rows)
        array.append(write(row));
    return array;
}

/// Takes the keys out of an object that say nothing when they are empty.
void drop(QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : keys) {
        const QJsonValue value = object.value(key);
        const bool empty = value.isNull() || value == QJsonValue(QString()) || (value.isArray() && value.toArray().isEmpty())
            || (value.isObject() && value.toObject().isEmpty());
        if (empty)
            object.remove(key);
    }
}

void dropIn(QJsonObject &request, const QString &list, const QStringList &keys)
{
    QJsonArray rows = request.value(list).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows.at(i).toObject();
        drop(row, keys);
        rows.replace(i, row);
    }
    request.insert(list, rows);
}

} // namespace

QJsonObject completeRequestJson(const Request &request)
{
    return {{u"format"_s, u"portdesk-request/1"_s},
            {u"reference"_s, request.reference},
            {u"country"_s, request.country},
            {u"type"_s, request.type},
            {u"owner"_s, ownerJson(request.owner)},
            {u"authorisedPerson"_s, personJson(request.authorisedPerson)},
            {u"losingCarrier"_s, carrierJson(request.losingCarrier)},
            {u"reseller"_s, resellerJson(request.reseller)},
            {u"port"_s, portJson(request)},
            {u"requestedDate"_s, dayText(request.requestedDate)},
            {u"addresses"_s, listJson(request.addresses, addressJson)},
            {u"numbers"_s, listJson(request.numbers, numberJson)},
            {u"fields"_s, fieldsJson(request.fields)},
            {u"acknowledgements"_s, QJsonArray::fromStringList(request.acknowledgements)},
            {u"lineFeatures"_s, QJsonArray::fromStringList(request.lineFeatures)},
            {u"confirmations"_s, listJson(request.confirmations, confirmationJson)},
            {u"documents"_s, listJson(request.documents, documentJson)}};
}

QJsonObject requestToJson(const Request &request)
{
    QJsonObject json = completeRequestJson(request);
    if (request.reseller.isEmpty())
        json.remove(u"reseller"_s);
    if (request.staying.isEmpty()) {
        QJsonObject port = json.value(u"port"_s).toObject();
        port.remove(u"staying"_s);
        json.insert(u"port"_s, port);
    }
    drop(json, {u"reference"_s, u"country"_s, u"type"_s, u"requestedDate"_s, u"lineFeatures"_s, u"confirmations"_s});
    dropIn(json, u"numbers"_s, {u"number"_s, u"range"_s, u"pin"_s, u"activate"_s, u"fields"_s, u"losingCarrier"_s});
    dropIn(json, u"documents"_s, {u"file"_s, u"issued"_s, u"unavailable"_s, u"sha256"_s, u"signedOn"_s, u"covers"_s});
    return json;
}

} // namespace PortDesk
