// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A returned case in the wizard: the correcting part of WizardView.
#include "ui/models/answer.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/confirmationpage.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/pagelock.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/todopage.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QPushButton>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

void WizardView::setCorrecting(bool correcting)
{
    m_pages.removeAll(m_todo);
    if (correcting)
        m_pages.prepend(m_todo);
    else
        m_correction->end();
    m_draft->setOwnCase(m_correction->portCase().reference);
    m_title->setText(correcting ? tr("Correct %1").arg(m_correction->portCase().reference) : tr("Port your numbers"));
    m_earlier->setVisible(!correcting);
    m_discard->setText(correcting ? tr("Discard Changes…") : tr("Discard…"));
}

void WizardView::startCorrection(const CaseDetails &details)
{
    m_keeper->leave();
    m_note->clear();
    m_correction->begin(details);
    setCorrecting(true);
    learnFacts();
    m_reached = int(m_pages.size()) - 1;
    open(0);
}

void WizardView::resume(const Draft &draft)
{
    const CaseId corrected = correctedCase(draft);
    if (!corrected.isValid())
        return resumeRequest(draft);
    whenAnswered(m_session.details(corrected), this, [this, draft](const Result<CaseDetails> &details) {
        if (details)
            resumeCorrection(*details, draft);
        else
            m_note->showMessage(State::Problem, details.error().message);
    });
}

void WizardView::resumeCorrection(const CaseDetails &details, const Draft &draft)
{
    m_keeper->adopt(draft);
    const QString said = m_correction->resume(details, draft);
    setCorrecting(true);
    learnFacts();
    m_saved->setText(tr("Draft of %1").arg(QLocale().toString(draft.savedAt.toTimeZone(m_session.zone()), QLocale::ShortFormat)));
    m_reached = int(m_pages.size()) - 1;
    open(std::max(0, indexOf(draft.page)));
    if (!said.isEmpty())
        m_note->showMessage(m_correction->isWaiting() ? State::Waiting : State::Problem, said);
}

/// True while the desk asks for something on this page that is not done yet.
bool WizardView::isAsked(const WizardPage *page) const
{
    const QList<ToDoEntry> entries = m_correction->entries();
    return std::any_of(entries.cbegin(), entries.cend(), [page](const ToDoEntry &entry) { return !entry.done && !entry.place.isEmpty() && page->owns(entry.place); });
}

/// The next or the previous page; in a correction only those with something to do, or that were opened, lie on the way.
int WizardView::stepFrom(int index, int by) const
{
    const int last = int(m_pages.size()) - 1;
    for (int i = index + by; m_correction->isActive() && i > 0 && i < last; i += by) {
        const WizardPage *page = m_pages.at(i);
        const QList<ToDoEntry> entries = m_correction->entries();
        const bool asked = std::any_of(entries.cbegin(), entries.cend(), [page](const ToDoEntry &entry) { return !entry.place.isEmpty() && page->owns(entry.place); });
        if (asked || m_correction->isUnlocked(page->objectName()) || page->hasErrors())
            return i;
    }
    if (m_correction->isActive())
        return by > 0 ? last : 0;
    return std::clamp(index + by, 0, last);
}

void WizardView::sendBack()
{
    m_review->reveal();
    if (m_submitting || !m_review->maySubmit())
        return;
    m_submitting = true;
    m_keeper->stop();
    refreshFoot();
    whenAnswered(m_session.answerReturn(m_correction->answer(m_keeper->id()), m_draft->facts()), this, [this](const Result<CaseDetails> &sent) {
        m_submitting = false;
        if (sent) {
            submitted({sent->portCase});
            m_confirmation->showSentBack(sent->portCase);
            return;
        }
        m_keeper->resume();
        QList<QAction *> actions;
        if (sent.error().code == Error::Code::Conflict || sent.error().code == Error::Code::Refused) {
            auto *reload = new QAction(tr("Reload the Case"), m_review);
            reload->setObjectName(u"reloadCaseAction"_s);
            connect(reload, &QAction::triggered, this, &WizardView::reloadCase);
            actions << reload;
        }
        m_review->showFailure(sent.error().message, actions);
        refreshFoot();
    });
}

void WizardView::reloadCase()
{
    whenAnswered(m_session.details(m_correction->portCase().id), this, [this](const Result<CaseDetails> &details) {
        if (!details)
            return m_review->showFailure(details.error().message);
        const QString said = m_correction->rebase(*details);
        learnFacts();
        open(0);
        m_note->showMessage(m_correction->isWaiting() ? State::Waiting : State::Problem, said);
    });
}

/// Nothing was changed: no draft stays behind.
void WizardView::leaveUnchanged()
{
    if (!m_keeper->isClean()) { // its id is not known yet
        connect(m_keeper, &DraftKeeper::saved, this, &WizardView::leaveUnchanged, Qt::SingleShotConnection);
        connect(m_keeper, &DraftKeeper::failed, this, &WizardView::cancelled, Qt::SingleShotConnection);
        return m_keeper->saveNow();
    }
    m_keeper->stop();
    if (!m_keeper->id().isValid()) {
        Q_EMIT cancelled();
        return;
    }
    whenAnswered(m_session.deleteDraft(m_keeper->id()), this, [this](const Result<void> &) { Q_EMIT cancelled(); });
}

} // namespace PortDesk
