// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cases/actor.h"
#include "core/countries/countrypack.h"
#include "core/storage/store.h"

#include <QTimeZone>

#include <memory>

namespace PortDesk {

/// The country rules in force: the supplied pack with the overrides of the store. Lives on the store's thread.
class RuleService
{
public:
    RuleService(Store &store, const Clock &clock, std::shared_ptr<const CountryPack> supplied, const QTimeZone &zone);

    /// True when the overrides or the day are others than at the last call; then effective() is another pack.
    Result<bool> refresh();
    /// Never null; packs handed out before stay as they were.
    std::shared_ptr<const CountryPack> effective() const { return m_effective; }
    /// All overrides that were not withdrawn, those of later days too.
    const QList<RuleOverride> &standing() const { return m_standing; }
    /// Overrides of the store that do not fit the supplied rules, and hence do not hold.
    const QList<UnfitOverride> &unfit() const { return m_unfit; }

    /// Saves overrides of one country together, in one transaction, as of now and by the actor. Error::Refused for customers,
    /// Error::Invalid in a sentence when a value is wrong, Error::Conflict when somebody was first. Answers them as stored.
    Result<QList<RuleOverride>> save(QList<RuleOverride> rules, const Actor &actor);
    /// The supplied values hold again; together, in one transaction. Errors as of save().
    Result<void> withdraw(const QList<RuleOverride> &rules, const Actor &actor);

    /// Agents and supervisors set rules, as they waive documents; customers do not.
    static bool maySet(const Actor &actor) { return actor.role == Role::Agent || actor.role == Role::Supervisor; }

private:
    Store &m_store;
    const Clock &m_clock;
    std::shared_ptr<const CountryPack> m_supplied;
    QTimeZone m_zone;
    std::shared_ptr<const CountryPack> m_effective;
    QList<RuleOverride> m_standing;
    QList<UnfitOverride> m_unfit;
    qint64 m_change = 0;
    QDate m_day;
};

} // namespace PortDesk
