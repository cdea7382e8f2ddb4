// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/requestsamples.h"

#include "tests/kit/casejourney.h"

namespace PortDesk::Test {

using namespace Qt::StringLiterals;

RequestBuilder partialRequest(const QString &remaining)
{
    RequestBuilder builder;
    builder.set(u"/port/scope"_s, u"partial"_s)
        .set(u"/port/remaining"_s, remaining)
        .set(u"/losingCarrier/billingNumber"_s, u"+49 30 23125010"_s);
    return builder;
}

RequestBuilder requestAbroad(const QString &country, const PostalAddress &address, const QString &number)
{
    RequestBuilder builder;
    builder.noNumbers().address({u"there"_s, address}).number(number, u"there"_s).set(u"/losingCarrier/billingNumber"_s, {});
    builder.set(u"/country"_s, country);
    return builder;
}

RequestBuilder americanRequest()
{
    return requestAbroad(u"US"_s, {{u"1 Main St"_s}, {}, u"New York"_s, u"NY"_s, u"10001"_s, u"US"_s}, u"+1 212 736 5000"_s);
}

RequestBuilder britishRequest()
{
    RequestBuilder builder = requestAbroad(u"GB"_s, {{u"1 High Street"_s}, {}, u"London"_s, {}, u"SW1A 1AA"_s, u"GB"_s}, u"+44 20 7946 0018"_s);
    builder.set(u"/port/scope"_s, u"partial"_s).set(u"/port/remaining"_s, u"keep"_s);
    return builder;
}

RequestBuilder frenchRequest()
{
    return requestAbroad(u"FR"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}, u"+33 1 42 68 53 00"_s);
}

PreflightResult judged(const Request &request)
{
    return judged(request, testCountries());
}

PreflightResult judged(const Request &request, const CountryPack &countries)
{
    return preflight(request, {countries, testNow().date()});
}

QStringList listed(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all.append(u"%1 %2 %3"_s.arg(problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s, problem.field, problem.code));
    return all;
}

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem &problem : problems)
        codes.append(problem.code);
    return codes;
}

} // namespace PortDesk::Test
