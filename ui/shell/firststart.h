// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"

#include <QWidget>

class QLineEdit;

namespace PortDesk {

class Card;
class FormField;

/// The first question: who is at the desk? Two cards; can be changed in the settings later.
class FirstStart final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStart(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(PortDesk::Role role, const QString &name);

private:
    Card *makeCustomerCard();
    Card *makeDeskCard();
    void openDesk();

    QLineEdit *m_name;
    FormField *m_nameField;
};

/// The full name of the person who is signed in to the computer, or "".
QString systemUserName();

} // namespace PortDesk
