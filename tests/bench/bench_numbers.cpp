// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers read per second from pasted text, against a bare libphonenumber loop that finds out the same things, in the same run.
//   numbers              parseNumbers() against the loop, per second
//   numbers-paste        the way of a paste in the wizard on one thread against the loop, for the whole list
//   numbers-two-threads  the same on two threads against one
#include "core/numbers/numberbulk.h"
#include "tests/bench/benchjson.h"

#include <phonenumbers/phonenumberutil.h>

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <vector>

namespace {

constexpr int kNumbers = 50'000;
constexpr int kRounds = 3;

QStringList sample()
{
    const QStringList countries{QStringLiteral("US"), QStringLiteral("CA"), QStringLiteral("GB"), QStringLiteral("IE"), QStringLiteral("DE"),
                                QStringLiteral("FR"), QStringLiteral("ES"), QStringLiteral("IT"), QStringLiteral("NL")};
    QStringList lines;
    lines.reserve(kNumbers);
    for (int i = 0; i < kNumbers; ++i) {
        const QString example = PortDesk::exampleNumber(countries.at(i % countries.size()), PortDesk::NumberType::Geographic);
        const QString varied = example.chopped(4) + QStringLiteral("%1").arg((i * 7) % 10'000, 4, 10, QLatin1Char('0'));
        lines.append(i % 2 ? varied : PortDesk::parseNumber(varied, {}).international);
    }
    return lines;
}

/// Nanoseconds; `threads` 0 is parseNumbers() itself.
qint64 ours(const QString &text, int threads, qsizetype &valid)
{
    const QString country = QStringLiteral("DE");
    QElapsedTimer timer;
    timer.start();
    const PortDesk::ParsedNumbers parsed = threads ? PortDesk::parseManyNumbers(text, country, threads) : PortDesk::parseNumbers(text, country);
    const qint64 elapsed = timer.nsecsElapsed();
    valid = std::count_if(parsed.numbers.cbegin(), parsed.numbers.cend(), [](const PortDesk::PhoneNumber &number) { return number.valid; });
    return elapsed;
}

struct Plain {
    std::string e164, national, international, region;
    int type = 0;
    bool possible = false, valid = false;
};

qint64 reference(const std::vector<std::string> &lines, qsizetype &valid)
{
    using i18n::phonenumbers::PhoneNumberUtil;
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    QElapsedTimer timer;
    timer.start();
    std::vector<Plain> result;
    result.reserve(lines.size());
    for (const std::string &line : lines) {
        i18n::phonenumbers::PhoneNumber number;
        Plain plain;
        if (util.Parse(line, "DE", &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
            plain.possible = util.IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE;
            plain.valid = util.IsValidNumber(number);
            plain.type = util.GetNumberType(number);
            util.GetRegionCodeForNumber(number, &plain.region);
            util.Format(number, PhoneNumberUtil::E164, &plain.e164);
            util.Format(number, PhoneNumberUtil::NATIONAL, &plain.national);
            util.Format(number, PhoneNumberUtil::INTERNATIONAL, &plain.international);
        }
        result.push_back(std::move(plain));
    }
    const qint64 elapsed = timer.nsecsElapsed();
    valid = std::count_if(result.cbegin(), result.cend(), [](const Plain &plain) { return plain.valid; });
    return elapsed;
}

using Times = std::array<qint64, kRounds>;

double perSecond(const Times &times)
{
    return kNumbers * 1e9 / double(*std::min_element(times.begin(), times.end()));
}

double milliseconds(const Times &times)
{
    return double(*std::min_element(times.begin(), times.end())) / 1e6;
}

} // namespace

int main()
{
    const QStringList lines = sample();
    const QString text = lines.join(QLatin1Char('\n'));
    std::vector<std::string> plain;
    for (const QString &line : lines)
        plain.push_back(line.toStdString());
    std::array<Times, 3> mine{}; // by threads
    Times theirs{};
    qsizetype validTheirs = 0;
    for (int round = 0; round < kRounds; ++round) { // in turns, so that other work on the machine hits all of them
        theirs[round] = reference(plain, validTheirs);
        for (int threads = 0; threads < int(mine.size()); ++threads) {
            qsizetype valid = 0;
            mine[threads][round] = ours(text, threads, valid);
            if (valid != validTheirs)
                return 1;
        }
    }
    using PortDesk::Bench::printLine;
    printLine("numbers", perSecond(mine[0]), perSecond(theirs), "numbers/s");
    printLine("numbers-paste", milliseconds(mine[1]), milliseconds(theirs), "ms for 50,000 numbers on one thread");
    printLine("numbers-two-threads", milliseconds(mine[2]), milliseconds(mine[1]), "ms for 50,000 numbers, two threads against one");
    return 0;
}
