// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evidenceverb.h"

#include "app/cli/verb.h"
#include "core/desk/workerpages.h"
#include "core/evidence/facts.h"
#include "core/evidence/factwords.h"
#include "core/evidence/picturecheck.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

QStringList countriesOf(const QList<Fact> &facts, const Request &request)
{
    QStringList countries;
    if (!request.country.isEmpty())
        countries.append(request.country);
    for (const Fact &fact : facts) {
        if (!fact.country.isEmpty() && !countries.contains(fact.country))
            countries.append(fact.country);
    }
    return countries;
}

QJsonObject toJson(const Evidence &evidence)
{
    QJsonObject object{{u"fact"_s, evidence.fact.id},
                       {u"kind"_s, factKindKey(evidence.fact.kind)},
                       {u"field"_s, evidence.fact.field},
                       {u"expected"_s, evidence.fact.expected},
                       {u"found"_s, evidence.found},
                       {u"value"_s, evidence.value},
                       {u"verdict"_s, verdictKey(evidence.verdict)},
                       {u"page"_s, QJsonValue(QJsonValue::Null)},
                       {u"box"_s, QJsonValue(QJsonValue::Null)}};
    if (evidence.page >= 0) {
        const QRectF box = evidence.box();
        object.insert(u"page"_s, evidence.page + 1);
        object.insert(u"box"_s, QJsonArray{box.x(), box.y(), box.width(), box.height()});
    }
    if (!evidence.remark.isEmpty())
        object.insert(u"remark"_s, evidence.remark);
    if (evidence.pictureDiffers)
        object.insert(u"pictureDiffers"_s, true);
    return object;
}

QJsonObject toJson(const ReadEvidence &read, const RequestDocument &row)
{
    QJsonArray facts;
    if (read.evidence) {
        for (const Evidence &evidence : read.evidence->facts)
            facts << toJson(evidence);
    }
    const bool ocr = read.evidence && read.evidence->source == TextSource::Ocr;
    QJsonObject object{{u"file"_s, row.file},
                       {u"kind"_s, row.kind},
                       {u"pages"_s, read.evidence ? read.evidence->pages : 0},
                       {u"textSource"_s, !read.evidence ? QJsonValue(QJsonValue::Null) : QJsonValue(ocr ? u"ocr"_s : u"layer"_s)},
                       {u"facts"_s, facts}};
    if (!read.problem.isEmpty())
        object.insert(u"problem"_s, read.problem);
    if (read.findings.isElectronic())
        object.insert(u"signatures"_s, QJsonDocument::fromJson(findingsToJson(read.findings)).object());
    return object;
}

void print(Session &session, const ReadEvidence &read, const RequestDocument &row)
{
    const QString source = !read.evidence ? QString() : read.evidence->source == TextSource::Ocr ? u", read from the picture"_s : QString();
    session.out() << u"%1 (%2), %3%4\n"_s.arg(row.file, documentKindText(row.kind), counted("%n page(s)", read.evidence ? read.evidence->pages : 0), source);
    if (!read.problem.isEmpty())
        session.out() << u"  "_s << read.problem << u'\n';
    for (const PdfSignature &signature : read.findings.signatures)
        session.out() << u"  %1\n"_s.arg(signatureSentence(signature));
    if (!read.evidence)
        return;
    for (const Evidence &evidence : read.evidence->facts) {
        QString line = u"  %1 %2"_s.arg(verdictText(evidence.verdict), -10).arg(factText(evidence.fact));
        if (evidence.verdict != Verdict::Match && !evidence.fact.expected.isEmpty())
            line += u", expected “%1”"_s.arg(expectedText(evidence.fact));
        if (!evidence.found.isEmpty() && evidence.verdict != Verdict::NotShown)
            line += u": “%1” on page %2"_s.arg(evidence.found).arg(evidence.page + 1);
        if (!evidence.remark.isEmpty())
            line += u" (%1)"_s.arg(evidence.remark);
        session.out() << line << u'\n';
    }
}

bool isProven(const ReadEvidence &read)
{
    return read.evidence && std::all_of(read.evidence->facts.cbegin(), read.evidence->facts.cend(), [](const Evidence &e) { return e.verdict == Verdict::Match; });
}

int runEvidence(Session &session)
{
    if (session.arguments().size() != 1)
        return session.badUse(u"evidence takes one request file."_s);
    const CountryPack *pack = session.countries();
    if (!pack)
        return session.status();
    DocWorker worker;
    auto request = readRequestFile(session.arguments().first(), worker, session.limits());
    if (!request)
        return session.fail(request.error());
    const QList<ReadEvidence> all = readEvidence(*request, worker, *pack, session.clock().today(QTimeZone::systemTimeZone()), keptReadings(session));
    if (session.status() != Done)
        return session.status();
    QJsonArray documents;
    bool proven = true;
    for (const ReadEvidence &read : all) {
        const RequestDocument &row = request->request.documents.at(read.row);
        proven = proven && isProven(read);
        documents << toJson(read, row);
        if (!session.json())
            print(session, read, row);
    }
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"documents"_s, documents}}));
    return proven ? Done : Problems;
}

} // namespace

ReadingCache keptReadings(Session &session)
{
    Store *store = session.options().isSet(u"db"_s) ? session.existingStore() : nullptr;
    if (!store)
        return {};
    ReadingCache cache;
    cache.find = [store](const PageReadingKey &key) { return QtFuture::makeReadyFuture(store->pageReadings().find(key)); };
    cache.keep = [store](const PageReadingKey &key, const PageReading &reading) { (void)store->transact([&] { return store->pageReadings().keep(key, reading); }); };
    return cache;
}

QList<ReadEvidence> readEvidence(const RequestFile &request, DocWorker &worker, const CountryPack &countries, QDate today, const ReadingCache &kept)
{
    WorkerPages pages(worker);
    EvidenceReader reader(pages, kept);
    QList<ReadEvidence> all;
    for (int row = 0; row < request.request.documents.size(); ++row) {
        const RequestDocument &document = request.request.documents.at(row);
        if (document.file.isEmpty())
            continue;
        ReadEvidence read{row, {}, request.facts.value(row).problemDetail};
        const auto file = std::find_if(request.files.cbegin(), request.files.cend(), [row](const SubmittedFile &f) { return f.index == row; });
        if (file != request.files.cend()) {
            const QList<Fact> facts = factsOf(request.request, document, countries);
            auto evidence = await(reader.read({file->document, document.kind, facts, recognitionLanguages(countriesOf(facts, request.request)), today}));
            if (evidence)
                read.evidence = *evidence;
            else
                read.problem = evidence.error().message;
            if (const auto findings = await(worker.signatures(file->document)))
                read.findings = *findings;
        }
        all.append(read);
    }
    return all;
}

Verb evidenceVerb()
{
    return {u"evidence"_s, u"REQUEST.json"_s, u"Reads the documents of a request and says which of its values they prove."_s, {}, runEvidence};
}

} // namespace PortDesk::Cli
