// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"

#include <QJsonObject>

namespace PortDesk::Cli {

/// An instant as ISO 8601 in UTC, "" when invalid.
QString isoText(const QDateTime &at);
/// One row of `list`.
QJsonObject toJson(const CaseSummary &summary);
/// `show`: the whole case (contract section 1).
QJsonObject toJson(const CaseDetails &details);
/// The same for people.
QString toText(const CaseDetails &details);

} // namespace PortDesk::Cli
