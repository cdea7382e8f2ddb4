// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/messages/message.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace PortDesk {

class DeskSession;
class EmptyState;
class KeyValueGrid;
class MessageBar;
class MessagesModel;
class Prompts;
class TableView;
class TextLabel;

/// Messages of the outbox: list at the left, the chosen one at the right; save, open in the mail program, mark as sent.
class MessagesPane final : public QWidget
{
    Q_OBJECT
public:
    MessagesPane(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);

    void setMessages(const QList<Message> &messages);
    /// The "Case" column is of no use on a case's own page.
    void setCaseColumnVisible(bool visible);

Q_SIGNALS:
    void caseWanted(const QString &reference);

private:
    QWidget *makeList();
    QWidget *makeReader();
    void showCurrent();
    const Message *current() const;
    Result<QByteArray> eml(const Message &message) const;
    void save();
    void openInMailProgram();
    void markSent();

    DeskSession &m_session;
    Prompts &m_prompts;
    MessagesModel *m_model;
    TableView *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    MessageBar *m_bar;
    TextLabel *m_subject;
    KeyValueGrid *m_head;
    QPlainTextEdit *m_body;
    QPushButton *m_mark;
    std::unique_ptr<QTemporaryDir> m_folder; ///< messages opened in the mail program, until the program ends
};

} // namespace PortDesk
