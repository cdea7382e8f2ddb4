// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/overrideform.h"

#include "core/countries/rulepatch.h"
#include "core/countries/rulewords.h"
#include "ui/desk/countries/valueeditor.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QDateEdit *dateEdit(const QString &name, QDate day)
{
    auto *edit = new QDateEdit(day);
    edit->setObjectName(name);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(u"d MMM yyyy"_s);
    return edit;
}

/// Below the line's name in the title a value needs only its own part of the name.
QString editorLabel(const CountryRecord &record, const QString &path)
{
    const bool rule = path.count(u'/') == 1;
    if (rule)
        return path.startsWith("documents/"_L1) ? OverrideForm::tr("Is the document asked?") : OverrideForm::tr("Is the field asked?");
    const QString label = ruleLabel(record, path);
    const QString part = label.section(u": "_s, 1);
    if (part.isEmpty())
        return label;
    return part.at(0).toUpper() + part.mid(1);
}

} // namespace

OverrideForm::OverrideForm(const OverrideContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_scope(new QComboBox), m_reason(new QPlainTextEdit), m_source(new QLineEdit), m_from(dateEdit(u"overrideFromEdit"_s, context.today)),
      m_ends(new QCheckBox(tr("Holds until a day"))), m_until(dateEdit(u"overrideUntilEdit"_s, context.today.addMonths(1)))
{
    setObjectName(u"overrideForm"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    addSupplied(column);
    addEditors(column);
    addReason(column);
    addScope(column);
    addDays(column);
    column->addStretch(1);
}

void OverrideForm::addSupplied(QVBoxLayout *column)
{
    QStringList notes;
    for (const AppliedOverride &applied : m_context.line.overrides)
        notes << tr("Supplied: %1 %2", "name and value").arg(ruleLabel(*m_context.record, applied.rule.path), ruleText(applied.rule.path, applied.supplied));
    const QString text = notes.isEmpty() ? tr("Your value holds on this desk for every request from the first day on. The supplied one is kept and shown beside it.") : notes.join(u'\n');
    auto *note = new TextLabel(text, TextRole::Body, TextLabel::Tone::Secondary);
    note->setWordWrap(true);
    column->addWidget(note);
}

void OverrideForm::addEditors(QVBoxLayout *column)
{
    for (const QString &path : std::as_const(m_context.line.paths)) {
        const QJsonValue held = ruleValueAt(m_context.file, path);
        const bool dropped = path.count(u'/') == 1 && held.isUndefined();
        if (held.isUndefined() && !dropped)
            continue;
        auto *editor = new ValueEditor(editorLabel(*m_context.record, path), path, dropped ? QJsonValue(QJsonValue::Null) : held);
        m_editors << editor;
        column->addWidget(editor);
    }
}

void OverrideForm::addReason(QVBoxLayout *column)
{
    m_reason->setObjectName(u"overrideReasonEdit"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(4 * m_reason->fontMetrics().lineSpacing());
    m_source->setObjectName(u"overrideSourceEdit"_s);
    m_source->setPlaceholderText(u"https://"_s);
    if (!m_context.line.overrides.isEmpty()) {
        m_reason->setPlainText(m_context.line.overrides.first().rule.reason);
        m_source->setText(m_context.line.overrides.first().rule.source);
    }
    m_reasonField = new FormField(tr("Reason"), m_reason);
    m_reasonField->setRequired(true);
    connect(m_reasonField, &FormField::edited, this, [this] { m_reasonField->setError({}); });
    auto *source = new FormField(tr("Source"), m_source);
    source->setHint(tr("A link that proves the value, if there is one."));
    column->addWidget(m_reasonField);
    column->addWidget(source);
}

void OverrideForm::addScope(QVBoxLayout *column)
{
    m_scope->setObjectName(u"overrideScopeCombo"_s);
    m_scope->addItem(tr("%1 numbers of %2", "type and country").arg(numberTypeText(m_context.record->type), m_context.country->name), int(m_context.record->type));
    const bool single = m_context.country->records.size() == 1;
    if (!single)
        m_scope->addItem(tr("all types of numbers of %1").arg(m_context.country->name), int(NumberType::Unknown));
    const bool all = std::any_of(m_context.line.overrides.cbegin(), m_context.line.overrides.cend(), [](const AppliedOverride &o) { return o.rule.type == NumberType::Unknown; });
    m_scope->setCurrentIndex(all ? m_scope->count() - 1 : 0);
    auto *field = new FormField(tr("Holds for"), m_scope);
    column->addWidget(field);
    field->setVisible(!single);
}

void OverrideForm::addDays(QVBoxLayout *column)
{
    m_ends->setObjectName(u"overrideEndsBox"_s);
    auto *until = new FormField(tr("Last day"), m_until);
    until->setVisible(false);
    column->addWidget(new FormField(tr("First day"), m_from));
    column->addWidget(m_ends);
    column->addWidget(until);
    connect(m_ends, &QCheckBox::toggled, until, &QWidget::setVisible);
    if (m_context.line.overrides.isEmpty())
        return;
    const RuleOverride &rule = m_context.line.overrides.first().rule;
    if (rule.from.isValid())
        m_from->setDate(rule.from);
    if (rule.until.isValid()) {
        m_until->setDate(rule.until);
        m_ends->setChecked(true);
    }
}

NumberType OverrideForm::scope() const
{
    return NumberType(m_scope->currentData().toInt());
}

/// The override that stands at a place, or a new one for it.
RuleOverride OverrideForm::known(const QString &path) const
{
    for (const RuleOverride &rule : m_context.standing) {
        if (rule.path == path && rule.type == scope() && rule.country == m_context.country->code)
            return rule;
    }
    RuleOverride rule;
    rule.country = m_context.country->code;
    rule.type = scope();
    rule.path = path;
    return rule;
}

bool OverrideForm::isAmended(const RuleOverride &rule) const
{
    const QDate until = m_ends->isChecked() ? m_until->date() : QDate();
    return rule.id.isValid()
        && (rule.reason != m_reason->toPlainText().trimmed() || rule.source != m_source->text().trimmed() || rule.from != m_from->date() || rule.until != until);
}

QList<RuleOverride> OverrideForm::overrides() const
{
    const bool anyChanged = std::any_of(m_editors.cbegin(), m_editors.cend(), [](const ValueEditor *editor) { return editor->isChanged(); });
    QList<RuleOverride> rules;
    for (const ValueEditor *editor : m_editors) {
        RuleOverride rule = known(editor->path());
        // Without another value the reason and the days of what stands are amended.
        if (anyChanged ? !editor->isChanged() : !isAmended(rule))
            continue;
        if (editor->isChanged())
            rule.value = editor->value();
        rule.reason = m_reason->toPlainText().trimmed();
        rule.source = m_source->text().trimmed();
        rule.from = m_from->date();
        rule.until = m_ends->isChecked() ? m_until->date() : QDate();
        rules << rule;
    }
    return rules;
}

QString OverrideForm::problem()
{
    for (ValueEditor *editor : std::as_const(m_editors)) {
        if (const QString problem = editor->problem(); !problem.isEmpty())
            return problem;
    }
    if (overrides().isEmpty())
        return tr("Change a value first: nothing differs from what holds now.");
    if (!m_reason->toPlainText().trimmed().isEmpty())
        return {};
    m_reasonField->setError(tr("Say why in a sentence; it is shown beside the value."));
    m_reasonField->showError();
    return tr("Say why in a sentence.");
}

} // namespace PortDesk
