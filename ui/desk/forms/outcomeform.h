// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QComboBox;
class QPlainTextEdit;
class QTableWidget;

namespace PortDesk {

class TextLabel;

/// The outcome of every number: ported, failed, excluded or still pending.
class OutcomeForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit OutcomeForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    void fill(const QList<CaseNumber> &numbers);
    void setAll(Outcome outcome);
    void count();
    Outcome outcomeOf(int row) const;

    QList<CaseNumber> m_before;
    QTableWidget *m_table;
    QList<QComboBox *> m_outcomes;
    TextLabel *m_summary;
    QPlainTextEdit *m_text;
};

} // namespace PortDesk
