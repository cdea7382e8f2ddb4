// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stagebadge.h"

namespace PortDesk {

BadgeContent stageBadge(Stage stage)
{
    const auto badge = [stage](Glyph glyph, State state) { return BadgeContent{glyph, stageText(stage), state}; };
    switch (stage) {
    case Stage::Draft: return badge(Glyph::Edit, State::Neutral);
    case Stage::Submitted: return badge(Glyph::Dot, State::Neutral);
    case Stage::Returned: return badge(Glyph::Clock, State::Waiting);
    case Stage::Quoted: return badge(Glyph::Clock, State::Waiting);
    case Stage::UnderReview: return badge(Glyph::Dot, State::Neutral);
    case Stage::WithCarrier: return badge(Glyph::Dot, State::Neutral);
    case Stage::Scheduled: return badge(Glyph::Calendar, State::Info);
    case Stage::Rejected: return badge(Glyph::Warning, State::Problem);
    case Stage::Completed: return badge(Glyph::Check, State::Good);
    case Stage::Cancelled: return badge(Glyph::Cross, State::Neutral);
    }
    return {};
}

QList<StepBar::Segment> stageSegments(Stage stage, const QStringList &subtitles)
{
    const int current = processStep(stage);
    const bool problem = stage == Stage::Rejected || stage == Stage::Returned;
    QList<StepBar::Segment> segments;
    for (int step = 1; step <= 6; ++step) {
        StepBar::Segment segment{processStepText(step), subtitles.value(step - 1), StepBar::Status::ToCome};
        if (step < current || stage == Stage::Completed)
            segment.status = StepBar::Status::Done;
        else if (step == current)
            segment.status = problem ? StepBar::Status::Problem : StepBar::Status::Current;
        segments.append(segment);
    }
    return segments;
}

} // namespace PortDesk
