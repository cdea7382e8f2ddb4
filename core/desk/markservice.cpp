// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/markservice.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace PortDesk {

Result<QList<StoredMark>> MarkService::marks(const QString &sha256, const Actor &actor) const
{
    auto marks = m_store.marks().marksOf(sha256);
    if (marks && actor.role == Role::Customer)
        marks->removeIf([](const StoredMark &stored) { return stored.mark.internal; });
    return marks;
}

Result<MarkChange> MarkService::change(const MarkChange &change, const Actor &actor)
{
    if (actor.role != Role::Agent && actor.role != Role::Supervisor)
        return Error{Error::Code::Refused, QCoreApplication::translate("MarkService", "Marks are made by the porting desk."), u"actor|documents"_s};
    MarkChange stored;
    auto done = m_store.transact([&]() -> Result<void> {
        const QDateTime now = m_clock.now();
        for (const StoredMark &mark : change.saved) {
            auto saved = m_store.marks().save(mark, actor.name, now);
            if (!saved)
                return saved.error();
            stored.saved.append(*saved);
        }
        for (const StoredMark &mark : change.removed) {
            auto removed = m_store.marks().remove(mark, actor.name, now);
            if (!removed)
                return removed.error();
            stored.removed.append(*removed);
        }
        return {};
    });
    if (!done)
        return done.error();
    return stored;
}

} // namespace PortDesk
