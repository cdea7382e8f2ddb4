// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QObject>

class QApplication;

namespace PortDesk {

/// Makes the application look like PortDesk: style, font, palette; one object in the composition root.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { Auto, Light, Dark };

    explicit Theme(QApplication &application, QObject *parent = nullptr);

    /// Auto follows the palette the desktop gave the program when it started.
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const { return m_dark; }
    const Tokens &tokens() const { return m_dark ? darkTokens() : lightTokens(); }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    Mode m_mode = Mode::Auto;
    bool m_desktopDark = false;
    bool m_dark = false;
};

/// "auto" "light" "dark", for the settings.
QString themeModeKey(Theme::Mode mode);
Theme::Mode themeModeFromKey(const QString &key);

} // namespace PortDesk
