// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/deskdocuments.h"
#include "core/desk/deskrules.h"
#include "core/desk/desksession.h"
#include "core/desk/deskstore.h"
#include "core/desk/workerpages.h"

namespace PortDesk {

/// What a session is made of; for its own files only.
class DeskSession::Private
{
public:
    explicit Private(DeskSessionOptions given)
        : options(std::move(given)), rules(desk, options.countries, options.limits), documents(desk, *options.clock)
    {
    }

    DeskSessionOptions options;
    std::unique_ptr<DocWorker> worker;
    std::unique_ptr<CertificateStore> certificates;
    std::unique_ptr<DocWorker> readingWorker; ///< the rest of the reading is made when it is first asked for
    std::unique_ptr<WorkerPages> pages;
    std::unique_ptr<EvidenceReader> evidence;
    std::unique_ptr<LetterOffice> letters;
    std::unique_ptr<DocWorker> letterWorker; ///< made when letters are first routed
    std::unique_ptr<LetterRouter> letterRouter;
    std::unique_ptr<SignatureReader> signatures; ///< made when it is first asked for
    DeskRules rules;
    DeskDocuments documents;
    DeskStore desk; // last: ends first, with its jobs, while what they touch is still there

    template<typename Work> auto run(Work work) { return desk.run(std::move(work)); }
};

/// Tells the session's own thread that something changed; `emitter` is one of its signals.
inline void notify(DeskSession *session, void (DeskSession::*emitter)())
{
    QMetaObject::invokeMethod(session, [session, emitter] { Q_EMIT(session->*emitter)(); }, Qt::QueuedConnection);
}

} // namespace PortDesk
