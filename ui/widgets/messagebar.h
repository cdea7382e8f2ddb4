// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;

namespace PortDesk {

class TextLabel;

/// A sentence in the layout, above what it is about: what happened, why, and at most two actions. Hidden while it has nothing to say.
class MessageBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Info, Good, Waiting (= warning) or Problem (= error). The actions become buttons; the bar does not own them.
    void showMessage(State state, const QString &text, const QList<QAction *> &actions = {});
    void clear();
    QString text() const;
    State state() const { return m_state; }
    /// A close button at the end; off by default, because a cause that lasts keeps its bar.
    void setClosable(bool closable);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Info;
    TextLabel *m_text;
    QHBoxLayout *m_row;
    QList<QWidget *> m_buttons;
    QWidget *m_close;
};

} // namespace PortDesk
