// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"
#include "tests/kit/requestbuilder.h"

namespace PortDesk::Test {

/// The real country pack, loaded once; ends the test when it cannot be read.
const CountryPack &testCountries();

/// Walks one case through the stage table, without a store. Starts submitted at testNow().
class CaseJourney
{
public:
    explicit CaseJourney(const Request &request = RequestBuilder().build(), bool submitted = true);

    /// Sets the time of what follows.
    CaseJourney &at(const QDateTime &now);
    /// One action; a refused one ends the test.
    CaseJourney &act(const QString &action, const QVariantMap &values = {}, Role role = Role::Agent);
    /// One action, whatever comes of it.
    Result<Decision> attempt(const QString &action, const QVariantMap &values = {}, Role role = Role::Agent) const;
    /// Lets a clock fire; ends the test when it does not.
    CaseJourney &fire(int clock = 0);
    /// Walks on by the straight way until the case is in `stage`.
    CaseJourney &to(Stage stage);

    /// What the events say, and the templates of the messages, oldest first.
    QStringList whatHappened() const;
    QStringList sent() const;

    Case portCase;
    QList<CaseEvent> events;
    QList<OutgoingMessage> messages;
    QDateTime now = testNow();

    ActionContext context() const;

private:
    void take(const Result<Decision> &decision);
};

Actor actorOf(Role role);

/// An instant from its ISO 8601 text.
QDateTime utc(const QString &text);

} // namespace PortDesk::Test
