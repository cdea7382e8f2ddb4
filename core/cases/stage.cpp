// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stage.h"

#include <QCoreApplication>

#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct StageRow {
    Stage stage;
    const char16_t *key;
    const char *text; ///< English, translated when shown
    int step;
};

// Steps: the article's 1..6; Returned belongs to step 1, because the customer is back at the form.
constexpr std::array kStages{
    StageRow{Stage::Draft, u"draft", QT_TRANSLATE_NOOP("Stage", "Draft"), 1},
    StageRow{Stage::Submitted, u"submitted", QT_TRANSLATE_NOOP("Stage", "Submitted"), 1},
    StageRow{Stage::Returned, u"returned", QT_TRANSLATE_NOOP("Stage", "Returned"), 1},
    StageRow{Stage::Quoted, u"quoted", QT_TRANSLATE_NOOP("Stage", "Quoted"), 2},
    StageRow{Stage::UnderReview, u"underReview", QT_TRANSLATE_NOOP("Stage", "Under review"), 3},
    StageRow{Stage::WithCarrier, u"withCarrier", QT_TRANSLATE_NOOP("Stage", "With carrier"), 4},
    StageRow{Stage::Scheduled, u"scheduled", QT_TRANSLATE_NOOP("Stage", "Scheduled"), 5},
    StageRow{Stage::Rejected, u"rejected", QT_TRANSLATE_NOOP("Stage", "Rejected"), 5},
    StageRow{Stage::Completed, u"completed", QT_TRANSLATE_NOOP("Stage", "Completed"), 6},
    StageRow{Stage::Cancelled, u"cancelled", QT_TRANSLATE_NOOP("Stage", "Cancelled"), 0},
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
    return QCoreApplication::translate("Stage", rowOf(stage).text);
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
    case 1: return QCoreApplication::translate("Stage", "Submit request");
    case 2: return QCoreApplication::translate("Stage", "Porting fees");
    case 3: return QCoreApplication::translate("Stage", "Desk approval");
    case 4: return QCoreApplication::translate("Stage", "Carrier approval");
    case 5: return QCoreApplication::translate("Stage", "Answer");
    case 6: return QCoreApplication::translate("Stage", "Port completed");
    default: return {};
    }
}

} // namespace PortDesk
