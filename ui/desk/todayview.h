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

/// What is due: clocks that are overdue and clocks that end today.
class TodayView final : public QWidget
{
    Q_OBJECT
public:
    explicit TodayView(DeskSession &session, QWidget *parent = nullptr);
    void reload();

Q_SIGNALS:
    void caseActivated(PortDesk::CaseId id);
    void countChanged(int due, bool overdue);

private:
    Card *makeGroup(CaseListModel *model, const QString &title, const QString &tableName);
    void show(const CasePage &page);

    DeskSession &m_session;
    TextLabel *m_date;
    CaseListModel *m_overdueModel;
    CaseListModel *m_todayModel;
    Card *m_overdue;
    Card *m_today;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    int m_newest = 0;
};

} // namespace PortDesk
