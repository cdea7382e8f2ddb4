// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace PortDesk {

/// Writes a file a person chose the place of, whole or not at all. Error::Io: a sentence with the file's name, the reason and what to do.
Result<void> saveToFile(const QString &path, const QByteArray &bytes);

} // namespace PortDesk
