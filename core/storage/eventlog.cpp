// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/eventlog.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QStringList columnsOf(const CaseEvent &event)
{
    return {QString::number(event.at.toMSecsSinceEpoch()),
            event.who,
            roleKey(event.role),
            event.what,
            stageKey(event.from),
            stageKey(event.to),
            event.text,
            QString::fromUtf8(QJsonDocument(event.data).toJson(QJsonDocument::Compact))};
}

/// Every part with its length before it, so that no two lists of parts give the same bytes.
QString chained(const QString &before, CaseId id, const QStringList &columns)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(before.toLatin1());
    add(QByteArray::number(id.value));
    for (const QString &part : columns)
        add(part.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<EventChain> EventLog::append(CaseId id, const EventChain &chain, const QList<CaseEvent> &events)
{
    Statement insert(m_connection, u"insert into event (case_id, at, who, role, what, from_stage, to_stage, text, data, hash) "
                                   "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    EventChain end = chain;
    for (const CaseEvent &event : events) {
        const QStringList parts = columnsOf(event);
        end.head = chained(end.head, id, parts);
        ++end.events;
        QVariantList values{column(id), event.at.toMSecsSinceEpoch()};
        for (const QString &part : parts.mid(1))
            values.append(column(part));
        values.append(end.head);
        if (auto done = insert.runList(values); !done)
            return done.error();
    }
    return end;
}

Result<QList<CaseEvent>> EventLog::read(CaseId id)
{
    Statement select(m_connection,
                     u"select at, who, role, what, from_stage, to_stage, text, data from event where case_id = ? order by id"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    QList<CaseEvent> events;
    while (select.next()) {
        events.append({select.instant(0), select.text(1), roleFromKey(select.text(2)), select.text(3),
                       stageFromKey(select.text(4)).value_or(Stage::Draft), stageFromKey(select.text(5)).value_or(Stage::Draft),
                       select.text(6), QJsonDocument::fromJson(select.text(7).toUtf8()).object()});
    }
    if (auto failure = select.failure())
        return *failure;
    return events;
}

Result<EventChain> EventLog::recomputed(CaseId id, int &broken)
{
    Statement select(m_connection,
                     u"select at, who, role, what, from_stage, to_stage, text, data, hash from event where case_id = ? order by id"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    EventChain chain;
    broken = 0;
    while (select.next()) {
        QStringList parts;
        for (int i = 0; i < 8; ++i)
            parts.append(select.text(i));
        chain.head = chained(chain.head, id, parts);
        ++chain.events;
        if (chain.head != select.text(8)) {
            ++broken;
            chain.head = select.text(8); // so that one changed event is reported once
        }
    }
    if (auto failure = select.failure())
        return *failure;
    return chain;
}

} // namespace PortDesk
