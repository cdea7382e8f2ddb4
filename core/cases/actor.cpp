// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actor.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

QString roleKey(Role role)
{
    switch (role) {
    case Role::Customer: return u"customer"_s;
    case Role::Agent: return u"agent"_s;
    case Role::Supervisor: return u"supervisor"_s;
    case Role::Clock: return u"clock"_s;
    }
    return {};
}

Role roleFromKey(const QString &key, Role fallback)
{
    for (const Role role : {Role::Customer, Role::Agent, Role::Supervisor, Role::Clock}) {
        if (roleKey(role) == key)
            return role;
    }
    return fallback;
}

} // namespace PortDesk
