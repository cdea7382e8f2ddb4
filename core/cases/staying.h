// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"

namespace PortDesk {

/// A number of Request::staying.
struct StayingNumber
{
    PhoneNumber phone; ///< not possible when the entry cannot be read; its `input` is the entry then
    int entry = 0;     ///< index in Request::staying
};

/// Reads the numbers that stay, ranges expanded. Without country code they are read in the request's country, else in the first case's.
QList<StayingNumber> readStaying(const Request &request, const QList<CasePlan> &plans);

} // namespace PortDesk
