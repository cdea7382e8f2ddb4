// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QComboBox;
class QPlainTextEdit;

namespace PortDesk {

class FormField;

/// Actions that need no more than a word: submit, accept and decline the quote, approve, cancel.
class TextForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit TextForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    QPlainTextEdit *m_text = nullptr;
    FormField *m_field = nullptr;
    bool m_required = false;
};

/// What completing means: what is charged and what becomes of failed numbers.
class CompleteForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit CompleteForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override { return {}; }
};

/// Waives a base document the carrier does not issue.
class WaiveForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit WaiveForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    void proposeReason();

    FormContext m_context;
    QComboBox *m_document;
    QPlainTextEdit *m_reason;
    FormField *m_reasonField;
};

} // namespace PortDesk
