// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/staying.h"

#include <QMap>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The country pack says where a block of numbers moves only as a whole.
bool movesBlocksWhole(const Judgement &in, const CasePlan &plan)
{
    const CountryRecord *record = in.record(plan);
    return record && record->wholeBlocks.value_or(false);
}

/// A block of 10, 100, 1,000 or 10,000 numbers that begins where such a block begins.
bool isBlock(const QString &first, qsizetype count)
{
    qsizetype zeros = 0;
    for (qsizetype size = 1; size < count; size *= 10)
        ++zeros;
    qsizetype size = 1;
    for (qsizetype i = 0; i < zeros; ++i)
        size *= 10;
    return size == count && count > 1 && first.endsWith(QString(zeros, u'0'));
}

QString blockOf(const QString &e164)
{
    return e164.chopped(1);
}

void checkRanges(const Judgement &in, const CasePlan &plan, Findings &out)
{
    QMap<int, std::pair<QString, qsizetype>> rows; // first number and how many; the findings come in the order of the rows
    for (const ResolvedNumber &number : plan.numbers) {
        auto &row = rows[number.row];
        if (row.second++ == 0)
            row.first = number.phone.e164;
    }
    for (auto it = rows.cbegin(); it != rows.cend(); ++it) {
        const QString &written = in.request.numbers.at(it.key()).range;
        const auto &[first, count] = it.value();
        if (!written.isEmpty() && !isBlock(first, count))
            out.warning(pointerTo(u"/numbers"_s, it.key()) + u"/range"_s, u"range.not-a-block"_s,
                        {{u"range"_s, written}, {u"count"_s, int(count)}, {u"country"_s, in.countryName(plan.country)}});
    }
}

void checkNeighbours(const Judgement &in, const CasePlan &plan, const QHash<QString, QString> &staying, Findings &out)
{
    QSet<int> told; // one number of a row stands for it
    for (const ResolvedNumber &number : plan.numbers) {
        const QString neighbour = staying.value(blockOf(number.phone.e164));
        if (neighbour.isEmpty() || told.contains(number.row))
            continue;
        told.insert(number.row);
        out.warning(numberPlace(in.request, number.row), u"range.must-move-whole"_s,
                    {{u"number"_s, number.phone.e164}, {u"staying"_s, neighbour}, {u"country"_s, in.countryName(plan.country)}});
    }
}

} // namespace

void checkBlocks(const Judgement &in, Findings &out)
{
    QHash<QString, QString> staying;
    for (const StayingNumber &number : readStaying(in.request, in.plans)) {
        if (number.phone.possible)
            staying.insert(blockOf(number.phone.e164), number.phone.e164);
    }
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        if (!movesBlocksWhole(in, in.plans.at(i)))
            continue;
        checkRanges(in, in.plans.at(i), out);
        checkNeighbours(in, in.plans.at(i), staying, out);
    }
    out.ofCase(-1);
}

} // namespace PortDesk
