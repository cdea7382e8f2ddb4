// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// The review of a case's documents: the part of CaseView that opens and leaves it.
#include "core/desk/desksession.h"
#include "ui/desk/actionsheet.h"
#include "ui/desk/caseview.h"
#include "ui/desk/review/reviewview.h"
#include "ui/desk/tabs/documentstab.h"
#include "ui/widgets/messagebar.h"

#include <QStackedWidget>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

void CaseView::reviewCase(CaseId id)
{
    openCase(id);
    m_reviewWanted = true;
}

void CaseView::openReview(const QString &sha256)
{
    if (!m_review) {
        m_review = new ReviewView(m_session);
        m_whole->addWidget(m_review);
        m_review->setEvidenceRead(m_readEvidence);
        connect(m_review, &ReviewView::backWanted, this, &CaseView::closeReview);
        connect(m_review, &ReviewView::caseChanged, this, &CaseView::showDetails);
        connect(m_review, &ReviewView::returnWanted, this, [this](const QList<Difference> &differences) { openForm(u"return"_s, {}, differences); });
    }
    m_bar->clear();
    m_whole->setCurrentWidget(m_review);
    m_review->open(m_details, sha256);
}

void CaseView::reviewDocuments()
{
    if (m_session.actor().role == Role::Customer || m_details.portCase.revision == 0 || m_sheet->isOpen() || isReviewing())
        return;
    const QList<CaseDocument> &papers = m_details.portCase.documents;
    if (std::any_of(papers.cbegin(), papers.cend(), [](const CaseDocument &paper) { return !paper.sha256.isEmpty(); }))
        openReview(m_documents->isVisible() ? m_documents->currentSha() : QString());
    else
        m_bar->showMessage(State::Info, tr("No document was handed in yet, so there is nothing to review."));
}

void CaseView::closeReview()
{
    m_sheet->close();
    m_review->close();
    m_whole->setCurrentIndex(0);
    showPlace(u"documents"_s);
    m_documents->setFocus();
}

bool CaseView::isReviewing() const
{
    return m_review && m_whole->currentWidget() == m_review;
}

} // namespace PortDesk
