// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/cases/caserepository.h"

#include <QWidget>

class QStackedWidget;

namespace PortDesk {

class Card;
class CaseListModel;
class DeskSession;
class EmptyState;
class TextLabel;

/// What is due: clocks that are overdue and clocks that end today; and scanned letters that wait to be assigned.
class TodayView final : public QWidget
{
    Q_OBJECT
public:
    explicit TodayView(DeskSession &session, QWidget *parent = nullptr);
    void reload();
    /// Letters in the tray, and files whose letters were not all taken out; nothing is shown where both are 0.
    void setLetters(int waiting, int unfinished);

Q_SIGNALS:
    void caseActivated(PortDesk::CaseId id);
    void lettersWanted();
    void countChanged(int due, bool overdue);

private:
    Card *makeGroup(CaseListModel *model, const QString &title, const QString &tableName);
    Card *makeLetters();
    void show(const CasePage &page);

    DeskSession &m_session;
    TextLabel *m_date;
    TextLabel *m_lettersText = nullptr;
    Card *m_letters;
    CaseListModel *m_overdueModel;
    CaseListModel *m_todayModel;
    Card *m_overdue;
    Card *m_today;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    int m_newest = 0;
};

} // namespace PortDesk
