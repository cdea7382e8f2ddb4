// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/formpage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

bool isInField(const QWidget *widget, const QWidget *page)
{
    for (; widget && widget != page; widget = widget->parentWidget()) {
        if (qobject_cast<const FormField *>(widget))
            return true;
    }
    return false;
}

} // namespace

FormPage::FormPage(const QString &id, const WizardContext &pageContext, QWidget *parent)
    : WizardPage(id, pageContext, parent), m_fields(pageContext.draft)
{
    connect(&m_fields, &FieldBindings::left, this, &FormPage::showProblems);
}

void FormPage::enter()
{
    m_fields.load();
    showProblems();
}

void FormPage::focusField(const QString &pointer)
{
    m_fields.focus(pointer);
}

bool FormPage::openOnly(const QStringList &pointers)
{
    const bool narrowed = m_fields.openOnly(pointers);
    // What stands outside of fields (kind of owner, scope) goes with the rest.
    for (QAbstractButton *button : findChildren<QAbstractButton *>()) {
        const bool choice = qobject_cast<QRadioButton *>(button) || qobject_cast<QCheckBox *>(button);
        if (choice && !isInField(button, this))
            button->setEnabled(!narrowed);
    }
    return narrowed;
}

void FormPage::showProblems()
{
    showRest(m_fields.showProblems(problems(), isRevealed()));
}

void FormPage::showRest(const QList<Problem> &rest)
{
    const QString text = isRevealed() ? problemSentences(rest) : QString();
    if (text.isEmpty())
        bar()->clear();
    else
        bar()->showMessage(PortDesk::hasErrors(rest) ? State::Problem : State::Waiting, text);
}

FormField *FormPage::addLine(const QString &objectName, const QString &label, const QString &pointer, FieldBindings::Getter get,
                             FieldBindings::Setter set)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    auto *field = new FormField(label, edit);
    m_fields.add(pointer, field, std::move(get), std::move(set));
    return field;
}

void FormPage::addSection(const QString &title)
{
    body()->addSpacing(Spacing::S);
    body()->addWidget(new TextLabel(title, TextRole::Section));
}

void FormPage::addRow(const QList<QWidget *> &row)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::L);
    for (QWidget *widget : row)
        line->addWidget(widget, 1, Qt::AlignTop);
    body()->addLayout(line);
}

QString problemSentences(const QList<Problem> &problems, int atMost)
{
    QStringList sentences;
    for (const Problem &problem : problems) {
        if (const QString text = problemText(problem); !sentences.contains(text))
            sentences << text;
    }
    const int more = int(sentences.size()) - atMost;
    sentences = sentences.mid(0, atMost);
    if (more > 0)
        sentences << FormPage::tr("There are %n more.", nullptr, more);
    return sentences.join(u' ');
}

} // namespace PortDesk
