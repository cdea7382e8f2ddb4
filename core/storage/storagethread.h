// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace PortDesk {

/// The one thread that talks to the database (a Qt Sql connection belongs to its thread). Jobs run in the order given.
class StorageThread
{
public:
    StorageThread();
    ~StorageThread(); ///< finishes the jobs already given, then ends

    StorageThread(const StorageThread &) = delete;
    StorageThread &operator=(const StorageThread &) = delete;

    /// Runs `work` there. Do not block the caller on the future in a GUI: use then(). (Cancelled before its turn: not run.)
    template<typename Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        using T = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<T>>();
        QFuture<T> future = promise->future();
        promise->start();
        post([promise, work = std::move(work)]() mutable {
            if (!promise->isCanceled()) {
                if constexpr (std::is_void_v<T>)
                    work();
                else
                    promise->addResult(work());
            }
            promise->finish();
        });
        return future;
    }

private:
    void post(std::function<void()> job);

    QThread m_thread;
    QObject *m_host = nullptr;
};

} // namespace PortDesk
