// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scan.h"

#include <QStringList>

namespace PortDesk {

/// The names of scanners for a list, in their order. Where two have one name (of one model), the part of the driver's id in which they differ stands
/// behind it: "LiDE 300 (004)".
QStringList scannerNames(const QList<ScannerDevice> &devices);

} // namespace PortDesk
