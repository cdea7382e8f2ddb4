// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/caseactions.h"
#include "ui/desk/review/evidencerows.h"

#include <QHash>
#include <QWidget>

class QAction;
class QStackedWidget;
class QTabBar;

namespace PortDesk {

class ActionSheet;
class CaseHead;
class DossierSaver;
class DeskSession;
class DocumentsTab;
class EmptyState;
class FeesTab;
class MessageBar;
class MessagesPane;
class NumbersTab;
class OverviewTab;
class Prompts;
class ReviewView;
class TimelineTab;

/// One case: head, steps, tabs, and the side sheet of the action under way. The same page serves the desk and the customer; the
/// stage table decides what each may do.
class CaseView final : public QWidget
{
    Q_OBJECT
public:
    CaseView(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);

    void openCase(CaseId id);
    void openCase(const QString &reference);
    /// Opens the case in its review.
    void reviewCase(CaseId id);
    CaseId caseId() const { return m_details.portCase.id; }
    const CaseDetails &details() const { return m_details; }
    /// Opens the form of an action, at `focus` (JSON pointer, document kind); a refused one shows why.
    void startAction(const QString &action, const QString &focus = {});
    /// Opens the review at a document (by its SHA-256), or at the first that nobody decided.
    void openReview(const QString &sha256 = {});
    /// The review from wherever in the case: at the document that is chosen in its tab, else at the first that nobody decided. Says so where there is none.
    void reviewDocuments();
    /// What reads the evidence of documents in the review.
    void setEvidenceRead(EvidenceRead read) { m_readEvidence = std::move(read); }
    /// "overview" "numbers" "documents" "fees" "timeline" "messages", or a JSON pointer.
    void showPlace(const QString &place);
    void reload();
    void tick();

Q_SIGNALS:
    void backWanted();
    void caseShown(const QString &reference);
    /// The customer mends a returned case: in the wizard, and not by a form.
    void correctionWanted(PortDesk::CaseId id);
    /// The country's rules, on a desk.
    void rulesWanted(const QString &country, PortDesk::NumberType type);

private:
    QWidget *makeHead();
    QWidget *makeTabs();
    void addTab(QWidget *tab, const QString &place, const QString &title);
    void connectParts();
    void load(const QFuture<Result<CaseDetails>> &future);
    void showDetails(const CaseDetails &details);
    void showFailed(const Error &error);
    void showTabTitles();
    void refuse(const QString &action);
    void openForm(const QString &action, const QString &focus, const QList<Difference> &differences = {}, const QString &refusal = {});
    void closeReview();
    bool isReviewing() const;
    void showRefusal(const Refusal &refusal);
    QAction *placeAction(const QString &place);
    void apply(const QString &action, const QVariantMap &values);
    void applied(const QString &action, const Result<CaseDetails> &result);
    void changedOutside();
    ActionContext context() const;

    DeskSession &m_session;
    Prompts &m_prompts;
    CaseDetails m_details;
    CaseHead *m_head;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QStackedWidget *m_whole;
    EmptyState *m_failed;
    MessageBar *m_bar;
    DossierSaver *m_dossier;
    OverviewTab *m_overview;
    NumbersTab *m_numbers;
    DocumentsTab *m_documents;
    FeesTab *m_fees;
    TimelineTab *m_timeline;
    MessagesPane *m_messages;
    ActionSheet *m_sheet;
    ReviewView *m_review = nullptr; ///< made when it is first wanted
    EvidenceRead m_readEvidence;
    bool m_reviewWanted = false; ///< as soon as the case is read
    QAction *m_goThere;
    QAction *m_override;
    QAction *m_reload;
    QStringList m_places;
    QString m_overriding; ///< action the bar's Override stands for
    QString m_goal; ///< where the bar's button leads
    int m_newest = 0;
};

} // namespace PortDesk
