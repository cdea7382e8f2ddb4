// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSqlError;

namespace PortDesk {

/// What a failed statement means to people: locked, read-only, full, damaged ... with the next step. `file` is the store's file.
Error storageError(const QSqlError &error, const QString &file, const QString &statement = {});

/// The error of a store that may be read but not written.
Error readOnlyError(const QString &file);

} // namespace PortDesk
