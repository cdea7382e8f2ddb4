// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/numbers/phonenumber.h"

#include <QDateTime>
#include <QJsonValue>

namespace PortDesk {

using OverrideId = Id<struct OverrideTag>;

/// A value of the country rules that the desk set itself instead of the supplied one.
struct RuleOverride {
    OverrideId id;
    int revision = 0;
    QString country;                       ///< "FR"
    NumberType type = NumberType::Unknown; ///< Unknown: every type of the country that has the value
    /// Where the value stands in a record: "leadTimeMaximum", "documents/csr", "fields/rio_code", "fields/rio_code/pattern".
    QString path;
    /// As the country file writes it. For a whole document or field: an object with the members to change, null = not asked.
    /// For another value null = not documented. For lists of sentences: the sentences.
    QJsonValue value;
    QString reason;
    QString source; ///< link that proves the value, "" = none
    QString by;
    QDateTime at;
    QDate from, until; ///< first and last day; invalid = no limit

    bool inForce(QDate day) const { return (!from.isValid() || from <= day) && (!until.isValid() || day <= until); }
    friend bool operator==(const RuleOverride &, const RuleOverride &) = default;
};

/// An override at work in a record.
struct AppliedOverride {
    RuleOverride rule;
    QJsonValue supplied; ///< what the pack supplies; null = not documented or not asked
};

/// An override that cannot be applied.
struct UnfitOverride {
    RuleOverride rule;
    QString why; ///< sentence
};

/// What happened to an override. Append-only.
struct OverrideEvent {
    OverrideId id;
    QDateTime at;
    QString who;
    QString what; ///< "set" "changed" "withdrawn"
    QString country;
    NumberType type = NumberType::Unknown;
    QString path;
    QJsonValue from; ///< of "changed" and "withdrawn"
    QJsonValue to;   ///< of "set" and "changed"
    QString reason;
};

} // namespace PortDesk
