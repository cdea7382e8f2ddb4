// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers read per second from pasted text, against a bare libphonenumber loop that finds out the same things, in the same run.
#include "core/numbers/numberparser.h"

#include <phonenumbers/phonenumberutil.h>

#include <QElapsedTimer>
#include <QTextStream>

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

qint64 ours(const QString &text, qsizetype &valid)
{
    QElapsedTimer timer;
    timer.start();
    const PortDesk::ParsedNumbers parsed = PortDesk::parseNumbers(text, QStringLiteral("DE"));
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

} // namespace

int main()
{
    const QStringList lines = sample();
    const QString text = lines.join(QLatin1Char('\n'));
    std::vector<std::string> plain;
    for (const QString &line : lines)
        plain.push_back(line.toStdString());
    std::array<qint64, kRounds> mine{};
    std::array<qint64, kRounds> theirs{};
    qsizetype validMine = 0;
    qsizetype validTheirs = 0;
    for (int round = 0; round < kRounds; ++round) { // in turns, so that other work on the machine hits both
        theirs[round] = reference(plain, validTheirs);
        mine[round] = ours(text, validMine);
    }
    const auto perSecond = [](const std::array<qint64, kRounds> &times) { return kNumbers * 1e9 / double(*std::min_element(times.begin(), times.end())); };
    QTextStream(stdout) << QStringLiteral(R"({"name":"numbers","unit":"numbers/s","ours":%1,"reference":%2,"ratio":%3})")
                               .arg(perSecond(mine), 0, 'f', 0)
                               .arg(perSecond(theirs), 0, 'f', 0)
                               .arg(perSecond(mine) / perSecond(theirs), 0, 'f', 2)
                        << Qt::endl;
    return validMine == validTheirs ? 0 : 1;
}
