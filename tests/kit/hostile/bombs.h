// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace PortDesk::HostileFiles {

/// A zlib stream that unpacks to `count` times the same `piece`: 4 GB of zeros are 4 MB, and quickly made.
QByteArray deflatedRepeats(const QByteArray &piece, int count);

} // namespace PortDesk::HostileFiles
