// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/asides.h"

#include "core/cases/requirements.h"
#include "ui/wizard/requestdraft.h"

#include <QJsonArray>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

const QString kPort = u"port"_s;
const QString kReseller = u"reseller"_s;
const QString kFields = u"fields"_s;
const QString kAddresses = u"addresses"_s;
const QString kCopied = u"copied"_s;
const QString kSaid = u"said"_s;

QString remainingKey(Remaining remaining)
{
    return remaining == Remaining::Keep ? u"keep"_s : remaining == Remaining::Disconnect ? u"disconnect"_s : QString();
}

Remaining remainingFromKey(const QString &key)
{
    return key == u"keep" ? Remaining::Keep : key == u"disconnect" ? Remaining::Disconnect : Remaining::None;
}

/// Without the members that say nothing.
QJsonObject filled(QJsonObject object)
{
    for (const QString &key : object.keys()) {
        const QJsonValue value = object.value(key);
        if (value == QJsonValue(QString()) || (value.isArray() && value.toArray().isEmpty()))
            object.remove(key);
    }
    return object;
}

/// A question is asked when the record of a case, or of the chosen country, has it for this kind of owner and no other page holds it.
bool isAsked(const RequestDraft &draft, const QString &id)
{
    for (const CountryRecord *record : draft.records()) {
        for (const FieldRule &rule : applicableFields(*record, draft.request().owner.kind)) {
            if (rule.id == id && rule.requestPointer.isEmpty())
                return true;
        }
    }
    return false;
}

/// Some country asks it: an id that none knows is an error of the request, and not put aside.
bool isKnown(const CountryPack &countries, const QString &id)
{
    for (const QString &code : countries.codes()) {
        for (const CountryRecord &record : countries.country(code)->records) {
            if (record.field(id))
                return true;
        }
    }
    return false;
}

} // namespace

void choosePortScope(RequestDraft &draft, PortScope scope)
{
    const Request &now = draft.request();
    if (now.scope == scope)
        return;
    if (scope == PortScope::Full) {
        draft.setAside(kPort, filled({{u"staying"_s, QJsonArray::fromStringList(now.staying)},
                                      {u"remaining"_s, remainingKey(now.remaining)},
                                      {u"newBillingNumber"_s, now.newBillingNumber}}));
        draft.edit([](Request &request) {
            request.scope = PortScope::Full;
            request.staying.clear();
            request.remaining = Remaining::None;
            request.newBillingNumber.clear();
        });
        return;
    }
    const QJsonObject aside = draft.aside().value(kPort).toObject();
    draft.edit([&aside](Request &request) {
        request.scope = PortScope::Partial;
        if (aside.isEmpty())
            return;
        for (const QJsonValue number : aside.value(u"staying"_s).toArray())
            request.staying.append(number.toString());
        request.remaining = remainingFromKey(aside.value(u"remaining"_s).toString());
        request.newBillingNumber = aside.value(u"newBillingNumber"_s).toString();
    });
    draft.setAside(kPort, {});
}

void chooseReseller(RequestDraft &draft, bool between)
{
    if (!between) {
        const Reseller &now = draft.request().reseller;
        draft.setAside(kReseller, filled({{u"company"_s, now.company}, {u"contactName"_s, now.contactName}, {u"email"_s, now.email}}));
        draft.edit([](Request &request) { request.reseller = {}; });
        return;
    }
    const QJsonObject aside = draft.aside().value(kReseller).toObject();
    if (aside.isEmpty())
        return;
    draft.edit([&aside](Request &request) {
        request.reseller = {aside.value(u"company"_s).toString(), aside.value(u"contactName"_s).toString(), aside.value(u"email"_s).toString()};
    });
    draft.setAside(kReseller, {});
}

bool sortAnswers(RequestDraft &draft)
{
    if (draft.records().isEmpty())
        return false; // no country yet: nothing is known to be superfluous
    QJsonObject aside = draft.aside().value(kFields).toObject();
    QMap<QString, QString> fields = draft.request().fields;
    for (const QString &id : draft.request().fields.keys()) {
        if (isAsked(draft, id) || !isKnown(draft.rules().countries, id))
            continue;
        aside.insert(id, fields.take(id));
    }
    for (const QString &id : aside.keys()) {
        if (!isAsked(draft, id) || fields.contains(id))
            continue;
        fields.insert(id, aside.take(id).toString());
    }
    if (fields == draft.request().fields)
        return false;
    draft.setAside(kFields, aside);
    draft.edit([&fields](Request &request) { request.fields = fields; });
    return true;
}

QMap<QString, QString> answersAside(const RequestDraft &draft)
{
    QMap<QString, QString> answers;
    const QJsonObject aside = draft.aside().value(kFields).toObject();
    for (auto it = aside.constBegin(); it != aside.constEnd(); ++it)
        answers.insert(it.key(), it.value().toString());
    return answers;
}

QString asideText(const RequestDraft &draft)
{
    const CountryPack &countries = draft.rules().countries;
    const auto labelOf = [&](const QString &id) {
        for (const QString &code : countries.codes()) {
            for (const CountryRecord &record : countries.country(code)->records) {
                if (const FieldRule *rule = record.field(id))
                    return rule->label;
            }
        }
        return id;
    };
    QStringList words;
    const QMap<QString, QString> answers = answersAside(draft);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it)
        words << labelOf(it.key()) + u" “"_s + it.value() + u'”';
    return words.join(u", "_s);
}

QString copiedNote(const QJsonObject &aside)
{
    return aside.value(kCopied).toObject().value(kSaid).toString();
}

QJsonObject withCopiedNote(const QString &said)
{
    return {{kCopied, QJsonObject{{kSaid, said}}}};
}

QHash<QString, QList<AsidePart>> addressPartsAside(const RequestDraft &draft)
{
    QHash<QString, QList<AsidePart>> found;
    const QJsonObject aside = draft.aside().value(kAddresses).toObject();
    for (auto it = aside.constBegin(); it != aside.constEnd(); ++it) {
        for (const QJsonValue row : it.value().toArray())
            found[it.key()] << AsidePart{AddressPart(row[u"part"_s].toInt()), row[u"text"_s].toString(), row[u"country"_s].toString()};
    }
    return found;
}

void setAddressPartsAside(RequestDraft &draft, const QHash<QString, QList<AsidePart>> &parts)
{
    QJsonObject aside;
    for (auto it = parts.cbegin(); it != parts.cend(); ++it) {
        QJsonArray rows;
        for (const AsidePart &part : it.value())
            rows.append(QJsonObject{{u"part"_s, int(part.part)}, {u"text"_s, part.text}, {u"country"_s, part.country}});
        if (!rows.isEmpty())
            aside.insert(it.key(), rows);
    }
    draft.setAside(kAddresses, aside);
}

void dropCopiedNote(RequestDraft &draft)
{
    draft.setAside(kCopied, {});
}

} // namespace PortDesk
