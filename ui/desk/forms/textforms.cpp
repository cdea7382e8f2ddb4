// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/textforms.h"

#include "core/cases/outofdate.h"

#include "ui/models/casetables.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keyvaluegrid.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Words {
    QString note;
    QString label; ///< "" = no text
    bool required = false;
};

Words wordsFor(const FormContext &context)
{
    const QString &action = context.action;
    const QString total = context.portCase.quote ? formatMoney(context.portCase.quote->total()) : QString();
    if (action == u"submit")
        return {TextForm::tr("The porting desk looks at the request within one business day."), {}};
    if (action == u"accept-quote")
        return {TextForm::tr("Fees of %1 are accepted. Only numbers that port are charged.").arg(total), TextForm::tr("Note")};
    if (action == u"decline-quote")
        return {TextForm::tr("Fees of %1 are declined and the case is cancelled. The numbers stay where they are.").arg(total), TextForm::tr("Why"), true};
    if (action == u"approve")
        return {TextForm::tr("The request is complete and agrees with its documents. It can be sent to %1 next.").arg(context.portCase.request.losingCarrier.name),
                TextForm::tr("Note")};
    return {TextForm::tr("The case is closed for good and the customer is told. The numbers stay with %1.").arg(context.portCase.request.losingCarrier.name),
            TextForm::tr("Why"), true};
}

QPlainTextEdit *textEdit(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(5 * edit->fontMetrics().lineSpacing());
    return edit;
}

} // namespace

TextForm::TextForm(const FormContext &context, QWidget *parent) : ActionForm(parent)
{
    const Words words = wordsFor(context);
    addNote(words.note);
    m_required = words.required;
    if (!words.label.isEmpty()) {
        m_text = textEdit(u"actionTextEdit"_s);
        m_field = new FormField(words.label, m_text);
        m_field->setRequired(words.required);
        connect(m_field, &FormField::edited, this, [this] {
            if (m_required && !m_text->toPlainText().trimmed().isEmpty())
                m_field->setError({});
        });
        body()->addWidget(m_field);
    }
    body()->addStretch(1);
}

QVariantMap TextForm::values() const
{
    const QString text = m_text ? m_text->toPlainText().trimmed() : QString();
    return text.isEmpty() ? QVariantMap{} : QVariantMap{{u"text"_s, text}};
}

QString TextForm::problem()
{
    if (!m_required || !m_text->toPlainText().trimmed().isEmpty())
        return {};
    m_field->setError(tr("Say why in a sentence; it is kept in the timeline and told to the customer."));
    m_field->showError();
    return tr("Say why in a sentence.");
}

CompleteForm::CompleteForm(const FormContext &context, QWidget *parent) : ActionForm(parent)
{
    Case done = context.portCase;
    done.stage = Stage::Completed;
    const auto failed = std::count_if(done.numbers.cbegin(), done.numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Failed; });
    addNote(tr("%1 of %2 numbers ported. The case is closed and the customer is told.").arg(done.portedCount()).arg(done.numbers.size()));
    if (failed > 0)
        addNote(tr("A follow-up case is opened for the %n number(s) that failed.", nullptr, int(failed)));
    auto *card = new Card(tr("Charged"));
    auto *grid = new KeyValueGrid;
    const QList<QuoteLine> lines = charges(done);
    qint64 total = 0;
    for (const QuoteLine &line : lines) {
        total += line.unit.minor * line.quantity;
        grid->addRow(tr("%1 × %2").arg(line.quantity).arg(line.label), formatMoney({line.unit.minor * line.quantity, line.unit.currency}));
    }
    const QString currency = done.quote ? done.quote->currency : QString();
    grid->addRow(tr("Total"), lines.isEmpty() ? tr("nothing") : formatMoney({total, currency}));
    card->body()->addWidget(grid);
    body()->addWidget(card);
    body()->addStretch(1);
}

WaiveForm::WaiveForm(const FormContext &context, QWidget *parent) : ActionForm(parent), m_context(context), m_document(new QComboBox), m_reason(textEdit(u"waiveReasonEdit"_s))
{
    addNote(tr("The case goes on without this document. The reason is kept with it."));
    m_document->setObjectName(u"waiveDocumentCombo"_s);
    const QStringList tooOld = documentsOutOfDate(context.portCase, {*context.countries, context.now, context.zone}).kinds;
    for (const CaseDocument &document : context.portCase.documents) {
        const bool waivable = !document.unavailable.isEmpty() || tooOld.contains(document.kind);
        if (waivable && document.waived.isEmpty() && m_document->findData(document.kind) < 0)
            m_document->addItem(documentKindText(document.kind), document.kind);
    }
    const int wanted = m_document->findData(context.focus);
    m_document->setCurrentIndex(wanted < 0 ? 0 : wanted);
    m_reasonField = new FormField(tr("Reason"), m_reason);
    m_reasonField->setRequired(true);
    body()->addWidget(new FormField(tr("Document"), m_document));
    body()->addWidget(m_reasonField);
    body()->addStretch(1);
    connect(m_document, &QComboBox::currentIndexChanged, this, &WaiveForm::proposeReason);
    proposeReason();
}

/// The country's own fact when there is one, else what the customer declared.
void WaiveForm::proposeReason()
{
    const QString kind = m_document->currentData().toString();
    const CountryRecord *record = m_context.countries->record(m_context.portCase.country, m_context.portCase.type);
    const DocumentRule *rule = record ? record->document(kind) : nullptr;
    QString proposal = rule && rule->baseProcess ? rule->note : QString();
    for (const CaseDocument &document : m_context.portCase.documents) {
        if (proposal.isEmpty() && document.kind == kind)
            proposal = document.unavailable;
    }
    m_reason->setPlainText(proposal);
}

QVariantMap WaiveForm::values() const
{
    return {{u"document"_s, m_document->currentData().toString()}, {u"reason"_s, m_reason->toPlainText().trimmed()}};
}

QString WaiveForm::problem()
{
    if (!m_reason->toPlainText().trimmed().isEmpty())
        return {};
    m_reasonField->setError(tr("Say why the case may go on without this document."));
    m_reasonField->showError();
    return tr("Say why the case may go on without this document.");
}

} // namespace PortDesk
