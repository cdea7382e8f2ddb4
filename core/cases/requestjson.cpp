// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"

#include "core/cases/jsonreader.h"
#include "core/cases/pointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

const QString kFormat = u"portdesk-request/1"_s;

QStringList ownerKinds() { return {u"business"_s, u"person"_s}; }
QStringList scopes() { return {u"full"_s, u"partial"_s}; }
QStringList remainings() { return {u"none"_s, u"keep"_s, u"disconnect"_s}; }

Owner readOwner(JsonReader json)
{
    Owner owner;
    owner.kind = OwnerKind(json.word(u"kind"_s, ownerKinds(), 0));
    owner.company = json.text(u"company"_s);
    owner.firstName = json.text(u"firstName"_s);
    owner.lastName = json.text(u"lastName"_s);
    owner.email = json.text(u"email"_s);
    owner.phone = json.text(u"phone"_s);
    json.finish();
    return owner;
}

AuthorisedPerson readPerson(JsonReader json)
{
    AuthorisedPerson person;
    person.firstName = json.text(u"firstName"_s);
    person.lastName = json.text(u"lastName"_s);
    person.title = json.text(u"title"_s);
    person.email = json.text(u"email"_s);
    json.finish();
    return person;
}

LosingCarrier readCarrier(JsonReader json)
{
    LosingCarrier carrier;
    carrier.name = json.text(u"name"_s);
    carrier.accountNumber = json.text(u"accountNumber"_s);
    carrier.pin = json.text(u"pin"_s);
    carrier.billingNumber = json.text(u"billingNumber"_s);
    json.finish();
    return carrier;
}

void readPort(JsonReader json, Request &request)
{
    request.scope = PortScope(json.word(u"scope"_s, scopes(), 0));
    request.remaining = Remaining(json.word(u"remaining"_s, remainings(), 0));
    request.newBillingNumber = json.text(u"newBillingNumber"_s);
    request.staying = json.texts(u"staying"_s);
    json.finish();
}

Reseller readReseller(JsonReader json)
{
    Reseller reseller;
    reseller.company = json.text(u"company"_s);
    reseller.contactName = json.text(u"contactName"_s);
    reseller.email = json.text(u"email"_s);
    json.finish();
    return reseller;
}

Confirmation readConfirmation(JsonReader json)
{
    Confirmation row;
    row.code = json.text(u"code"_s);
    row.field = json.text(u"field"_s);
    row.reason = json.text(u"reason"_s);
    json.finish();
    return row;
}

/// Fields by pack id; every id may stand there, the preflight knows which are asked.
QMap<QString, QString> readFields(JsonReader &json, JsonComplaint &complaint)
{
    const QJsonObject object = json.object(u"fields"_s);
    JsonReader values(object, json.place(u"fields"_s), complaint);
    QMap<QString, QString> fields;
    for (const QString &id : object.keys())
        fields.insert(id, values.text(id));
    return fields;
}

RequestAddress readAddress(JsonReader json)
{
    RequestAddress row;
    row.id = json.text(u"id"_s);
    row.address.lines = json.texts(u"lines"_s);
    row.address.dependentLocality = json.text(u"dependentLocality"_s);
    row.address.locality = json.text(u"locality"_s);
    row.address.region = json.text(u"region"_s);
    row.address.postalCode = json.text(u"postalCode"_s);
    row.address.country = json.text(u"country"_s);
    json.finish();
    return row;
}

RequestNumber readNumber(JsonReader json, JsonComplaint &complaint)
{
    RequestNumber row;
    row.number = json.text(u"number"_s);
    row.range = json.text(u"range"_s);
    if (!row.number.isEmpty() && !row.range.isEmpty())
        json.complain(u"range"_s, u"cannot stand beside \"number\"; give one of them."_s);
    // Given alone and empty it is not null, so that the mistake is shown where it stands (numberPlace).
    const bool alone = json.raw(u"range"_s).isString() && json.raw(u"number"_s).isUndefined();
    if (row.range.isEmpty())
        row.range = alone ? u""_s : QString();
    row.address = json.text(u"address"_s);
    row.pin = json.text(u"pin"_s);
    row.activate = json.textOrTexts(u"activate"_s);
    row.fields = readFields(json, complaint);
    const QJsonValue carrier = json.raw(u"losingCarrier"_s);
    if (!carrier.isNull() && !carrier.isUndefined())
        row.losingCarrier = readCarrier(JsonReader(carrier, json.place(u"losingCarrier"_s), complaint));
    json.finish();
    return row;
}

/// A path that stays below the request file's folder.
bool staysInFolder(const QString &path)
{
    static const QRegularExpression leaves(uR"(^[/\\]|^[A-Za-z]:[/\\]|(^|[/\\])\.\.([/\\]|$))"_s);
    return !leaves.match(path).hasMatch();
}

RequestDocument readDocument(JsonReader json)
{
    RequestDocument row;
    row.kind = json.text(u"kind"_s);
    row.file = json.text(u"file"_s);
    if (!staysInFolder(row.file))
        json.complain(u"file"_s, u"must stay in the folder of the request."_s);
    row.issued = json.date(u"issued"_s);
    row.unavailable = json.text(u"unavailable"_s);
    if (!row.file.isEmpty() && !row.unavailable.isEmpty())
        json.complain(u"unavailable"_s, u"cannot stand beside \"file\"; give one of them."_s);
    row.sha256 = json.text(u"sha256"_s);
    row.signedOn = json.date(u"signedOn"_s);
    row.covers = json.texts(u"covers"_s);
    json.finish();
    return row;
}

void readLists(JsonReader &json, Request &request, JsonComplaint &complaint)
{
    const auto each = [&](const QString &key, const auto &read) {
        const QJsonArray rows = json.array(key);
        for (qsizetype i = 0; i < rows.size(); ++i)
            read(JsonReader(rows.at(i), pointerTo(json.place(key), i), complaint));
    };
    each(u"addresses"_s, [&](const JsonReader &row) { request.addresses.append(readAddress(row)); });
    each(u"numbers"_s, [&](const JsonReader &row) { request.numbers.append(readNumber(row, complaint)); });
    each(u"documents"_s, [&](const JsonReader &row) { request.documents.append(readDocument(row)); });
    each(u"confirmations"_s, [&](const JsonReader &row) { request.confirmations.append(readConfirmation(row)); });
    request.fields = readFields(json, complaint);
    request.lineFeatures = json.texts(u"lineFeatures"_s);
    request.acknowledgements = json.texts(u"acknowledgements"_s);
}

void readMembers(JsonReader &json, Request &request, JsonComplaint &complaint)
{
    const auto part = [&](const QString &key) { return JsonReader(json.object(key), json.place(key), complaint); };
    request.reference = json.text(u"reference"_s);
    request.country = json.text(u"country"_s);
    request.type = json.text(u"type"_s);
    request.owner = readOwner(part(u"owner"_s));
    request.authorisedPerson = readPerson(part(u"authorisedPerson"_s));
    request.losingCarrier = readCarrier(part(u"losingCarrier"_s));
    request.reseller = readReseller(part(u"reseller"_s));
    readPort(part(u"port"_s), request);
    request.requestedDate = json.date(u"requestedDate"_s);
    readLists(json, request, complaint);
}

} // namespace

Result<Request> requestFromJson(const QByteArray &json)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(json, &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        const qsizetype line = json.left(wrong.offset).count('\n') + 1;
        return Error{Error::Code::Invalid, u"Line %1: the text is not JSON (%2)."_s.arg(line).arg(wrong.errorString())};
    }
    if (!document.isObject())
        return Error{Error::Code::Invalid, u"/: must be an object."_s};
    return requestFromJson(document.object());
}

Result<Request> requestFromJson(const QJsonObject &object)
{
    JsonComplaint complaint;
    JsonReader json(object, {}, complaint);
    // First the format: what a newer one means by its keys is not ours to judge.
    const QString format = json.text(u"format"_s);
    if (format != kFormat)
        json.complain(u"format"_s, u"must be \"%1\"; this program reads no other format."_s.arg(kFormat));
    Request request;
    readMembers(json, request, complaint);
    json.finish();
    if (!complaint.isEmpty())
        return Error{Error::Code::Invalid, complaint.text()};
    return request;
}

} // namespace PortDesk
