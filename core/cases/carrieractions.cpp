// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/actions.h"

#include "core/cases/actionvalues.h"
#include "core/cases/casecalendar.h"
#include "core/cases/pointer.h"
#include "core/cases/rejection.h"
#include "core/numbers/numberparser.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The next attempt, with what is sent now and what differs from the attempt before.
void addAttempt(ActionWork &work, const QString &carrierReference)
{
    Case &portCase = work.after;
    Attempt attempt;
    attempt.number = int(portCase.attempts.size()) + 1;
    attempt.sentAt = work.context.now;
    attempt.carrierReference = carrierReference;
    attempt.sent = requestToJson(portCase.request);
    if (!portCase.attempts.isEmpty())
        attempt.changedFields = changedPointers(portCase.attempts.last().sent, attempt.sent);
    portCase.attempts.append(attempt);
    work.data = {{u"attempt"_s, attempt.number},
                 {u"carrierReference"_s, carrierReference},
                 {u"changedFields"_s, QJsonArray::fromStringList(attempt.changedFields)}};
    work.text = u"Sent to %1, attempt %2, reference %3"_s.arg(portCase.request.losingCarrier.name).arg(attempt.number).arg(carrierReference);
}

Result<void> sendToCarrier(ActionWork &work)
{
    const QString reference = work.value(u"carrierReference"_s);
    if (reference.isEmpty())
        return badValue(u"carrierReference: enter the reference under which the carrier knows the order."_s);
    addAttempt(work, reference);
    return {};
}

Result<void> resubmit(ActionWork &work)
{
    const QString given = work.value(u"carrierReference"_s);
    // A carrier that keeps its reference for the corrected order need not be asked for it again.
    const QString before = work.after.attempts.isEmpty() ? QString() : work.after.attempts.last().carrierReference;
    const QString reference = given.isEmpty() ? before : given;
    if (reference.isEmpty())
        return badValue(u"carrierReference: enter the reference under which the carrier knows the order."_s);
    addAttempt(work, reference);
    return {};
}

QString zoneOf(const Case &portCase, const CountryPack &countries)
{
    const Country *country = countries.country(portCase.country);
    return country ? country->zone : QString();
}

Result<void> checkPortDay(const Case &portCase, const PortDate &date, const OwnDays &ownDays)
{
    const QTimeZone zone(date.zone.toLatin1());
    const QDate day = date.instant.toTimeZone(zone).date();
    const BusinessCalendar calendar = BusinessCalendar::forPlace(carrierPlace(portCase), ownDays);
    if (calendar.isBusinessDay(day))
        return {};
    const QString holiday = calendar.holidayName(day);
    const QString why = holiday.isEmpty() ? QString() : u" (%1)"_s.arg(holiday);
    const QString message = u"%1%2 is not a business day in %3. Choose %4 or another business day."_s;
    const QString next = QLocale::c().toString(calendar.addBusinessDays(day, 1), u"ddd d MMM yyyy"_s);
    return refusedBy({u"business-day"_s, message.arg(QLocale::c().toString(day, u"ddd d MMM yyyy"_s), why, calendar.placeText(), next), u"portDate"_s});
}

Result<void> schedule(ActionWork &work)
{
    Case &portCase = work.after;
    auto date = portDateValue(work.request.values.value(u"portDate"_s), zoneOf(portCase, work.context.countries));
    if (!date)
        return date.error();
    if (date->instant <= work.context.now)
        return badValue(u"portDate: %1 is in the past. Enter the date the carrier confirmed."_s.arg(date->instant.toString(Qt::ISODate)));
    if (auto day = checkPortDay(portCase, *date, work.context.ownDays); !day)
        return day.error();
    const QString text = u"%1 %2"_s.arg(QLocale::c().toString(date->instant.toTimeZone(QTimeZone(date->zone.toLatin1())), u"ddd d MMM yyyy HH:mm"_s), date->zone);
    const bool change = portCase.stage == Stage::Scheduled;
    work.text = change ? u"Port date changed to %1"_s.arg(text) : u"Port date confirmed: %1"_s.arg(text);
    if (change) {
        work.messageId = u"date-changed"_s;
        work.messageValues = {{u"oldPortDate"_s, portCase.portDate}, {u"oldPortZone"_s, portCase.portZone}};
        work.data.insert(u"oldPortDate"_s, portCase.portDate.toString(Qt::ISODate));
    }
    portCase.portDate = date->instant;
    portCase.portZone = date->zone;
    work.data.insert(u"portDate"_s, date->instant.toString(Qt::ISODate));
    work.data.insert(u"portZone"_s, date->zone);
    if (!portCase.attempts.isEmpty()) {
        portCase.attempts.last().answeredAt = work.context.now;
        portCase.attempts.last().answer = u"scheduled"_s;
    }
    return {};
}

Result<void> reject(ActionWork &work)
{
    auto reasons = reasonsValue(work.request.values, false);
    if (!reasons)
        return reasons.error();
    Case &portCase = work.after;
    // What was confirmed holds no longer; the events keep it.
    portCase.portDate = {};
    portCase.portZone.clear();
    for (CaseNumber &number : portCase.numbers)
        number.outcome = Outcome::Pending;
    const QString text = work.value(u"text"_s);
    Attempt &attempt = portCase.attempts.last();
    attempt.answeredAt = work.context.now;
    attempt.answer = u"rejected"_s;
    attempt.reasons = *reasons;
    attempt.text = text;
    QStringList titles;
    QJsonArray codes;
    for (const Reason &reason : *reasons) {
        titles.append(rejectionReason(reason.code)->title);
        codes.append(reason.code);
    }
    work.text = u"Rejected by the carrier: %1"_s.arg(titles.join(", "_L1)) + (text.isEmpty() ? QString() : u" (%1)"_s.arg(text));
    work.data = {{u"attempt"_s, attempt.number}, {u"reasons"_s, codes}, {u"text"_s, text}};
    return {};
}

CaseNumber *findNumber(Case &portCase, const QString &written)
{
    const QString e164 = parseNumber(written, portCase.country).e164;
    for (CaseNumber &number : portCase.numbers) {
        if (number.e164 == written || number.e164 == e164)
            return &number;
    }
    return nullptr;
}

Result<void> outcome(ActionWork &work)
{
    QSet<QString> named;
    QStringList parts;
    const QString text = work.value(u"text"_s);
    for (const Outcome outcome : {Outcome::Ported, Outcome::Failed, Outcome::Excluded}) {
        const QString key = outcomeKey(outcome);
        const QStringList numbers = listValue(work.request.values, key);
        for (const QString &written : numbers) {
            CaseNumber *number = findNumber(work.after, written);
            if (!number)
                return badValue(u"%1: “%2” is not a number of this case."_s.arg(key, written));
            if (named.contains(number->e164))
                return badValue(u"%1: %2 is named more than once; a number has one outcome."_s.arg(key, number->e164));
            named.insert(number->e164);
            number->outcome = outcome;
            number->note = text;
        }
        if (!numbers.isEmpty()) {
            parts.append(u"%1 %2"_s.arg(numbers.size()).arg(key));
            work.data.insert(key, QJsonArray::fromStringList(numbers));
        }
    }
    if (named.isEmpty())
        return badValue(u"ported, failed, excluded: name at least one number."_s);
    work.text = u"Outcomes recorded: %1"_s.arg(parts.join(", "_L1)) + (text.isEmpty() ? QString() : u" (%1)"_s.arg(text));
    return {};
}

Result<void> complete(ActionWork &work)
{
    work.text = u"Completed: %1 of %2 numbers ported"_s.arg(work.after.portedCount()).arg(work.after.numbers.size());
    work.data = {{u"ported"_s, work.after.portedCount()}, {u"numbers"_s, work.after.numbers.size()}};
    return {};
}

} // namespace

ActionHandler carrierAction(const QString &action)
{
    static const QHash<QString, ActionHandler> handlers{
        {u"send-to-carrier"_s, sendToCarrier}, {u"schedule"_s, schedule}, {u"reject"_s, reject},
        {u"resubmit"_s, resubmit},             {u"outcome"_s, outcome},   {u"complete"_s, complete},
    };
    return handlers.value(action, nullptr);
}

} // namespace PortDesk
