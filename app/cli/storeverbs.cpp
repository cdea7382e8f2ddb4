// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/casejson.h"
#include "app/cli/verb.h"

#include "core/desk/demo.h"
#include "core/documents/docworker.h"

#include <QDir>
#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

QJsonObject toJson(const Message &message)
{
    return {{u"id"_s, message.id.value}, {u"reference"_s, message.reference}, {u"template"_s, message.templateId}, {u"to"_s, message.toAddress},
            {u"subject"_s, message.subject}, {u"createdAt"_s, isoText(message.createdAt)}, {u"sentAt"_s, isoText(message.sentAt)}, {u"body"_s, message.body}};
}

Result<QString> writeEml(const Message &message, const QDir &folder)
{
    auto eml = toEml(message, u"PortDesk"_s, u"desk@localhost"_s);
    if (!eml)
        return eml.error();
    QSaveFile file(folder.filePath(u"%1-%2-%3.eml"_s.arg(message.reference).arg(message.id.value, 6, 10, QChar(u'0')).arg(message.templateId)));
    if (!file.open(QIODevice::WriteOnly) || file.write(*eml) != eml->size() || !file.commit())
        return Error{Error::Code::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString()), {}};
    return file.fileName();
}

int runMessages(Session &session)
{
    if (session.arguments().value(0) == "send"_L1)
        return session.badUse(u"delivery by SMTP is not part of this version; write the messages with --eml FOLDER and send them with your mail program."_s);
    if (!session.arguments().isEmpty())
        return session.badUse(u"messages takes no argument \"%1\"."_s.arg(session.arguments().first()));
    Store *store = session.store();
    if (!store)
        return session.status();
    auto messages = store->outbox().list(session.options().isSet(u"unsent"_s), 100'000);
    if (!messages)
        return session.fail(messages.error());
    const QString folder = session.options().value(u"eml"_s);
    if (!folder.isEmpty() && !QDir().mkpath(folder))
        return session.fail({Error::Code::Io, u"%1: the folder cannot be made."_s.arg(folder), {}});
    QJsonArray rows;
    for (const Message &message : *messages) {
        QJsonObject row = toJson(message);
        if (!folder.isEmpty()) {
            auto file = writeEml(message, QDir(folder));
            if (!file)
                return session.fail(file.error());
            row.insert(u"file"_s, *file);
        }
        rows << row;
        if (!session.json())
            session.out() << u"%1  %2  %3  %4  %5\n"_s.arg(isoText(message.createdAt), message.reference, message.templateId, message.toAddress, message.subject);
    }
    if (session.json())
        session.print(QJsonDocument(rows));
    return Done;
}

int runDemo(Session &session)
{
    bool isNumber = false;
    const int wanted = session.options().value(u"cases"_s).toInt(&isNumber);
    if (!isNumber || wanted < 1 || wanted > 1'000'000)
        return session.badUse(u"demo takes --cases N, 1 to 1000000."_s);
    Store *store = session.store();
    const CountryPack *pack = store ? session.countries() : nullptr;
    if (!pack)
        return session.status();
    DocWorker worker;
    DemoOptions options{wanted, session.clock().now(), QTimeZone::systemTimeZone()};
    options.composeLetter = [&worker](const LetterContent &letter) { return await(worker.compose(letter)); };
    auto made = makeDemo(*store, *pack, options);
    if (!made)
        return session.fail(made.error());
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"cases"_s, *made}}));
    else
        session.out() << u"%1 invented cases\n"_s.arg(*made);
    return Done;
}

int runBackup(Session &session)
{
    if (session.arguments().size() != 1)
        return session.badUse(u"backup takes the file to write."_s);
    Store *store = session.store();
    if (!store)
        return session.status();
    if (auto done = store->backup(session.arguments().first()); !done)
        return session.fail(done.error());
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"file"_s, session.arguments().first()}}));
    else
        session.out() << session.arguments().first() << u'\n';
    return Done;
}

int runVerify(Session &session)
{
    Store *store = session.store();
    if (!store)
        return session.status();
    auto report = store->verify();
    if (!report)
        return session.fail(report.error());
    if (session.json()) {
        session.print(QJsonDocument(QJsonObject{{u"cases"_s, report->cases}, {u"numbers"_s, report->numbers}, {u"events"_s, report->events},
                                                {u"documents"_s, report->documents}, {u"messages"_s, report->messages},
                                                {u"problems"_s, QJsonArray::fromStringList(report->problems)}}));
    } else {
        session.out() << u"%1 cases, %2 numbers, %3 events, %4 documents, %5 messages\n"_s.arg(report->cases).arg(report->numbers).arg(report->events).arg(report->documents).arg(report->messages);
        for (const QString &problem : report->problems)
            session.out() << u"problem: "_s << problem << u'\n';
    }
    return report->problems.isEmpty() ? Done : Problems;
}

} // namespace

QList<Verb> storeVerbs()
{
    return {
        {u"messages"_s, u"[--unsent] [--eml FOLDER]"_s, u"Lists the outbox, newest first; --eml writes each as a mail file."_s,
         {{u"unsent"_s, u"Only messages not yet marked as sent."_s}, {u"eml"_s, u"Write every listed message as .eml into FOLDER."_s, u"FOLDER"_s}}, runMessages},
        {u"demo"_s, u"--cases N"_s, u"Fills an empty store with invented, valid cases in all stages."_s, {{u"cases"_s, u"How many cases."_s, u"N"_s}}, runDemo},
        {u"dossier"_s, u"REF -o FILE [--public]"_s, u"Writes everything about a case: FILE.pdf in one document, FILE.zip with the originals."_s,
         {{u"o"_s, u"File to write, .pdf or .zip."_s, u"FILE"_s}, {u"public"_s, u"For the losing carrier: without fees and the desk's notes."_s}}, runDossier},
        {u"backup"_s, u"FILE"_s, u"Writes a consistent copy of the embedded store."_s, {}, runBackup},
        {u"verify"_s, u""_s, u"Checks rows, events and document hashes."_s, {}, runVerify},
    };
}

} // namespace PortDesk::Cli
