// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/ruleservice.h"

#include "core/countries/overridecheck.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Error notAllowed()
{
    return {Error::Code::Refused, QCoreApplication::translate("RuleService", "Rules are set by the porting desk. Ask an agent."), u"actor|rules"_s};
}

} // namespace

RuleService::RuleService(Store &store, const Clock &clock, std::shared_ptr<const CountryPack> supplied, const QTimeZone &zone)
    : m_store(store), m_clock(clock), m_supplied(std::move(supplied)), m_zone(zone), m_effective(m_supplied)
{
}

Result<bool> RuleService::refresh()
{
    const auto change = m_store.overrides().lastChange();
    if (!change)
        return change.error();
    const QDate today = m_clock.today(m_zone);
    if (*change == m_change && (today == m_day || *change == 0))
        return false;
    const auto standing = m_store.overrides().standing();
    if (!standing)
        return standing.error();
    OverriddenPack overridden = m_supplied->withOverrides(*standing, today);
    m_effective = std::make_shared<const CountryPack>(std::move(overridden.pack));
    m_standing = *standing;
    m_unfit = overridden.unfit;
    m_change = *change;
    m_day = today;
    return true;
}

Result<QList<RuleOverride>> RuleService::save(QList<RuleOverride> rules, const Actor &actor)
{
    if (!maySet(actor))
        return notAllowed();
    QList<RuleOverride> saved;
    auto done = m_store.transact([&]() -> Result<void> {
        const auto standing = m_store.overrides().standing();
        if (!standing)
            return standing.error();
        for (RuleOverride &rule : rules) {
            rule.by = actor.name;
            rule.at = m_clock.now();
        }
        if (auto checked = checkOverrides(*m_supplied, *standing, rules); !checked)
            return checked;
        for (const RuleOverride &rule : std::as_const(rules)) {
            auto stored = m_store.overrides().save(rule);
            if (!stored)
                return stored.error();
            saved.append(*stored);
        }
        return {};
    });
    if (!done)
        return done.error();
    return saved;
}

Result<void> RuleService::withdraw(const QList<RuleOverride> &rules, const Actor &actor)
{
    if (!maySet(actor))
        return notAllowed();
    return m_store.transact([&]() -> Result<void> {
        const auto standing = m_store.overrides().standing();
        if (!standing)
            return standing.error();
        if (auto checked = checkWithdrawal(*m_supplied, *standing, rules, m_clock.today(m_zone)); !checked)
            return checked;
        for (const RuleOverride &rule : rules) {
            if (auto done = m_store.overrides().withdraw(rule, actor.name, m_clock.now()); !done)
                return done;
        }
        return {};
    });
}

} // namespace PortDesk
