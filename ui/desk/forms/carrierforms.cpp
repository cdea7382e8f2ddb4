// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/carrierforms.h"

#include "core/cases/pointer.h"
#include "core/cases/requestwriter.h"
#include "ui/models/requestfields.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keyvaluegrid.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

CarrierReferenceForm::CarrierReferenceForm(const FormContext &context, QWidget *parent) : ActionForm(parent), m_reference(new QLineEdit)
{
    const QString carrier = context.portCase.request.losingCarrier.name;
    const bool again = context.action == u"resubmit";
    addNote(again ? tr("Attempt %1 goes to %2.").arg(context.portCase.attempts.size() + 1).arg(carrier)
                  : tr("The request goes to %1. The customer is told to keep the old account open until every number has ported.").arg(carrier));
    if (again)
        addDiff(context);
    m_reference->setObjectName(u"carrierReferenceEdit"_s);
    auto *field = new FormField(tr("Carrier's reference"), m_reference);
    field->setHint(tr("The order number %1 gave, if there is one already.").arg(carrier));
    body()->addWidget(field);
    body()->addStretch(1);
}

/// What the carrier will see differently from the attempt before.
void CarrierReferenceForm::addDiff(const FormContext &context)
{
    if (context.portCase.attempts.isEmpty())
        return;
    const auto before = requestFromJson(context.portCase.attempts.last().sent);
    const QJsonObject old = before ? completeRequestJson(*before) : context.portCase.attempts.last().sent;
    const QJsonObject now = completeRequestJson(context.portCase.request);
    auto *card = new Card(tr("Changed since attempt %1").arg(context.portCase.attempts.size()));
    card->setObjectName(u"resubmitDiffCard"_s);
    auto *grid = new KeyValueGrid;
    bool any = false;
    for (const RequestField &field : requestFields(context.portCase, allFieldPatterns(), *context.countries)) {
        const QString was = requestFieldValue(old, field.pointer);
        if (was == field.value)
            continue;
        any = true;
        grid->addRow(field.label, tr("%1 → %2", "old and new value").arg(was.isEmpty() ? u"–"_s : was, field.value.isEmpty() ? u"–"_s : field.value));
    }
    if (!any)
        grid->addRow(tr("Request"), tr("the same as before"));
    card->body()->addWidget(grid);
    body()->addWidget(card);
}

QVariantMap CarrierReferenceForm::values() const
{
    return {{u"carrierReference"_s, m_reference->text().trimmed()}};
}

} // namespace PortDesk
