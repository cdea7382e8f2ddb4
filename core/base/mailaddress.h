// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// True for a text that has the form of an e-mail address, blanks around it aside. Whether it exists only a message can tell.
bool isMailAddress(const QString &text);

} // namespace PortDesk
