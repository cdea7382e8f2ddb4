// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/correctform.h"

#include "core/cases/rejection.h"
#include "core/cases/todolist.h"
#include "ui/desk/caseactions.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QStringList fieldPatterns(const QList<Reason> &reasons)
{
    QStringList patterns;
    for (const Reason &reason : reasons)
        patterns += reasonFields(reason);
    patterns.removeDuplicates();
    return patterns;
}

/// "/losingCarrier/pin" -> "losingCarrier_pin": part of the object name of an editor.
QString nameOf(const QString &pointer)
{
    return pointer.mid(1).replace(u'/', u'_');
}

QWidget *editorFor(const RequestField &field)
{
    if (!field.choices.isEmpty()) {
        auto *combo = new QComboBox;
        for (int i = 0; i < field.choices.size(); ++i)
            combo->addItem(field.choiceTexts.at(i), field.choices.at(i));
        combo->setCurrentIndex(combo->findData(field.value));
        combo->setObjectName(u"correct_%1Combo"_s.arg(nameOf(field.pointer)));
        return combo;
    }
    if (field.multiline) {
        auto *edit = new QPlainTextEdit(field.value);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(4 * edit->fontMetrics().lineSpacing());
        edit->setObjectName(u"correct_%1Edit"_s.arg(nameOf(field.pointer)));
        return edit;
    }
    auto *edit = new QLineEdit(field.value);
    edit->setObjectName(u"correct_%1Edit"_s.arg(nameOf(field.pointer)));
    if (field.pointer == u"/requestedDate")
        edit->setPlaceholderText(CorrectForm::tr("2026-12-15"));
    return edit;
}

} // namespace

CorrectForm::CorrectForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_context(context), m_fields(new QVBoxLayout), m_text(new QPlainTextEdit)
{
    m_fields->setSpacing(Spacing::M);
    addReasons();
    body()->addLayout(m_fields);
    for (const RequestField &field : requestFields(context.portCase, fieldPatterns(openReasonsOf(context.portCase)), *context.countries))
        addField(field);
    addOtherFields();
    m_text->setObjectName(u"correctTextEdit"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(4 * fontMetrics().lineSpacing());
    body()->addWidget(new FormField(tr("Note"), m_text));
    body()->addStretch(1);
    focusField(context.focus);
}

/// Every open reason in words; a tick says "dealt with" where no field of the request changes.
void CorrectForm::addReasons()
{
    const QList<Reason> reasons = openReasonsOf(m_context.portCase);
    if (reasons.isEmpty())
        addNote(tr("Every reason is answered. You can still correct the request."));
    for (const Reason &reason : reasons) {
        const RejectionReason *known = rejectionReason(reason.code);
        auto *title = new TextLabel(known ? known->title : reason.code, TextRole::Strong);
        body()->addWidget(title);
        if (known)
            addNote(known->fix);
        if (!reason.text.isEmpty())
            addNote(tr("“%1”").arg(reason.text));
        auto *answered = new QCheckBox(tr("Dealt with, nothing to change here"));
        answered->setObjectName(u"answered_%1Check"_s.arg(reason.code));
        answered->setProperty("code", reason.code);
        answered->setAccessibleName(tr("%1: dealt with").arg(title->text()));
        m_answered << answered;
        body()->addWidget(answered);
        QStringList papers;
        for (const QString &kind : reason.documents)
            papers << documentKindText(kind);
        if (!papers.isEmpty())
            addNote(tr("Hand in again: %1.").arg(papers.join(u", "_s)));
        if (reasonFields(reason).contains(u"/documents/*"_s)) {
            auto *open = new QPushButton(tr("Open Documents"));
            open->setObjectName(u"correctDocuments_%1Button"_s.arg(reason.code));
            connect(open, &QPushButton::clicked, this, [this] { Q_EMIT placeWanted(u"documents"_s); });
            body()->addWidget(open, 0, Qt::AlignLeft);
        }
    }
}

void CorrectForm::addField(const RequestField &field)
{
    const bool known = std::any_of(m_editors.cbegin(), m_editors.cend(), [&](const Editor &editor) { return editor.field.pointer == field.pointer; });
    if (known)
        return;
    auto *widget = new FormField(field.label, editorFor(field));
    QString shown = field.value;
    shown.replace(u'\n', u", "_s);
    widget->setHint(shown.isEmpty() ? tr("Empty so far.") : tr("So far: %1").arg(shown));
    m_fields->addWidget(widget);
    m_editors << Editor{field, widget};
}

void CorrectForm::addOtherFields()
{
    m_other = new QComboBox;
    m_other->setObjectName(u"correctOtherCombo"_s);
    m_other->addItem(tr("Choose a field…"));
    for (const RequestField &field : requestFields(m_context.portCase, allFieldPatterns(), *m_context.countries))
        m_other->addItem(field.label, field.pointer);
    connect(m_other, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            focusField(m_other->itemData(index).toString());
        m_other->setCurrentIndex(0);
    });
    body()->addWidget(new FormField(tr("Correct another field"), m_other));
}

/// Goes to a field, adding it when the reasons did not ask for it.
void CorrectForm::focusField(const QString &pointer)
{
    if (pointer.isEmpty())
        return;
    for (const RequestField &field : requestFields(m_context.portCase, {pointer}, *m_context.countries))
        addField(field);
    const QList<RequestField> wanted = requestFields(m_context.portCase, {pointer}, *m_context.countries);
    for (const Editor &editor : std::as_const(m_editors)) {
        if (wanted.isEmpty() || editor.field.pointer != wanted.first().pointer)
            continue;
        // After the sheet has shown the form, else the focus goes to the first widget again.
        QTimer::singleShot(0, editor.widget, [input = editor.widget->input()] { input->setFocus(Qt::OtherFocusReason); });
    }
}

QVariantMap CorrectForm::values() const
{
    QVariantMap values;
    for (const Editor &editor : m_editors) {
        const QString text = editor.widget->text().trimmed();
        if (text != editor.field.value)
            values.insert(editor.field.pointer, text);
    }
    QStringList answered;
    for (const QCheckBox *box : m_answered) {
        if (box->isChecked())
            answered << box->property("code").toString();
    }
    if (!answered.isEmpty())
        values.insert(u"answered"_s, answered);
    if (const QString text = m_text->toPlainText().trimmed(); !text.isEmpty())
        values.insert(u"text"_s, text);
    return values;
}

QString CorrectForm::problem()
{
    QVariantMap changed = values();
    changed.remove(u"text"_s);
    return changed.isEmpty() ? tr("Nothing has changed yet. Correct a field, or tick a reason that is dealt with.") : QString();
}

} // namespace PortDesk
