// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// The preflight of a request with 1,000 numbers, as the wizard runs it after every pause in typing, against reading the same 1,000
// numbers one by one; both in the same run, turn by turn. Milliseconds, medians.
//   preflight        the whole of it against the reading alone
//   preflight-rules  what it takes beyond the reading: resolving, splitting into cases, every check (target: below 20 ms)
#include "core/cases/preflight.h"
#include "core/numbers/numberparser.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/casejourney.h"

#include <QElapsedTimer>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kNumbers = 1000;
constexpr int kRounds = 31;

/// A request as a large customer's: lines of two areas, some of them mobile, each its own row.
Request largeRequest()
{
    RequestBuilder builder;
    builder.noNumbers();
    for (int i = 0; i < kNumbers; ++i) {
        const QString area = i % 10 == 9 ? u"+49151231"_s : i % 3 ? u"+4930231"_s : u"+4989231"_s;
        builder.number(area + u"%1"_s.arg(20'000 + i, 5));
    }
    return builder.build();
}

template<typename Work> double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

qsizetype readAll(const Request &request)
{
    qsizetype possible = 0;
    for (const RequestNumber &number : request.numbers)
        possible += parseNumber(number.number, request.country).possible;
    return possible;
}

} // namespace

int main()
{
    const Request request = largeRequest();
    const CountryPack &countries = testCountries();
    QList<double> whole, reading, rules;
    for (int round = 0; round < kRounds; ++round) {
        qsizetype possible = 0, judged = 0;
        const double reference = milliseconds([&] { possible = readAll(request); });
        const double ours = milliseconds([&] {
            const PreflightResult result = preflight(request, {countries, testNow().date()});
            for (const CasePlan &plan : result.cases)
                judged += plan.numbers.size();
        });
        if (possible != kNumbers || judged != kNumbers) {
            std::fprintf(stderr, "bench_preflight: %lld possible, %lld judged\n", qlonglong(possible), qlonglong(judged));
            return 1;
        }
        whole.append(ours);
        reading.append(reference);
        rules.append(ours - reference);
    }
    Bench::printLine("preflight", Bench::median(whole), Bench::median(reading), "ms for 1,000 numbers");
    Bench::printLine("preflight-rules", Bench::median(rules), Bench::median(reading), "ms beyond reading 1,000 numbers");
    return 0;
}
