// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/reasonsform.h"

#include "core/base/folding.h"
#include "core/cases/rejection.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kRowHeight = 28;
constexpr int kCodeRole = Qt::UserRole;
constexpr int kSearchRole = Qt::UserRole + 1; ///< folded title, cause and the codes of other systems

} // namespace

ReasonsForm::ReasonsForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_rejection(context.action == u"reject"), m_search(new QLineEdit), m_list(new QListWidget), m_chosen(new TextLabel), m_text(new QPlainTextEdit)
{
    addNote(m_rejection ? tr("Pick every reason %1 gave. Each opens the fields it concerns.").arg(context.portCase.request.losingCarrier.name)
                        : tr("Pick what the customer has to change. Each reason opens the fields it concerns."));
    m_search->setObjectName(u"reasonSearchEdit"_s);
    m_search->setPlaceholderText(tr("PIN, name, 7429…"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"reasonsList"_s);
    m_list->setAccessibleName(tr("Reasons"));
    m_list->setMinimumHeight(220);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chosen->setWordWrap(true);
    m_chosen->setObjectName(u"chosenReasonsLabel"_s);
    m_text->setObjectName(u"reasonTextEdit"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(5 * fontMetrics().lineSpacing());
    m_textField = new FormField(m_rejection ? tr("The carrier's words") : tr("What to change, in words"), m_text);
    auto *search = new FormField(tr("Find a reason or a code"), m_search);
    body()->addWidget(search);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_chosen);
    body()->addWidget(m_textField);
    fill();
    if (!m_rejection)
        propose(context);
    connect(m_search, &QLineEdit::textChanged, this, &ReasonsForm::filter);
    connect(m_list, &QListWidget::itemChanged, this, &ReasonsForm::showChosen);
    connect(m_list, &QListWidget::itemActivated, this, [](QListWidgetItem *item) { item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked); });
    showChosen();
}

void ReasonsForm::fill()
{
    for (const RejectionReason &reason : rejectionCatalogue()) {
        auto *item = new QListWidgetItem(reason.title, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint({0, kRowHeight});
        item->setToolTip(reason.cause + u'\n' + reason.fix);
        item->setData(kCodeRole, reason.code);
        item->setData(kSearchRole, folded(QStringList{reason.title, reason.code, reason.cause, reason.aliases.join(u' ')}.join(u' ')));
    }
}

/// A return starts with what the review found: refused documents and facts that differ. Everything can be changed.
void ReasonsForm::propose(const FormContext &context)
{
    m_proposal = returnProposal(context.portCase, context.differences);
    if (m_proposal.isEmpty())
        return;
    m_text->setPlainText(m_proposal.text);
    int top = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        if (!m_proposal.reasons.contains(m_list->item(row)->data(kCodeRole).toString()))
            continue;
        QListWidgetItem *item = m_list->takeItem(row);
        item->setCheckState(Qt::Checked);
        m_list->insertItem(top++, item);
    }
}

void ReasonsForm::filter(const QString &text)
{
    const QString wanted = folded(text.trimmed());
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(item->checkState() != Qt::Checked && !item->data(kSearchRole).toString().contains(wanted));
    }
}

QStringList ReasonsForm::chosenCodes() const
{
    QStringList codes;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            codes << m_list->item(row)->data(kCodeRole).toString();
    }
    return codes;
}

void ReasonsForm::showChosen()
{
    QStringList titles;
    bool textRequired = false;
    for (const QString &code : chosenCodes()) {
        const RejectionReason *reason = rejectionReason(code);
        titles << reason->title;
        textRequired = textRequired || reason->textRequired;
    }
    m_chosen->setText(titles.isEmpty() ? tr("No reason picked yet.") : tr("Picked: %1.").arg(titles.join(u", "_s)));
    m_chosen->setTone(titles.isEmpty() ? TextLabel::Tone::Secondary : TextLabel::Tone::Normal);
    m_textField->setRequired(textRequired);
}

QVariantMap ReasonsForm::values() const
{
    QVariantMap values{{u"reasons"_s, chosenCodes()}, {u"text"_s, m_text->toPlainText().trimmed()}};
    if (!m_proposal.fields.isEmpty())
        values.insert(u"fields"_s, m_proposal.fields);
    if (!m_proposal.documents.isEmpty())
        values.insert(u"documents"_s, m_proposal.documents);
    return values;
}

QString ReasonsForm::problem()
{
    if (chosenCodes().isEmpty())
        return tr("Pick at least one reason.");
    if (m_textField->isRequired() && m_text->toPlainText().trimmed().isEmpty()) {
        m_textField->setError(tr("This reason needs words: say what the carrier wrote."));
        m_textField->showError();
        return tr("Say in words what the reason is.");
    }
    return {};
}

} // namespace PortDesk
