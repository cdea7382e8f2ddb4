// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"
#include "core/numbers/numberdata.h"
#include "core/places/businesscalendar.h"
#include "ui/models/timewords.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/prompts.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QAction *addEntry(QMenu *menu, const QString &text, const QString &name, const QKeySequence &keys = {})
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(keys);
    return action;
}

} // namespace

void MainWindow::makeMenus()
{
    menuBar()->setObjectName(u"menuBar"_s);
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    QAction *create = addEntry(menu, tr("&New Request…"), u"newRequestAction"_s, QKeySequence::New);
    QAction *letters = addEntry(menu, tr("&Route Scanned Letters…"), u"routeLettersAction"_s);
    menu->addSeparator();
    QAction *copy = addEntry(menu, tr("&Back Up…"), u"backupAction"_s);
    QAction *check = addEntry(menu, tr("&Verify Store"), u"verifyAction"_s);
    menu->addSeparator();
    QAction *quit = addEntry(menu, tr("&Quit"), u"quitAction"_s, QKeySequence::Quit);
    connect(create, &QAction::triggered, this, [this] { openRequest({}); });
    connect(menu, &QMenu::aboutToShow, letters, [this, letters] { letters->setVisible(m_workplace && m_workplace->role() != Role::Customer); });
    connect(letters, &QAction::triggered, this, [this] {
        if (m_workplace && m_workplace->role() != Role::Customer)
            m_workplace->routeLetters();
    });
    connect(copy, &QAction::triggered, this, &MainWindow::backup);
    connect(check, &QAction::triggered, this, &MainWindow::verify);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

/// Undo, cut, copy and paste go to the control that has the keyboard, like its own keys.
void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    const auto add = [this, menu](const QString &text, const QString &name, QKeySequence::StandardKey keys, const char *slot) {
        QAction *action = addEntry(menu, text, name, keys);
        action->setShortcutContext(Qt::WidgetShortcut); // the control under the keyboard answers the keys itself
        connect(action, &QAction::triggered, this, [this, slot] { editFocused(slot); });
    };
    add(tr("&Undo"), u"undoAction"_s, QKeySequence::Undo, "undo");
    add(tr("&Redo"), u"redoAction"_s, QKeySequence::Redo, "redo");
    menu->addSeparator();
    add(tr("Cu&t"), u"cutAction"_s, QKeySequence::Cut, "cut");
    add(tr("&Copy"), u"copyAction"_s, QKeySequence::Copy, "copy");
    add(tr("&Paste"), u"pasteAction"_s, QKeySequence::Paste, "paste");
    menu->addSeparator();
    QAction *find = addEntry(menu, tr("&Find Cases"), u"findAction"_s, QKeySequence::Find);
    connect(find, &QAction::triggered, this, [this] {
        if (m_workplace)
            m_workplace->focusSearch();
    });
}

void MainWindow::editFocused(const char *slot)
{
    QWidget *focused = QApplication::focusWidget();
    if (focused && focused->metaObject()->indexOfSlot(QByteArray(slot) + "()") >= 0)
        QMetaObject::invokeMethod(focused, slot);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    m_themes = new QActionGroup(this);
    const auto addTheme = [this, menu](const QString &text, const QString &name, Theme::Mode mode) {
        QAction *action = addEntry(menu, text, name);
        action->setCheckable(true);
        action->setChecked(m_settings.theme == mode);
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] {
            m_settings.theme = mode;
            m_settings.save();
            m_theme.setMode(mode);
        });
    };
    addTheme(tr("Colours of the &Desktop"), u"themeAutoAction"_s, Theme::Mode::Auto);
    addTheme(tr("&Light"), u"themeLightAction"_s, Theme::Mode::Light);
    addTheme(tr("Dar&k"), u"themeDarkAction"_s, Theme::Mode::Dark);
    menu->addSeparator();
    QMenu *zoom = menu->addMenu(tr("&Zoom"));
    m_zooms = new QActionGroup(this);
    for (const int step : zoomSteps()) {
        QAction *action = addEntry(zoom, tr("%1 %").arg(step), u"zoom%1Action"_s.arg(step));
        action->setCheckable(true);
        action->setChecked(m_settings.zoom == step);
        m_zooms->addAction(action);
        connect(action, &QAction::triggered, this, [this, step] {
            m_settings.zoom = step;
            m_settings.save();
            say(State::Info, tr("The size of %1 % holds from the next start.").arg(step));
        });
    }
    menu->addSeparator();
    QAction *tray = addEntry(menu, tr("Scanned L&etters"), u"showLettersAction"_s, QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(tray, &QAction::triggered, this, [this] {
        if (m_workplace)
            m_workplace->showLetters();
    });
    QAction *review = addEntry(menu, tr("Re&view Documents"), u"reviewAction"_s, QKeySequence(Qt::Key_F7));
    connect(review, &QAction::triggered, this, [this] {
        if (m_workplace && !m_workplace->reviewDocuments())
            say(State::Info, tr("Choose the case whose documents are to be reviewed."));
    });
    QAction *refresh = addEntry(menu, tr("&Refresh"), u"refreshAction"_s, QKeySequence::Refresh);
    connect(refresh, &QAction::triggered, this, [this] { minute(); });
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *action = addEntry(menu, tr("&About PortDesk"), u"aboutAction"_s);
    connect(action, &QAction::triggered, this, &MainWindow::about);
}

void MainWindow::about()
{
    const QString holidays = TimeWords::locale().toString(holidayDataDate(), u"d MMM yyyy"_s);
    m_prompts.message(this, State::Info, tr("About PortDesk"),
                      tr("PortDesk %1 with Qt %2.\nRules of %n country(ies); holidays as of %3.\nNumber data: %4.\nLicence: GPL-3.0-or-later. Tables: holidays from "
                         "date-holidays (CC BY-SA 3.0); addresses from localized-address-format (MIT) and the address data of Google and Mozilla (CC BY 4.0, MPL 2.0).",
                         nullptr, int(m_session.countries().codes().size()))
                          .arg(QLatin1StringView(PORTDESK_VERSION), QLatin1StringView(qVersion()), holidays, numberDataText(numberDataInUse())));
}

} // namespace PortDesk
