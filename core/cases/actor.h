// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// Who acts in the process.
enum class Role { Customer, Agent, Supervisor, Clock };
QString roleKey(Role role); ///< "customer agent supervisor clock"
Role roleFromKey(const QString &key, Role fallback = Role::Agent);

struct Actor {
    Role role = Role::Agent;
    QString name; ///< "Anna Weber"; "clock" for the clock
};

} // namespace PortDesk
