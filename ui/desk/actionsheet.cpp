// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/actionsheet.h"

#include "ui/desk/caseactions.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

ActionSheet::ActionSheet(QWidget *parent) : SideSheet(parent)
{
    setObjectName(u"actionSheet"_s);
    connect(this, &SideSheet::accepted, this, &ActionSheet::apply);
    connect(this, &SideSheet::closed, this, [this] { m_form = nullptr; });
}

void ActionSheet::open(const FormContext &context)
{
    m_action = context.action;
    m_form = makeActionForm(context, nullptr);
    m_form->setObjectName(u"actionForm"_s);
    connect(m_form, &ActionForm::placeWanted, this, &ActionSheet::placeWanted);
    openWith(m_form, actionTitle(m_action), actionTitle(m_action));
}

void ActionSheet::apply()
{
    if (!m_form)
        return;
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    clearMessage();
    Q_EMIT applyWanted(m_action, m_form->values());
}

} // namespace PortDesk
