// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QPushButton;
class QStackedWidget;

namespace PortDesk {

class ConfirmationPage;
class Correction;
class DraftKeeper;
class EvidenceWatch;
class MessageBar;
class PageLock;
class ReviewPage;
class StepList;
class TextLabel;
class TodoPage;

/// The customer's way in: the list of steps, one page at a time, and the bar with Back and Next. Owns the draft, which is kept
/// in the store after every page and while typing.
class WizardView final : public QWidget
{
    Q_OBJECT
public:
    WizardView(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);
    ~WizardView() override;

    /// A new request; `values` may hold what is known already (country).
    void startNew(const Request &values = {});
    /// A new request with the values of an earlier one; `said` tells what was copied.
    void startCopy(const Request &values, const QString &said);
    /// Continues a stored draft at its page; that of a correction reads its case first.
    void resume(const Draft &draft);
    /// Opens a returned case for its customer: the pages filled with it, and of them open what the desk asks for.
    void startCorrection(const CaseDetails &details);
    /// The newest stored draft, or a new request when there is none.
    void resumeLatest();

    /// Opens the page with this objectName ("numbersPage").
    void openPage(const QString &id);
    /// Opens the page that mends a JSON pointer and puts the keyboard into its field.
    void openField(const QString &pointer);
    WizardPage *currentPage() const;
    const QList<WizardPage *> &pages() const { return m_pages; }
    RequestDraft &draft() { return *m_draft; }
    DraftKeeper &keeper() { return *m_keeper; }
    Correction &correction() { return *m_correction; }
    /// Saves what is there, now.
    void saveDraft();

Q_SIGNALS:
    /// The request was submitted and the person has read the confirmation.
    void finished(const QStringList &references);
    /// The person closed the wizard; the draft stays in the store (or was discarded).
    void cancelled();

private:
    void makePages();
    void makeSide();
    void makeFoot();
    QWidget *framed(QWidget *page);
    void connectDraft();
    void learnFacts();
    void open(int index);
    void resumeRequest(const Draft &draft);
    void resumeCorrection(const CaseDetails &details, const Draft &draft);
    void setCorrecting(bool correcting);
    void leaveUnchanged();
    void sendBack();
    void reloadCase();
    int stepFrom(int index, int by) const;
    bool isAsked(const WizardPage *page) const;
    void next();
    void back();
    void submit();
    void submitted(const QList<Case> &cases);
    void close();
    void discard();
    void showEarlier();
    void openEarlier();
    void keepAside();
    void refreshSteps();
    void refreshFoot();
    int pageOwning(const QString &pointer) const;
    int indexOf(const QString &id) const;

    DeskSession &m_session;
    Prompts &m_prompts;
    RequestDraft *m_draft;
    EvidenceWatch *m_evidence;
    Correction *m_correction;
    DraftKeeper *m_keeper;
    QList<WizardPage *> m_pages;
    QHash<const QWidget *, PageLock *> m_locks;
    QHash<const QWidget *, QWidget *> m_frames; ///< in the stack, by page
    TodoPage *m_todo = nullptr; ///< the first page of a correction
    ReviewPage *m_review = nullptr;
    ConfirmationPage *m_confirmation;
    StepList *m_steps;
    QWidget *m_side;
    QStackedWidget *m_stack;
    QWidget *m_foot;
    MessageBar *m_note; ///< what was copied or put aside
    MessageBar *m_saveBar;
    TextLabel *m_title;
    TextLabel *m_saved;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_back;
    QPushButton *m_next;
    int m_current = -1;
    int m_reached = -1; ///< last page that was opened
    bool m_submitting = false;
};

} // namespace PortDesk
