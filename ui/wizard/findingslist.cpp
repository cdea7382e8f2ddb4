// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/findingslist.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/confirmations.h"
#include "ui/wizard/requestdraft.h"
#include "ui/wizard/wizardpage.h"

#include <QCollator>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

FindingsList::FindingsList(RequestDraft &draft, StepOf stepOf, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_stepOf(std::move(stepOf)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

/// By page, in the order in which the pages first occur; within a page by kind.
QList<FindingKind> FindingsList::kinds() const
{
    QStringList steps;
    QList<FindingKind> kinds;
    QHash<QString, qsizetype> known;
    QSet<QString> told; // one place and kind is confirmed once, however many numbers of a range it is about
    for (const Problem &problem : m_draft.checked().problems) {
        FindingKind kind{m_stepOf(placeOf(problem)), problem.code, problem.severity, {}};
        if (kind.mayConfirm())
            kind.confirmed = confirmedReason(m_draft.request(), problem.code, problem.field);
        if (kind.mayConfirm() && told.contains(problem.code + problem.field))
            continue;
        told.insert(problem.code + problem.field);
        if (!steps.contains(kind.step))
            steps << kind.step;
        const QString key = u"%1\n%2\n%3\n%4"_s.arg(kind.step, kind.code).arg(int(kind.severity)).arg(kind.confirmed);
        if (!known.contains(key)) {
            known.insert(key, kinds.size());
            kinds << kind;
        }
        kinds[known.value(key)].problems << problem;
    }
    QCollator byRow;
    byRow.setNumericMode(true);
    for (FindingKind &kind : kinds)
        std::stable_sort(kind.problems.begin(), kind.problems.end(), [&](const Problem &a, const Problem &b) { return byRow.compare(a.field, b.field) < 0; });
    std::stable_sort(kinds.begin(), kinds.end(), [&](const FindingKind &a, const FindingKind &b) { return steps.indexOf(a.step) < steps.indexOf(b.step); });
    return kinds;
}

int FindingsList::unconfirmed() const
{
    int count = 0;
    for (const FindingKind &kind : m_shown)
        count += kind.mayConfirm() && kind.confirmed.isEmpty() ? int(kind.problems.size()) : 0;
    return count;
}

void FindingsList::refresh()
{
    const QList<FindingKind> now = kinds();
    if (m_body && now == m_shown)
        return;
    rebuild(now);
}

void FindingsList::rebuild(const QList<FindingKind> &kinds)
{
    FindingKind asked;
    std::optional<QString> typed;
    bool keyboard = false;
    for (const FindingGroup *group : std::as_const(m_groups)) {
        if (!group->typed())
            continue;
        asked = group->kind();
        typed = group->typed();
        keyboard = group->hasKeyboard();
    }
    delete m_body;
    m_groups.clear();
    m_shown = kinds;
    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    QString step;
    for (const FindingKind &kind : kinds) {
        if (kind.step != step)
            column->addWidget(new TextLabel(kind.step, TextRole::CaptionStrong, TextLabel::Tone::Secondary));
        step = kind.step;
        m_groups << makeGroup(kind, int(m_groups.size()));
        column->addWidget(m_groups.last());
    }
    m_column->addWidget(m_body);
    m_body->show(); // at once: a layout shows new widgets only later
    for (FindingGroup *group : std::as_const(m_groups)) {
        if (typed && group->kind().isSame(asked)) {
            QWidget *elsewhere = keyboard ? nullptr : window()->focusWidget();
            group->askReason(*typed);
            if (elsewhere)
                elsewhere->setFocus(Qt::OtherFocusReason);
        }
    }
}

FindingGroup *FindingsList::makeGroup(const FindingKind &kind, int number)
{
    auto *group = new FindingGroup(kind, number);
    connect(group, &FindingGroup::openRequested, this, &FindingsList::openRequested);
    // Later: the group that asks is rebuilt by the answer.
    connect(group, &FindingGroup::confirmed, this, [this, kind](const QString &reason) { confirm(kind, reason); }, Qt::QueuedConnection);
    connect(group, &FindingGroup::withdrawn, this, [this, kind] { withdraw(kind); }, Qt::QueuedConnection);
    return group;
}

void FindingsList::confirm(const FindingKind &kind, const QString &reason)
{
    m_draft.edit([&](Request &request) {
        for (const Problem &problem : kind.problems)
            confirmWarning(request, problem.code, problem.field, reason);
    });
    refresh();
}

void FindingsList::withdraw(const FindingKind &kind)
{
    m_draft.edit([&](Request &request) {
        for (const Problem &problem : kind.problems)
            withdrawConfirmation(request, problem.code, problem.field);
    });
    refresh();
    for (FindingGroup *group : std::as_const(m_groups)) {
        if (group->kind().code == kind.code && group->kind().step == kind.step && group->kind().confirmed.isEmpty())
            group->askReason(kind.confirmed); // the words are not lost
    }
}

} // namespace PortDesk
