// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/history.h"
#include "core/cases/preflight.h"

#include <QObject>
#include <QSet>

namespace PortDesk {

class DeskSession;

/// What the store knows about a request that is being filled in: numbers in open cases or ported before, other spellings of the owner.
/// Asked once per number and name, in the background; a preflight takes the answers that have come.
class StoreKnowledge final : public QObject
{
    Q_OBJECT
public:
    explicit StoreKnowledge(DeskSession &session, QObject *parent = nullptr);

    /// Asks for what was not asked before; learned() follows when something came of it.
    void ask(const QStringList &e164, const QString &owner);
    /// The numbers of this open case are no others' (a returned case is corrected by its customer); "" = none.
    void setOwnCase(const QString &reference) { m_ownCase = reference; }
    /// Lets a preflight in any thread use what is known now.
    void informs(PreflightContext &context) const;

Q_SIGNALS:
    void learned();

private:
    void forget();

    DeskSession &m_session;
    QSet<QString> m_askedNumbers;
    QSet<QString> m_askedOwners;
    QHash<QString, NumberHistory> m_numbers;
    QHash<QString, QStringList> m_owners;
    QString m_ownCase;
    int m_age = 0; ///< answers to questions asked before forget() are not taken
};

} // namespace PortDesk
