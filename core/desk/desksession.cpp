// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksessionprivate.h"

#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace PortDesk {

DeskSession::DeskSession(DeskSessionOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
    d->worker = std::make_unique<DocWorker>(d->options.worker);
    connect(&d->rules, &DeskRules::rulesChanged, this, &DeskSession::rulesChanged);
    connect(&d->rules, &DeskRules::ownDaysChanged, this, &DeskSession::ownDaysChanged);
    connect(&d->rules, &DeskRules::limitsChanged, this, &DeskSession::limitsChanged);
}

DeskSession::~DeskSession()
{
    d->desk.close();
}

QFuture<Result<MigrationOutcome>> DeskSession::open()
{
    return d->desk.thread.run([this, p = d.get()]() -> Result<MigrationOutcome> {
        auto opened = openStore(p->options.storeUrl);
        if (!opened)
            return opened.error();
        DeskStore &desk = p->desk;
        desk.store = std::move(*opened);
        desk.service = std::make_unique<CaseService>(*desk.store, *p->options.clock, *p->options.countries, p->options.zone);
        desk.letterDesk = std::make_unique<LetterDesk>(*desk.store, *desk.service, *p->options.clock);
        desk.rules = std::make_unique<RuleService>(*desk.store, *p->options.clock, p->options.countries, p->options.zone);
        if (auto read = p->rules.readAll(); !read)
            return read.error();
        if (auto ticked = desk.service->tick(); !ticked)
            return ticked.error();
        notify(this, &DeskSession::casesChanged);
        notify(this, &DeskSession::draftsChanged);
        notify(this, &DeskSession::messagesChanged);
        return desk.store->outcome();
    });
}

const CountryPack &DeskSession::countries() const { return d->rules.countries(); }
const QList<RuleOverride> &DeskSession::standingRules() const { return d->rules.standing(); }
const QList<UnfitOverride> &DeskSession::unfitRules() const { return d->rules.unfit(); }
const OwnDays &DeskSession::ownDays() const { return d->rules.ownDays(); }
const IntakeLimits &DeskSession::limits() const { return d->rules.limits(); }
const Clock &DeskSession::clock() const { return *d->options.clock; }
QTimeZone DeskSession::zone() const { return d->options.zone; }
QString DeskSession::storeUrl() const { return d->options.storeUrl; }
Actor DeskSession::actor() const { return d->options.actor; }
void DeskSession::setActor(const Actor &actor) { d->options.actor = actor; }
DocWorker &DeskSession::worker() { return *d->worker; }

CertificateStore &DeskSession::certificates()
{
    if (!d->certificates) {
        QString file = d->options.storeUrl;
        if (file.startsWith("sqlite:"_L1))
            file = file.mid(7);
        const bool isFile = !file.contains("://"_L1);
        const QString beside = (isFile ? QFileInfo(file).absolutePath() : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) + u"/certificates"_s;
        const QString worker = d->options.worker.program; // both programs stand in one folder
        const QString signer = worker.isEmpty() ? QString() : QFileInfo(worker).absolutePath() + u"/portdesk-signer"_s;
        d->certificates = std::make_unique<CertificateStore>(d->options.certificateFolder.isEmpty() ? beside : d->options.certificateFolder, signer);
    }
    return *d->certificates;
}

EvidenceReader &DeskSession::evidence()
{
    if (d->evidence)
        return *d->evidence;
    d->readingWorker = std::make_unique<DocWorker>(d->options.worker);
    d->pages = std::make_unique<WorkerPages>(*d->readingWorker);
    ReadingCache cache;
    cache.find = [this](const PageReadingKey &key) { return d->run([key](DeskStore &p) { return p.store->pageReadings().find(key); }); };
    cache.keep = [this](const PageReadingKey &key, const PageReading &reading) {
        d->run([key, reading](DeskStore &p) { return p.store->transact([&] { return p.store->pageReadings().keep(key, reading); }); });
    };
    d->evidence = std::make_unique<EvidenceReader>(*d->pages, std::move(cache));
    return *d->evidence;
}

LetterOffice &DeskSession::letters()
{
    if (!d->letters) {
        const auto runner = [this](const std::function<void(LetterDesk *)> &job) { d->desk.thread.run([this, job] { job(d->desk.letterDesk.get()); }); };
        d->letters = std::make_unique<LetterOffice>(runner, [this] { return d->options.actor; });
        connect(d->letters.get(), &LetterOffice::casesChanged, this, &DeskSession::casesChanged);
    }
    return *d->letters;
}

LetterRouter &DeskSession::letterRouter()
{
    if (!d->letterRouter) {
        d->letterWorker = std::make_unique<DocWorker>(d->options.worker);
        d->letterRouter = std::make_unique<LetterRouter>(letters(), *d->letterWorker);
    }
    return *d->letterRouter;
}

QFuture<Result<CasePage>> DeskSession::find(const CaseQuery &query)
{
    return d->run([query](DeskStore &p) { return p.store->cases().find(query); });
}

QFuture<Result<qint64>> DeskSession::count(const CaseQuery &query)
{
    return d->run([query](DeskStore &p) { return p.store->cases().count(query); });
}

QFuture<Result<QHash<Stage, qint64>>> DeskSession::countByStage()
{
    return d->run([](DeskStore &p) { return p.store->cases().countByStage(); });
}

QFuture<Result<CaseDetails>> DeskSession::details(CaseId id)
{
    return d->run([id, actor = d->options.actor](DeskStore &p) { return p.service->details(id, actor); });
}

QFuture<Result<CaseDetails>> DeskSession::details(const QString &reference)
{
    return d->run([reference, actor = d->options.actor](DeskStore &p) { return p.service->details(reference, actor); });
}

SignatureReader &DeskSession::signatureReader()
{
    if (!d->signatures) {
        SignatureCache cache;
        cache.find = [this](const QString &sha256) { return d->run([sha256](DeskStore &p) { return p.store->pageReadings().findSignatures(sha256); }); };
        cache.keep = [this](const QString &sha256, const SignatureFindings &findings) {
            d->run([sha256, findings](DeskStore &p) { return p.store->transact([&] { return p.store->pageReadings().keepSignatures(sha256, findings); }); });
        };
        d->signatures = std::make_unique<SignatureReader>(*d->worker, std::move(cache));
    }
    return *d->signatures;
}

QFuture<Result<SignatureFindings>> DeskSession::signatures(const DocumentBytes &document)
{
    return signatureReader().read(document);
}

QFuture<Result<CaseDetails>> DeskSession::apply(CaseId id, int revision, const ActionRequest &request)
{
    const Move *move = findMove(request.action);
    if (request.action != "review"_L1 && !(move && move->guards.contains(u"wet-signature"_s)))
        return applyNow(id, revision, request);
    auto promise = std::make_shared<QPromise<Result<CaseDetails>>>();
    promise->start();
    const auto finish = [promise](const Result<CaseDetails> &done) {
        promise->addResult(done);
        promise->finish();
    };
    const auto go = [this, id, revision, request, finish] { signatureReader().whenAnswered(applyNow(id, revision, request), finish); };
    // Only where there is a letter to look at the way leads through this thread, in which the worker's answers arrive.
    d->desk.thread.run([this, id, revision, request, finish, go]() -> Result<void> {
        const auto letters = d->desk.service ? d->desk.service->lettersToLookAt(id) : Result<QList<DocumentBytes>>(QList<DocumentBytes>());
        if (letters && !letters->isEmpty())
            QMetaObject::invokeMethod(this, [this, letters = *letters, go] { signatureReader().readAll(letters, go); }, Qt::QueuedConnection);
        else
            finish(applyOnThread(id, revision, request));
        return {};
    });
    return promise->future();
}

/// On the storage thread.
Result<CaseDetails> DeskSession::applyOnThread(CaseId id, int revision, const ActionRequest &request)
{
    if (!d->desk.store)
        return Error{Error::Code::Storage, tr("The desk's store is not open."), {}};
    auto done = d->desk.service->apply(id, revision, request);
    if (done) {
        notify(this, &DeskSession::casesChanged);
        notify(this, &DeskSession::messagesChanged);
    }
    return done;
}

QFuture<Result<CaseDetails>> DeskSession::applyNow(CaseId id, int revision, const ActionRequest &request)
{
    return d->run([this, id, revision, request](DeskStore &) { return applyOnThread(id, revision, request); });
}

QFuture<Result<CaseDetails>> DeskSession::addDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document)
{
    return d->run([this, id, revision, file, document, actor = d->options.actor](DeskStore &p) {
        auto done = p.service->addDocument(id, revision, file, document, actor);
        if (done)
            notify(this, &DeskSession::casesChanged);
        return done;
    });
}

QFuture<Result<QList<TickEntry>>> DeskSession::tick()
{
    return d->run([this](DeskStore &p) -> Result<QList<TickEntry>> {
        if (auto rules = d->rules.refresh(); !rules) // another desk may have set one
            return rules.error();
        auto done = p.service->tick();
        if (done && !done->isEmpty()) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<DocumentBytes>> DeskSession::storeDocument(const DocumentBytes &document) { return d->documents.store(document); }

QFuture<Result<DocumentBytes>> DeskSession::document(const QString &sha256, const QString &fileName)
{
    return d->documents.content(sha256, fileName);
}

QFuture<Result<QList<StoredMark>>> DeskSession::marks(const QString &sha256) { return d->documents.marks(sha256, actor()); }
QFuture<Result<MarkChange>> DeskSession::changeMarks(const MarkChange &change) { return d->documents.changeMarks(change, actor()); }

QFuture<Result<QList<Message>>> DeskSession::messages(bool unsentOnly, int limit)
{
    return d->run([unsentOnly, limit](DeskStore &p) { return p.store->outbox().list(unsentOnly, limit); });
}

QFuture<Result<qint64>> DeskSession::unsentMessages()
{
    return d->run([](DeskStore &p) { return p.store->outbox().unsentCount(); });
}

QFuture<Result<void>> DeskSession::markSent(MessageId id)
{
    return d->run([this, id, now = d->options.clock->now()](DeskStore &p) -> Result<void> {
        auto done = p.store->transact([&] { return p.store->outbox().markSent(id, now); });
        if (done)
            notify(this, &DeskSession::messagesChanged);
        return done;
    });
}

QFuture<Result<QString>> DeskSession::setting(const QString &key)
{
    return d->run([key](DeskStore &p) { return p.store->setting(key); });
}

QFuture<Result<void>> DeskSession::setSetting(const QString &key, const QString &value)
{
    return d->run([key, value](DeskStore &p) { return p.store->transact([&] { return p.store->setSetting(key, value); }); });
}

QFuture<Result<void>> DeskSession::setMaximumDocumentBytes(qint64 bytes) { return d->rules.setMaximumDocumentBytes(bytes); }
QFuture<Result<QList<RuleOverride>>> DeskSession::setRules(const QList<RuleOverride> &rules) { return d->rules.set(rules, actor()); }
QFuture<Result<void>> DeskSession::withdrawRules(const QList<RuleOverride> &rules) { return d->rules.withdraw(rules, actor()); }
QFuture<Result<void>> DeskSession::changeOwnDays(const std::function<void(OwnDays &)> &change) { return d->rules.changeOwnDays(change); }

QFuture<Result<QList<OverrideEvent>>> DeskSession::ruleHistory(const QString &country)
{
    return d->run([country](DeskStore &p) { return p.store->overrides().history(country); });
}

QFuture<Result<RuleUsage>> DeskSession::ruleUsage(const UsageQuery &query)
{
    return d->run([query](DeskStore &p) { return p.store->cases().ruleUsage(query); });
}

QFuture<Result<void>> DeskSession::backup(const QString &file)
{
    return d->run([file](DeskStore &p) { return p.store->backup(file); });
}

QFuture<Result<VerifyReport>> DeskSession::verify()
{
    return d->run([](DeskStore &p) { return p.store->verify(); });
}

} // namespace PortDesk
