// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countrydetails.h"
#include "app/cli/evidenceverb.h"
#include "app/cli/numberverb.h"
#include "app/cli/requestfile.h"
#include "app/cli/verb.h"

#include "core/cases/portdates.h"
#include "core/cases/splitrule.h"
#include "core/countries/rulewords.h"
#include "core/desk/caseservice.h"
#include "core/desk/storequestions.h"
#include "core/evidence/factwords.h"
#include "core/numbers/numberdetails.h"
#include "core/numbers/numberparser.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

QJsonObject toJson(const PhoneNumber &number)
{
    const NumberDetails details = numberDetails(number);
    QJsonObject object{{u"input"_s, number.input}, {u"e164"_s, number.e164}, {u"country"_s, number.country}, {u"type"_s, numberTypeKey(number.type)},
                       {u"valid"_s, number.valid}, {u"possible"_s, number.possible}, {u"reason"_s, number.reason}, {u"national"_s, number.national},
                       {u"range"_s, number.range}, {u"area"_s, details.area}, {u"rangeHolder"_s, details.rangeHolder}};
    if (number.duplicate)
        object.insert(u"duplicate"_s, true);
    return object;
}

namespace {

int runNumbers(Session &session)
{
    const QString path = session.arguments().value(0, u"-"_s);
    if (isTableFile(path))
        return runNumberTable(session, path);
    QFile file(path);
    if (!(path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return session.fail({Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString()), {}});
    const ParsedNumbers parsed = parseNumbers(QString::fromUtf8(file.readAll()), session.options().value(u"country"_s).toUpper());
    bool problems = !parsed.refused.isEmpty();
    QJsonArray rows;
    for (const PhoneNumber &number : parsed.numbers) {
        problems = problems || !number.possible;
        rows << toJson(number);
        if (!session.json())
            session.out() << u"%1\t%2\t%3\t%4\n"_s.arg(number.e164.isEmpty() ? number.input : number.e164, number.country, numberTypeText(number.type),
                                                       number.duplicate ? u"duplicate"_s : number.reason.isEmpty() ? u"ok"_s : number.reason);
    }
    for (const ParsedNumbers::Refused &refused : parsed.refused) {
        rows << QJsonObject{{u"input"_s, refused.input}, {u"e164"_s, QString()}, {u"country"_s, QString()}, {u"type"_s, u"unknown"_s},
                            {u"valid"_s, false}, {u"possible"_s, false}, {u"reason"_s, refused.code}, {u"national"_s, QString()},
                            {u"range"_s, QString()}, {u"line"_s, refused.line}};
        if (!session.json())
            session.out() << u"%1\t\t\t%2 (line %3)\n"_s.arg(refused.input, refused.code).arg(refused.line);
    }
    if (session.json())
        session.print(QJsonDocument(rows));
    return problems ? Problems : Done;
}

QJsonObject toJson(const AppliedOverride &applied)
{
    const RuleOverride &rule = applied.rule;
    return {{u"path"_s, rule.path}, {u"value"_s, rule.value}, {u"supplied"_s, applied.supplied}, {u"reason"_s, rule.reason}, {u"source"_s, rule.source},
            {u"by"_s, rule.by}, {u"at"_s, rule.at.toUTC().toString(Qt::ISODate)}, {u"from"_s, rule.from.toString(Qt::ISODate)},
            {u"until"_s, rule.until.toString(Qt::ISODate)}};
}

QJsonObject toJson(const CountryRecord &record)
{
    QJsonArray documents;
    for (const DocumentRule &rule : record.documents)
        documents << QJsonObject{{u"id"_s, rule.id}, {u"required"_s, rule.required}, {u"note"_s, rule.note}, {u"sources"_s, QJsonArray::fromStringList(rule.sources)}};
    QJsonArray fields;
    for (const FieldRule &rule : record.fields)
        fields << QJsonObject{{u"id"_s, rule.id}, {u"label"_s, rule.label}, {u"required"_s, rule.required}, {u"pattern"_s, rule.pattern},
                              {u"explanation"_s, rule.explanation}, {u"checksum"_s, rule.checksum}, {u"note"_s, rule.note},
                              {u"whereToFind"_s, rule.whereToFind}, {u"sources"_s, QJsonArray::fromStringList(rule.sources)}};
    QJsonArray overrides;
    for (const AppliedOverride &applied : record.overrides)
        overrides << toJson(applied);
    const auto number = [](const std::optional<int> &value) { return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null); };
    return {{u"country"_s, record.country}, {u"type"_s, numberTypeKey(record.type)},
            {u"portable"_s, record.portability == Portability::Yes ? QJsonValue(true) : QJsonValue(QJsonValue::Null)},
            {u"documents"_s, documents}, {u"fields"_s, fields},
            {u"leadTimeBusinessDays"_s, QJsonObject{{u"min"_s, number(record.leadTimeMinimum)}, {u"max"_s, number(record.leadTimeMaximum)}, {u"note"_s, record.leadTimeNote}}},
            {u"billMaxAgeDays"_s, record.effectiveBillAge()}, {u"loaMaxAgeDays"_s, number(record.loaMaxAgeDays)},
            {u"loaLanguages"_s, QJsonArray::fromStringList(record.loaLanguages)}, {u"maximumNumbers"_s, number(record.maximumNumbers)},
            {u"partialPort"_s, record.partialPort}, {u"portingWindow"_s, record.portingWindow}, {u"regulator"_s, record.regulator},
            {u"restrictions"_s, QJsonArray::fromStringList(record.restrictions)}, {u"commonRejections"_s, QJsonArray::fromStringList(record.commonRejections)},
            {u"confidence"_s, record.confidence}, {u"sources"_s, QJsonArray::fromStringList(record.sources)}, {u"overrides"_s, overrides}};
}

QString oneLine(const QString &path, const QJsonValue &value)
{
    return ruleText(path, value).replace(u'\n', u"; "_s);
}

void printRecord(QTextStream &out, const CountryRecord &record)
{
    const auto orUndocumented = [](const QString &text) { return text.isEmpty() ? u"not documented, ask the carrier"_s : text; };
    out << u"\n%1, %2\n"_s.arg(record.country, numberTypeText(record.type));
    printRequirements(out, record);
    const QString lead = record.leadTimeMaximum ? u"%1 to %2 business days"_s.arg(record.leadTimeMinimum.value_or(1)).arg(*record.leadTimeMaximum) : QString();
    out << u"  lead time %1\n  window    %2\n"_s.arg(orUndocumented(lead), orUndocumented(record.portingWindow));
    printDetails(out, record);
    for (const AppliedOverride &applied : record.overrides) {
        out << u"  override  %1: %2, was %3; by %4 since %5: %6\n"_s.arg(ruleLabel(record, applied.rule.path), oneLine(applied.rule.path, applied.rule.value),
                                                                         oneLine(applied.rule.path, applied.supplied), applied.rule.by,
                                                                         applied.rule.at.date().toString(Qt::ISODate), applied.rule.reason);
    }
    for (const QString &source : record.sources)
        out << u"  source    %1\n"_s.arg(source);
}

int runCountries(Session &session)
{
    const CountryPack *pack = session.countries();
    if (!pack)
        return session.status();
    const QString wanted = session.arguments().value(0).toUpper();
    if (!wanted.isEmpty() && !pack->country(wanted))
        return session.badUse(u"%1 is no country of the pack; `portdesk-cli countries` lists them."_s.arg(wanted));
    QJsonArray rows;
    const QStringList codes = wanted.isEmpty() ? pack->codes() : QStringList{wanted};
    for (const QString &code : codes) {
        const Country *country = pack->country(code);
        QJsonArray records;
        QStringList types;
        for (const CountryRecord &record : country->records) {
            QJsonObject json = toJson(record);
            addDetails(json, record, *pack);
            records << json;
            types << numberTypeText(record.type);
        }
        rows << QJsonObject{{u"code"_s, code}, {u"name"_s, country->name}, {u"zone"_s, country->zone}, {u"currency"_s, country->currency}, {u"types"_s, records}};
        if (session.json())
            continue;
        session.out() << u"%1  %2: %3\n"_s.arg(code, country->name, types.join(u", "_s));
        if (!wanted.isEmpty()) {
            for (const CountryRecord &record : country->records)
                printRecord(session.out(), record);
        }
    }
    if (session.json())
        session.print(wanted.isEmpty() ? QJsonDocument(rows) : QJsonDocument(rows.first().toObject()));
    return Done;
}

QJsonObject toJson(const Problem &problem)
{
    QJsonObject object{{u"field"_s, problem.field}, {u"code"_s, problem.code}, {u"message"_s, problemText(problem)}, {u"args"_s, QJsonObject::fromVariantMap(problem.args)}};
    if (problem.severity == Problem::Severity::Warning && asksConfirmation(problem.code))
        object.insert(u"confirmable"_s, true);
    if (!problem.confirmed.isEmpty())
        object.insert(u"confirmed"_s, problem.confirmed);
    return object;
}

/// Fields of what concerns one case alone; that of the whole request stands above.
QJsonArray ownProblems(const PreflightResult &result, int index)
{
    QJsonArray own;
    for (const Problem &problem : result.problems) {
        if (problem.cases.contains(index))
            own << QJsonObject{{u"field"_s, problem.field}, {u"code"_s, problem.code}};
    }
    return own;
}

QJsonObject toJson(const PreflightResult &result, int index, const CountryPack &countries, QDate today)
{
    const CasePlan &plan = result.cases.at(index);
    QJsonArray numbers;
    for (const ResolvedNumber &number : plan.numbers)
        numbers << number.phone.e164;
    return {{u"country"_s, plan.country}, {u"type"_s, numberTypeKey(plan.type)}, {u"losingCarrier"_s, plan.carrier.name}, {u"numbers"_s, numbers},
            {u"requirements"_s, QJsonArray::fromStringList(plan.requirements)}, {u"account"_s, plan.carrier.accountNumber},
            {u"reason"_s, splitReason(plan, result.cases, countries)}, {u"problems"_s, ownProblems(result, index)},
            {u"earliestPortDate"_s, earliestPortDate(plan.country, plan.type, today, countries).toString(Qt::ISODate)}};
}

void printProblem(Session &session, const Problem &problem)
{
    const bool error = problem.severity == Problem::Severity::Error;
    const QString confirmed = problem.confirmed.isEmpty() ? QString() : u" [confirmed: %1]"_s.arg(problem.confirmed);
    session.out() << u"%1 %2 %3: %4%5\n"_s.arg(error ? u"error  "_s : u"warning"_s, problem.code, problem.field, problemText(problem), confirmed);
}

int printCodes(Session &session)
{
    QJsonArray rows;
    for (const ProblemCode &code : problemCodes()) {
        rows << QJsonObject{{u"code"_s, code.code}, {u"sentence"_s, code.sentence}};
        if (!session.json())
            session.out() << u"%1\t%2\n"_s.arg(code.code, code.sentence);
    }
    if (session.json())
        session.print(QJsonDocument(rows));
    return Done;
}

int runCheck(Session &session)
{
    if (session.options().isSet(u"codes"_s))
        return printCodes(session);
    if (session.arguments().size() != 1)
        return session.badUse(u"check takes one request file."_s);
    const CountryPack *pack = session.countries();
    if (!pack)
        return session.status();
    DocWorker worker;
    auto read = readRequestFile(session.arguments().first(), worker, session.limits());
    if (!read)
        return session.fail(read.error());
    PreflightContext context{*pack, session.clock().today(QTimeZone::systemTimeZone())};
    context.documents = read->facts;
    if (session.options().isSet(u"evidence"_s)) {
        const QList<ReadEvidence> all = readEvidence(*read, worker, *pack, context.today, keptReadings(session));
        for (const ReadEvidence &document : all) {
            if (document.evidence)
                context.documents[document.row].unproven = unprovenValues(*document.evidence);
        }
    }
    if (Store *store = session.existingStore()) {
        context.ownDays = CaseService(*store, session.clock(), *pack, QTimeZone::systemTimeZone()).ownDays();
        askStore(context, *store, read->request.reference.trimmed());
    } else if (session.status() != Done) {
        return session.status();
    }
    const PreflightResult result = preflight(read->request, context);
    QJsonArray errors, warnings, cases;
    for (const Problem &problem : result.problems) {
        (problem.severity == Problem::Severity::Error ? errors : warnings) << toJson(problem);
        if (!session.json())
            printProblem(session, problem);
    }
    for (int i = 0; i < result.cases.size(); ++i) {
        const CasePlan &plan = result.cases.at(i);
        cases << toJson(result, i, *pack, context.today);
        if (!session.json())
            session.out() << u"case    %1 %2 from %3, %4: %5\n"_s.arg(plan.country, numberTypeText(plan.type), plan.carrier.name, counted("%n number(s)", int(plan.numbers.size())),
                                                                       splitReason(plan, result.cases, *pack));
    }
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"errors"_s, errors}, {u"warnings"_s, warnings}, {u"cases"_s, cases}}));
    return errors.isEmpty() ? Done : Problems;
}

int runLoa(Session &session)
{
    const QString target = session.options().value(u"o"_s);
    if (session.arguments().size() != 1 || target.isEmpty())
        return session.badUse(u"loa takes one request file and -o FILE.pdf."_s);
    const CountryPack *pack = session.countries();
    if (!pack)
        return session.status();
    DocWorker worker;
    auto read = readRequestFile(session.arguments().first(), worker, session.limits());
    if (!read)
        return session.fail(read.error());
    const QList<CasePlan> plans = split(read->request, *pack);
    bool isNumber = true;
    const int wanted = session.options().isSet(u"case"_s) ? session.options().value(u"case"_s).toInt(&isNumber) : 1;
    if (!isNumber || wanted < 1 || wanted > plans.size())
        return session.badUse(u"--case takes 1 to %1: this request becomes %2."_s.arg(QString::number(plans.size()), counted("%n case(s)", int(plans.size()))));
    auto letter = loaLetter(read->request, plans.at(wanted - 1), *pack, read->request.reference, session.clock().today(QTimeZone::systemTimeZone()));
    if (!letter)
        return session.fail(letter.error());
    auto pdf = await(worker.compose(*letter));
    if (!pdf)
        return session.fail(pdf.error());
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size() || !file.commit())
        return session.fail({Error::Code::Io, u"%1: %2"_s.arg(target, file.errorString()), {}});
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"file"_s, target},
                                                {u"bytes"_s, pdf->size()},
                                                {u"language"_s, letter->language},
                                                {u"case"_s, wanted},
                                                {u"cases"_s, plans.size()},
                                                {u"covers"_s, QJsonArray::fromStringList(plans.at(wanted - 1).e164())},
                                                {u"note"_s, letter->note}}));
    else
        session.out() << target << (plans.size() > 1 ? u" (case %1 of %2)"_s.arg(wanted).arg(plans.size()) : QString()) << u'\n'
                      << (letter->note.isEmpty() ? QString() : letter->note + u'\n');
    return Done;
}

} // namespace

QList<Verb> readingVerbs()
{
    return {
        {u"numbers"_s, u"[--country CC] [FILE]"_s, u"Reads numbers from any text, or from a table (.xlsx .ods .csv .tsv) with a state for every row."_s,
         {{u"country"_s, u"Country of numbers without a country code."_s, u"CC"_s}}, runNumbers},
        {u"countries"_s, u"[CC]"_s, u"Shows the country pack: types, requirements, lead times, sources."_s, {}, runCountries},
        {u"check"_s, u"REQUEST.json [--evidence] | --codes"_s, u"Judges a request before it is submitted."_s,
         {{u"codes"_s, u"List every problem code."_s}, {u"evidence"_s, u"Read the documents too and warn of values they do not prove."_s}}, runCheck},
        {u"loa"_s, u"REQUEST.json -o FILE.pdf [--case N]"_s, u"Writes the country's letter of authorisation, filled."_s,
         {{u"o"_s, u"File to write."_s, u"FILE"_s}, {u"case"_s, u"Which case of the request (1 = first)."_s, u"N"_s}}, runLoa},
    };
}

} // namespace PortDesk::Cli
