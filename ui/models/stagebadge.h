// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stage.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/stepbar.h"

namespace PortDesk {

/// How a stage looks everywhere: word, icon, state.
BadgeContent stageBadge(Stage stage);

/// The six steps of the process for a case in `stage`; `subtitles` by step (dates), may be shorter.
QList<StepBar::Segment> stageSegments(Stage stage, const QStringList &subtitles = {});

} // namespace PortDesk
