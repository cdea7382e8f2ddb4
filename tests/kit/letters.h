// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/letter.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/requestbuilder.h"

namespace PortDesk::Test {

/// A request whose values would break a careless page.
inline Request sampleRequest()
{
    Request request = RequestBuilder().build();
    request.owner = {OwnerKind::Business, QStringLiteral("Müller & <Söhne> \"GmbH\""), QStringLiteral("Anna"), QStringLiteral("O'Neill"), QStringLiteral("anna@example.org"), QStringLiteral("+493012345678")};
    request.authorisedPerson = {QStringLiteral("Zoë"), QStringLiteral("Ó Briain & Co"), QStringLiteral("Director <EMEA>"), QStringLiteral("zoe@example.org")};
    request.losingCarrier = {QStringLiteral("Tele & Com <AG>"), QStringLiteral("ACC-4711&2"), QStringLiteral("PIN<99>"), QStringLiteral("+49 30 23125010")};
    request.requestedDate = QDate(2026, 12, 15);
    return request;
}

inline CasePlan planFor(const Request &request, const QString &country, NumberType type)
{
    CasePlan plan;
    plan.country = country;
    plan.type = type;
    plan.carrier = request.losingCarrier;
    const QString example = exampleNumber(country, type);
    plan.numbers = {{parseNumber(example.isEmpty() ? QStringLiteral("+493023125017") : example, country), 0, request.addresses.first().id, {}, request.losingCarrier}};
    return plan;
}

/// The letter of a country for its example number.
inline Result<LetterContent> letterFor(const CountryPack &countries, const QString &country, const Request &request, NumberType type = NumberType::Geographic)
{
    return loaLetter(request, planFor(request, country, type), countries, QStringLiteral("PD-2041"), QDate(2026, 11, 23));
}

} // namespace PortDesk::Test
