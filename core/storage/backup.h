// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connection.h"

namespace PortDesk {

/// A consistent copy of the store, whole or not there at all: written aside, brought to the disk, then given its name.
/// Refuses to overwrite (Error::Invalid) and to run inside a transaction (Error::Internal).
Result<void> backUp(Connection &connection, const QString &file);

} // namespace PortDesk
