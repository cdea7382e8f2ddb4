// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/rulepatch.h"

#include <QJsonArray>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

Error unfit(const QString &path, const QString &why)
{
    return {Error::Code::Invalid, u"%1 cannot be overridden: %2."_s.arg(path, why)};
}

/// Lists whose entries have an id of their own.
bool holdsRules(const QString &member)
{
    return member == "documents"_L1 || member == "fields"_L1;
}

bool isSourced(const QJsonValue &value)
{
    return value.isObject() && value[u"sources"].isArray() && value.toObject().contains(u"value"_s);
}

qsizetype indexOf(const QJsonArray &rules, const QString &id)
{
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (rules.at(i)[u"id"].toString() == id)
            return i;
    }
    return -1;
}

/// Follows object members; Undefined when one is missing.
QJsonValue inside(QJsonValue value, const QStringList &steps)
{
    for (const QString &step : steps)
        value = value.isObject() ? value.toObject().value(step) : QJsonValue(QJsonValue::Undefined);
    return value;
}

bool setInside(QJsonValue &value, const QStringList &steps, const QJsonValue &wanted)
{
    if (steps.isEmpty()) {
        value = wanted;
        return true;
    }
    QJsonObject object = value.toObject();
    if (!value.isObject() || !object.contains(steps.first()))
        return false;
    QJsonValue member = object.value(steps.first());
    if (!setInside(member, steps.mid(1), wanted))
        return false;
    object.insert(steps.first(), member);
    value = object;
    return true;
}

QJsonArray textsOf(const QJsonArray &sentences)
{
    QJsonArray texts;
    for (const QJsonValue sentence : sentences)
        texts.append(sentence[u"value"]);
    return texts;
}

/// The position of the override's own source in the record's list; added when it is new.
int sourceOf(QJsonObject &record, const RuleOverride &rule)
{
    QJsonArray sources = record.value(u"sources"_s).toArray();
    const QString own = u"Override by %1, %2"_s.arg(rule.by, QLocale::c().toString(rule.at.date(), u"d MMM yyyy"_s));
    const QString source = rule.source.isEmpty() ? own : rule.source;
    for (int i = 0; i < sources.size(); ++i) {
        if (sources.at(i).toString() == source)
            return i;
    }
    sources.append(source);
    record.insert(u"sources"_s, sources);
    return int(sources.size()) - 1;
}

/// An entry of its list with every member a reader expects: the members of its neighbours, empty.
QJsonObject emptyRule(const QJsonArray &neighbours, const QString &member)
{
    QJsonObject rule;
    for (const QJsonValue neighbour : neighbours) {
        const QJsonObject object = neighbour.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QJsonValue value = entry.value();
            rule.insert(entry.key(), value.isString() ? QJsonValue(QString(u""_s)) : value.isBool() ? QJsonValue(false)
                                     : value.isArray() ? QJsonValue(QJsonArray()) : QJsonValue(QJsonValue::Null));
        }
    }
    rule.insert(u"required"_s, true);
    if (member == "fields"_L1)
        rule.insert(u"explanation"_s, QString(u""_s));
    return rule;
}

Result<void> writeRule(QJsonObject &record, const RuleOverride &rule, const QStringList &steps)
{
    QJsonArray rules = record.value(steps.first()).toArray();
    const QString id = steps.value(1);
    const qsizetype index = indexOf(rules, id);
    if (id.isEmpty())
        return unfit(rule.path, u"name one of the %1, as in \"%1/…\""_s.arg(steps.first()));
    if (steps.size() == 2 && rule.value.isNull()) {
        if (index < 0)
            return unfit(rule.path, u"it is not asked anyway"_s);
        rules.removeAt(index);
        record.insert(steps.first(), rules);
        return {};
    }
    QJsonValue entry = index < 0 ? QJsonValue(emptyRule(rules, steps.first())) : rules.at(index);
    if (steps.size() == 2 && rule.value.isObject()) {
        QJsonObject merged = entry.toObject();
        const QJsonObject changes = rule.value.toObject();
        for (auto change = changes.begin(); change != changes.end(); ++change)
            merged.insert(change.key(), change.value());
        merged.insert(u"id"_s, id);
        entry = merged;
    } else if (steps.size() == 2) {
        return unfit(rule.path, u"its value must be an object with the members to change, or null when it is not asked"_s);
    } else if (index < 0 || !setInside(entry, steps.mid(2), rule.value)) {
        return unfit(rule.path, u"the record has no such value"_s);
    }
    QJsonObject sourced = entry.toObject();
    sourced.insert(u"sources"_s, QJsonArray{sourceOf(record, rule)});
    if (index < 0)
        rules.append(sourced);
    else
        rules.replace(index, sourced);
    record.insert(steps.first(), rules);
    return {};
}

Result<void> writeSentences(QJsonObject &record, const RuleOverride &rule)
{
    if (!rule.value.isArray())
        return unfit(rule.path, u"its value must be a list of sentences"_s);
    const int source = sourceOf(record, rule);
    QJsonArray sentences;
    for (const QJsonValue text : rule.value.toArray())
        sentences.append(QJsonObject{{u"value"_s, text}, {u"sources"_s, QJsonArray{source}}});
    record.insert(rule.path, sentences);
    return {};
}

} // namespace

QJsonValue ruleValueAt(const QJsonObject &record, const QString &path)
{
    const QStringList steps = path.split(u'/');
    const QJsonValue held = record.value(steps.first());
    if (holdsRules(steps.first())) {
        const QJsonArray rules = held.toArray();
        const qsizetype index = indexOf(rules, steps.value(1));
        return index < 0 ? QJsonValue(QJsonValue::Undefined) : inside(rules.at(index), steps.mid(2));
    }
    if (isSourced(held))
        return inside(held[u"value"], steps.mid(1));
    return steps.size() == 1 && held.isArray() ? QJsonValue(textsOf(held.toArray())) : QJsonValue(QJsonValue::Undefined);
}

Result<void> writeOverride(QJsonObject &record, const RuleOverride &rule)
{
    const QStringList steps = rule.path.split(u'/');
    const QString member = steps.first();
    if (holdsRules(member))
        return writeRule(record, rule, steps);
    const QJsonValue held = record.value(member);
    if (held.isArray() && steps.size() == 1 && member != "sources"_L1)
        return writeSentences(record, rule);
    if (!isSourced(held))
        return unfit(rule.path, u"the record has no such value"_s);
    QJsonObject sourced = held.toObject();
    QJsonValue value = sourced.value(u"value"_s);
    if (!setInside(value, steps.mid(1), rule.value))
        return unfit(rule.path, u"the record has no such value"_s);
    const bool documented = !value.isNull();
    sourced.insert(u"value"_s, value);
    sourced.insert(u"sources"_s, documented ? QJsonArray{sourceOf(record, rule)} : QJsonArray());
    record.insert(member, sourced);
    return {};
}

} // namespace PortDesk
