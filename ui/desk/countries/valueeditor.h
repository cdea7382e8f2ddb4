// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QWidget>

class QCheckBox;

namespace PortDesk {

class FormField;

/// Edits one value of the country rules with the control that fits it: a number, a word of a list, text, one line per sentence, whether a
/// document or field is asked. A value of a shape it does not know is edited as JSON.
class ValueEditor final : public QWidget
{
    Q_OBJECT
public:
    /// `path` as RuleOverride::path. The editor's objectName is "<path with _>Editor", its input's "<path with _>Edit" (or Combo).
    ValueEditor(const QString &label, const QString &path, const QJsonValue &value, QWidget *parent = nullptr);

    QString path() const { return m_path; }
    bool isChanged() const;
    /// As RuleOverride::value takes it.
    QJsonValue value() const;
    /// A sentence when what was typed cannot be read (and shows it beside the input).
    QString problem();

Q_SIGNALS:
    void edited();

private:
    enum class Kind { Number, Word, Flag, Text, Lines, Words, Document, Field, Json };

    static Kind kindOf(const QString &path, const QJsonValue &value);
    QWidget *makeInput(const QJsonValue &value);
    QJsonValue entered() const;

    QString m_path;
    QJsonValue m_original;
    Kind m_kind;
    FormField *m_field;
    QCheckBox *m_undocumented = nullptr; ///< for values that may be without a source
};

} // namespace PortDesk
