// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/formpage.h"

namespace PortDesk {

/// What the country asks beyond the usual: the fields of its record that no other page holds.
class QuestionsPage final : public FormPage
{
    Q_OBJECT
public:
    explicit QuestionsPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override;
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("questions"); }
    bool owns(const QString &pointer) const override;
    void enter() override;

private:
    struct Question {
        FieldRule rule;
        QString country;
        friend bool operator==(const Question &a, const Question &b) { return a.rule.id == b.rule.id && a.rule.required == b.rule.required; }
    };
    QList<Question> questions() const;
    void rebuild();

    QList<Question> m_shown;
    QWidget *m_form;
};

} // namespace PortDesk
