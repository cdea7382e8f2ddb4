// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "ui/theme/tokens.h"

#include <QTimeZone>

namespace PortDesk {

/// Words with the state they stand for.
struct StateWords {
    QString text;
    State state = State::Neutral;
};

/// "Completed, 4 of 6" when a number failed, else the stage's text.
QString stageLabel(const CaseSummary &row);

/// What happens next with a case and how urgent that is: "Deemed accepted in 1 d 4 h", "2 reasons, answer due today 17:00". Said to `reader`: what waits
/// for the customer is the customer's own turn.
StateWords nextWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone, Role reader = Role::Agent);

/// The same for the head of the case's own page, where the reasons stand below: "answer due today 17:00".
StateWords clockWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone, Role reader = Role::Agent);

/// A case as a row of the list.
CaseSummary summaryOf(const Case &portCase);

/// "AW" of "Anna Weber"; an en dash for nobody.
QString initials(const QString &name);

} // namespace PortDesk
