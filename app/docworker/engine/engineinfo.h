// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// Names and versions of the engines inside the worker, for the log and the About page.
QString engineVersions();

} // namespace PortDesk
