// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/actionsheet.h"

#include "ui/desk/caseactions.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

ActionSheet::ActionSheet(QWidget *parent) : SideSheet(parent)
{
    setObjectName(u"actionSheet"_s);
    connect(this, &SideSheet::accepted, this, &ActionSheet::apply);
    connect(this, &SideSheet::closed, this, [this] {
        m_form = nullptr;
        m_override = nullptr;
    });
}

void ActionSheet::open(const FormContext &context)
{
    m_action = context.action;
    m_form = makeActionForm(context, nullptr);
    m_form->setObjectName(u"actionForm"_s);
    connect(m_form, &ActionForm::placeWanted, this, &ActionSheet::placeWanted);
    m_override = nullptr;
    QWidget *content = context.refusal.isEmpty() ? m_form : withOverride(context.refusal);
    openWith(content, actionTitle(m_action), context.refusal.isEmpty() ? actionTitle(m_action) : tr("%1 All the Same").arg(actionTitle(m_action)));
}

/// What fails stands above the form, with the place for the reason that the timeline keeps.
QWidget *ActionSheet::withOverride(const QString &refusal)
{
    auto *bar = new MessageBar;
    bar->setObjectName(u"overrideBar"_s);
    bar->showMessage(State::Waiting, refusal);
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(u"overrideReasonEdit"_s);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(4 * edit->fontMetrics().lineSpacing());
    m_override = new FormField(tr("Why it goes on all the same"), edit);
    m_override->setRequired(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(bar);
    column->addWidget(m_override);
    column->addWidget(m_form, 1);
    return content;
}

void ActionSheet::apply()
{
    if (!m_form)
        return;
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    QVariantMap values = m_form->values();
    if (m_override) {
        const QString reason = m_override->text().trimmed();
        m_override->setError(reason.isEmpty() ? tr("Say why; the timeline keeps it with your name.") : QString());
        m_override->showError();
        if (reason.isEmpty()) {
            showProblem(tr("Say why it goes on all the same."));
            return;
        }
        values.insert(u"override"_s, reason);
    }
    clearMessage();
    Q_EMIT applyWanted(m_action, values);
}

} // namespace PortDesk
