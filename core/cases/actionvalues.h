// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/portcase.h"

#include <QVariantMap>

namespace PortDesk {

/// Values of an action come as text (command line) or as typed variants (forms); these read both.

QString textValue(const QVariantMap &values, const QString &key);
/// Comma-separated text or a list; empty entries are dropped.
QStringList listValue(const QVariantMap &values, const QString &key);

/// "reasons" and "text": known codes only. At least one reason, or a text, which then counts as OTHER when `textAlone`.
Result<QList<Reason>> reasonsValue(const QVariantMap &values, bool textAlone);

/// "amount" and "currency", or "lines" [{"label","quantity","unitAmount","perNumber"?}] and "currency". A line counts per number when it
/// says so, or by default when its quantity is `numbers`.
Result<Quote> quoteValue(const QVariantMap &values, int numbers);

/// A port date with its zone.
struct PortDate {
    QDateTime instant; ///< UTC
    QString zone;      ///< IANA name, or "UTC+01:00" when the offset is not that of the country
};
/// ISO 8601 with zone ("2026-12-15T10:00:00+01:00"), "2026-12-15 10:00 Europe/Berlin", or a QDateTime. `countryZone` names the date when its offset fits.
Result<PortDate> portDateValue(const QVariant &value, const QString &countryZone);

} // namespace PortDesk
