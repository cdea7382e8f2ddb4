// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/fieldbindings.h"

#include "core/cases/pointer.h"
#include "ui/widgets/formfield.h"
#include "ui/wizard/requestdraft.h"

#include <QHash>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

FieldBindings::FieldBindings(RequestDraft &draft, QObject *parent) : QObject(parent), m_draft(draft) {}

void FieldBindings::add(const QString &pointer, FormField *field, Getter get, Setter set)
{
    m_bindings << Binding{pointer, field, std::move(get), std::move(set)};
    const int index = int(m_bindings.size()) - 1;
    connect(field, &FormField::edited, this, [this, index] {
        if (m_loading)
            return;
        const Binding &binding = m_bindings.at(index);
        m_draft.edit([&](Request &request) { binding.set(request, binding.field->text()); });
    });
    connect(field, &FormField::editingFinished, this, [this, index] {
        if (m_loading)
            return;
        m_bindings[index].left = true;
        Q_EMIT left();
    });
}

void FieldBindings::clear()
{
    for (const Binding &binding : std::as_const(m_bindings))
        disconnect(binding.field, nullptr, this, nullptr);
    m_bindings.clear();
}

void FieldBindings::load()
{
    m_loading = true;
    for (const Binding &binding : std::as_const(m_bindings))
        binding.field->setText(binding.get(m_draft.request()));
    m_loading = false;
}

int FieldBindings::indexOf(const QString &pointer) const
{
    // The field of the pointer itself, else the nearest one above or below it.
    for (int i = 0; i < m_bindings.size(); ++i) {
        if (m_bindings.at(i).pointer == pointer)
            return i;
    }
    for (int i = 0; i < m_bindings.size(); ++i) {
        const QString &own = m_bindings.at(i).pointer;
        if (pointer.startsWith(own + u'/') || own.startsWith(pointer + u'/'))
            return i;
    }
    return -1;
}

QList<Problem> FieldBindings::showProblems(const QList<Problem> &problems, bool all)
{
    QHash<int, QString> errors;
    QHash<int, QString> warnings;
    QList<Problem> rest;
    for (const Problem &problem : problems) {
        const int index = indexOf(problem.field);
        if (index < 0 || m_bindings.at(index).field->isHidden()) {
            rest << problem;
            continue;
        }
        if (!problem.confirmed.isEmpty())
            continue; // looked at; Review tells the reason
        QHash<int, QString> &kind = problem.severity == Problem::Severity::Error ? errors : warnings;
        if (!kind.contains(index))
            kind.insert(index, problemText(problem));
    }
    for (int i = 0; i < m_bindings.size(); ++i) {
        const Binding &binding = m_bindings.at(i);
        const bool shown = all || binding.left;
        binding.field->setError(shown ? errors.value(i) : QString());
        binding.field->setWarning(shown ? warnings.value(i) : QString());
        if (all)
            binding.field->showError();
    }
    return rest;
}

bool FieldBindings::openOnly(const QStringList &pointers)
{
    QList<bool> open;
    for (const Binding &binding : std::as_const(m_bindings)) {
        open << std::any_of(pointers.cbegin(), pointers.cend(), [&](const QString &pointer) {
            return pointerMatches(pointer, binding.pointer) || pointerMatches(binding.pointer, pointer);
        });
    }
    const bool narrowed = open.contains(true) && open.contains(false);
    for (int i = 0; i < m_bindings.size(); ++i)
        m_bindings.at(i).field->setEnabled(!narrowed || open.at(i));
    return narrowed;
}

bool FieldBindings::focus(const QString &pointer)
{
    const int index = indexOf(pointer);
    if (index < 0)
        return false;
    FormField *field = m_bindings.at(index).field;
    field->setFocus(Qt::OtherFocusReason);
    field->showError();
    return true;
}

} // namespace PortDesk
