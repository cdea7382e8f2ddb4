// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/cases/portcase.h"
#include "core/countries/countrypack.h"
#include "core/places/owndays.h"

#include <QVariantMap>

namespace PortDesk {

/// A row of the process table (design.md section 2). Nothing else decides a transition.
struct Move {
    QString action;         ///< "send-to-carrier"
    QString title;          ///< for buttons: "Send to Carrier"
    QList<Stage> from;
    std::optional<Stage> to; ///< empty: stays (approve, correct, outcome, waive)
    QList<Role> actors;
    QStringList guards;     ///< codes, checked in order
    QStringList keys;       ///< parameters it takes
    QString message;        ///< message template it sends, "" = none
    QStringList overridable = {}; ///< guards that a supervisor may override with a reason (key "override")
};
const QList<Move> &stageTable();
const Move *findMove(const QString &action);

/// Why an action cannot be done now.
struct Refusal {
    QString guard;   ///< "stage", "actor", "quote-accepted", "reasons-answered", "outcomes-known", "documents-complete", "approved", "value" ...
    QString message; ///< sentence with what to do
    QString field;   ///< JSON pointer or tab ("documents", "numbers", "fees") that mends it
};

/// An action to apply; values as in contract section 1 (lists as comma-separated text, or typed variants from a form).
struct ActionRequest {
    QString action;
    QVariantMap values = {};
    Actor actor = {};
};

struct ActionContext {
    const CountryPack &countries;
    QDateTime now;
    QTimeZone zone; ///< the desk's own zone: close of business
    OwnDays ownDays = {}; ///< what the desk added to the calendars or took out of them
    QStringList signedElectronically = {}; ///< SHA-256 of the case's letters that are known to bear an electronic signature
};

/// A message the transition sends; rendered by core/messages.
struct OutgoingMessage {
    QString templateId; ///< "quote-sent"
    QVariantMap values = {};
};

/// What a transition changes; written in one transaction.
struct Decision {
    Case after;
    QList<CaseEvent> events;
    QList<OutgoingMessage> messages;
};

/// The guards that would fail for this actor; empty = allowed. Values are not judged. Without a context the guards that need the
/// country's rules or the time (preflight, change lock, a required document that was never there) are left to decide().
QList<Refusal> refusals(const Case &portCase, const QString &action, const Actor &actor, const ActionContext *context = nullptr);

/// True when something fails, and all of it is what this actor may override by saying why (key "override").
bool mayOverride(const QString &action, const QList<Refusal> &failed, const Actor &actor);

/// Actions this actor may do now, in the order of the table. Context as in refusals().
QStringList allowedActions(const Case &portCase, const Actor &actor, const ActionContext *context = nullptr);

/// No date change and no cancelling within this many hours before the port date, except by a supervisor, where the country documents no other lock.
inline constexpr int kChangeLockHours = 24;

/// Applies an action to a case: pure, no store. Error::Refused carries the failed guard's sentence as message and
/// `guard|field` as detail; Error::Invalid a bad value.
Result<Decision> decide(const Case &portCase, const ActionRequest &request, const ActionContext &context);

/// Applies what a clock does when it is due: its action by the actor "clock", or a reminder event and message. `clockIndex` in Case::clocks.
/// The event's time is the time at which the clock fell due.
Result<Decision> decideClock(const Case &portCase, int clockIndex, const ActionContext &context);

/// Builds the cases of a checked request, in stage Submitted or (submitted == false) Draft, with clocks and first events. References and ids are given by the store.
QList<Decision> openCases(const Request &request, bool submitted, const Actor &actor, const ActionContext &context);

/// Builds one draft case more for a plan of a changed request.
struct CasePlan;
Decision openPlan(const Request &request, const CasePlan &plan, const Actor &actor, const ActionContext &context);

/// For failed numbers of a completed case: a follow-up case in stage Draft.
std::optional<Decision> followUp(const Case &completed, const Actor &actor, const ActionContext &context);

} // namespace PortDesk
