// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ruleusagetable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString closedSql()
{
    return u"c.stage in ('completed', 'cancelled')"_s;
}

SqlCondition concernedBy(const UsageQuery &query)
{
    SqlCondition condition{{u"c.country = ?"_s, u"c.type = ?"_s, u"(not (%1) or c.stage_since >= ?)"_s.arg(closedSql())},
                           {query.country, numberTypeKey(query.type), query.closedSince.toMSecsSinceEpoch()}};
    if (!query.ownerKind.isEmpty())
        condition.add({{u"json_extract(c.data, '$.request.owner.kind') = ?"_s}, {query.ownerKind}});
    return condition;
}

UsedCase caseOf(const Statement &row)
{
    return {{row.integer(0)}, row.text(1), row.text(2), stageFromKey(row.text(3)).value_or(Stage::Draft), {}};
}

} // namespace

Result<RuleUsage> RuleUsageTable::find(const UsageQuery &query)
{
    const SqlCondition concerned = concernedBy(query);
    RuleUsage usage;
    if (auto counted = countCases(concerned, usage); !counted)
        return counted.error();
    auto rejected = rejections(concerned, query.codes);
    if (!rejected)
        return rejected.error();
    usage.rejected = rejected->size();
    // One text for every list of ids, so that the statement is prepared once.
    QJsonArray ids;
    for (auto entry = rejected->cbegin(); entry != rejected->cend(); ++entry)
        ids.append(entry.key());
    const QString list = QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
    for (const QString &which : {u"c.id in (select value from json_each(?))"_s, u"c.id not in (select value from json_each(?))"_s}) {
        SqlCondition part = concerned;
        part.add({{which}, {list}});
        if (auto read = readCases(part, query.limit - int(usage.cases.size()), usage); !read)
            return read.error();
    }
    for (UsedCase &used : usage.cases)
        used.rejectedFor = rejected->value(used.id.value);
    return usage;
}

Result<void> RuleUsageTable::countCases(const SqlCondition &concerned, RuleUsage &usage)
{
    Statement select(m_connection, u"select coalesce(sum(%1), 0), count(*) from portcase c%2"_s.arg(closedSql(), concerned.where()));
    if (auto done = select.runList(concerned.values); !done)
        return done;
    if (select.next()) {
        usage.closed = select.integer(0);
        usage.open = select.integer(1) - usage.closed;
    }
    if (auto failure = select.failure())
        return *failure;
    return {};
}

/// The reasons of every attempt stand in the data of the case.
Result<QHash<qint64, QStringList>> RuleUsageTable::rejections(const SqlCondition &concerned, const QStringList &codes)
{
    QHash<qint64, QStringList> rejected;
    if (codes.isEmpty())
        return rejected;
    Statement select(m_connection, u"select distinct c.id, json_extract(r.value, '$.code') from portcase c, json_each(c.data, '$.attempts') a, "
                                   "json_each(a.value, '$.reasons') r"_s + concerned.where());
    if (auto done = select.runList(concerned.values); !done)
        return done.error();
    while (select.next()) {
        if (codes.contains(select.text(1)))
            rejected[select.integer(0)].append(select.text(1));
    }
    if (auto failure = select.failure())
        return *failure;
    return rejected;
}

Result<void> RuleUsageTable::readCases(const SqlCondition &concerned, int limit, RuleUsage &usage)
{
    SqlCondition limited = concerned;
    limited.values.append(std::max(0, limit));
    Statement select(m_connection, u"select c.id, c.reference, c.owner, c.stage from portcase c%1 order by c.updated_at desc, c.id desc limit ?"_s.arg(
                                       concerned.where()));
    if (auto done = select.runList(limited.values); !done)
        return done;
    while (select.next())
        usage.cases.append(caseOf(select));
    if (auto failure = select.failure())
        return *failure;
    return {};
}

} // namespace PortDesk
