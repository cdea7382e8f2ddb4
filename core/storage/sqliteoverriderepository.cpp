// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqliteoverriderepository.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// Any JSON value as text; QJsonDocument holds arrays and objects only.
QString jsonText(const QJsonValue &value)
{
    if (value.isUndefined())
        return u""_s;
    const QString inArray = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return inArray.mid(1, inArray.size() - 2);
}

QJsonValue jsonOf(const QString &text)
{
    const QJsonArray array = QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array();
    return array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : array.first();
}

QString typeText(NumberType type)
{
    return type == NumberType::Unknown ? QString(u""_s) : numberTypeKey(type);
}

QString selectSql(const QString &rest)
{
    return u"select id, revision, country, type, path, value, reason, source, by_whom, at, valid_from, valid_until from rule_override "_s + rest;
}

RuleOverride overrideOf(const Statement &row)
{
    return {{row.integer(0)}, int(row.integer(1)), row.text(2),  numberTypeFromKey(row.text(3)), row.text(4), jsonOf(row.text(5)),
            row.text(6),      row.text(7),         row.text(8), row.instant(9),                 row.day(10), row.day(11)};
}

Error conflict()
{
    return {Error::Code::Conflict, u"Somebody else changed this override in the meantime. Look at the value again and repeat your change."_s};
}

} // namespace

Result<QList<RuleOverride>> SqliteOverrideRepository::standing()
{
    Statement select(m_connection, selectSql(u"where withdrawn = 0 order by country, type, path"_s));
    if (auto done = select.run(); !done)
        return done.error();
    QList<RuleOverride> rules;
    while (select.next())
        rules.append(overrideOf(select));
    if (auto failure = select.failure())
        return *failure;
    return rules;
}

/// The stored state of an override, when its revision is still the one known to the caller.
Result<RuleOverride> SqliteOverrideRepository::load(const RuleOverride &rule)
{
    Statement select(m_connection, selectSql(u"where id = ? and revision = ? and withdrawn = 0"_s));
    if (auto done = select.run(rule.id, rule.revision); !done)
        return done.error();
    if (select.next())
        return overrideOf(select);
    if (auto failure = select.failure())
        return *failure;
    return conflict();
}

Result<RuleOverride> SqliteOverrideRepository::save(const RuleOverride &rule)
{
    return rule.id.isValid() ? update(rule) : insert(rule);
}

Result<RuleOverride> SqliteOverrideRepository::insert(const RuleOverride &rule)
{
    Statement other(m_connection, u"select id from rule_override where country = ? and type = ? and path = ? and withdrawn = 0"_s);
    if (auto done = other.run(rule.country, typeText(rule.type), rule.path); !done)
        return done.error();
    if (other.next())
        return conflict();
    Statement write(m_connection, u"insert into rule_override (revision, country, type, path, value, reason, source, by_whom, at, valid_from, "
                                  "valid_until, withdrawn) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"_s);
    if (auto done = write.run(rule.country, typeText(rule.type), rule.path, jsonText(rule.value), rule.reason, rule.source, rule.by, rule.at,
                              rule.from, rule.until);
        !done)
        return done.error();
    RuleOverride stored = rule;
    stored.id = {write.insertedId()};
    stored.revision = 1;
    if (auto event = this->write({stored.id, rule.at, rule.by, u"set"_s, {}, {}, {}, QJsonValue::Undefined, rule.value, rule.reason}); !event)
        return event.error();
    return stored;
}

Result<RuleOverride> SqliteOverrideRepository::update(const RuleOverride &rule)
{
    const auto before = load(rule);
    if (!before)
        return before.error();
    Statement write(m_connection, u"update rule_override set revision = revision + 1, country = ?, type = ?, path = ?, value = ?, reason = ?, "
                                  "source = ?, by_whom = ?, at = ?, valid_from = ?, valid_until = ? where id = ?"_s);
    if (auto done = write.run(rule.country, typeText(rule.type), rule.path, jsonText(rule.value), rule.reason, rule.source, rule.by, rule.at,
                              rule.from, rule.until, rule.id);
        !done)
        return done.error();
    if (auto event = this->write({rule.id, rule.at, rule.by, u"changed"_s, {}, {}, {}, before->value, rule.value, rule.reason}); !event)
        return event.error();
    RuleOverride stored = rule;
    ++stored.revision;
    return stored;
}

Result<void> SqliteOverrideRepository::withdraw(const RuleOverride &rule, const QString &who, const QDateTime &at)
{
    const auto before = load(rule);
    if (!before)
        return before.error();
    Statement write(m_connection, u"update rule_override set revision = revision + 1, withdrawn = 1 where id = ?"_s);
    if (auto done = write.run(rule.id); !done)
        return done;
    return this->write({rule.id, at, who, u"withdrawn"_s, {}, {}, {}, before->value, QJsonValue::Undefined, before->reason});
}

Result<void> SqliteOverrideRepository::write(const OverrideEvent &event)
{
    Statement insert(m_connection, u"insert into rule_override_event (override_id, at, who, what, from_value, to_value, reason) "
                                   "values (?, ?, ?, ?, ?, ?, ?)"_s);
    return insert.run(event.id, event.at, event.who, event.what, jsonText(event.from), jsonText(event.to), event.reason);
}

Result<QList<OverrideEvent>> SqliteOverrideRepository::history(const QString &country)
{
    Statement select(m_connection, u"select o.id, e.at, e.who, e.what, o.country, o.type, o.path, e.from_value, e.to_value, e.reason "
                                   "from rule_override_event e join rule_override o on o.id = e.override_id where o.country = ? order by e.id desc"_s);
    if (auto done = select.run(country); !done)
        return done.error();
    QList<OverrideEvent> events;
    while (select.next()) {
        events.append({{select.integer(0)}, select.instant(1), select.text(2), select.text(3), select.text(4), numberTypeFromKey(select.text(5)),
                       select.text(6), jsonOf(select.text(7)), jsonOf(select.text(8)), select.text(9)});
    }
    if (auto failure = select.failure())
        return *failure;
    return events;
}

Result<qint64> SqliteOverrideRepository::lastChange()
{
    Statement select(m_connection, u"select coalesce(max(id), 0) from rule_override_event"_s);
    if (auto done = select.run(); !done)
        return done.error();
    if (auto failure = select.failure(); !select.next())
        return failure ? Result<qint64>(*failure) : Result<qint64>(qint64(0));
    return select.integer(0);
}

} // namespace PortDesk
