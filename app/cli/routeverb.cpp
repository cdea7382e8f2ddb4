// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"
#include "app/cli/viruscheck.h"

#include "core/desk/letterrouter.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

QString keyOf(PartPlace::Kind kind)
{
    return kind == PartPlace::Kind::Attached ? u"case"_s : kind == PartPlace::Kind::Known ? u"known"_s : u"tray"_s;
}

QString pagesText(const QList<int> &pages)
{
    QStringList numbers;
    for (const int page : pages)
        numbers << QString::number(page + 1);
    return numbers.join(u", "_s);
}

QJsonObject toJson(const RoutedPart &part)
{
    QJsonArray pages;
    for (const int page : part.pages)
        pages << page + 1;
    return {{u"file"_s, part.file},
            {u"pages"_s, pages},
            {u"went"_s, keyOf(part.place.kind)},
            {u"reference"_s, part.place.reference},
            {u"reason"_s, part.place.reason ? QJsonValue(trayReasonKey(*part.place.reason)) : QJsonValue()},
            {u"text"_s, placeText(part.place)}};
}

/// Every file before any is routed: nothing is written when one cannot be read, or the virus scanner finds something in it.
Result<QList<DocumentBytes>> readFiles(Session &session, DocWorker &worker, VirusCheck &viruses)
{
    QList<DocumentBytes> files;
    for (const QString &path : session.arguments()) {
        auto file = readForIntake(path, session.limits());
        if (!file)
            return file.error();
        if (auto info = await(worker.inspect(*file)); !info)
            return Error{Error::Code::Document, u"%1: %2"_s.arg(path, info.error().message), info.error().detail};
        if (auto clean = viruses.look(*file); !clean)
            return clean.error();
        files << *file;
    }
    return files;
}

int answer(Session &session, const RoutingReport &report, bool dryRun, const QJsonArray &notScanned)
{
    QJsonArray parts, failed;
    for (const RoutedPart &part : report.parts) {
        parts << toJson(part);
        if (!session.json())
            session.out() << u"%1, %2: %3\n"_s.arg(part.file, counted("page(s) %1", int(part.pages.size())).arg(pagesText(part.pages)), placeText(part.place));
    }
    for (const UnroutedFile &file : report.failed) {
        failed << QJsonObject{{u"file"_s, file.file}, {u"text"_s, file.error.message}};
        if (!session.json())
            session.out() << u"%1: %2\n"_s.arg(file.file, file.error.message);
    }
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"parts"_s, parts}, {u"failed"_s, failed}, {u"dryRun"_s, dryRun}, {u"notScanned"_s, notScanned}}));
    return report.failed.isEmpty() && report.count(PartPlace::Kind::Tray) == 0 ? Done : Problems;
}

int runRoute(Session &session)
{
    const bool dryRun = session.options().isSet(u"dry-run"_s);
    if (dryRun && session.arguments().isEmpty())
        return session.badUse(u"route --dry-run takes the scanned files."_s);
    Store *store = dryRun ? session.existingStore() : session.store();
    if (!store && session.status() == Done)
        return session.badUse(u"there is no store yet, so no letter has a case."_s);
    const CountryPack *pack = store ? session.countries() : nullptr;
    if (!pack)
        return session.status();
    DocWorker worker;
    VirusCheck viruses;
    const auto files = readFiles(session, worker, viruses);
    if (!files)
        return session.fail(files.error());
    CaseService cases(*store, session.clock(), *pack, QTimeZone::systemTimeZone());
    LetterDesk desk(*store, cases, session.clock());
    LetterOffice office([&desk](const std::function<void(LetterDesk *)> &job) { job(&desk); }, [] { return Actor{Role::Agent, u"portdesk-cli"_s}; });
    LetterRouter router(office, worker);
    RoutingReport report;
    const auto run = [&report](const Result<RoutingReport> &done) -> Result<void> {
        if (!done)
            return done.error();
        report.parts += done->parts;
        report.failed += done->failed;
        return {};
    };
    // What an earlier run did not finish goes first.
    Result<void> done = dryRun ? Result<void>() : run(await(router.resume()));
    QCoreApplication::processEvents(); // the router lets its run go
    if (done && !files->isEmpty())
        done = run(await(router.route(*files, dryRun)));
    if (!done)
        return session.fail(done.error());
    viruses.tell(session);
    return answer(session, report, dryRun, viruses.notScanned());
}

} // namespace

Verb routeVerb()
{
    return {u"route"_s, u"[FILE…] [--dry-run]"_s,
            u"Brings scanned letters to their cases by the codes on them; what has none waits in the desk's tray. Without files goes on with what an earlier run left."_s,
            {{u"dry-run"_s, u"Only say where each page would go."_s}}, runRoute};
}

} // namespace PortDesk::Cli
