// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"
#include "ui/widgets/sidesheet.h"

namespace PortDesk {

class FormField;

/// The side sheet over the case page that asks what an action needs.
class ActionSheet final : public SideSheet
{
    Q_OBJECT
public:
    explicit ActionSheet(QWidget *parent);

    /// Opens with the form of `context.action`.
    void open(const FormContext &context);
    QString action() const { return m_action; }

Q_SIGNALS:
    void applyWanted(const QString &action, const QVariantMap &values);
    void placeWanted(const QString &place);

private:
    void apply();
    QWidget *withOverride(const QString &refusal);

    QString m_action;
    ActionForm *m_form = nullptr;      ///< while it is open
    FormField *m_override = nullptr;   ///< why a supervisor goes on although a guard fails; while it is open
};

} // namespace PortDesk
