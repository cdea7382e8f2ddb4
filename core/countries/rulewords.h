// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

namespace PortDesk {

/// A value's name for people: "Lead time, at most", "Customer Service Record", "RIO code: format". Path as RuleOverride::path; a
/// member that is new to the program is named by its key.
QString ruleLabel(const CountryRecord &record, const QString &path);

/// A value as text: "8", "wet ink", "fr, en", one line per sentence; "not documented, ask the carrier" for null.
QString ruleText(const QString &path, const QJsonValue &value);

/// What the program says where no source documents a value.
QString notDocumentedText();

} // namespace PortDesk
