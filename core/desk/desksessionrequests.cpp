// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, what is known of their numbers and owners, and drafts: a part of DeskSession.
#include "core/desk/desksessionprivate.h"

namespace PortDesk {

QFuture<Result<PreflightResult>> DeskSession::check(const Request &request, const QHash<int, DocumentFacts> &documents, const QString &ownCase)
{
    return d->run([request, documents, ownCase](DeskStore &p) -> Result<PreflightResult> { return p.service->check(request, documents, ownCase); });
}

QFuture<Result<QList<Case>>> DeskSession::submit(const Request &request, DraftId finished, const QHash<int, DocumentFacts> &documents)
{
    return d->run([this, request, finished, documents, actor = d->options.actor](DeskStore &p) -> Result<QList<Case>> {
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
    return d->run([this, reference, request, actor = d->options.actor](DeskStore &p) -> Result<ChangedRequest> {
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

QFuture<Result<CaseDetails>> DeskSession::answerReturn(const ReturnAnswer &answer, const QHash<int, DocumentFacts> &documents)
{
    return d->run([this, answer, documents, actor = d->options.actor](DeskStore &p) -> Result<CaseDetails> {
        auto files = storedFiles(*p.store, answer.request, documents);
        if (!files)
            return files.error();
        auto done = p.service->answerReturn(answer, *files, {Role::Customer, actor.name});
        if (done) {
            notify(this, &DeskSession::casesChanged);
            notify(this, &DeskSession::draftsChanged);
            notify(this, &DeskSession::messagesChanged);
        }
        return done;
    });
}

QFuture<Result<QHash<QString, NumberHistory>>> DeskSession::history(const QStringList &e164)
{
    return d->run([e164](DeskStore &p) { return p.service->history(e164); });
}

QFuture<Result<QStringList>> DeskSession::ownersLike(const QString &name)
{
    return d->run([name](DeskStore &p) { return p.store->cases().ownersLike(name); });
}

QFuture<Result<DraftId>> DeskSession::saveDraft(const Draft &draft)
{
    return d->run([this, draft](DeskStore &p) -> Result<DraftId> {
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
    return d->run([](DeskStore &p) { return p.store->cases().drafts(); });
}

QFuture<Result<Draft>> DeskSession::loadDraft(DraftId id)
{
    return d->run([id](DeskStore &p) { return p.store->cases().loadDraft(id); });
}

QFuture<Result<void>> DeskSession::deleteDraft(DraftId id)
{
    return d->run([this, id](DeskStore &p) -> Result<void> {
        auto done = p.store->transact([&] { return p.store->cases().deleteDraft(id); });
        if (done)
            notify(this, &DeskSession::draftsChanged);
        return done;
    });
}

} // namespace PortDesk
