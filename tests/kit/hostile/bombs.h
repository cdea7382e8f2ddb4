// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace PortDesk::HostileFiles {

/// A zlib stream that unpacks to `count` times the same `piece`: 4 GB of zeros are 4 MB, and quickly made.
QByteArray deflatedRepeats(const QByteArray &piece, int count);

/// Raw deflate of pieces one after the other, each as often as it says, without ever unpacking them.
QByteArray deflatedParts(const QList<std::pair<QByteArray, int>> &pieces);

} // namespace PortDesk::HostileFiles
