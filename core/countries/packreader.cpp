// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/packreader.h"

#include "core/countries/fieldcheck.h"
#include "core/countries/packvalues.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

DocumentRule readDocument(ObjectReader reader, const QStringList &sources)
{
    DocumentRule rule;
    rule.id = reader.word(u"id"_s, documentKinds());
    rule.required = reader.flag(u"required"_s);
    rule.baseProcess = reader.flag(u"baseProcess"_s);
    rule.appliesTo = reader.word(u"appliesTo"_s, {QString(), u"business"_s, u"person"_s});
    rule.note = reader.text(u"note"_s);
    rule.acceptance = reader.text(u"acceptance"_s);
    rule.sources = sourcesOf(reader, sources);
    if (rule.sources.isEmpty())
        reader.fail(u"sources"_s, u"is empty"_s);
    reader.finish();
    return rule;
}

void checkFieldRule(ObjectReader &reader, const FieldRule &rule)
{
    const QRegularExpression pattern(rule.pattern);
    if (!pattern.isValid())
        reader.fail(u"pattern"_s, u"is not a regular expression: "_s + pattern.errorString());
    else if (!rule.pattern.isEmpty() && !(rule.pattern.startsWith(u'^') && rule.pattern.endsWith(u'$')))
        reader.fail(u"pattern"_s, u"must begin with ^ and end with $"_s);
    if (!rule.checksum.isEmpty() && !isIdScheme(rule.checksum))
        reader.fail(u"checksum"_s, u"names \"%1\", which is no known rule"_s.arg(rule.checksum));
    if (!rule.requestPointer.isEmpty() && !rule.requestPointer.startsWith(u'/'))
        reader.fail(u"requestPointer"_s, u"must begin with /"_s);
    if (rule.sources.isEmpty())
        reader.fail(u"sources"_s, u"is empty"_s);
}

FieldRule readField(ObjectReader reader, const QStringList &sources)
{
    FieldRule rule;
    rule.id = reader.text(u"id"_s);
    rule.label = reader.text(u"label"_s);
    rule.required = reader.flag(u"required"_s);
    rule.appliesTo = reader.word(u"appliesTo"_s, {QString(), u"business"_s, u"person"_s});
    rule.pattern = reader.text(u"pattern"_s);
    rule.explanation = reader.text(u"explanation"_s);
    rule.checksum = reader.text(u"checksum"_s);
    rule.note = reader.text(u"note"_s);
    rule.whereToFind = reader.text(u"whereToFind"_s);
    rule.requestPointer = reader.text(u"requestPointer"_s);
    rule.textField = reader.flag(u"text"_s);
    rule.perNumber = reader.word(u"per"_s, {QString(), u"number"_s}) == "number"_L1;
    rule.sources = sourcesOf(reader, sources);
    checkFieldRule(reader, rule);
    reader.finish();
    return rule;
}

void readRules(ObjectReader &reader, CountryRecord *record)
{
    int index = 0;
    for (const QJsonValue &value : reader.list(u"documents"_s))
        record->documents.append(readDocument({value, reader.place(u"documents[%1]"_s.arg(index++)), reader.mistake()}, record->sources));
    index = 0;
    for (const QJsonValue &value : reader.list(u"fields"_s))
        record->fields.append(readField({value, reader.place(u"fields[%1]"_s.arg(index++)), reader.mistake()}, record->sources));
}

SignatureKind signatureFromKey(const QString &key)
{
    if (key == u"wet")
        return SignatureKind::Wet;
    if (key == u"electronic")
        return SignatureKind::Electronic;
    return key == u"either" ? SignatureKind::Either : SignatureKind::Unknown;
}

void readLetter(ObjectReader &reader, CountryRecord *record)
{
    const QStringList &sources = record->sources;
    record->billMaxAgeDays = number(reader, u"billMaxAgeDays"_s, sources);
    record->loaMaxAgeDays = number(reader, u"loaMaxAgeDays"_s, sources);
    record->signature = signatureFromKey(word(reader, u"signature"_s, sources, {u"wet"_s, u"electronic"_s, u"either"_s}));
    record->loaLanguages = texts(sourced(reader, u"loaLanguages"_s, QJsonValue::Array, sources).toArray(), reader.place(u"loaLanguages"_s), reader.mistake());
    record->loaFields = texts(sourced(reader, u"loaFields"_s, QJsonValue::Array, sources).toArray(), reader.place(u"loaFields"_s), reader.mistake());
    record->companyStamp = truth(reader, u"companyStamp"_s, sources);
    record->lettersStaying = truth(reader, u"lettersStaying"_s, sources);
}

PortingWindow readWindow(ObjectReader reader)
{
    PortingWindow window;
    for (const QJsonValue day : reader.list(u"weekdays"_s)) {
        if (day.toInt() < 1 || day.toInt() > 7)
            reader.fail(u"weekdays"_s, u"must hold days from 1 (Monday) to 7"_s);
        window.weekdays.append(day.toInt());
    }
    window.from = reader.text(u"from"_s);
    window.to = reader.text(u"to"_s);
    window.zone = reader.text(u"zone"_s);
    window.by = reader.text(u"by"_s);
    const auto isTime = [](const QString &text) { return QTime::fromString(text, u"HH:mm"_s).isValid(); };
    const bool onlyDays = window.from.isEmpty() && window.to.isEmpty() && !window.weekdays.isEmpty();
    if (!onlyDays && !(isTime(window.from) && isTime(window.to)))
        reader.fail(u"from"_s, u"and to must be times like \"06:00\", or both empty where only the days are known"_s);
    if (!QTimeZone::isTimeZoneIdAvailable(window.zone.toLatin1()))
        reader.fail(u"zone"_s, u"is \"%1\", which is no time zone"_s.arg(window.zone));
    reader.finish();
    return window;
}

ChangeLock readChangeLock(ObjectReader reader)
{
    ChangeLock lock;
    lock.businessDays = reader.any(u"businessDays"_s).toInt(-1);
    lock.hours = reader.any(u"hours"_s).toInt(-1);
    lock.until = reader.text(u"until"_s);
    lock.note = reader.text(u"note"_s);
    if (lock.businessDays < 0 || lock.hours < 0 || (lock.businessDays == 0) == (lock.hours == 0))
        reader.fail(u"businessDays"_s, u"or hours must be a whole number from 1, and the other 0"_s);
    if (!lock.until.isEmpty() && !QTime::fromString(lock.until, u"HH:mm"_s).isValid())
        reader.fail(u"until"_s, u"must be a time like \"17:00\" or empty"_s);
    reader.finish();
    return lock;
}

void readWindows(ObjectReader &reader, CountryRecord *record)
{
    const QStringList &sources = record->sources;
    record->portingWindow = sourced(reader, u"portingWindow"_s, QJsonValue::String, sources).toString();
    int index = 0;
    for (const QJsonValue window : sourced(reader, u"windows"_s, QJsonValue::Array, sources).toArray())
        record->windows.append(readWindow({window, reader.place(u"windows.value[%1]"_s.arg(index++)), reader.mistake()}));
    const QJsonValue lock = sourced(reader, u"changeLock"_s, QJsonValue::Object, sources);
    if (lock.isObject())
        record->changeLock = readChangeLock({lock, reader.place(u"changeLock.value"_s), reader.mistake()});
}

void readTimes(ObjectReader &reader, CountryRecord *record)
{
    const QStringList &sources = record->sources;
    record->leadTimeMinimum = number(reader, u"leadTimeMinimum"_s, sources);
    record->leadTimeMaximum = number(reader, u"leadTimeMaximum"_s, sources);
    if (record->leadTimeMinimum && record->leadTimeMaximum && *record->leadTimeMinimum > *record->leadTimeMaximum)
        reader.fail(u"leadTimeMinimum"_s, u"is above leadTimeMaximum"_s);
    record->leadTimeNote = sourced(reader, u"leadTimeNote"_s, QJsonValue::String, sources).toString();
    readWindows(reader, record);
}

void readLimits(ObjectReader &reader, CountryRecord *record)
{
    const QStringList &sources = record->sources;
    record->maximumNumbers = number(reader, u"maximumNumbers"_s, sources);
    record->maximumNumbersNote = sourced(reader, u"maximumNumbersNote"_s, QJsonValue::String, sources).toString();
    record->companyNameLetters = number(reader, u"companyNameLetters"_s, sources);
    record->personNameLetters = number(reader, u"personNameLetters"_s, sources);
    record->plainAccountNumber = truth(reader, u"plainAccountNumber"_s, sources);
    const QString partial = word(reader, u"partialPort"_s, sources, {u"allowed"_s, u"restricted"_s});
    record->partialPort = partial.isEmpty() ? u"unknown"_s : partial;
    record->wholeBlocks = truth(reader, u"wholeBlocks"_s, sources);
    record->partialPortRules = sentences(reader, u"partialPortRules"_s, sources);
}

/// The only member a record may lack: most countries say nothing about it.
AddressRule addressRule(ObjectReader &reader, const QStringList &sources)
{
    if (!reader.has(u"addressRule"_s))
        return AddressRule::Unknown;
    const QString rule = word(reader, u"addressRule"_s, sources, {u"anywhere"_s, u"inCountry"_s, u"inArea"_s});
    if (rule == u"inArea")
        return AddressRule::InArea;
    return rule == u"inCountry" ? AddressRule::InCountry : rule == u"anywhere" ? AddressRule::Anywhere : AddressRule::Unknown;
}

CountryRecord readRecord(ObjectReader reader, const QString &country)
{
    CountryRecord record;
    record.country = country;
    const QString type = reader.text(u"type"_s);
    record.type = numberTypeFromKey(type);
    if (record.type == NumberType::Unknown)
        reader.fail(u"type"_s, u"is \"%1\", which is no number type"_s.arg(type));
    record.confidence = reader.word(u"confidence"_s, {u"documented"_s, u"partial"_s});
    record.sources = texts(reader.list(u"sources"_s), reader.place(u"sources"_s), reader.mistake());
    const QStringList &sources = record.sources;
    if (word(reader, u"portability"_s, sources, {u"yes"_s}) == u"yes")
        record.portability = Portability::Yes;
    readRules(reader, &record);
    readLetter(reader, &record);
    readTimes(reader, &record);
    readLimits(reader, &record);
    record.addressRule = addressRule(reader, sources);
    record.regulator = sourced(reader, u"regulator"_s, QJsonValue::String, sources).toString();
    record.restrictions = sentences(reader, u"restrictions"_s, sources);
    record.commonRejections = sentences(reader, u"commonRejections"_s, sources);
    reader.finish();
    return record;
}

void checkTwice(ObjectReader &reader, const Country &country)
{
    QSet<int> types;
    for (const CountryRecord &record : country.records) {
        if (types.contains(int(record.type)))
            reader.fail(u"records"_s, u"has two for %1"_s.arg(numberTypeKey(record.type)));
        types.insert(int(record.type));
        QSet<QString> ids;
        for (const FieldRule &field : record.fields) {
            if (ids.contains(field.id))
                reader.fail(u"records"_s, u"has the field %1 twice in %2"_s.arg(field.id, numberTypeKey(record.type)));
            ids.insert(field.id);
        }
    }
}

} // namespace

Result<Country> readCountry(const QByteArray &json, const QString &file)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return Error{Error::Code::Invalid, u"The country rules in %1 are not JSON (%2 at byte %3)."_s.arg(file, parse.errorString()).arg(parse.offset)};
    QString mistake;
    ObjectReader reader(document.object(), {}, &mistake);
    reader.word(u"format"_s, {u"portdesk-country/1"_s});
    Country country;
    country.code = reader.text(u"code"_s);
    country.name = reader.text(u"name"_s);
    country.zone = reader.text(u"zone"_s);
    country.currency = reader.text(u"currency"_s);
    int index = 0;
    for (const QJsonValue &value : reader.list(u"records"_s))
        country.records.append(readRecord({value, u"records[%1]"_s.arg(index++), &mistake}, country.code));
    if (country.code + u".json"_s != file)
        reader.fail(u"code"_s, u"is \"%1\", which is not the file's name"_s.arg(country.code));
    checkTwice(reader, country);
    reader.finish();
    if (!mistake.isEmpty())
        return Error{Error::Code::Invalid, u"The country rules in %1 are wrong: %2."_s.arg(file, mistake)};
    return country;
}

} // namespace PortDesk
