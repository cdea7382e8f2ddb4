// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/packreader.h"

#include "core/countries/fieldcheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

/// One JSON object on its way into values. Keeps the first mistake with its place; later reads then change nothing that matters.
class ObjectReader
{
public:
    ObjectReader(const QJsonValue &value, QString place, QString *mistake) : m_object(value.toObject()), m_place(std::move(place)), m_mistake(mistake)
    {
        if (!value.isObject())
            fail({}, u"must be an object"_s);
    }
    QString text(const QString &key) { return take(key, QJsonValue::String, u"a text"_s).toString(); }
    bool flag(const QString &key) { return take(key, QJsonValue::Bool, u"true or false"_s).toBool(); }
    QJsonArray list(const QString &key) { return take(key, QJsonValue::Array, u"a list"_s).toArray(); }
    QJsonValue any(const QString &key)
    {
        m_read.insert(key);
        if (!m_object.contains(key))
            fail(key, u"is missing"_s);
        return m_object.value(key);
    }
    QString word(const QString &key, const QStringList &allowed)
    {
        const QString value = text(key);
        if (!allowed.contains(value))
            fail(key, u"is \"%1\", not one of: %2"_s.arg(value, allowed.join(u", "_s)));
        return value;
    }
    void fail(const QString &key, const QString &what)
    {
        if (m_mistake->isEmpty())
            *m_mistake = (key.isEmpty() ? m_place : place(key)) + u' ' + what;
    }
    /// A key nobody read is a slip of the pen that would otherwise be silent.
    void finish()
    {
        for (const QString &key : m_object.keys())
            if (!m_read.contains(key))
                fail(key, u"is not known"_s);
    }
    QString place(const QString &key) const { return m_place.isEmpty() ? key : m_place + u'.' + key; }
    QString *mistake() const { return m_mistake; }

private:
    QJsonValue take(const QString &key, QJsonValue::Type type, const QString &expected)
    {
        const QJsonValue value = any(key);
        if (value.type() != type)
            fail(key, u"must be "_s + expected);
        return value;
    }

    QJsonObject m_object;
    QString m_place;
    QString *m_mistake;
    QSet<QString> m_read;
};

QStringList texts(const QJsonArray &array, const QString &place, QString *mistake)
{
    QStringList list;
    for (const QJsonValue &value : array) {
        if (!value.isString() && mistake->isEmpty())
            *mistake = place + u" must hold texts only"_s;
        list.append(value.toString());
    }
    return list;
}

/// Source numbers of a value as the addresses they stand for.
QStringList sourcesOf(ObjectReader &reader, const QStringList &sources)
{
    QStringList urls;
    for (const QJsonValue &index : reader.list(u"sources"_s)) {
        if (!index.isDouble() || index.toInt(-1) < 0 || index.toInt() >= sources.size())
            reader.fail(u"sources"_s, u"names a source the record does not list"_s);
        else
            urls.append(sources.at(index.toInt()));
    }
    return urls;
}

/// The `value` of a sourced value; null (not documented) stays null. A value that claims something needs a source.
QJsonValue sourced(ObjectReader &record, const QString &key, QJsonValue::Type type, const QStringList &sources)
{
    ObjectReader reader(record.any(key), record.place(key), record.mistake());
    const QJsonValue value = reader.any(u"value"_s);
    if (!value.isNull() && value.type() != type)
        reader.fail(u"value"_s, u"has the wrong type"_s);
    if (sourcesOf(reader, sources).isEmpty() && !value.isNull())
        reader.fail(u"sources"_s, u"is empty although there is a value"_s);
    reader.finish();
    return value;
}

std::optional<int> number(ObjectReader &record, const QString &key, const QStringList &sources)
{
    const QJsonValue value = sourced(record, key, QJsonValue::Double, sources);
    if (!value.isDouble())
        return std::nullopt;
    if (value.toInt(-1) < 0)
        record.fail(key, u"must be a whole number from 0"_s);
    return value.toInt();
}

QString word(ObjectReader &record, const QString &key, const QStringList &sources, const QStringList &allowed)
{
    const QString value = sourced(record, key, QJsonValue::String, sources).toString();
    if (!value.isEmpty() && !allowed.contains(value))
        record.fail(key, u"is \"%1\", not one of: %2"_s.arg(value, allowed.join(u", "_s)));
    return value;
}

QStringList sentences(ObjectReader &record, const QString &key, const QStringList &sources)
{
    QStringList list;
    int index = 0;
    for (const QJsonValue &value : record.list(key)) {
        ObjectReader reader(value, record.place(u"%1[%2]"_s.arg(key).arg(index++)), record.mistake());
        list.append(reader.text(u"value"_s));
        sourcesOf(reader, sources);
        reader.finish();
    }
    return list;
}

DocumentRule readDocument(ObjectReader reader, const QStringList &sources)
{
    DocumentRule rule;
    rule.id = reader.word(u"id"_s, documentKinds());
    rule.required = reader.flag(u"required"_s);
    rule.baseProcess = reader.flag(u"baseProcess"_s);
    rule.appliesTo = reader.word(u"appliesTo"_s, {QString(), u"business"_s, u"person"_s});
    rule.note = reader.text(u"note"_s);
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
}

void readTimes(ObjectReader &reader, CountryRecord *record)
{
    const QStringList &sources = record->sources;
    record->leadTimeMinimum = number(reader, u"leadTimeMinimum"_s, sources);
    record->leadTimeMaximum = number(reader, u"leadTimeMaximum"_s, sources);
    if (record->leadTimeMinimum && record->leadTimeMaximum && *record->leadTimeMinimum > *record->leadTimeMaximum)
        reader.fail(u"leadTimeMinimum"_s, u"is above leadTimeMaximum"_s);
    record->leadTimeNote = sourced(reader, u"leadTimeNote"_s, QJsonValue::String, sources).toString();
    record->portingWindow = sourced(reader, u"portingWindow"_s, QJsonValue::String, sources).toString();
    record->maximumNumbers = number(reader, u"maximumNumbers"_s, sources);
    record->maximumNumbersNote = sourced(reader, u"maximumNumbersNote"_s, QJsonValue::String, sources).toString();
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
    const QString partial = word(reader, u"partialPort"_s, sources, {u"allowed"_s, u"restricted"_s});
    record.partialPort = partial.isEmpty() ? u"unknown"_s : partial;
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
