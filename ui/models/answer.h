// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace PortDesk {

/// Calls `done(value)` in the owner's thread when the future has its answer. Nothing is called when the owner is gone first or
/// the future was cancelled. (QFuture::then with a context asserts in Qt 6.4 when the context dies before the answer.)
template<typename T, typename Done> void whenAnswered(const QFuture<T> &future, QObject *owner, Done done)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace PortDesk
