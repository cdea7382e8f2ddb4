// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/deskrules.h"

#include "core/desk/desklimits.h"
#include "core/desk/deskstore.h"

namespace PortDesk {

DeskRules::DeskRules(DeskStore &desk, std::shared_ptr<const CountryPack> supplied, const IntakeLimits &limits, QObject *parent)
    : QObject(parent), m_desk(desk), m_packs({std::move(supplied)}), m_given(limits), m_limits(limits)
{
}

Result<void> DeskRules::readAll()
{
    auto changed = m_desk.rules->refresh();
    if (!changed)
        return changed.error();
    m_desk.service->setCountries(*m_desk.rules->effective());
    take();
    if (auto limits = intakeLimits(*m_desk.store, m_given))
        take(*limits);
    take(m_desk.service->ownDays());
    return {};
}

Result<void> DeskRules::refresh()
{
    auto changed = m_desk.rules->refresh();
    if (!changed)
        return changed.error();
    if (*changed) {
        m_desk.service->setCountries(*m_desk.rules->effective());
        take();
    }
    return {};
}

QFuture<Result<QList<RuleOverride>>> DeskRules::set(const QList<RuleOverride> &rules, const Actor &actor)
{
    return m_desk.run([this, rules, actor](DeskStore &desk) -> Result<QList<RuleOverride>> {
        auto done = desk.rules->save(rules, actor);
        if (!done)
            return done;
        if (auto fresh = refresh(); !fresh)
            return fresh.error();
        return done;
    });
}

QFuture<Result<void>> DeskRules::withdraw(const QList<RuleOverride> &rules, const Actor &actor)
{
    return m_desk.run([this, rules, actor](DeskStore &desk) -> Result<void> {
        auto done = desk.rules->withdraw(rules, actor);
        return done ? refresh() : done;
    });
}

QFuture<Result<void>> DeskRules::changeOwnDays(const std::function<void(OwnDays &)> &change)
{
    return m_desk.run([this, change](DeskStore &desk) -> Result<void> {
        auto changed = desk.service->changeOwnDays(change);
        if (!changed)
            return changed.error();
        take(*changed);
        return {};
    });
}

QFuture<Result<void>> DeskRules::setMaximumDocumentBytes(qint64 bytes)
{
    return m_desk.run([this, bytes](DeskStore &desk) -> Result<void> {
        auto done = PortDesk::setMaximumDocumentBytes(*desk.store, bytes);
        if (!done)
            return done;
        if (auto limits = intakeLimits(*desk.store, m_given))
            take(*limits);
        return {};
    });
}

void DeskRules::take()
{
    const RuleService &rules = *m_desk.rules;
    hand([this, pack = rules.effective(), standing = rules.standing(), unfit = rules.unfit()] {
        m_packs.append(pack);
        m_standing = standing;
        m_unfit = unfit;
        Q_EMIT rulesChanged();
    });
}

void DeskRules::take(const OwnDays &days)
{
    hand([this, days] {
        if (m_ownDays == days)
            return;
        m_ownDays = days;
        Q_EMIT ownDaysChanged();
    });
}

void DeskRules::take(const IntakeLimits &limits)
{
    hand([this, limits] {
        m_limits = limits;
        Q_EMIT limitsChanged();
    });
}

} // namespace PortDesk
