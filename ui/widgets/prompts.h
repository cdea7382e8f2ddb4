// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace PortDesk {

/// A question before a destructive act that has no undo. The buttons are verbs; the safe one is the default.
struct Question {
    QString title;
    QString text;
    QString accept;         ///< "Delete Draft"
    QString reject;         ///< "Keep Draft"; "" = "Cancel"
    bool destructive = true;
};

/// Everything that stops a person with a window of its own. Passed in, so that tests answer instead of a person.
class Prompts
{
public:
    virtual ~Prompts() = default;
    virtual bool confirm(QWidget *parent, const Question &question) = 0;
    /// Paths, empty when the person changed their mind. `filter` as in QFileDialog ("Documents (*.pdf *.jpg)").
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter) = 0;
    /// A password, typed hidden; nothing when the person changed their mind.
    virtual std::optional<QString> password(QWidget *parent, const QString &title, const QString &label) = 0;
    virtual void message(QWidget *parent, State state, const QString &title, const QString &text) = 0;
};

/// The real dialogs.
class DialogPrompts final : public Prompts
{
public:
    bool confirm(QWidget *parent, const Question &question) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter) override;
    std::optional<QString> password(QWidget *parent, const QString &title, const QString &label) override;
    void message(QWidget *parent, State state, const QString &title, const QString &text) override;
};

} // namespace PortDesk
