// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countrydetails.h"

#include "core/countries/portingwindow.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {
namespace {

/// The record as the file of the rules in force has it; values that the program keeps without their sources have them there.
QJsonObject recordFile(const CountryRecord &record, const CountryPack &countries)
{
    const auto file = countries.file(record.country);
    const QJsonArray records = file ? file->value("records"_L1).toArray() : QJsonArray();
    for (const QJsonValue entry : records) {
        if (entry[u"type"].toString() == numberTypeKey(record.type))
            return entry.toObject();
    }
    return {};
}

/// The value with the addresses its source numbers stand for.
QJsonValue withAddresses(const QJsonValue &value, const QStringList &sources)
{
    QJsonObject object = value.toObject();
    QJsonArray addresses;
    for (const QJsonValue index : object.value("sources"_L1).toArray())
        addresses.append(sources.value(index.toInt()));
    object.insert(u"sources"_s, addresses);
    return object;
}

QJsonArray withAddresses(const QJsonArray &list, const QStringList &sources)
{
    QJsonArray expanded;
    for (const QJsonValue entry : list)
        expanded.append(withAddresses(entry, sources));
    return expanded;
}

QString orUndocumented(const QString &text)
{
    return text.isEmpty() ? u"not documented, ask the carrier"_s : text;
}

QString days(const std::optional<int> &count)
{
    return orUndocumented(count ? u"%1 days"_s.arg(*count) : QString());
}

QString yesOrNo(const std::optional<bool> &value)
{
    return orUndocumented(!value ? QString() : *value ? u"yes"_s : u"no"_s);
}

QString signatureText(SignatureKind kind)
{
    switch (kind) {
    case SignatureKind::Wet: return u"by hand"_s;
    case SignatureKind::Electronic: return u"electronic"_s;
    case SignatureKind::Either: return u"by hand or electronic"_s;
    case SignatureKind::Unknown: break;
    }
    return orUndocumented({});
}

QString windowText(const PortingWindow &window)
{
    QStringList parts{window.weekdays.isEmpty() ? u"days not documented"_s : QString(), portingWindowText(window),
                      window.from.isEmpty() ? u"hours not documented"_s : QString()};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString lockText(const std::optional<ChangeLock> &lock)
{
    if (!lock)
        return orUndocumented({});
    const QString length = lock->hours > 0 ? u"%1 hours"_s.arg(lock->hours) : u"%1 business days"_s.arg(lock->businessDays);
    return u"%1 before the port%2: %3"_s.arg(length, lock->until.isEmpty() ? QString() : u", until %1"_s.arg(lock->until), lock->note);
}

QString formatText(const FieldRule &rule)
{
    switch (rule.format()) {
    case FieldFormat::Pattern: return rule.pattern + (rule.checksum.isEmpty() ? QString() : u", check digit %1"_s.arg(rule.checksum));
    case FieldFormat::Text: return u"text"_s;
    case FieldFormat::Unknown: break;
    }
    return u"format not documented"_s;
}

void printLine(QTextStream &out, const QString &name, const QString &text)
{
    out << u"  %1 %2\n"_s.arg(name.leftJustified(17), text);
}

void printList(QTextStream &out, const QString &name, const QStringList &texts)
{
    if (texts.isEmpty())
        printLine(out, name, u"none documented"_s);
    for (const QString &text : texts)
        printLine(out, name, text);
}

void printLetter(QTextStream &out, const CountryRecord &record)
{
    printLine(out, u"bill age"_s, u"at most %1 days%2"_s.arg(record.effectiveBillAge()).arg(record.billMaxAgeDays ? QString() : u" (base process; the country's own limit is not documented)"_s));
    printLine(out, u"letter age"_s, days(record.loaMaxAgeDays));
    printLine(out, u"letter language"_s, orUndocumented(record.loaLanguages.join(u", "_s)));
    printLine(out, u"letter shows"_s, orUndocumented(record.loaFields.join(u"; "_s)));
    printLine(out, u"signature"_s, signatureText(record.signature));
    printLine(out, u"company stamp"_s, yesOrNo(record.companyStamp));
    printLine(out, u"lists what stays"_s, yesOrNo(record.lettersStaying));
}

void printLimits(QTextStream &out, const CountryRecord &record)
{
    const auto letters = [](const std::optional<int> &count) { return orUndocumented(count ? u"%1 letters"_s.arg(*count) : QString()); };
    printLine(out, u"numbers per order"_s, orUndocumented(record.maximumNumbers ? QString::number(*record.maximumNumbers) : QString())
                                               + (record.maximumNumbersNote.isEmpty() ? QString() : u" (%1)"_s.arg(record.maximumNumbersNote)));
    printLine(out, u"company name"_s, letters(record.companyNameLetters));
    printLine(out, u"person's name"_s, letters(record.personNameLetters));
    printLine(out, u"plain account no."_s, yesOrNo(record.plainAccountNumber));
    printLine(out, u"partial port"_s, orUndocumented(record.partialPort == "unknown"_L1 ? QString() : record.partialPort));
    printLine(out, u"blocks move whole"_s, yesOrNo(record.wholeBlocks));
    printList(out, u"partial port rule"_s, record.partialPortRules);
}

} // namespace

void addDetails(QJsonObject &json, const CountryRecord &record, const CountryPack &countries)
{
    const QJsonObject file = recordFile(record, countries);
    QJsonObject values;
    for (auto it = file.constBegin(); it != file.constEnd(); ++it) {
        if (it.value().isArray() && it.key() != "sources"_L1) {
            const QJsonArray list = withAddresses(it.value().toArray(), record.sources);
            if (it.key() == "documents"_L1 || it.key() == "fields"_L1)
                json.insert(it.key(), list);
            else
                values.insert(it.key(), QJsonObject{{u"value"_s, list}, {u"documented"_s, !list.isEmpty()}});
        } else if (it.value().isObject()) {
            QJsonObject value = withAddresses(it.value(), record.sources).toObject();
            value.insert(u"documented"_s, !value.value("value"_L1).isNull());
            values.insert(it.key(), value);
        }
    }
    json.insert(u"values"_s, values);
}

void printRequirements(QTextStream &out, const CountryRecord &record)
{
    const auto condition = [](bool required, const QString &owner) {
        return (required ? QString() : u" (conditional)"_s) + (owner.isEmpty() ? QString() : u" (%1)"_s.arg(owner));
    };
    for (const DocumentRule &rule : record.documents) {
        out << u"  document  %1%2%3\n"_s.arg(documentKindText(rule.id), condition(rule.required, rule.appliesTo), rule.note.isEmpty() ? QString() : u": "_s + rule.note);
        out << u"            %1%2\n"_s.arg(rule.acceptance, rule.baseProcess ? u" Asked by the base process; may be declared unavailable."_s : QString());
    }
    for (const FieldRule &rule : record.fields) {
        out << u"  field     %1 [%2]%3: %4%5\n"_s.arg(rule.label, rule.id, condition(rule.required, rule.appliesTo), rule.explanation,
                                                      rule.note.isEmpty() ? QString() : u" (%1)"_s.arg(rule.note));
        out << u"            %1%2\n"_s.arg(formatText(rule), rule.perNumber ? u"; every number has its own"_s : QString());
        if (!rule.whereToFind.isEmpty())
            out << u"            Where to find it: %1\n"_s.arg(rule.whereToFind);
    }
}

void printDetails(QTextStream &out, const CountryRecord &record)
{
    printLine(out, u"about lead time"_s, orUndocumented(record.leadTimeNote));
    QStringList windows;
    for (const PortingWindow &window : record.windows)
        windows << windowText(window);
    if (!windows.isEmpty())
        printList(out, u"window as data"_s, windows);
    printLine(out, u"change lock"_s, lockText(record.changeLock));
    printLetter(out, record);
    printLimits(out, record);
    printLine(out, u"regulator"_s, orUndocumented(record.regulator));
    printList(out, u"restriction"_s, record.restrictions);
    printList(out, u"common rejection"_s, record.commonRejections);
}

} // namespace PortDesk::Cli
