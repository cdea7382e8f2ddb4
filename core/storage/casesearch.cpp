// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casesearch.h"

#include "core/base/folding.h"
#include "core/storage/caserow.h"
#include "core/storage/textquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString sortColumn(CaseSort sort)
{
    switch (sort) {
    case CaseSort::Updated:
        return u"c.updated_at"_s;
    case CaseSort::Reference:
        return u"c.reference_no"_s;
    case CaseSort::Owner:
        return u"c.owner_folded"_s;
    case CaseSort::Country:
        return u"c.country"_s;
    case CaseSort::Carrier:
        return u"c.carrier_folded"_s;
    case CaseSort::Stage:
        return u"c.stage_order"_s;
    case CaseSort::Due:
        return u"c.next_due"_s;
    case CaseSort::Numbers:
        return u"c.numbers"_s;
    }
    return u"c.updated_at"_s;
}

SqlCondition stageCondition(const QList<Stage> &stages)
{
    SqlCondition condition;
    if (stages.size() == 1)
        return {{u"c.stage = ?"_s}, {stageKey(stages.first())}};
    QStringList marks;
    for (Stage stage : stages) {
        marks.append(u"?"_s);
        condition.values.append(stageKey(stage));
    }
    // "+" keeps the planner on the index of the sort order: several stages are a large part of the rows, and a page stops after 200.
    condition.parts.append(u"+c.stage in (%1)"_s.arg(marks.join(u", ")));
    return condition;
}

SqlCondition conditionOf(const CaseQuery &query)
{
    SqlCondition all;
    if (!query.stages.isEmpty())
        all.add(stageCondition(query.stages));
    if (query.overdue)
        all.add({{u"c.next_due < ?"_s}, {query.now.toMSecsSinceEpoch()}});
    if (!query.country.isEmpty())
        all.add({{u"c.country = ?"_s}, {query.country}});
    if (!query.carrier.isEmpty())
        all.add({{u"c.carrier_folded = ?"_s}, {folded(query.carrier)}});
    all.add(textCondition(query.text));
    return all;
}

bool filtersStagesOnly(const CaseQuery &query)
{
    return !query.overdue && query.country.isEmpty() && query.carrier.isEmpty() && query.text.trimmed().isEmpty();
}

} // namespace

Result<CasePage> CaseSearch::find(const CaseQuery &query)
{
    const QString key = sortColumn(query.sort);
    const QString direction = query.descending ? u"desc"_s : u"asc"_s;
    SqlCondition condition = conditionOf(query);
    if (query.afterId.isValid())
        condition.add({{u"(%1, c.id) %2 (?, ?)"_s.arg(key, query.descending ? u"<"_s : u">"_s)}, {query.afterKey, query.afterId.value}});
    // Overdue cases are few: found by their own index and then sorted, instead of looking through every case in the list's order.
    const QString order = query.overdue ? u'+' + key : key;
    Statement select(m_connection, u"select %1, %2 from portcase c%3 order by %5 %4, c.id %4 limit ?"_s.arg(summaryColumns(), key, condition.where(),
                                                                                                            direction, order));
    const int limit = std::max(1, query.limit);
    condition.values.append(limit + 1); // one more tells whether there is another page
    if (auto done = select.runList(condition.values); !done)
        return done.error();
    CasePage page;
    while (select.next()) {
        if (page.rows.size() == limit) {
            page.more = true;
            break;
        }
        page.rows.append(summaryOf(select));
        page.lastKey = select.value(18);
        page.lastId = page.rows.last().id;
    }
    if (auto failure = select.failure())
        return *failure;
    return page;
}

Result<qint64> CaseSearch::count(const CaseQuery &query)
{
    if (filtersStagesOnly(query)) {
        auto counts = countByStage();
        if (!counts)
            return counts.error();
        qint64 sum = 0;
        for (Stage stage : query.stages.isEmpty() ? allStages() : query.stages)
            sum += counts->value(stage);
        return sum;
    }
    const SqlCondition condition = conditionOf(query);
    Statement select(m_connection, u"select count(*) from portcase c"_s + condition.where());
    if (auto done = select.runList(condition.values); !done)
        return done.error();
    return select.next() ? select.integer(0) : 0;
}

Result<QHash<Stage, qint64>> CaseSearch::countByStage()
{
    Statement select(m_connection, u"select stage, cases from stage_count"_s);
    if (auto done = select.run(); !done)
        return done.error();
    QHash<Stage, qint64> counts;
    while (select.next()) {
        if (const auto stage = stageFromKey(select.text(0)))
            counts.insert(*stage, select.integer(1));
    }
    if (auto failure = select.failure())
        return *failure;
    return counts;
}

} // namespace PortDesk
