// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portcase.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// A line that follows the outcomes: per number when its quantity is the number of numbers, else in proportion
/// (half a minor unit is rounded up), because one amount may have been quoted for all numbers together.
QuoteLine chargedLine(const QuoteLine &line, qint64 ported, qint64 numbers)
{
    QuoteLine charged = line;
    if (line.quantity == numbers) {
        charged.quantity = int(ported);
        return charged;
    }
    if (ported < numbers) {
        const qint64 whole = line.unit.minor * line.quantity;
        charged.quantity = 1;
        charged.unit.minor = whole / numbers * ported + (whole % numbers * ported * 2 + numbers) / (2 * numbers);
    }
    return charged;
}

} // namespace

QString outcomeKey(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending: return u"pending"_s;
    case Outcome::Ported: return u"ported"_s;
    case Outcome::Failed: return u"failed"_s;
    case Outcome::Excluded: return u"excluded"_s;
    }
    return {};
}

std::optional<Outcome> outcomeFromKey(const QString &key)
{
    for (const Outcome outcome : {Outcome::Pending, Outcome::Ported, Outcome::Failed, Outcome::Excluded}) {
        if (outcomeKey(outcome) == key)
            return outcome;
    }
    return std::nullopt;
}

QString quoteAnswerKey(QuoteAnswer answer)
{
    switch (answer) {
    case QuoteAnswer::Open: return u"open"_s;
    case QuoteAnswer::Accepted: return u"accepted"_s;
    case QuoteAnswer::Declined: return u"declined"_s;
    case QuoteAnswer::DeemedAccepted: return u"deemedAccepted"_s;
    }
    return {};
}

Money Quote::total() const
{
    Money sum{0, currency};
    for (const QuoteLine &line : lines)
        sum.minor += line.unit.minor * line.quantity;
    return sum;
}

int Case::portedCount() const
{
    return int(std::count_if(numbers.cbegin(), numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Ported; }));
}

bool Case::allOutcomesKnown() const
{
    return std::none_of(numbers.cbegin(), numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Pending; });
}

QString Case::stageLabel() const
{
    const bool failed = std::any_of(numbers.cbegin(), numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Failed; });
    if (stage == Stage::Completed && failed)
        return u"Completed, %1 of %2"_s.arg(portedCount()).arg(numbers.size());
    return stageText(stage);
}

QList<QuoteLine> charges(const Case &portCase)
{
    const int ported = portCase.portedCount();
    if (portCase.stage != Stage::Completed || !portCase.quote || ported == 0)
        return {};
    QList<QuoteLine> lines;
    for (const QuoteLine &line : portCase.quote->lines)
        lines.append(line.perNumber ? chargedLine(line, ported, portCase.numbers.size()) : line);
    return lines;
}

} // namespace PortDesk
