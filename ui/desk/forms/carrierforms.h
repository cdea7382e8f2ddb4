// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QLineEdit;

namespace PortDesk {

/// Sends a case to the losing carrier, for the first time or (with what changed since the attempt before) again.
class CarrierReferenceForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit CarrierReferenceForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;

private:
    void addDiff(const FormContext &context);

    QLineEdit *m_reference;
};

} // namespace PortDesk
