// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/textrole.h"

#include <QApplication>
#include <QPixmapCache>
#include <QToolTip>

namespace PortDesk {
using namespace Qt::StringLiterals;

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent), m_application(application), m_desktopDark(application.palette().color(QPalette::Window).lightness() < 128)
{
    registerFonts();
    application.setStyle(new PortDeskStyle);
    application.setFont(textFont(TextRole::Body));
    QToolTip::setFont(textFont(TextRole::Body));
    m_dark = m_desktopDark;
    apply();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    const bool dark = mode == Mode::Dark || (mode == Mode::Auto && m_desktopDark);
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
}

void Theme::apply()
{
    QPixmapCache::clear();
    const QPalette palette = paletteFor(tokens());
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT changed();
}

QString themeModeKey(Theme::Mode mode)
{
    return mode == Theme::Mode::Light ? u"light"_s : mode == Theme::Mode::Dark ? u"dark"_s : u"auto"_s;
}

Theme::Mode themeModeFromKey(const QString &key)
{
    return key == u"light" ? Theme::Mode::Light : key == u"dark" ? Theme::Mode::Dark : Theme::Mode::Auto;
}

} // namespace PortDesk
