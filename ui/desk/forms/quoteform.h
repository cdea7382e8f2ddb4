// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace PortDesk {

class TextLabel;

/// One line of a quote being written.
class QuoteLineRow final : public QWidget
{
    Q_OBJECT
public:
    explicit QuoteLineRow(int index, QWidget *parent = nullptr);

    void set(const QString &label, int quantity, bool perNumber);
    void focusLabel();
    QString label() const;
    QString amount() const;
    int quantity() const;
    bool perNumber() const;
    /// Names the inputs by their place in the list.
    void setIndex(int index);

Q_SIGNALS:
    void changed();
    void removeWanted();

private:
    QLineEdit *m_label;
    QSpinBox *m_quantity;
    QLineEdit *m_amount;
    QCheckBox *m_perNumber;
    QAbstractButton *m_remove;
};

/// The fees: lines with label, quantity and amount, a currency, and the live total.
class QuoteForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit QuoteForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    QuoteLineRow *addLine(const QString &label, int quantity, bool perNumber);
    void removeLine(QuoteLineRow *row);
    void showTotal();
    QString currency() const;

    QList<QuoteLineRow *> m_rows;
    QVBoxLayout *m_lines;
    QComboBox *m_currency;
    TextLabel *m_total;
    int m_numbers;
};

} // namespace PortDesk
