// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/pointer.h"

#include <QJsonArray>
#include <QJsonObject>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

void collectChanges(const QString &pointer, const QJsonValue &before, const QJsonValue &after, QStringList &changed);

void collectObjectChanges(const QString &pointer, const QJsonObject &before, const QJsonObject &after, QStringList &changed)
{
    QStringList keys = before.keys();
    for (const QString &key : after.keys()) {
        if (!before.contains(key))
            keys.append(key);
    }
    keys.sort();
    for (const QString &key : std::as_const(keys))
        collectChanges(pointerTo(pointer, key), before.value(key), after.value(key), changed);
}

void collectArrayChanges(const QString &pointer, const QJsonArray &before, const QJsonArray &after, QStringList &changed)
{
    for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i)
        collectChanges(pointerTo(pointer, i), i < before.size() ? before.at(i) : QJsonValue(QJsonValue::Undefined),
                       i < after.size() ? after.at(i) : QJsonValue(QJsonValue::Undefined), changed);
}

void collectChanges(const QString &pointer, const QJsonValue &before, const QJsonValue &after, QStringList &changed)
{
    if (before == after)
        return;
    if (before.isObject() || after.isObject())
        collectObjectChanges(pointer, before.toObject(), after.toObject(), changed);
    else if (before.isArray() || after.isArray())
        collectArrayChanges(pointer, before.toArray(), after.toArray(), changed);
    else
        changed.append(pointer);
}

} // namespace

QStringList pointerSteps(const QString &pointer)
{
    if (!pointer.startsWith(u'/'))
        return {};
    QStringList steps = pointer.mid(1).split(u'/');
    for (QString &step : steps)
        step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return steps;
}

QString pointerTo(const QString &pointer, const QString &step)
{
    QString escaped = step;
    escaped.replace("~"_L1, "~0"_L1).replace("/"_L1, "~1"_L1);
    return pointer + u'/' + escaped;
}

QString pointerTo(const QString &pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

QJsonValue valueAt(const QJsonValue &root, const QString &pointer)
{
    QJsonValue value = root;
    for (const QString &step : pointerSteps(pointer)) {
        if (value.isObject()) {
            value = value.toObject().value(step);
            continue;
        }
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        const QJsonArray array = value.toArray();
        value = isIndex && index >= 0 && index < array.size() ? array.at(index) : QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

QStringList changedPointers(const QJsonValue &before, const QJsonValue &after)
{
    QStringList changed;
    collectChanges({}, before, after, changed);
    return changed;
}

bool pointerMatches(const QString &pattern, const QString &pointer)
{
    const QStringList wanted = pointerSteps(pattern);
    const QStringList steps = pointerSteps(pointer);
    if (wanted.isEmpty() || wanted.size() > steps.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) != u"*" && wanted.at(i) != steps.at(i))
            return false;
    }
    return true;
}

} // namespace PortDesk
