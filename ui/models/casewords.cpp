// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casewords.h"

#include "core/cases/currentclock.h"
#include "ui/models/timewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

StateWords finishedWords(const CaseSummary &row)
{
    if (row.stage == Stage::Cancelled)
        return {u"–"_s, State::Neutral};
    const QString text = Tr::tr("%1 of %2 ported").arg(row.ported).arg(row.numbers);
    return {text, row.ported == row.numbers ? State::Good : State::Waiting};
}

/// Whole days since the case was changed last: a returned case changes when the customer answers.
StateWords waitingWords(const CaseSummary &row, const QDateTime &now, Role reader)
{
    const qint64 days = row.updatedAt.isValid() ? row.updatedAt.daysTo(now) : 0;
    if (reader == Role::Customer)
        return {days > 0 ? Tr::tr("Your turn, %1 d").arg(days) : Tr::tr("Your turn"), State::Waiting};
    return {days > 0 ? Tr::tr("Waiting for customer, %1 d").arg(days) : Tr::tr("Waiting for customer"), State::Neutral};
}

StateWords scheduledWords(const CaseSummary &row, const QDateTime &now, Role reader)
{
    const int known = row.ported + row.failed;
    if (known > 0)
        return {Tr::tr("%1 of %2 ported").arg(row.ported).arg(row.numbers), row.failed > 0 ? State::Waiting : State::Info};
    if (row.portDate.isValid() && row.portDate <= now)
        return {reader == Role::Customer ? Tr::tr("Port date reached") : Tr::tr("Port date reached, record the outcome"), State::Waiting};
    return {Tr::tr("Ports %1").arg(TimeWords::portDateText(row.portDate, row.portZone, now)), State::Info};
}

StateWords rejectedWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone)
{
    const QString reasons = Tr::tr("%n reason(s)", nullptr, row.reasons);
    if (!row.nextDue.isValid())
        return {reasons, State::Problem};
    return {Tr::tr("%1, answer due %2").arg(reasons, TimeWords::dueText(row.nextDue, now, zone)), State::Problem};
}

StateWords dueWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone)
{
    if (!row.nextDue.isValid())
        return {u"–"_s, State::Neutral};
    const QString due = TimeWords::dueText(row.nextDue, now, zone);
    if (row.stage == Stage::Quoted)
        return {Tr::tr("Deemed accepted in %1").arg(TimeWords::spanText(now.secsTo(row.nextDue))), State::Waiting};
    if (row.stage == Stage::WithCarrier)
        return {Tr::tr("Answer expected %1").arg(due), State::Neutral};
    const bool today = row.nextDue.toTimeZone(zone).date() == now.toTimeZone(zone).date();
    return {Tr::tr("Due %1").arg(due), today ? State::Waiting : State::Neutral};
}

} // namespace

QString stageLabel(const CaseSummary &row)
{
    if (row.stage == Stage::Completed && row.failed > 0)
        return Tr::tr("%1, %2 of %3").arg(stageText(row.stage)).arg(row.ported).arg(row.numbers);
    return stageText(row.stage);
}

StateWords nextWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone, Role reader)
{
    if (!isOpen(row.stage))
        return finishedWords(row);
    const bool portDay = row.stage == Stage::Scheduled;
    if (row.stage == Stage::Returned && reader == Role::Customer)
        return waitingWords(row, now, reader); // the reminder's day is no deadline of theirs
    if (row.nextDue.isValid() && row.nextDue < now && !portDay)
        return {Tr::tr("Overdue by %1").arg(TimeWords::spanText(row.nextDue.secsTo(now))), State::Problem};
    switch (row.stage) {
    case Stage::Returned: return waitingWords(row, now, reader);
    case Stage::Scheduled: return scheduledWords(row, now, reader);
    case Stage::Rejected: return rejectedWords(row, now, zone);
    default: return dueWords(row, now, zone);
    }
}

StateWords clockWords(const CaseSummary &row, const QDateTime &now, const QTimeZone &zone, Role reader)
{
    if (row.stage == Stage::Rejected && row.nextDue.isValid() && row.nextDue >= now)
        return {Tr::tr("answer due %1").arg(TimeWords::dueText(row.nextDue, now, zone)), State::Neutral};
    const StateWords words = nextWords(row, now, zone, reader);
    return isOpen(row.stage) && words.text != u"–" ? words : StateWords{};
}

CaseSummary summaryOf(const Case &portCase)
{
    CaseSummary row;
    row.id = portCase.id;
    row.revision = portCase.revision;
    row.reference = portCase.reference;
    row.owner = portCase.request.owner.displayName();
    row.country = portCase.country;
    row.carrier = portCase.request.losingCarrier.name;
    row.agent = portCase.agent;
    row.type = portCase.type;
    row.stage = portCase.stage;
    row.numbers = int(portCase.numbers.size());
    row.ported = portCase.portedCount();
    row.failed = int(std::count_if(portCase.numbers.cbegin(), portCase.numbers.cend(), [](const CaseNumber &n) { return n.outcome == Outcome::Failed; }));
    const bool rejected = portCase.stage == Stage::Rejected && !portCase.attempts.isEmpty();
    const QList<Reason> &reasons = rejected ? portCase.attempts.last().reasons : portCase.returnReasons;
    row.reasons = int(std::count_if(reasons.cbegin(), reasons.cend(), [](const Reason &reason) { return !reason.answered; }));
    if (const CaseClock *clock = currentClock(portCase)) {
        row.nextClock = clock->name;
        row.nextDue = clock->due;
    }
    row.portDate = portCase.portDate;
    row.portZone = portCase.portZone;
    row.updatedAt = portCase.stageSince;
    return row;
}

QString initials(const QString &name)
{
    QString letters;
    for (const QString &part : name.split(u' ', Qt::SkipEmptyParts)) {
        if (letters.size() < 2)
            letters += part.at(0).toUpper();
    }
    return letters.isEmpty() ? u"–"_s : letters;
}

} // namespace PortDesk
