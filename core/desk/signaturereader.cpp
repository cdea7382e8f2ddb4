// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/signaturereader.h"

#include <QPromise>

namespace PortDesk {

SignatureReader::SignatureReader(DocWorker &worker, SignatureCache cache, QObject *parent) : QObject(parent), m_worker(worker), m_cache(std::move(cache)) {}

Error SignatureReader::cancelled()
{
    return {Error::Code::Cancelled, tr("Reading was cancelled."), {}};
}

QFuture<Result<SignatureFindings>> SignatureReader::read(const DocumentBytes &document)
{
    auto promise = std::make_shared<QPromise<Result<SignatureFindings>>>();
    promise->start();
    const auto finish = [promise](const Result<SignatureFindings> &findings) {
        promise->addResult(findings);
        promise->finish();
    };
    whenAnswered(m_cache.find(document.sha256), [this, document, finish](const Result<std::optional<SignatureFindings>> &kept) {
        if (kept && kept->has_value())
            return finish(**kept);
        whenAnswered(m_worker.signatures(document), [this, sha256 = document.sha256, finish](const Result<SignatureFindings> &found) {
            if (found)
                m_cache.keep(sha256, *found);
            finish(found);
        });
    });
    return promise->future();
}

void SignatureReader::readAll(const QList<DocumentBytes> &documents, const std::function<void()> &done)
{
    if (documents.isEmpty())
        return done();
    whenAnswered(read(documents.first()), [this, rest = documents.mid(1), done](const Result<SignatureFindings> &) { readAll(rest, done); });
}

} // namespace PortDesk
