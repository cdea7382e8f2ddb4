// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"

#include "core/desk/desklimits.h"
#include "core/desk/workerpages.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

/// Everything below `store` is touched on the storage thread only.
class DeskSession::Private
{
public:
    explicit Private(DeskSessionOptions given) : options(std::move(given)) {}

    DeskSessionOptions options;
    OwnDays ownDays; ///< read in the session's own thread
    std::unique_ptr<DocWorker> worker;
    std::unique_ptr<DocWorker> readingWorker; ///< the rest of the reading is made when it is first asked for
    std::unique_ptr<WorkerPages> pages;
    std::unique_ptr<EvidenceReader> evidence;
    std::unique_ptr<Store> store;
    std::unique_ptr<RuleService> rules;
    std::unique_ptr<CaseService> service;
    // Rules the session's own thread has handed out; few, and they share what did not change.
    QList<std::shared_ptr<const CountryPack>> handedOut;
    QList<RuleOverride> standing;
    QList<UnfitOverride> unfit;
    StorageThread thread; // last: ends first, with its jobs, while the store is still there

    /// On the storage thread: other rules from now on when an override or the day changed; true then.
    Result<bool> refreshRules()
    {
        auto changed = rules->refresh();
        if (changed && *changed)
            service->setCountries(*rules->effective());
        return changed;
    }

    template<typename Work> auto run(Work work)
    {
        using T = std::invoke_result_t<Work, Private &>;
        return thread.run([this, work = std::move(work)]() mutable -> T {
            if (!store)
                return Error{Error::Code::Storage, DeskSession::tr("The desk's store is not open."), {}};
            return work(*this);
        });
    }
};

namespace {

/// Tells the session's own thread that something changed; `emitter` is one of its signals.
void notify(DeskSession *session, void (DeskSession::*emitter)())
{
    QMetaObject::invokeMethod(session, [session, emitter] { Q_EMIT(session->*emitter)(); }, Qt::QueuedConnection);
}

/// The files of a request that stand in the store already.
Result<QList<SubmittedFile>> storedFiles(Store &store, const Request &request, const QHash<int, DocumentFacts> &documents)
{
    QList<SubmittedFile> files;
    for (int i = 0; i < request.documents.size(); ++i) {
        const RequestDocument &document = request.documents.at(i);
        if (document.sha256.isEmpty())
            continue;
        auto bytes = store.documents().content(document.sha256);
        if (!bytes)
            return bytes.error();
        files << SubmittedFile{i, {*bytes, document.sha256, document.file}, sniffedType(*bytes), documents.value(i).pages};
    }
    return files;
}

} // namespace

DeskSession::DeskSession(DeskSessionOptions options, QObject *parent) : QObject(parent), d(std::make_unique<Private>(std::move(options)))
{
    d->worker = std::make_unique<DocWorker>(d->options.worker);
}

DeskSession::~DeskSession()
{
    // The connection belongs to the storage thread: it is closed there, after the jobs already given.
    d->thread.run([this] {
        d->service.reset();
        d->rules.reset();
        d->store.reset();
    });
}

QFuture<Result<MigrationOutcome>> DeskSession::open()
{
    return d->thread.run([this, given = d->options.limits]() -> Result<MigrationOutcome> {
        auto opened = openStore(d->options.storeUrl);
        if (!opened)
            return opened.error();
        d->store = std::move(*opened);
        d->service = std::make_unique<CaseService>(*d->store, *d->options.clock, *d->options.countries, d->options.zone);
        d->rules = std::make_unique<RuleService>(*d->store, *d->options.clock, d->options.countries, d->options.zone);
        if (auto rules = d->refreshRules(); !rules)
            return rules.error();
        takeRules(*d->rules);
        if (auto ticked = d->service->tick(); !ticked)
            return ticked.error();
        if (auto limits = intakeLimits(*d->store, given))
            takeLimits(*limits);
        takeOwnDays(d->service->ownDays());
        notify(this, &DeskSession::casesChanged);
        notify(this, &DeskSession::draftsChanged);
        notify(this, &DeskSession::messagesChanged);
        return d->store->outcome();
    });
}

const CountryPack &DeskSession::countries() const { return d->handedOut.isEmpty() ? *d->options.countries : *d->handedOut.last(); }
const QList<RuleOverride> &DeskSession::standingRules() const { return d->standing; }
const QList<UnfitOverride> &DeskSession::unfitRules() const { return d->unfit; }
const Clock &DeskSession::clock() const { return *d->options.clock; }
QTimeZone DeskSession::zone() const { return d->options.zone; }
QString DeskSession::storeUrl() const { return d->options.storeUrl; }
Actor DeskSession::actor() const { return d->options.actor; }
void DeskSession::setActor(const Actor &actor) { d->options.actor = actor; }
const IntakeLimits &DeskSession::limits() const { return d->options.limits; }
DocWorker &DeskSession::worker() { return *d->worker; }

EvidenceReader &DeskSession::evidence()
{
    if (d->evidence)
        return *d->evidence;
    d->readingWorker = std::make_unique<DocWorker>(d->options.worker);
    d->pages = std::make_unique<WorkerPages>(*d->readingWorker);
    ReadingCache cache;
    cache.find = [this](const PageReadingKey &key) { return d->run([key](Private &p) { return p.store->pageReadings().find(key); }); };
    cache.keep = [this](const PageReadingKey &key, const PageReading &reading) {
        d->run([key, reading](Private &p) { return p.store->transact([&] { return p.store->pageReadings().keep(key, reading); }); });
    };
    d->evidence = std::make_unique<EvidenceReader>(*d->pages, std::move(cache));
    return *d->evidence;
}

QFuture<Result<CasePage>> DeskSession::find(const CaseQuery &query)
{
    return d->run([query](Private &p) { return p.store->cases().find(query); });
}

QFuture<Result<qint64>> DeskSession::count(const CaseQuery &query)
{
    return d->run([query](Private &p) { return p.store->cases().count(query); });
}

QFuture<Result<QHash<Stage, qint64>>> DeskSession::countByStage()
{
    return d->run([](Private &p) { return p.store->cases().countByStage(); });
}

QFuture<Result<CaseDetails>> DeskSession::details(CaseId id)
{
    return d->run([id, actor = d->options.actor](Private &p) { return p.service->details(id, actor); });
}

QFuture<Result<CaseDetails>> DeskSession::details(const QString &reference)
{
    return d->run([reference, actor = d->options.actor](Private &p) { return p.service->details(reference, actor); });
}

QFuture<Result<CaseDetails>> DeskSession::apply(CaseId id, int revision, const ActionRequest &request)
{
    return d->run([this, id, revision, request](Private &p) {
        auto done = p.service->apply(id, revision, request);
        if (done) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<CaseDetails>> DeskSession::addDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document)
{
    return d->run([this, id, revision, file, document, actor = d->options.actor](Private &p) {
        auto done = p.service->addDocument(id, revision, file, document, actor);
        if (done)
            notify(this, &DeskSession::casesChanged);
        return done;
    });
}

QFuture<Result<QList<TickEntry>>> DeskSession::tick()
{
    return d->run([this](Private &p) -> Result<QList<TickEntry>> {
        auto rules = p.refreshRules(); // another desk may have set one
        if (!rules)
            return rules.error();
        if (*rules)
            takeRules(*p.rules);
        auto done = p.service->tick();
        if (done && !done->isEmpty()) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<PreflightResult>> DeskSession::check(const Request &request, const QHash<int, DocumentFacts> &documents)
{
    return d->run([request, documents](Private &p) -> Result<PreflightResult> { return p.service->check(request, documents); });
}

QFuture<Result<QList<Case>>> DeskSession::submit(const Request &request, DraftId finished, const QHash<int, DocumentFacts> &documents)
{
    return d->run([this, request, finished, documents, actor = d->options.actor](Private &p) -> Result<QList<Case>> {
        auto files = storedFiles(*p.store, request, documents);
        if (!files)
            return files.error();
        auto done = p.service->submit({request, *files, {Role::Customer, actor.name}, finished});
        if (done) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::draftsChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<ChangedRequest>> DeskSession::changeRequest(const QString &reference, const Request &request)
{
    return d->run([this, reference, request, actor = d->options.actor](Private &p) -> Result<ChangedRequest> {
        auto files = storedFiles(*p.store, request, {});
        if (!files)
            return files.error();
        auto done = p.service->changeRequest(reference, {request, *files, actor, {}});
        if (done) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<QHash<QString, NumberHistory>>> DeskSession::history(const QStringList &e164)
{
    return d->run([e164](Private &p) { return p.service->history(e164); });
}

QFuture<Result<QStringList>> DeskSession::ownersLike(const QString &name)
{
    return d->run([name](Private &p) { return p.store->cases().ownersLike(name); });
}

QFuture<Result<DraftId>> DeskSession::saveDraft(const Draft &draft)
{
    return d->run([this, draft](Private &p) -> Result<DraftId> {
        std::optional<DraftId> saved;
        auto done = p.store->transact([&]() -> Result<void> {
            auto id = p.store->cases().saveDraft(draft);
            if (!id)
                return id.error();
            saved = *id;
            return {};
        });
        if (!done)
            return done.error();
        notify(this, &DeskSession::draftsChanged);
        return *saved;
    });
}

QFuture<Result<QList<Draft>>> DeskSession::drafts()
{
    return d->run([](Private &p) { return p.store->cases().drafts(); });
}

QFuture<Result<Draft>> DeskSession::loadDraft(DraftId id)
{
    return d->run([id](Private &p) { return p.store->cases().loadDraft(id); });
}

QFuture<Result<void>> DeskSession::deleteDraft(DraftId id)
{
    return d->run([this, id](Private &p) -> Result<void> {
        auto done = p.store->transact([&] { return p.store->cases().deleteDraft(id); });
        if (done)
            notify(this, &DeskSession::draftsChanged);
        return done;
    });
}

QFuture<Result<DocumentBytes>> DeskSession::storeDocument(const DocumentBytes &document)
{
    return d->run([document](Private &p) -> Result<DocumentBytes> {
        auto done = p.store->transact([&] { return p.store->documents().putContent(document, sniffedType(document.bytes)); });
        if (!done)
            return done.error();
        return document;
    });
}

QFuture<Result<DocumentBytes>> DeskSession::document(const QString &sha256, const QString &fileName)
{
    return d->run([sha256, fileName](Private &p) -> Result<DocumentBytes> {
        auto bytes = p.store->documents().content(sha256);
        if (!bytes)
            return bytes.error();
        return DocumentBytes{*bytes, sha256, fileName};
    });
}

QFuture<Result<QList<StoredMark>>> DeskSession::marks(const QString &sha256)
{
    return d->run([sha256, actor = d->options.actor](Private &p) { return MarkService(*p.store, *p.options.clock).marks(sha256, actor); });
}

QFuture<Result<MarkChange>> DeskSession::changeMarks(const MarkChange &change)
{
    return d->run([change, actor = d->options.actor](Private &p) { return MarkService(*p.store, *p.options.clock).change(change, actor); });
}

QFuture<Result<QList<Message>>> DeskSession::messages(bool unsentOnly, int limit)
{
    return d->run([unsentOnly, limit](Private &p) { return p.store->outbox().list(unsentOnly, limit); });
}

QFuture<Result<qint64>> DeskSession::unsentMessages()
{
    return d->run([](Private &p) { return p.store->outbox().unsentCount(); });
}

QFuture<Result<void>> DeskSession::markSent(MessageId id)
{
    return d->run([this, id](Private &p) -> Result<void> {
        auto done = p.store->transact([&] { return p.store->outbox().markSent(id, p.options.clock->now()); });
        if (done)
            notify(this, &DeskSession::messagesChanged);
        return done;
    });
}

QFuture<Result<QString>> DeskSession::setting(const QString &key)
{
    return d->run([key](Private &p) { return p.store->setting(key); });
}

QFuture<Result<void>> DeskSession::setSetting(const QString &key, const QString &value)
{
    return d->run([key, value](Private &p) { return p.store->transact([&] { return p.store->setSetting(key, value); }); });
}

QFuture<Result<void>> DeskSession::setMaximumDocumentBytes(qint64 bytes)
{
    return d->run([this, bytes](Private &p) -> Result<void> {
        auto done = PortDesk::setMaximumDocumentBytes(*p.store, bytes);
        if (!done)
            return done;
        if (auto limits = intakeLimits(*p.store))
            takeLimits(*limits);
        return {};
    });
}

/// Called on the storage thread; the limits are read in the session's own.
void DeskSession::takeLimits(const IntakeLimits &limits)
{
    QMetaObject::invokeMethod(this, [this, limits] {
        d->options.limits = limits;
        Q_EMIT limitsChanged();
    }, Qt::QueuedConnection);
}

/// Called on the storage thread, as takeLimits().
void DeskSession::takeRules(const RuleService &rules)
{
    QMetaObject::invokeMethod(this, [this, pack = rules.effective(), standing = rules.standing(), unfit = rules.unfit()] {
        d->handedOut.append(pack);
        d->standing = standing;
        d->unfit = unfit;
        Q_EMIT rulesChanged();
    }, Qt::QueuedConnection);
}

QFuture<Result<QList<RuleOverride>>> DeskSession::setRules(const QList<RuleOverride> &rules)
{
    return d->run([this, rules, actor = d->options.actor](Private &p) -> Result<QList<RuleOverride>> {
        auto done = p.rules->save(rules, actor);
        if (!done)
            return done;
        if (auto fresh = p.refreshRules(); !fresh)
            return fresh.error();
        takeRules(*p.rules);
        return done;
    });
}

QFuture<Result<void>> DeskSession::withdrawRules(const QList<RuleOverride> &rules)
{
    return d->run([this, rules, actor = d->options.actor](Private &p) -> Result<void> {
        auto done = p.rules->withdraw(rules, actor);
        if (!done)
            return done;
        if (auto fresh = p.refreshRules(); !fresh)
            return fresh.error();
        takeRules(*p.rules);
        return {};
    });
}

const OwnDays &DeskSession::ownDays() const { return d->ownDays; }

QFuture<Result<void>> DeskSession::changeOwnDays(const std::function<void(OwnDays &)> &change)
{
    return d->run([this, change](Private &p) -> Result<void> {
        auto changed = p.service->changeOwnDays(change);
        if (!changed)
            return changed.error();
        takeOwnDays(*changed);
        return {};
    });
}

QFuture<Result<QList<OverrideEvent>>> DeskSession::ruleHistory(const QString &country)
{
    return d->run([country](Private &p) { return p.store->overrides().history(country); });
}

QFuture<Result<RuleUsage>> DeskSession::ruleUsage(const UsageQuery &query)
{
    return d->run([query](Private &p) { return p.store->cases().ruleUsage(query); });
}

/// Called on the storage thread, as takeLimits().
void DeskSession::takeOwnDays(const OwnDays &days)
{
    QMetaObject::invokeMethod(this, [this, days] {
        if (d->ownDays == days)
            return;
        d->ownDays = days;
        Q_EMIT ownDaysChanged();
    }, Qt::QueuedConnection);
}

QFuture<Result<void>> DeskSession::backup(const QString &file)
{
    return d->run([file](Private &p) { return p.store->backup(file); });
}

QFuture<Result<VerifyReport>> DeskSession::verify()
{
    return d->run([](Private &p) { return p.store->verify(); });
}

} // namespace PortDesk
