// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/fieldbindings.h"
#include "ui/wizard/wizardpage.h"

class QGridLayout;
class QLineEdit;

namespace PortDesk {

/// A page made of fields that are tied to members of the request.
class FormPage : public WizardPage
{
    Q_OBJECT
public:
    FormPage(const QString &id, const WizardContext &context, QWidget *parent = nullptr);

    void enter() override;
    void focusField(const QString &pointer) override;
    bool openOnly(const QStringList &pointers) override;

protected:
    void showProblems() override;

    /// A line edit with its label, tied to `pointer`.
    FormField *addLine(const QString &objectName, const QString &label, const QString &pointer, FieldBindings::Getter get, FieldBindings::Setter set);
    FieldBindings &fields() { return m_fields; }
    /// A section's heading in the body.
    void addSection(const QString &title);
    /// Puts fields side by side into the body; they keep equal widths.
    void addRow(const QList<QWidget *> &row);
    /// Problems that belong to no field: shown in the page's bar.
    virtual void showRest(const QList<Problem> &rest);

private:
    FieldBindings m_fields;
};

/// One sentence per problem, joined; "" when there is none.
QString problemSentences(const QList<Problem> &problems, int atMost = 3);

} // namespace PortDesk
