// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/desk/letterdesk.h"
#include "core/desk/ruleservice.h"
#include "core/storage/storagethread.h"

#include <QCoreApplication>

namespace PortDesk {

/// The open store with the services on it. Store and services are touched on the store's thread only: by the work given to run().
class DeskStore
{
public:
    std::unique_ptr<Store> store;
    std::unique_ptr<RuleService> rules;
    std::unique_ptr<CaseService> service;
    std::unique_ptr<LetterDesk> letterDesk;
    StorageThread thread; // last: ends first, with its jobs, while the store is still there

    /// Error::Storage while the store is not open.
    template<typename Work> auto run(Work work)
    {
        using T = std::invoke_result_t<Work, DeskStore &>;
        return thread.run([this, work = std::move(work)]() mutable -> T {
            if (!store)
                return Error{Error::Code::Storage, QCoreApplication::translate("DeskStore", "The desk's store is not open."), {}};
            return work(*this);
        });
    }

    /// Closes it there, after the jobs already given: the connection belongs to its thread.
    void close()
    {
        thread.run([this] {
            letterDesk.reset();
            service.reset();
            rules.reset();
            store.reset();
        });
    }
};

} // namespace PortDesk
