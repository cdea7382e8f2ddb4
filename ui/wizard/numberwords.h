// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "ui/widgets/badge.h"

namespace PortDesk {

/// The verdict on a number in a few words, from its problem; Good without one.
BadgeContent numberBadge(const Problem &problem);

/// "14 numbers become 2 cases: 12 geographic, 1 mobile."
QString casesSentence(const PreflightResult &result);

/// An address on one line: "Königsallee 17, 50667 Köln".
QString addressLine(const PostalAddress &address);

} // namespace PortDesk
