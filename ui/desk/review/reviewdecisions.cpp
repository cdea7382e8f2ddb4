// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// What the review decides: the verdict, what it stands on, and what is taken over. The rest of the class is in reviewview.cpp.
#include "ui/desk/review/reviewview.h"

#include "core/desk/desksession.h"
#include "core/evidence/takeover.h"
#include "ui/desk/review/factspane.h"
#include "ui/desk/review/reviewform.h"
#include "ui/desk/review/reviewhead.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/models/answer.h"
#include "ui/models/timewords.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

void ReviewView::showForm()
{
    const Review *review = reviewOf(m_details.portCase, m_document);
    const QList<Refusal> refused = refusals(m_details.portCase, u"review"_s, m_session.actor());
    const QString when = review ? TimeWords::pastText(review->at, m_session.clock().now(), m_session.zone()) : QString();
    m_form->showDocument(m_document, review, when, refused.isEmpty() ? QString() : refused.first().message);
    m_head->setDecidable(refused.isEmpty());
    if (m_known.contains(currentKey()))
        m_form->suggest(suggestedReasons(m_known.value(currentKey())));
    if (!review)
        m_form->suggest(m_signatureReasons);
}

void ReviewView::readSignatures(const DocumentBytes &document)
{
    const CountryRecord *rules = m_session.countries().record(m_details.portCase.country, m_details.portCase.type);
    const bool paperOnly = m_document.kind == u"loa" && rules && rules->signature == SignatureKind::Wet;
    whenAnswered(m_session.signatures(document), this, [this, ticket = m_ticket, paperOnly](const Result<SignatureFindings> &findings) {
        if (ticket != m_ticket || !findings)
            return;
        m_signature->showFindings(*findings, paperOnly);
        m_signatureReasons = signatureReasons(*findings, paperOnly);
        if (!reviewOf(m_details.portCase, m_document))
            m_form->suggest(m_signatureReasons);
    });
}

void ReviewView::decide(const QVariantMap &verdict)
{
    if (verdict.isEmpty())
        return;
    QVariantMap values = verdict;
    values.insert(u"document"_s, m_document.sha256);
    m_form->setBusy(true);
    const Case &portCase = m_details.portCase;
    whenAnswered(m_session.apply(portCase.id, portCase.revision, {u"review"_s, values, m_session.actor()}), this, [this](const Result<CaseDetails> &done) {
        m_form->setBusy(false);
        if (done)
            decided(*done);
        else
            refused(done.error());
    });
}

/// Where a supervisor may go on all the same the form asks why; everybody else learns what stands against it.
void ReviewView::refused(const Error &error)
{
    const QStringList parts = error.detail.split(u'|');
    if (error.code == Error::Code::Refused && mayOverride(u"review"_s, {{parts.value(0), error.message, parts.value(1)}}, m_session.actor()))
        m_form->askOverride(error.message);
    else
        m_form->showProblem(error.message);
}

void ReviewView::takeOver(int row)
{
    const Evidence fact = m_facts->evidence().facts.value(row);
    const Case &portCase = m_details.portCase;
    const QMap<QString, QString> taken = takenOver(portCase.request, fact);
    if (taken.isEmpty()) {
        m_bar->showMessage(State::Info, tr("“%1” does not fit into the form's fields by itself. Type it there.").arg(fact.found));
        return;
    }
    QVariantMap values{{u"source"_s, m_document.kind}};
    for (auto it = taken.cbegin(); it != taken.cend(); ++it)
        values.insert(it.key(), it.value());
    whenAnswered(m_session.apply(portCase.id, portCase.revision, {u"correct"_s, values, m_session.actor()}), this,
                 [this, label = factLabel(fact.fact)](const Result<CaseDetails> &done) {
        if (!done) {
            m_bar->showMessage(State::Problem, done.error().message);
            return;
        }
        m_bar->showMessage(State::Good, tr("%1 was taken over into the form. The timeline keeps the old value.").arg(label));
        showCase(*done);
        Q_EMIT caseChanged(*done);
    });
}

/// On to the next document nobody decided; the agent's hands stay on the keys.
void ReviewView::decided(const CaseDetails &details)
{
    m_details = details;
    const Review *review = reviewOf(details.portCase, m_document);
    const QString what = documentKindText(m_document.kind);
    const bool accepted = review && review->accepted;
    const QString said = accepted ? tr("%1 accepted.").arg(what) : tr("%1 refused.").arg(what);
    Q_EMIT caseChanged(details);
    const QList<CaseDocument> all = papers();
    const auto open = std::find_if(all.cbegin(), all.cend(), [&](const CaseDocument &document) { return !reviewOf(details.portCase, document); });
    m_bar->showMessage(accepted ? State::Good : State::Info, open == all.cend() ? tr("%1 Every document is decided.").arg(said) : said);
    if (open == all.cend())
        showForm();
    else
        openDocument(*open);
    m_viewer->pages()->setFocus();
}

} // namespace PortDesk
