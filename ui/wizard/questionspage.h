// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/formpage.h"

class QVBoxLayout;

namespace PortDesk {

class Card;
class TextLabel;

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
    void addQuestion(const Question &question, QVBoxLayout *column);
    QString hintOf(const Question &question) const;
    void refresh();

    QList<Question> m_shown;
    QWidget *m_form;
    QHash<QString, TextLabel *> m_perNumber; ///< "2 of 3 numbers have one", by pack id
    Card *m_aside;
    TextLabel *m_asideWords;
};

} // namespace PortDesk
