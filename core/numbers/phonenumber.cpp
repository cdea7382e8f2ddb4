// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/phonenumber.h"

#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct TypeWords {
    NumberType type;
    QLatin1StringView key;
    QLatin1StringView text;
};

constexpr std::array kTypes{
    TypeWords{NumberType::Geographic, "geographic"_L1, "geographic"_L1}, TypeWords{NumberType::National, "national"_L1, "national"_L1},
    TypeWords{NumberType::Mobile, "mobile"_L1, "mobile"_L1},             TypeWords{NumberType::TollFree, "tollFree"_L1, "toll-free"_L1},
    TypeWords{NumberType::SharedCost, "sharedCost"_L1, "shared-cost"_L1}, TypeWords{NumberType::Premium, "premium"_L1, "premium-rate"_L1},
    TypeWords{NumberType::Voip, "voip"_L1, "VoIP"_L1},                   TypeWords{NumberType::Unknown, "unknown"_L1, "unknown type"_L1},
};

const TypeWords &words(NumberType type)
{
    for (const TypeWords &entry : kTypes) {
        if (entry.type == type)
            return entry;
    }
    return kTypes.back();
}

} // namespace

QString numberTypeKey(NumberType type)
{
    return words(type).key;
}

NumberType numberTypeFromKey(const QString &key)
{
    for (const TypeWords &entry : kTypes) {
        if (entry.key == key)
            return entry.type;
    }
    return NumberType::Unknown;
}

QString numberTypeText(NumberType type)
{
    return words(type).text;
}

} // namespace PortDesk
