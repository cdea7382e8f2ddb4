// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"

namespace PortDesk {

/// The request with every member the format has, empty ones too: what JSON pointers of corrections lead into.
QJsonObject completeRequestJson(const Request &request);

} // namespace PortDesk
