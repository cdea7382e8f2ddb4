// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSet>
#include <QStringList>

namespace PortDesk {

/// The numbers of a block that are taken into use, by the entries of RequestNumber::activate: a number or its ending ("10"), a stretch of
/// endings ("10-19"), or kActivateNone alone. No entries: all. Error::Invalid carries the entry that fits no number as `detail`.
Result<QSet<QString>> activatedNumbers(const QStringList &entries, const QStringList &e164);

} // namespace PortDesk
