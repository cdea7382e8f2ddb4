// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "ui/shell/settings.h"

#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QStackedWidget;

namespace PortDesk {

class DeskSession;
class MessageBar;
class Prompts;
class Theme;
class WizardView;
class Workplace;

/// The program's window: the first question, then the home of the person's role. Menus, shortcuts and what they do.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(DeskSession &session, Prompts &prompts, Theme &theme, QWidget *parent = nullptr);

    /// Opens the home of a role; remembered when `remember` is set.
    void openHome(Role role, const QString &name, bool remember = true);
    void connectDeskSettings(Workplace *home);
    /// The wizard: a new request, or a draft to go on with.
    void openRequest(DraftId draft);
    /// The wizard with a returned case: the draft that corrects it, or a new one.
    void openCorrection(CaseId id);
    Workplace *workplace() { return m_workplace; }
    WizardView *wizard() { return m_wizard; }

private:
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void start();
    void applySettings(const PersonalSettings &settings);
    void backup();
    void verify();
    void about();
    void editFocused(const char *slot);
    void setTitle(const QString &place);
    bool makeWizard(const QString &title);
    void showWizard(const std::optional<Draft> &draft);
    void closeWizard(const QStringList &references);
    void minute();
    void say(State state, const QString &text);

    DeskSession &m_session;
    Prompts &m_prompts;
    Theme &m_theme;
    PersonalSettings m_settings;
    QStackedWidget *m_stack;
    MessageBar *m_bar;
    Workplace *m_workplace = nullptr;
    WizardView *m_wizard = nullptr; ///< while a request is written
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_zooms = nullptr;
    QTimer m_minute;
};

} // namespace PortDesk
