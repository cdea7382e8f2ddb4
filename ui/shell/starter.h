// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace PortDesk {

class MainWindow;
class Prompts;
class Theme;

/// Opens the store and then the main window, or the window that says why not.
class Starter final : public QObject
{
    Q_OBJECT
public:
    Starter(DeskSessionOptions options, Prompts &prompts, Theme &theme);
    ~Starter() override;

    /// Opens this role's home whatever was remembered.
    void setRole(Role role) { m_role = role; }
    void start();
    /// The window that is shown now: MainWindow or StoreProblem; null while the store opens.
    QWidget *window() const { return m_window.get(); }
    MainWindow *mainWindow() const;

Q_SIGNALS:
    void windowShown();

private:
    void opened(const Result<MigrationOutcome> &result);
    std::unique_ptr<QWidget> makeMain();
    std::unique_ptr<QWidget> makeProblem(const Error &error);

    DeskSessionOptions m_options;
    Prompts &m_prompts;
    Theme &m_theme;
    std::optional<Role> m_role;
    std::unique_ptr<DeskSession> m_session;
    std::unique_ptr<QWidget> m_window; ///< after the session: goes first
};

} // namespace PortDesk
