// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/dossiermaker.h"

#include <QFutureWatcher>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// Calls `done` in the owner's thread when the answer is there.
template<typename T, typename Done> void afterwards(const QFuture<T> &future, QObject *owner, Done done)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace

DossierMaker::DossierMaker(DocWorker &worker, Fetch fetch, FetchMarks fetchMarks, QObject *parent)
    : QObject(parent), m_worker(worker), m_fetch(std::move(fetch)), m_fetchMarks(std::move(fetchMarks))
{
}

DossierMaker::~DossierMaker()
{
    answer(Error{Error::Code::Cancelled, u"The dossier was not finished."_s, {}});
}

QFuture<Result<QByteArray>> DossierMaker::make(const DossierInput &input, DossierForm form)
{
    answer(Error{Error::Code::Cancelled, u"Another dossier was begun."_s, {}});
    m_input = input;
    m_input.documents = dossierDocuments(input.portCase);
    m_form = form;
    m_at = 0;
    m_originals.clear();
    m_bound.clear();
    m_promise = std::make_unique<QPromise<Result<QByteArray>>>();
    m_promise->start();
    const auto future = m_promise->future();
    QMetaObject::invokeMethod(this, &DossierMaker::next, Qt::QueuedConnection);
    return future;
}

void DossierMaker::next()
{
    if (!m_promise)
        return;
    if (m_promise->isCanceled()) {
        answer(Error{Error::Code::Cancelled, u"The dossier was not finished."_s, {}});
        return;
    }
    Q_EMIT progressed(int(m_at), int(m_input.documents.size()));
    if (m_at == m_input.documents.size()) {
        compose();
        return;
    }
    const DossierDocument &row = m_input.documents.at(m_at);
    if (row.document.sha256.isEmpty()) {
        ++m_at;
        next();
        return;
    }
    afterwards(m_fetch(row.document.sha256, row.document.fileName), this, [this](const Result<DocumentBytes> &document) {
        if (document)
            mark(*document);
        else
            answer(document.error());
    });
}

void DossierMaker::mark(const DocumentBytes &document)
{
    if (!m_fetchMarks) {
        bind(document, {});
        return;
    }
    afterwards(m_fetchMarks(document.sha256), this, [this, document](const Result<QList<Mark>> &marks) {
        if (marks)
            bind(document, *marks);
        else
            answer(marks.error());
    });
}

void DossierMaker::bind(const DocumentBytes &document, QList<Mark> marks)
{
    const bool forDesk = m_input.audience == DossierAudience::Desk;
    if (!forDesk)
        marks.removeIf([](const Mark &mark) { return mark.internal; });
    m_originals << DocumentBytes{document.bytes, document.sha256, m_input.documents.at(m_at).entryName};
    // A copy does not hold a signature: the sheet says where it is.
    afterwards(m_worker.signatures(document), this, [this, document, marks, forDesk](const Result<SignatureFindings> &findings) {
        if (findings && !findings->signatures.isEmpty())
            m_input.documents[m_at].signature = u"signed with a certificate by %1, the signature is in the original file"_s.arg(findings->signatures.first().signer);
        bindAlone(document, marks, forDesk);
    });
}

void DossierMaker::bindAlone(const DocumentBytes &document, const QList<Mark> &marks, bool forDesk)
{
    // Each alone first: one bad file must not cost the others.
    afterwards(marks.isEmpty() ? m_worker.toPdf({document}) : m_worker.withMarks(document, marks, forDesk), this, [this](const Result<QByteArray> &pdf) {
        DossierDocument &row = m_input.documents[m_at];
        if (pdf)
            m_bound << documentBytes(*pdf, row.entryName);
        else
            row.leftOut = u"not bound: "_s + pdf.error().message;
        ++m_at;
        next();
    });
}

void DossierMaker::compose()
{
    auto sheet = dossierSheet(m_input);
    if (!sheet) {
        answer(sheet.error());
        return;
    }
    afterwards(m_worker.compose(*sheet), this, [this](const Result<QByteArray> &composed) {
        if (!composed) {
            answer(composed.error());
            return;
        }
        const QList<DocumentBytes> all = QList<DocumentBytes>{documentBytes(*composed, u"sheets.pdf"_s)} + m_bound;
        afterwards(m_worker.toPdf(all), this, [this](const Result<QByteArray> &pdf) { finish(pdf); });
    });
}

void DossierMaker::finish(const Result<QByteArray> &pdf)
{
    if (!pdf || m_form == DossierForm::Pdf) {
        answer(pdf);
        return;
    }
    QList<DossierEntry> entries{{u"dossier.pdf"_s, *pdf}};
    for (const DocumentBytes &original : std::as_const(m_originals))
        entries << DossierEntry{u"documents/"_s + original.fileName, original.bytes};
    answer(dossierArchive(m_input, entries));
}

void DossierMaker::answer(const Result<QByteArray> &result)
{
    if (!m_promise)
        return;
    m_promise->addResult(result);
    m_promise->finish();
    m_promise.reset();
}

} // namespace PortDesk
