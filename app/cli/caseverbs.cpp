// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/casejson.h"
#include "app/cli/requestfile.h"
#include "app/cli/verb.h"
#include "app/cli/viruscheck.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

/// Who acts: --actor and --name; the role's key stands in for a missing name.
Result<Actor> actorOf(const Session &session, Role fallback)
{
    const QString key = session.options().isSet(u"actor"_s) ? session.options().value(u"actor"_s) : roleKey(fallback);
    const Role role = roleFromKey(key, Role::Clock);
    if (role == Role::Clock)
        return Error{Error::Code::Invalid, u"--actor takes customer, agent or supervisor, not \"%1\"."_s.arg(key), {}};
    const QString name = session.options().value(u"name"_s);
    return Actor{role, name.isEmpty() ? key : name};
}

/// Calls `work(service)` with the store of --db; store and pack errors give their own status.
template<typename Work> int withService(Session &session, Work work)
{
    Store *store = session.store();
    const CountryPack *pack = store ? session.countries() : nullptr;
    if (!pack)
        return session.status();
    CaseService service(*store, session.clock(), *pack, QTimeZone::systemTimeZone());
    return work(service);
}

void printChange(Session &session, const ChangedRequest &changed)
{
    QJsonArray cases, opened, kept;
    for (const Case &portCase : changed.changed) {
        cases << portCase.reference;
        if (!session.json())
            session.out() << u"%1 changed, %2\n"_s.arg(portCase.reference, portCase.stageLabel());
    }
    for (const Case &portCase : changed.opened) {
        opened << portCase.reference;
        if (!session.json())
            session.out() << u"%1 new\n"_s.arg(portCase.reference);
    }
    for (const KeptPlace &place : changed.kept) {
        kept << QJsonObject{{u"reference"_s, place.reference}, {u"field"_s, place.place}};
        if (!session.json())
            session.out() << u"%1 keeps its own %2\n"_s.arg(place.reference, place.place);
    }
    if (!session.json()) {
        for (const QString &reference : changed.untouched)
            session.out() << u"%1 is past changing and stays as it is\n"_s.arg(reference);
        return;
    }
    session.print(QJsonDocument(QJsonObject{{u"changed"_s, cases}, {u"opened"_s, opened}, {u"kept"_s, kept}, {u"untouched"_s, QJsonArray::fromStringList(changed.untouched)}}));
}

/// Warnings nobody has confirmed: told, and not in the way of submitting (contract section 3).
QJsonArray unconfirmed(const PreflightResult &checked)
{
    QJsonArray rows;
    for (const Problem &problem : checked.warnings()) {
        if (asksConfirmation(problem.code) && problem.confirmed.isEmpty())
            rows << QJsonObject{{u"field"_s, problem.field}, {u"code"_s, problem.code}, {u"message"_s, problemText(problem)}};
    }
    return rows;
}

int runSubmit(Session &session)
{
    if (session.arguments().size() != 1)
        return session.badUse(u"submit takes one request file."_s);
    auto actor = actorOf(session, Role::Customer);
    if (!actor)
        return session.fail(actor.error());
    DocWorker worker;
    VirusCheck viruses;
    auto read = readRequestFile(session.arguments().first(), worker, session.limits(), &viruses);
    if (!read)
        return session.fail(read.error());
    return withService(session, [&](CaseService &service) {
        const PreflightResult checked = service.check(read->request, read->facts);
        if (const QList<Problem> errors = checked.errors(); !errors.isEmpty()) {
            QJsonArray rows;
            for (const Problem &problem : errors) {
                rows << QJsonObject{{u"field"_s, problem.field}, {u"code"_s, problem.code}, {u"message"_s, problemText(problem)}};
                if (!session.json())
                    session.out() << u"error   %1 %2: %3\n"_s.arg(problem.code, problem.field, problemText(problem));
            }
            if (session.json())
                session.print(QJsonDocument(QJsonObject{{u"errors"_s, rows}, {u"references"_s, QJsonArray()}}));
            return int(Problems);
        }
        auto cases = service.submit({read->request, read->files, *actor, {}});
        if (!cases)
            return session.fail(cases.error());
        viruses.tell(session);
        QJsonArray references;
        for (const Case &opened : *cases) {
            references << opened.reference;
            if (!session.json())
                session.out() << opened.reference << u'\n';
        }
        const QJsonArray told = unconfirmed(checked);
        if (session.json())
            session.print(QJsonDocument(QJsonObject{{u"references"_s, references}, {u"unconfirmed"_s, told}, {u"notScanned"_s, viruses.notScanned()}}));
        else if (!told.isEmpty())
            session.note(u"submitted with %1 that nobody has confirmed; `portdesk-cli check` names them."_s.arg(counted("%n warning(s)", int(told.size()))));
        return int(Done);
    });
}

int runChange(Session &session)
{
    if (session.arguments().size() != 2)
        return session.badUse(u"change takes the reference of a case and the changed request file."_s);
    auto actor = actorOf(session, Role::Customer);
    if (!actor)
        return session.fail(actor.error());
    DocWorker worker;
    VirusCheck viruses;
    auto read = readRequestFile(session.arguments().last(), worker, session.limits(), &viruses);
    if (!read)
        return session.fail(read.error());
    if (viruses.found()) // no preflight names it here
        return session.fail(*viruses.found());
    return withService(session, [&](CaseService &service) {
        auto changed = service.changeRequest(session.arguments().first(), {read->request, read->files, *actor, {}});
        if (!changed)
            return session.fail(changed.error());
        viruses.tell(session);
        printChange(session, *changed);
        return int(Done);
    });
}

Result<CaseQuery> queryOf(const Session &session)
{
    CaseQuery query;
    query.now = session.clock().now();
    query.text = session.options().value(u"search"_s);
    query.overdue = session.options().isSet(u"overdue"_s);
    if (session.options().isSet(u"stage"_s)) {
        const auto stage = stageFromKey(session.options().value(u"stage"_s));
        if (!stage)
            return Error{Error::Code::Invalid, u"--stage does not know \"%1\"."_s.arg(session.options().value(u"stage"_s)), {}};
        query.stages = {*stage};
    }
    if (session.options().isSet(u"limit"_s)) {
        bool isNumber = false;
        query.limit = session.options().value(u"limit"_s).toInt(&isNumber);
        if (!isNumber || query.limit < 1)
            return Error{Error::Code::Invalid, u"--limit takes a number from 1."_s, {}};
    }
    return query;
}

int runList(Session &session)
{
    auto query = queryOf(session);
    if (!query)
        return session.fail(query.error());
    Store *store = session.store();
    if (!store)
        return session.status();
    auto page = store->cases().find(*query);
    if (!page)
        return session.fail(page.error());
    QJsonArray rows;
    for (const CaseSummary &summary : page->rows) {
        rows << toJson(summary);
        if (!session.json())
            session.out() << u"%1  %2  %3 %4  %5  %6  %7\n"_s.arg(summary.reference, stageText(summary.stage).leftJustified(12), summary.country, numberTypeText(summary.type),
                                                                    counted("%n number(s)", summary.numbers), summary.owner, summary.carrier);
    }
    if (session.json())
        session.print(QJsonDocument(rows));
    else if (page->more)
        session.out() << u"(more; see --limit)\n"_s;
    return Done;
}

int printDetails(Session &session, const Result<CaseDetails> &details)
{
    if (!details) {
        if (details.error().code == Error::Code::Refused && session.json()) {
            const QString detail = details.error().detail;
            session.print(QJsonDocument(QJsonObject{{u"refused"_s, QJsonObject{{u"guard"_s, detail.section(u'|', 0, 0)}, {u"field"_s, detail.section(u'|', 1)},
                                                                               {u"message"_s, details.error().message}}}}));
            return Problems;
        }
        return session.fail(details.error());
    }
    if (session.json())
        session.print(QJsonDocument(toJson(*details)));
    else
        session.out() << toText(*details);
    return Done;
}

int runShow(Session &session)
{
    if (session.arguments().size() != 1)
        return session.badUse(u"show takes one case reference."_s);
    auto actor = actorOf(session, Role::Agent);
    if (!actor)
        return session.fail(actor.error());
    return withService(session, [&](CaseService &service) { return printDetails(session, service.details(session.arguments().first(), *actor)); });
}

Result<QVariantMap> valuesOf(const Session &session)
{
    QVariantMap values;
    for (const QString &pair : session.options().values(u"set"_s)) {
        const qsizetype equals = pair.indexOf(u'=');
        if (equals < 1)
            return Error{Error::Code::Invalid, u"--set takes key=value, not \"%1\"."_s.arg(pair), {}};
        values.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return values;
}

/// Before it is decided about a letter that has to be signed by hand: how it is signed, as the desk's window looks.
void lookAtLetters(Session &session, CaseService &service, CaseId id, const QString &action)
{
    if (action != "review"_L1 && !findMove(action)->guards.contains(u"wet-signature"_s))
        return;
    const auto letters = service.lettersToLookAt(id);
    if (!letters || letters->isEmpty())
        return;
    DocWorker worker;
    Store *store = session.store();
    for (const DocumentBytes &letter : *letters) {
        if (const auto findings = await(worker.signatures(letter)))
            (void)store->transact([&] { return store->pageReadings().keepSignatures(letter.sha256, *findings); });
    }
}

int runAct(Session &session)
{
    if (session.arguments().size() != 2)
        return session.badUse(u"act takes a case reference and an action."_s);
    const QString action = session.arguments().at(1);
    if (!findMove(action))
        return session.badUse(u"there is no action \"%1\"."_s.arg(action));
    auto actor = actorOf(session, Role::Agent);
    if (!actor)
        return session.fail(actor.error());
    auto values = valuesOf(session);
    if (!values)
        return session.fail(values.error());
    return withService(session, [&](CaseService &service) {
        auto found = service.details(session.arguments().first(), *actor);
        if (!found)
            return session.fail(found.error());
        lookAtLetters(session, service, found->portCase.id, action);
        return printDetails(session, service.apply(found->portCase.id, found->portCase.revision, {action, *values, *actor}));
    });
}

int runTick(Session &session)
{
    return withService(session, [&](CaseService &service) {
        auto entries = service.tick();
        if (!entries)
            return session.fail(entries.error());
        QJsonArray rows;
        for (const TickEntry &entry : *entries) {
            rows << QJsonObject{{u"reference"_s, entry.reference}, {u"clock"_s, entry.clock}, {u"action"_s, entry.action}, {u"due"_s, isoText(entry.due)}};
            if (!session.json())
                session.out() << u"%1  %2  %3  due %4\n"_s.arg(entry.reference, entry.clock, entry.action.isEmpty() ? u"reminded"_s : entry.action, isoText(entry.due));
        }
        if (session.json())
            session.print(QJsonDocument(rows));
        return int(Done);
    });
}

} // namespace

QList<Verb> caseVerbs()
{
    const QCommandLineOption actor(u"actor"_s, u"customer, agent or supervisor."_s, u"role"_s);
    const QCommandLineOption name(u"name"_s, u"Name that the timeline shows."_s, u"name"_s);
    return {
        {u"submit"_s, u"REQUEST.json"_s, u"Makes the request and its cases; prints their references."_s, {actor, name}, runSubmit},
        {u"change"_s, u"REF REQUEST.json"_s, u"Hands in a changed request for the cases REF belongs to; what was changed in a case alone stays."_s, {actor, name}, runChange},
        {u"list"_s, u"[--stage S] [--search TEXT] [--overdue] [--limit N]"_s, u"Lists cases, newest change first."_s,
         {{u"stage"_s, u"Only this stage."_s, u"S"_s}, {u"search"_s, u"Number, name, address, account or reference."_s, u"TEXT"_s},
          {u"overdue"_s, u"Only cases with a clock that is past."_s}, {u"limit"_s, u"At most so many (default 200)."_s, u"N"_s}}, runList},
        {u"show"_s, u"REF [--actor ROLE]"_s, u"One case with numbers, documents, quote, attempts, timeline, allowed actions."_s, {actor, name}, runShow},
        {u"act"_s, u"REF ACTION [--actor ROLE] [--set key=value]..."_s, u"One action of the stage table; a refused one says which guard failed."_s,
         {actor, name, {u"set"_s, u"A value of the action."_s, u"key=value"_s}}, runAct},
        {u"tick"_s, u""_s, u"Applies the clocks that fell due up to now."_s, {}, runTick},
    };
}

} // namespace PortDesk::Cli
