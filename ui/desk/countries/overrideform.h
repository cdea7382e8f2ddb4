// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"
#include "ui/models/rulesheet.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace PortDesk {

class FormField;
class ValueEditor;

/// What the form has to know about the line it changes.
struct OverrideContext {
    const Country *country = nullptr;
    const CountryRecord *record = nullptr;
    QJsonObject file;               ///< the record's, as it holds now
    RuleLine line;
    QList<RuleOverride> standing;   ///< of the country, those of later days too
    QDate today;
};

/// Sets the values of one line of the rules: an editor for each value, whom it concerns, from when to when, the reason and its source.
class OverrideForm final : public QWidget
{
    Q_OBJECT
public:
    explicit OverrideForm(const OverrideContext &context, QWidget *parent = nullptr);

    /// One override for each value that was changed; those that stand already are changed, not set again.
    QList<RuleOverride> overrides() const;
    /// A sentence when something is missing (and shows it beside its field), "" = ready.
    QString problem();

private:
    void addSupplied(QVBoxLayout *column);
    void addEditors(QVBoxLayout *column);
    void addScope(QVBoxLayout *column);
    void addReason(QVBoxLayout *column);
    void addDays(QVBoxLayout *column);
    RuleOverride known(const QString &path) const;
    bool isAmended(const RuleOverride &rule) const;
    NumberType scope() const;

    OverrideContext m_context;
    QList<ValueEditor *> m_editors;
    QComboBox *m_scope;
    QPlainTextEdit *m_reason;
    FormField *m_reasonField = nullptr;
    QLineEdit *m_source;
    QDateEdit *m_from;
    QCheckBox *m_ends;
    QDateEdit *m_until;
};

} // namespace PortDesk
