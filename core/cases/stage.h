// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace PortDesk {

enum class Stage { Draft, Submitted, Returned, Quoted, UnderReview, WithCarrier, Scheduled, Rejected, Completed, Cancelled };

QString stageKey(Stage stage); ///< "underReview"
std::optional<Stage> stageFromKey(const QString &key);
QString stageText(Stage stage); ///< "Under review"
QList<Stage> allStages();
bool isOpen(Stage stage); ///< neither Completed nor Cancelled
/// The article's step 1..6 a stage belongs to (Cancelled: 0).
int processStep(Stage stage);
/// "Submit request", "Porting fees", "Desk approval", "Carrier approval", "Answer", "Port completed" for 1..6.
QString processStepText(int step);

} // namespace PortDesk
