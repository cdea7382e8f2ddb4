// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

#include <QTimeZone>
#include <QVariantMap>

namespace PortDesk {

/// Everything the message templates may name, from the case and the transition's own values. Instants are written in `zone`, port dates in their own.
/// `formatNumbers`: the numbers as people write them, for templates that list them; costly with many numbers, so E.164 otherwise.
QVariantMap messageValues(const OutgoingMessage &outgoing, const Case &portCase, const QTimeZone &zone, bool formatNumbers = true);

} // namespace PortDesk
