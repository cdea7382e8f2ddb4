// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/storeknowledge.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"

namespace PortDesk {

StoreKnowledge::StoreKnowledge(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &DeskSession::casesChanged, this, &StoreKnowledge::forget);
}

/// A case was opened, closed or ported: what was known may be wrong.
void StoreKnowledge::forget()
{
    ++m_age;
    const bool asked = !m_askedNumbers.isEmpty() || !m_askedOwners.isEmpty();
    m_askedNumbers.clear();
    m_askedOwners.clear();
    m_numbers.clear();
    m_owners.clear();
    if (asked)
        Q_EMIT learned();
}

void StoreKnowledge::ask(const QStringList &e164, const QString &owner)
{
    QStringList fresh;
    for (const QString &number : e164) {
        if (!m_askedNumbers.contains(number))
            fresh << number;
    }
    if (!fresh.isEmpty()) {
        m_askedNumbers.unite({fresh.cbegin(), fresh.cend()});
        whenAnswered(m_session.history(fresh), this, [this, fresh, age = m_age](const Result<QHash<QString, NumberHistory>> &found) {
            if (age != m_age)
                return;
            if (!found)
                m_askedNumbers.subtract({fresh.cbegin(), fresh.cend()}); // asked again with the next verdict
            else if (!found->isEmpty()) {
                m_numbers.insert(*found);
                Q_EMIT learned();
            }
        });
    }
    if (owner.isEmpty() || m_askedOwners.contains(owner))
        return;
    m_askedOwners.insert(owner);
    whenAnswered(m_session.ownersLike(owner), this, [this, owner, age = m_age](const Result<QStringList> &found) {
        if (age != m_age)
            return;
        if (!found)
            m_askedOwners.remove(owner);
        else if (!found->isEmpty()) {
            m_owners.insert(owner, *found);
            Q_EMIT learned();
        }
    });
}

void StoreKnowledge::informs(PreflightContext &context) const
{
    context.history = [numbers = m_numbers, own = m_ownCase](const QStringList &) {
        QHash<QString, NumberHistory> known = numbers;
        for (NumberHistory &number : known) {
            if (!own.isEmpty() && number.openCase == own)
                number.openCase.clear();
        }
        return known;
    };
    context.ownersLike = [owners = m_owners](const QString &name) { return owners.value(name); };
}

} // namespace PortDesk
