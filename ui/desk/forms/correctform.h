// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"
#include "ui/models/requestfields.h"

class QCheckBox;
class QComboBox;
class QPlainTextEdit;

namespace PortDesk {

class FormField;

/// Corrects the members of the request that the open reasons point to; what stands there now is shown below each field.
class CorrectForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit CorrectForm(const FormContext &context, QWidget *parent = nullptr);
    /// JSON pointers with the new values of what changed, and "answered": codes of the reasons that need no field.
    QVariantMap values() const override;
    QString problem() override;

private:
    void addReasons();
    void addField(const RequestField &field);
    void addOtherFields();
    void focusField(const QString &pointer);

    struct Editor {
        RequestField field;
        FormField *widget = nullptr;
    };
    FormContext m_context;
    QList<Editor> m_editors;
    QList<QCheckBox *> m_answered;
    QVBoxLayout *m_fields;
    QComboBox *m_other = nullptr;
    QPlainTextEdit *m_text;
};

} // namespace PortDesk
