// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace PortDesk {

class MessageBar;
class Prompts;
class TextLabel;

/// Settings: which number data is in use and how old it is; loads a newer file, or goes back to the supplied one. Both hold from the next
/// start.
class NumberDataCard final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberDataCard(Prompts &prompts, QWidget *parent = nullptr);

private:
    void load();
    void drop();
    void refresh();
    void showPending();

    Prompts &m_prompts;
    TextLabel *m_inUse;
    MessageBar *m_bar;
    QPushButton *m_load;
    QPushButton *m_drop;
};

} // namespace PortDesk
