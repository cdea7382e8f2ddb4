// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stage.h"

#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct StageRow {
    Stage stage;
    const char16_t *key;
    const char16_t *text;
    int step;
};

// Steps: the article's 1..6; Returned belongs to step 1, because the customer is back at the form.
constexpr std::array kStages{
    StageRow{Stage::Draft, u"draft", u"Draft", 1},
    StageRow{Stage::Submitted, u"submitted", u"Submitted", 1},
    StageRow{Stage::Returned, u"returned", u"Returned", 1},
    StageRow{Stage::Quoted, u"quoted", u"Quoted", 2},
    StageRow{Stage::UnderReview, u"underReview", u"Under review", 3},
    StageRow{Stage::WithCarrier, u"withCarrier", u"With carrier", 4},
    StageRow{Stage::Scheduled, u"scheduled", u"Scheduled", 5},
    StageRow{Stage::Rejected, u"rejected", u"Rejected", 5},
    StageRow{Stage::Completed, u"completed", u"Completed", 6},
    StageRow{Stage::Cancelled, u"cancelled", u"Cancelled", 0},
};

const StageRow &rowOf(Stage stage)
{
    for (const StageRow &row : kStages) {
        if (row.stage == stage)
            return row;
    }
    return kStages.front();
}

} // namespace

QString stageKey(Stage stage)
{
    return QString::fromUtf16(rowOf(stage).key);
}

std::optional<Stage> stageFromKey(const QString &key)
{
    for (const StageRow &row : kStages) {
        if (key == QStringView(row.key))
            return row.stage;
    }
    return std::nullopt;
}

QString stageText(Stage stage)
{
    return QString::fromUtf16(rowOf(stage).text);
}

QList<Stage> allStages()
{
    QList<Stage> stages;
    for (const StageRow &row : kStages)
        stages.append(row.stage);
    return stages;
}

bool isOpen(Stage stage)
{
    return stage != Stage::Completed && stage != Stage::Cancelled;
}

int processStep(Stage stage)
{
    return rowOf(stage).step;
}

QString processStepText(int step)
{
    switch (step) {
    case 1: return u"Submit request"_s;
    case 2: return u"Porting fees"_s;
    case 3: return u"Desk approval"_s;
    case 4: return u"Carrier approval"_s;
    case 5: return u"Answer"_s;
    case 6: return u"Port completed"_s;
    default: return {};
    }
}

} // namespace PortDesk
