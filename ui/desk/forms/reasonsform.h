// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;

namespace PortDesk {

class FormField;
class TextLabel;

/// Coded reasons of a return or of the carrier's rejection, searched in the catalogue, with words of one's own.
class ReasonsForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit ReasonsForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    void fill();
    void propose(const FormContext &context);
    void filter(const QString &text);
    void showChosen();
    QStringList chosenCodes() const;

    bool m_rejection;
    ReturnProposal m_proposal; ///< of a return
    QLineEdit *m_search;
    QListWidget *m_list;
    TextLabel *m_chosen;
    QPlainTextEdit *m_text;
    FormField *m_textField;
};

} // namespace PortDesk
