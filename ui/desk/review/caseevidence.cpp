// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/caseevidence.h"

#include "core/desk/desksession.h"
#include "core/evidence/facts.h"
#include "core/evidence/picturecheck.h"

#include <QFutureWatcher>
#include <QPromise>

namespace PortDesk {

namespace {

/// The way from the store's bytes to the evidence; deletes itself when it has answered. Cancelling the outer future cancels the reading.
class CaseReading final : public QObject
{
public:
    CaseReading(DeskSession &session, const EvidenceOrder &order, const CaseDocument &document) : QObject(&session), m_session(session), m_order(order)
    {
        m_promise.start();
        connect(&m_cancelled, &QFutureWatcherBase::canceled, this, [this] { m_reading.cancel(); });
        m_cancelled.setFuture(m_promise.future());
        connect(&m_fetched, &QFutureWatcherBase::finished, this, &CaseReading::read);
        connect(&m_read, &QFutureWatcherBase::finished, this, &CaseReading::finish);
        m_fetched.setFuture(session.document(document.sha256, document.fileName));
    }
    QFuture<Result<DocumentEvidence>> future() const { return m_promise.future(); }

private:
    void read()
    {
        const auto fetched = m_fetched.future();
        if (fetched.resultCount() == 0 || !fetched.result())
            return answer(fetched.resultCount() == 0 ? Error{Error::Code::Cancelled, {}, {}} : fetched.result().error());
        m_order.document = *fetched.result();
        m_reading = m_session.evidence().read(m_order);
        m_read.setFuture(m_reading);
    }

    void finish()
    {
        answer(m_reading.resultCount() > 0 ? m_reading.result() : Result<DocumentEvidence>(Error{Error::Code::Cancelled, {}, {}}));
    }

    void answer(const Result<DocumentEvidence> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    DeskSession &m_session;
    EvidenceOrder m_order;
    QFutureWatcher<Result<DocumentBytes>> m_fetched;
    QFuture<Result<DocumentEvidence>> m_reading;
    QFutureWatcher<Result<DocumentEvidence>> m_read;
    QFutureWatcher<Result<DocumentEvidence>> m_cancelled;
    mutable QPromise<Result<DocumentEvidence>> m_promise;
};

QStringList countriesOf(const QList<Fact> &facts)
{
    QStringList countries;
    for (const Fact &fact : facts) {
        if (!fact.country.isEmpty() && !countries.contains(fact.country))
            countries << fact.country;
    }
    return countries;
}

} // namespace

EvidenceRead caseEvidence(DeskSession &session)
{
    return [&session](const Case &portCase, const CaseDocument &document) {
        EvidenceOrder order;
        order.kind = document.kind;
        order.facts = factsOf(portCase, document, session.countries());
        order.languages = recognitionLanguages(countriesOf(order.facts));
        order.today = session.clock().today(session.zone());
        return (new CaseReading(session, order, document))->future();
    };
}

} // namespace PortDesk
