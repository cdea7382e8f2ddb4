// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/confirmform.h"

#include "core/cases/casewarnings.h"
#include "ui/models/requestfields.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

ConfirmForm::ConfirmForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_open(openWarnings(context.portCase, {*context.countries, context.now, context.zone, context.ownDays})), m_warning(new QComboBox),
      m_words(new TextLabel), m_reason(new QPlainTextEdit)
{
    addNote(tr("Confirm what is right although a table says otherwise: the world is newer than any table. The reason is kept with the case."));
    m_warning->setObjectName(u"confirmWarningCombo"_s);
    m_warning->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Problem &problem : std::as_const(m_open)) {
        const QString label = requestFieldLabel(context.portCase, problem.field, *context.countries);
        m_warning->addItem(label.isEmpty() ? problemText(problem) : u"%1: %2"_s.arg(label, problemText(problem)), QString(problem.code + u' ' + problem.field));
    }
    m_warning->setCurrentIndex(qMax(0, m_warning->findData(context.focus)));
    m_words->setObjectName(u"confirmWarningText"_s);
    m_words->setWordWrap(true);
    m_reason->setObjectName(u"confirmReasonEdit"_s);
    m_reason->setTabChangesFocus(true);
    m_reasonField = new FormField(tr("Reason"), m_reason);
    m_reasonField->setRequired(true);
    body()->addWidget(new FormField(tr("Warning"), m_warning));
    body()->addWidget(m_words);
    body()->addWidget(m_reasonField);
    body()->addStretch(1);
    connect(m_warning, &QComboBox::currentIndexChanged, this, &ConfirmForm::showWarning);
    showWarning();
}

void ConfirmForm::showWarning()
{
    const int index = m_warning->currentIndex();
    m_words->setText(index >= 0 && index < m_open.size() ? problemText(m_open.at(index)) : QString());
}

QVariantMap ConfirmForm::values() const
{
    const int index = m_warning->currentIndex();
    if (index < 0 || index >= m_open.size())
        return {};
    return {{u"code"_s, m_open.at(index).code}, {u"field"_s, m_open.at(index).field}, {u"reason"_s, m_reason->toPlainText().trimmed()}};
}

QString ConfirmForm::problem()
{
    if (!m_reason->toPlainText().trimmed().isEmpty())
        return {};
    m_reasonField->setError(tr("Say why this is right as it stands."));
    m_reasonField->showError();
    return tr("Say why this is right as it stands.");
}

} // namespace PortDesk
