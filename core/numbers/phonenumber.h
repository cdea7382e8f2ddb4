// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace PortDesk {

/// Number types of the contract, with the words of docs and JSON.
enum class NumberType { Geographic, National, Mobile, TollFree, SharedCost, Premium, Voip, Unknown };

/// "geographic national mobile tollFree sharedCost premium voip unknown".
QString numberTypeKey(NumberType type);
/// The type of a key; Unknown for anything else.
NumberType numberTypeFromKey(const QString &key);
/// For people: "geographic", "toll-free", "shared-cost" ...
QString numberTypeText(NumberType type);

/// One telephone number as read from text.
struct PhoneNumber {
    QString input;     ///< as written
    QString e164;      ///< "+493012345678"; empty when it cannot be read at all
    QString country;   ///< ISO 3166 alpha-2, "" when unknown or non-geographic calling code
    NumberType type = NumberType::Unknown;
    bool possible = false; ///< length fits the country: may stop a form
    bool valid = false;    ///< falls into a known range: may only warn, ranges are newer than any table
    QString reason;        ///< "", "not-a-number", "invalid-country-code", "too-short", "too-long", "invalid-length", "local-only", "short-code", "unknown-range"
    QString national;      ///< national format
    QString international; ///< international format, "+49 30 12345678"
    QString range;         ///< the range text this number was expanded from, or ""
    bool duplicate = false; ///< an earlier entry of the same text has the same E.164

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
};

} // namespace PortDesk
