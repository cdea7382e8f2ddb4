// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/ruleservice.h"
#include "core/documents/document.h"
#include "core/places/owndays.h"

#include <QFuture>
#include <QObject>

namespace PortDesk {

class DeskStore;

/// What holds at this desk: the countries' rules with its overrides, its own days, its limits of received files. Answers in the session's own
/// thread what was last read in the store's, and tells when that changed.
class DeskRules final : public QObject
{
    Q_OBJECT
public:
    /// The store outlives it. `supplied` holds until the store is open.
    DeskRules(DeskStore &desk, std::shared_ptr<const CountryPack> supplied, const IntakeLimits &limits, QObject *parent = nullptr);

    const CountryPack &countries() const { return *m_packs.last(); }
    const QList<RuleOverride> &standing() const { return m_standing; }
    const QList<UnfitOverride> &unfit() const { return m_unfit; }
    const OwnDays &ownDays() const { return m_ownDays; }
    const IntakeLimits &limits() const { return m_limits; }

    QFuture<Result<QList<RuleOverride>>> set(const QList<RuleOverride> &rules, const Actor &actor);
    QFuture<Result<void>> withdraw(const QList<RuleOverride> &rules, const Actor &actor);
    QFuture<Result<void>> changeOwnDays(const std::function<void(OwnDays &)> &change);
    QFuture<Result<void>> setMaximumDocumentBytes(qint64 bytes);

    /// On the store's thread: reads everything, when the store was opened.
    Result<void> readAll();
    /// On the store's thread: other rules from now on when an override (of another desk, too) or the day changed.
    Result<void> refresh();

Q_SIGNALS:
    void rulesChanged();
    void ownDaysChanged();
    void limitsChanged();

private:
    void take();
    void take(const OwnDays &days);
    void take(const IntakeLimits &limits);
    /// From the store's thread into the session's own.
    template<typename Work> void hand(Work work) { QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection); }

    DeskStore &m_desk;
    // Rules that were handed out; few, and they share what did not change.
    QList<std::shared_ptr<const CountryPack>> m_packs;
    QList<RuleOverride> m_standing;
    QList<UnfitOverride> m_unfit;
    OwnDays m_ownDays;
    const IntakeLimits m_given;
    IntakeLimits m_limits;
};

} // namespace PortDesk
