// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"

#include <QSettings>
#include <QStandardPaths>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

int &prepared(int &argc)
{
    useLargeOffscreen();
    return argc;
}

} // namespace

void useLargeOffscreen()
{
    if (const QByteArray platform = qgetenv("QT_QPA_PLATFORM"); platform.isEmpty() || platform == "offscreen")
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" PORTDESK_OFFSCREEN_CONFIG);
}

GuiTestApplication::GuiTestApplication(int &argc, char **argv) : application(prepared(argc), argv), theme(application)
{
    QCoreApplication::setOrganizationName(u"portdesk-test"_s);
    QCoreApplication::setApplicationName(u"portdesk-test"_s);
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    theme.setMode(Theme::Mode::Light);
    QCoreApplication::installTranslator(&plurals);
}

} // namespace PortDesk
