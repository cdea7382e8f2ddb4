// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace PortDesk {

class DeskSession;
class FilterChip;
class MessageBar;
class MessagesPane;
class Prompts;
class TextLabel;

/// All messages of the desk, unsent ones first in mind: the outbox.
class MessagesView final : public QWidget
{
    Q_OBJECT
public:
    MessagesView(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);
    void reload();

Q_SIGNALS:
    void caseWanted(const QString &reference);

private:
    DeskSession &m_session;
    TextLabel *m_count;
    FilterChip *m_unsent;
    MessageBar *m_bar;
    MessagesPane *m_pane;
    int m_newest = 0;
};

} // namespace PortDesk
