// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/letterdesk.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

namespace PortDesk {

/// The asynchronous face of LetterDesk: every call runs on the store's thread and answers by a future. For the window (through DeskSession) and for the
/// command line.
class LetterOffice final : public QObject
{
    Q_OBJECT
public:
    /// Runs a job where the store is, and hands it the letters' desk; nullptr when the store is not open.
    using Runner = std::function<void(const std::function<void(LetterDesk *)> &)>;
    /// `actor` is asked at every change.
    LetterOffice(Runner runner, std::function<Actor()> actor, QObject *parent = nullptr);

    QFuture<Result<LetterBatch>> keep(const DocumentBytes &file);
    QFuture<Result<QList<LetterBatch>>> unfinished();
    QFuture<Result<DocumentBytes>> file(LetterBatchId id);
    QFuture<Result<void>> finish(LetterBatchId id);
    QFuture<Result<PartPlace>> placeOf(const LetterPart &part);
    QFuture<Result<PartPlace>> place(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file);

    QFuture<Result<QList<TrayPart>>> tray();
    QFuture<Result<qint64>> waiting();
    QFuture<Result<DocumentBytes>> trayFile(TrayPartId id);
    QFuture<Result<CaseDetails>> assign(const TrayAssignment &assignment);
    QFuture<Result<void>> remove(const QList<TrayPartId> &parts);
    QFuture<Result<void>> restore(const QList<TrayPartId> &parts);
    QFuture<Result<void>> divide(TrayPartId id, const QList<DocumentBytes> &pages);
    QFuture<Result<QList<CaseHint>>> hints(const QString &text, const QString &reference);

Q_SIGNALS:
    /// What waits in the tray, or is on its way, changed through this desk.
    void trayChanged();
    /// A case got a document.
    void casesChanged();

private:
    template<typename Work> auto run(Work work, void (LetterOffice::*emitter)() = nullptr) -> QFuture<std::invoke_result_t<Work, LetterDesk &>>;

    Runner m_runner;
    std::function<Actor()> m_actor;
};

} // namespace PortDesk
