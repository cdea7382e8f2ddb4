// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/actionform.h"

#include "ui/desk/forms/carrierforms.h"
#include "ui/desk/forms/confirmform.h"
#include "ui/desk/forms/correctform.h"
#include "ui/desk/forms/outcomeform.h"
#include "ui/desk/forms/quoteform.h"
#include "ui/desk/forms/reasonsform.h"
#include "ui/desk/forms/scheduleform.h"
#include "ui/desk/forms/textforms.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

ActionForm::ActionForm(QWidget *parent) : QWidget(parent), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Spacing::M);
}

void ActionForm::addNote(const QString &text)
{
    auto *note = new TextLabel(text, TextRole::Body, TextLabel::Tone::Secondary);
    note->setWordWrap(true);
    m_body->addWidget(note);
}

ActionForm *makeActionForm(const FormContext &context, QWidget *parent)
{
    const QString &action = context.action;
    if (action == u"quote")
        return new QuoteForm(context, parent);
    if (action == u"return" || action == u"reject")
        return new ReasonsForm(context, parent);
    if (action == u"send-to-carrier" || action == u"resubmit")
        return new CarrierReferenceForm(context, parent);
    if (action == u"schedule")
        return new ScheduleForm(context, parent);
    if (action == u"correct")
        return new CorrectForm(context, parent);
    if (action == u"outcome")
        return new OutcomeForm(context, parent);
    if (action == u"confirm")
        return new ConfirmForm(context, parent);
    if (action == u"waive")
        return new WaiveForm(context, parent);
    if (action == u"complete")
        return new CompleteForm(context, parent);
    return new TextForm(context, parent);
}

} // namespace PortDesk
