// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"

#include <QFutureWatcher>

#include <functional>
#include <optional>

namespace PortDesk {

/// Findings kept from earlier; an error or no value counts as not looked at yet.
struct SignatureCache {
    std::function<QFuture<Result<std::optional<SignatureFindings>>>(const QString &sha256)> find;
    std::function<void(const QString &sha256, const SignatureFindings &)> keep;
};

/// Looks how documents are signed, each content once. What the worker cannot read has no findings, and is asked again next time.
class SignatureReader final : public QObject
{
    Q_OBJECT
public:
    SignatureReader(DocWorker &worker, SignatureCache cache, QObject *parent = nullptr);

    QFuture<Result<SignatureFindings>> read(const DocumentBytes &document);
    /// Looks at all of them, one after the other, and calls `done` in any case.
    void readAll(const QList<DocumentBytes> &documents, const std::function<void()> &done);

    /// Calls `done` with the answer in this thread, with an error when there is none; nothing when the reader is gone first.
    template<typename T, typename Done> void whenAnswered(const QFuture<Result<T>> &future, Done done)
    {
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        QObject::connect(watcher, &QFutureWatcherBase::finished, this, [watcher, done = std::move(done)]() mutable {
            watcher->deleteLater();
            const bool answered = !watcher->isCanceled() && watcher->future().resultCount() > 0;
            done(answered ? watcher->result() : Result<T>(cancelled()));
        });
        watcher->setFuture(future);
    }

private:
    static Error cancelled();

    DocWorker &m_worker;
    SignatureCache m_cache;
};

} // namespace PortDesk
