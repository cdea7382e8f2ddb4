// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/prompts.h"

#include <QQueue>

namespace PortDesk {

/// Answers prepared by the test instead of a person. A question nobody prepared for fails the test and is answered with "no".
class FakePrompts final : public Prompts
{
public:
    void willConfirm(bool answer) { m_confirms.enqueue(answer); }
    void willOpen(const QStringList &files) { m_opens.enqueue(files); }
    void willType(const QString &password) { m_passwords.enqueue(password); }
    void willSave(const QString &file) { m_saves.enqueue(file); }

    bool confirm(QWidget *parent, const Question &question) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter) override;
    std::optional<QString> password(QWidget *parent, const QString &title, const QString &label) override;
    void message(QWidget *parent, State state, const QString &title, const QString &text) override;

    QList<Question> questions; ///< every confirm, in order
    QStringList messages;      ///< text of every message
    QStringList suggestedNames;
    /// True when every prepared answer was used.
    bool allUsed() const { return m_confirms.isEmpty() && m_opens.isEmpty() && m_saves.isEmpty() && m_passwords.isEmpty(); }

private:
    QQueue<bool> m_confirms;
    QQueue<QStringList> m_opens;
    QQueue<QString> m_saves;
    QQueue<QString> m_passwords;
};

} // namespace PortDesk
