// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace PortDesk::HostileFiles {

/// The bytes with a few of them changed, moved, doubled, left out or replaced by telling figures; the same seed gives the same bytes everywhere.
QByteArray mutated(const QByteArray &bytes, quint32 seed);

} // namespace PortDesk::HostileFiles
