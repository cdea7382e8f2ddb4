// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizardpage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

WizardPage::WizardPage(const QString &id, const WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(new TextLabel({}, TextRole::PageTitle)),
      m_sentence(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_bar(new MessageBar), m_body(new QVBoxLayout)
{
    setObjectName(id);
    m_title->setObjectName(u"pageTitleLabel"_s);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_bar->setObjectName(u"pageBar"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(Spacing::XS);
    column->addWidget(m_bar);
    m_body->setSpacing(Spacing::L);
    column->addLayout(m_body, 1);
    connect(&m_context.draft, &RequestDraft::checkedChanged, this, [this] {
        showProblems();
        Q_EMIT stepChanged();
    });
}

QList<Problem> WizardPage::problems() const
{
    QList<Problem> mine;
    for (const Problem &problem : m_context.draft.checked().problems) {
        if (owns(placeOf(problem)))
            mine << problem;
    }
    return mine;
}

bool WizardPage::hasErrors() const
{
    return PortDesk::hasErrors(problems());
}

void WizardPage::reveal()
{
    m_revealed = true;
    showProblems();
}

void WizardPage::setHeading(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
}

QString placeOf(const Problem &problem)
{
    const bool letter = problem.field == u"/documents" && problem.args.value(u"kind"_s).toString() == u"loa";
    return letter ? u"/documents/loa"_s : problem.field;
}

} // namespace PortDesk
