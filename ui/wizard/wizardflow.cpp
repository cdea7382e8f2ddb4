// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// From page to page: the moving half of WizardView.
#include "ui/theme/portdeskstyle.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/confirmationpage.h"
#include "ui/wizard/correction.h"
#include "ui/models/answer.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/earlierrequests.h"
#include "ui/wizard/pagelock.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/todopage.h"
#include "ui/wizard/wizardview.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace PortDesk {
using namespace Qt::StringLiterals;

/// What intake found out about the files of a resumed draft is found out again.
void WizardView::learnFacts()
{
    for (const RequestDocument &document : m_draft->request().documents) {
        if (document.sha256.isEmpty() || m_draft->knowsFacts(document.sha256))
            continue;
        whenAnswered(m_session.document(document.sha256, document.file), this, [this](const Result<DocumentBytes> &stored) {
            if (!stored)
                return m_saveBar->showMessage(State::Problem, stored.error().message);
            whenAnswered(m_session.worker().inspect(*stored), this, [this, bytes = *stored](const Result<DocumentInfo> &info) {
                DocumentFacts facts{info.ok(), {}, {}, bytes.bytes.size(), info ? info->pages() : 0};
                if (!info) {
                    facts.problemCode = u"document.unreadable"_s;
                    facts.problemDetail = info.error().message;
                }
                m_draft->setFacts(bytes.sha256, facts);
            });
        });
    }
}

void WizardView::open(int index)
{
    if (m_submitting || index < 0 || index >= m_pages.size())
        return;
    if (m_current != index && m_current >= 0 && m_current < m_pages.size() && m_current < index)
        m_pages.at(m_current)->reveal(); // left behind: its problems are no surprise any more
    m_current = index;
    m_reached = qMax(m_reached, index);
    m_stack->setCurrentWidget(m_frames.value(m_pages.at(index)));
    if (auto *scroll = qobject_cast<QScrollArea *>(m_stack->currentWidget()))
        scroll->verticalScrollBar()->setValue(0);
    currentPage()->enter();
    m_locks.value(currentPage())->refresh();
    m_keeper->note(m_draft->request(), currentPage()->objectName(), m_draft->aside());
    m_keeper->saveNow();
    refreshSteps();
    currentPage()->focusField({});
}

void WizardView::next()
{
    if (currentPage() == m_review)
        return m_correction->isActive() ? sendBack() : submit();
    if (currentPage())
        open(stepFrom(m_current, 1));
}

void WizardView::back()
{
    if (currentPage())
        open(stepFrom(m_current, -1));
}

void WizardView::submit()
{
    m_review->reveal();
    if (m_submitting || !m_review->maySubmit())
        return;
    m_submitting = true;
    m_keeper->stop();
    refreshFoot();
    whenAnswered(m_session.submit(m_draft->request(), m_keeper->id(), m_draft->facts()), this, [this](const Result<QList<Case>> &cases) {
        m_submitting = false;
        if (cases)
            return submitted(*cases);
        m_keeper->resume();
        m_review->showFailure(cases.error().message);
        refreshFoot();
    });
}

void WizardView::submitted(const QList<Case> &cases)
{
    m_confirmation->show(cases);
    m_current = int(m_pages.size());
    m_stack->setCurrentWidget(m_frames.value(m_confirmation));
    m_foot->hide();
    m_side->setEnabled(false);
    refreshSteps();
    if (auto *done = m_confirmation->findChild<QPushButton *>(u"doneButton"_s))
        done->setFocus(Qt::OtherFocusReason);
}

void WizardView::saveDraft()
{
    if (currentPage())
        m_keeper->note(m_draft->request(), currentPage()->objectName(), m_draft->aside());
    m_keeper->saveNow();
}

void WizardView::close()
{
    if (m_correction->isActive() && !m_correction->hasChanges())
        return leaveUnchanged();
    saveDraft();
    Q_EMIT cancelled();
}

void WizardView::discard()
{
    const Question ofRequest{tr("Discard this request?"), tr("Everything you filled in is deleted. This cannot be undone."), tr("Discard Request"), tr("Keep Request")};
    const Question ofCorrection{tr("Discard these changes?"), tr("What you changed is deleted, and the case stays as the desk returned it. This cannot be undone."), tr("Discard Changes"), tr("Keep Changes")};
    if (!m_prompts.confirm(this, m_correction->isActive() ? ofCorrection : ofRequest))
        return;
    m_keeper->stop();
    if (!m_keeper->id().isValid()) {
        Q_EMIT cancelled();
        return;
    }
    whenAnswered(m_session.deleteDraft(m_keeper->id()), this, [this](const Result<void> &done) {
        if (done) {
            Q_EMIT cancelled();
            return;
        }
        m_keeper->resume();
        m_saveBar->showMessage(State::Problem, tr("The draft could not be discarded. %1").arg(done.error().message));
    });
}

/// Once what is here is in the store: then the list knows which draft is the open one, and nothing is lost by going to another.
void WizardView::showEarlier()
{
    saveDraft();
    if (m_keeper->isClean())
        return openEarlier();
    disconnect(m_keeper, &DraftKeeper::saved, this, &WizardView::openEarlier);
    connect(m_keeper, &DraftKeeper::saved, this, &WizardView::openEarlier, Qt::SingleShotConnection);
}

void WizardView::openEarlier()
{
    auto *dialog = new EarlierRequests(m_session, m_keeper->id(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EarlierRequests::continueWanted, this, [this](const Draft &draft) {
        m_keeper->leave();
        m_note->clear();
        resume(draft);
    });
    connect(dialog, &EarlierRequests::copyWanted, this, [this](const Request &values, const QString &said) {
        m_keeper->leave();
        startCopy(values, said);
    });
    dialog->open();
}

/// Answers to questions that no case asks any more go aside, and come back with their question. Said when more of them went.
void WizardView::keepAside()
{
    if (m_submitting || m_current >= m_pages.size() || !m_draft->isUpToDate())
        return;
    const auto before = answersAside(*m_draft).size();
    if (!sortAnswers(*m_draft) || answersAside(*m_draft).size() <= before)
        return;
    m_note->showMessage(State::Info, tr("Some answers do not apply to this request any more and are kept aside: %1. They come back when they are asked again.").arg(asideText(*m_draft)));
}

void WizardView::refreshSteps()
{
    QList<Step> steps;
    for (int i = 0; i < m_pages.size(); ++i) {
        const WizardPage *page = m_pages.at(i);
        Step step{page->objectName(), page->stepTitle(), page->stepSubtitle(), Step::Status::ToCome, i <= m_reached};
        const bool done = m_current >= m_pages.size();
        if (m_correction->isActive() && !done) {
            const bool open = page->hasErrors() || isAsked(page) || (page == m_todo && m_correction->openCount() > 0);
            step.status = open ? Step::Status::Problem : page == m_review ? Step::Status::ToCome : Step::Status::Done;
            step.enabled = true;
            steps << step;
            continue;
        }
        if (done || (i < m_reached && i != m_current))
            step.status = !done && page->hasErrors() ? Step::Status::Problem : Step::Status::Done;
        steps << step;
    }
    if (steps != m_steps->steps())
        m_steps->setSteps(steps);
    m_steps->setCurrentStep(m_current < m_pages.size() ? m_current : -1);
    refreshFoot();
}

void WizardView::refreshFoot()
{
    if (!currentPage())
        return;
    const bool last = currentPage() == m_review;
    m_back->setEnabled(m_current > 0 && !m_submitting);
    //: %1 is the next page's topic: "Next: numbers"
    const QString submit = m_correction->isActive() ? tr("&Send Back to the Desk") : tr("&Submit");
    m_next->setText(last ? (m_submitting ? tr("Submitting…") : submit) : tr("&Next: %1").arg(m_pages.at(stepFrom(m_current, 1))->nextWord()));
    m_next->setEnabled(!m_submitting && (!last || m_review->maySubmit()));
}

} // namespace PortDesk
