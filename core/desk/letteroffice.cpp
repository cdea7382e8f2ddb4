// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/letteroffice.h"

namespace PortDesk {

LetterOffice::LetterOffice(Runner runner, std::function<Actor()> actor, QObject *parent) : QObject(parent), m_runner(std::move(runner)), m_actor(std::move(actor)) {}

template<typename Work>
auto LetterOffice::run(Work work, void (LetterOffice::*emitter)()) -> QFuture<std::invoke_result_t<Work, LetterDesk &>>
{
    using Answer = std::invoke_result_t<Work, LetterDesk &>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    m_runner([this, promise, work = std::move(work), emitter](LetterDesk *desk) mutable {
        Answer answer = desk ? work(*desk) : Answer(Error{Error::Code::Storage, LetterOffice::tr("The desk's store is not open."), {}});
        const bool tell = emitter && answer.ok();
        promise->addResult(std::move(answer));
        promise->finish();
        if (tell) // the session outlives its store's thread, and this with it
            QMetaObject::invokeMethod(this, [this, emitter] { Q_EMIT(this->*emitter)(); }, Qt::QueuedConnection);
    });
    return future;
}

QFuture<Result<LetterBatch>> LetterOffice::keep(const DocumentBytes &file)
{
    return run([file, actor = m_actor()](LetterDesk &desk) { return desk.keep(file, actor); });
}

QFuture<Result<QList<LetterBatch>>> LetterOffice::unfinished()
{
    return run([](LetterDesk &desk) { return desk.unfinished(); });
}

QFuture<Result<DocumentBytes>> LetterOffice::file(LetterBatchId id)
{
    return run([id](LetterDesk &desk) { return desk.file(id); });
}

QFuture<Result<void>> LetterOffice::finish(LetterBatchId id)
{
    return run([id](LetterDesk &desk) { return desk.finish(id); }, &LetterOffice::trayChanged);
}

QFuture<Result<PartPlace>> LetterOffice::placeOf(const LetterPart &part)
{
    return run([part](LetterDesk &desk) { return desk.placeOf(part); });
}

QFuture<Result<PartPlace>> LetterOffice::place(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file)
{
    return run(
        [this, batch, part, file, actor = m_actor()](LetterDesk &desk) {
            auto place = desk.place(batch, part, file, actor);
            if (place && place->kind == PartPlace::Kind::Attached)
                QMetaObject::invokeMethod(this, &LetterOffice::casesChanged, Qt::QueuedConnection);
            return place;
        },
        &LetterOffice::trayChanged);
}

QFuture<Result<QList<TrayPart>>> LetterOffice::tray()
{
    return run([](LetterDesk &desk) { return desk.tray(); });
}

QFuture<Result<qint64>> LetterOffice::waiting()
{
    return run([](LetterDesk &desk) { return desk.waiting(); });
}

QFuture<Result<DocumentBytes>> LetterOffice::trayFile(TrayPartId id)
{
    return run([id](LetterDesk &desk) { return desk.trayFile(id); });
}

QFuture<Result<CaseDetails>> LetterOffice::assign(const TrayAssignment &assignment)
{
    return run(
        [this, assignment, actor = m_actor()](LetterDesk &desk) {
            auto done = desk.assign(assignment, actor);
            if (done)
                QMetaObject::invokeMethod(this, &LetterOffice::casesChanged, Qt::QueuedConnection);
            return done;
        },
        &LetterOffice::trayChanged);
}

QFuture<Result<void>> LetterOffice::remove(const QList<TrayPartId> &parts)
{
    return run([parts, actor = m_actor()](LetterDesk &desk) { return desk.remove(parts, actor); }, &LetterOffice::trayChanged);
}

QFuture<Result<void>> LetterOffice::restore(const QList<TrayPartId> &parts)
{
    return run([parts, actor = m_actor()](LetterDesk &desk) { return desk.restore(parts, actor); }, &LetterOffice::trayChanged);
}

QFuture<Result<void>> LetterOffice::divide(TrayPartId id, const QList<DocumentBytes> &pages)
{
    return run([id, pages, actor = m_actor()](LetterDesk &desk) { return desk.divide(id, pages, actor); }, &LetterOffice::trayChanged);
}

QFuture<Result<QList<CaseHint>>> LetterOffice::hints(const QString &text, const QString &reference)
{
    return run([text, reference](LetterDesk &desk) { return desk.hints(text, reference); });
}

} // namespace PortDesk
