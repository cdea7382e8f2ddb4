// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/countries/ruleoverride.h"

#include <QJsonObject>

namespace PortDesk {

/// The value at a path of a record of a country file (see RuleOverride::path), without its sources; Undefined when nothing stands there.
QJsonValue ruleValueAt(const QJsonObject &record, const QString &path);

/// Writes an override into a record, with its source. Error::Invalid says why it does not fit the shape of the record; whether the
/// value itself is right is judged by whoever reads the record afterwards (readCountry).
Result<void> writeOverride(QJsonObject &record, const RuleOverride &rule);

} // namespace PortDesk
