// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"
#include "ui/theme/theme.h"

#include <optional>

namespace PortDesk {

/// What a person chose, kept in the user's settings.
struct PersonalSettings {
    std::optional<Role> role; ///< nullopt = never asked
    QString name;
    QString address; ///< e-mail, sender of messages
    Theme::Mode theme = Theme::Mode::Auto;
    int zoom = 100; ///< percent

    static PersonalSettings load();
    void save() const;
};

/// Steps of the zoom, in percent.
QList<int> zoomSteps();

} // namespace PortDesk
