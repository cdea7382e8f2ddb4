// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "ui/desk/forms/actionform.h"

class QComboBox;
class QPlainTextEdit;

namespace PortDesk {

class FormField;
class TextLabel;

/// Why a warning is right as it stands; the chosen one in full words.
class ConfirmForm final : public ActionForm
{
    Q_OBJECT
public:
    /// `context.focus` is "CODE POINTER" of the warning to begin with.
    explicit ConfirmForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    void showWarning();

    QList<Problem> m_open;
    QComboBox *m_warning;
    TextLabel *m_words;
    QPlainTextEdit *m_reason;
    FormField *m_reasonField;
};

} // namespace PortDesk
