// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/layerevidence.h"

#include "core/desk/desksession.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/facts.h"
#include "ui/models/answer.h"

#include <QCoreApplication>
#include <QPromise>

#include <algorithm>

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(LayerEvidence)
};

/// One document being read; deletes itself when it has answered.
class LayerReading final : public QObject
{
public:
    LayerReading(DeskSession &session, const Case &portCase, const CaseDocument &document)
        : QObject(&session), m_session(session), m_paper(document), m_facts(factsOf(portCase, document, session.countries()))
    {
        m_promise.start();
        whenAnswered(session.document(document.sha256, document.fileName), this, [this](const Result<DocumentBytes> &bytes) {
            if (!bytes)
                return finish(bytes.error());
            m_document = *bytes;
            whenAnswered(m_session.worker().inspect(m_document), this, [this](const Result<DocumentInfo> &info) {
                if (!info)
                    return finish(info.error());
                m_sizes = info->pageSizes.mid(0, kLayerPages);
                readPage();
            });
        });
    }
    QFuture<Result<DocumentEvidence>> future() const { return m_promise.future(); }

private:
    void readPage()
    {
        if (m_promise.isCanceled())
            return finish(Error{Error::Code::Document, Tr::tr("Reading was stopped."), {}});
        const int page = int(m_pages.size());
        if (page == m_sizes.size())
            return match();
        whenAnswered(m_session.worker().words(m_document, page), this, [this, page](const Result<QList<Word>> &words) {
            if (!words)
                return finish(words.error());
            m_pages.append(readingOf(*words, m_sizes.at(page)));
            readPage();
        });
    }

    void match()
    {
        const bool anyWords = std::any_of(m_pages.cbegin(), m_pages.cend(), [](const PageReading &page) { return !page.words.isEmpty(); });
        if (!anyWords)
            return finish(Error{Error::Code::Document, Tr::tr("%1 is a picture without text. Compare it with the case by eye, and mark what you find.").arg(m_paper.fileName), {}});
        DocumentEvidence evidence{m_paper.sha256, m_paper.kind, int(m_sizes.size()), TextSource::Layer, {}};
        evidence.facts = evidenceOf(m_facts, m_pages, m_session.clock().today(m_session.zone()));
        finish(evidence);
    }

    void finish(const Result<DocumentEvidence> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    DeskSession &m_session;
    CaseDocument m_paper;
    QList<Fact> m_facts;
    DocumentBytes m_document;
    QList<QSizeF> m_sizes;
    QList<PageReading> m_pages;
    mutable QPromise<Result<DocumentEvidence>> m_promise;
};

} // namespace

EvidenceRead layerEvidence(DeskSession &session)
{
    return [&session](const Case &portCase, const CaseDocument &document) { return (new LayerReading(session, portCase, document))->future(); };
}

} // namespace PortDesk
