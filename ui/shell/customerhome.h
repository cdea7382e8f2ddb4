// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace PortDesk {

class Card;
class CaseListModel;
class CaseListSource;
class DeskSession;
class EmptyState;
class MessageBar;
class Prompts;

/// The customer's home: unfinished requests and what became of those handed in.
class CustomerHome final : public QWidget
{
    Q_OBJECT
public:
    CustomerHome(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);
    void tick();

Q_SIGNALS:
    /// An invalid id is a new request.
    void requestWanted(PortDesk::DraftId draft);
    void caseActivated(PortDesk::CaseId id);
    /// A returned case is to be mended.
    void correctionWanted(PortDesk::CaseId id);

private:
    QWidget *makeHead();
    QWidget *makeLists();
    void reloadDrafts();
    void reloadReturned();
    void showReturned(const QList<CaseSummary> &cases);
    QWidget *returnedRow(const CaseSummary &summary);
    void showDrafts(const QList<Draft> &drafts);
    QWidget *draftRow(const Draft &draft);
    void deleteDraft(const Draft &draft);
    void copyDraft(const Draft &draft);
    void choosePage();

    DeskSession &m_session;
    Prompts &m_prompts;
    CaseListModel *m_cases;
    CaseListSource *m_source;
    MessageBar *m_bar;
    Card *m_returnedCard;
    QVBoxLayout *m_returned;
    Card *m_draftsCard;
    QVBoxLayout *m_drafts;
    Card *m_casesCard;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    int m_draftCount = 0;
    QList<CaseSummary> m_waiting; ///< returned cases
    QList<CaseId> m_begun;        ///< cases a draft corrects
};

} // namespace PortDesk
