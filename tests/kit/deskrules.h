// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/ruleoverride.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace PortDesk::Test {

/// A value the desk sets itself, entered by Anna Weber at testNow(), without days.
inline RuleOverride deskRule(const QString &path, const QJsonValue &value, NumberType type = NumberType::Geographic, const QString &country = QStringLiteral("DE"))
{
    RuleOverride rule;
    rule.country = country;
    rule.type = type;
    rule.path = path;
    rule.value = value;
    rule.reason = QStringLiteral("Told by the carrier.");
    rule.by = QStringLiteral("Anna Weber");
    rule.at = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    return rule;
}

/// Any JSON value from its text.
inline QJsonValue jsonValue(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().first();
}

} // namespace PortDesk::Test
