// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/formpage.h"

class QCheckBox;
class QRadioButton;

namespace PortDesk {

/// Who owns the numbers, and who may sign for them.
class OwnerPage final : public FormPage
{
    Q_OBJECT
public:
    explicit OwnerPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Owner"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("owner"); }
    bool owns(const QString &pointer) const override;
    void enter() override;

private:
    void addOwner();
    void addPerson();
    void setKind(OwnerKind kind);
    void setSigns(bool owner);
    void followOwner();
    void arrange();

    QRadioButton *m_business;
    QRadioButton *m_person;
    QCheckBox *m_signs;
    FormField *m_company = nullptr;
    QWidget *m_signer;
    bool m_loading = false;
};

} // namespace PortDesk
