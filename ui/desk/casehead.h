// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/dossier.h"
#include "ui/desk/caseactions.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace PortDesk {

class Badge;
class ElidedLabel;
class StepBar;
class TextLabel;

/// The top of a case page: who and what, stage, the one clock that matters, the next action, and the six steps.
class CaseHead final : public QWidget
{
    Q_OBJECT
public:
    explicit CaseHead(QWidget *parent = nullptr);

    void showCase(const CaseDetails &details, const CaseActions &actions, const ActionContext &context);
    /// Whom the words speak to; a desk is offered the dossier in the menu.
    void setReader(Role reader) { m_reader = reader; }

Q_SIGNALS:
    void actionWanted(const QString &action);
    void refusedActionChosen(const QString &action);
    void backWanted();
    /// The dossier of the case, for the desk or for the losing carrier.
    void dossierWanted(PortDesk::DossierAudience audience);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu(const CaseActions &actions);
    void addDossierEntries();
    void showPrimary(const QString &action);

    TextLabel *m_reference;
    ElidedLabel *m_owner;
    ElidedLabel *m_what;
    Badge *m_stage;
    TextLabel *m_clock;
    QPushButton *m_more;
    QMenu *m_menu;
    QPushButton *m_primary;
    Role m_reader = Role::Customer;
    QString m_primaryAction;
    StepBar *m_steps;
};

} // namespace PortDesk
