// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace PortDesk {

PersonalSettings PersonalSettings::load()
{
    const QSettings settings;
    PersonalSettings loaded;
    if (const QString key = settings.value(u"person/role"_s).toString(); !key.isEmpty()) {
        const Role role = roleFromKey(key);
        loaded.role = role == Role::Clock ? Role::Agent : role; // nobody is the clock
    }
    loaded.name = settings.value(u"person/name"_s).toString();
    loaded.address = settings.value(u"person/address"_s).toString();
    loaded.theme = themeModeFromKey(settings.value(u"view/theme"_s).toString());
    loaded.zoom = settings.value(u"view/zoom"_s, 100).toInt();
    if (!zoomSteps().contains(loaded.zoom))
        loaded.zoom = 100;
    return loaded;
}

void PersonalSettings::save() const
{
    QSettings settings;
    settings.setValue(u"person/role"_s, role ? roleKey(*role) : QString());
    settings.setValue(u"person/name"_s, name);
    settings.setValue(u"person/address"_s, address);
    settings.setValue(u"view/theme"_s, themeModeKey(theme));
    settings.setValue(u"view/zoom"_s, zoom);
}

QList<int> zoomSteps()
{
    return {80, 90, 100, 110, 125, 150};
}

} // namespace PortDesk
