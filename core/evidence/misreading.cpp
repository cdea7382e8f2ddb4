// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/misreading.h"

#include "core/cases/ownername.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// What stands for what, plain: marks and capitals are gone, ß is "ss". Letters that name other streets in earnest (a and o, n and u) are not here.
constexpr std::array kPairs{std::pair{"l", "1"}, std::pair{"l", "i"}, std::pair{"l", "|"}, std::pair{"i", "1"}, std::pair{"i", "|"}, std::pair{"o", "0"}, std::pair{"rn", "m"},
                            std::pair{"cl", "d"}, std::pair{"vv", "w"}, std::pair{"ii", "u"}, std::pair{"ss", "b"}, std::pair{"ss", "8"}, std::pair{"ss", "13"}, std::pair{"b", "8"},
                            std::pair{"s", "5"}, std::pair{"z", "2"}, std::pair{"g", "9"}, std::pair{"fi", "fl"}};

bool isPair(QStringView a, QStringView b)
{
    return std::any_of(kPairs.cbegin(), kPairs.cend(), [&](const auto &pair) {
        return (a == QLatin1StringView(pair.first) && b == QLatin1StringView(pair.second)) || (b == QLatin1StringView(pair.first) && a == QLatin1StringView(pair.second));
    });
}

} // namespace

bool differsByMisreading(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same < shorter && a.at(same) == b.at(same))
        ++same;
    // What is alike at both ends may belong to the pair: "stras[s]e" and "stra[8]e".
    for (qsizetype front = same; front >= 0 && front >= same - 1; --front) {
        qsizetype back = 0;
        while (back < shorter - front && a.at(a.size() - 1 - back) == b.at(b.size() - 1 - back))
            ++back;
        for (qsizetype end = back; end >= 0 && end >= back - 1; --end) {
            if (isPair(QStringView(a).sliced(front, a.size() - end - front), QStringView(b).sliced(front, b.size() - end - front)))
                return true;
        }
    }
    return false;
}

Likeness likeness(const QString &wanted, const QString &shown)
{
    if (wanted == shown)
        return Likeness::Same;
    if (differsByMisreading(wanted, shown))
        return Likeness::Misread;
    const qsizetype size = std::min(wanted.size(), shown.size());
    const int limit = size >= 10 ? 2 : size >= 5 ? 1 : 0;
    return limit > 0 && editDistance(wanted, shown, limit) <= limit ? Likeness::Close : Likeness::Other;
}

Verdict verdictOf(Likeness likeness, const Paper &paper, const Hit &hit)
{
    if (likeness == Likeness::Same)
        return Verdict::Match;
    const bool unsure = std::any_of(hit.words.cbegin(), hit.words.cend(), [&paper](int word) { return paper.words().at(word).confidence < kSureLetters; });
    if (unsure)
        return Verdict::Unreadable;
    return likeness == Likeness::Misread ? Verdict::Match : Verdict::Differs;
}

} // namespace PortDesk
