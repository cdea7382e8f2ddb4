// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// One action at work: the guards hold, `after` is the case as it was and becomes what it will be.
struct ActionWork {
    const ActionRequest &request;
    const ActionContext &context;
    Case after;
    QString text = {};            ///< of the event, for people
    QJsonObject data = {};        ///< of the event
    QVariantMap messageValues = {};
    QString messageId = {};       ///< replaces the table's template
    QList<Refusal> overridden = {}; ///< what a handler found against the action and the supervisor overrides

    QString value(const QString &key) const;
};

using ActionHandler = Result<void> (*)(ActionWork &);
/// The handlers of the desk's actions (quote, approve, waive ...) and of the carrier's (send-to-carrier, reject ...); nullptr for another.
ActionHandler deskAction(const QString &action);
ActionHandler carrierAction(const QString &action);
ActionHandler correctionAction(const QString &action);
ActionHandler reviewAction(const QString &action);

/// Marks the reasons a case waits for that changes at these JSON pointers answer.
void answerReasons(Case &portCase, const QStringList &changed);
/// The same for a document that was added: reasons about its kind (letter missing ...).
void answerReasons(Case &portCase, const CaseDocument &added);

Error badValue(const QString &message);
Error refusedBy(const Refusal &refusal);

} // namespace PortDesk
