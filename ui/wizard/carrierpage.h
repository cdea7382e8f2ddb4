// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/formpage.h"

class QCheckBox;
class QDateEdit;
class QRadioButton;

namespace PortDesk {

/// The losing carrier, the account there, what happens to the rest of it, and the wished date.
class CarrierPage final : public FormPage
{
    Q_OBJECT
public:
    explicit CarrierPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Current carrier"); }
    QString stepSubtitle() const override { return request().losingCarrier.name; }
    QString nextWord() const override { return tr("current carrier"); }
    bool owns(const QString &pointer) const override;
    void enter() override;

private:
    void addAccount();
    void addScope();
    void addDate();
    void arrange();

    QRadioButton *m_full;
    QRadioButton *m_partial;
    QWidget *m_rest;
    QCheckBox *m_wish;
    QDateEdit *m_date;
    FormField *m_dateField;
    bool m_loading = false;
};

} // namespace PortDesk
