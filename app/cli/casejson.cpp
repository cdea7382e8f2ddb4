// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/casejson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

QJsonArray toJson(const QList<QuoteLine> &lines)
{
    QJsonArray rows;
    for (const QuoteLine &line : lines) {
        const Money total{line.unit.minor * line.quantity, line.unit.currency};
        rows << QJsonObject{{u"label"_s, line.label}, {u"quantity"_s, line.quantity}, {u"unitAmount"_s, formatAmount(line.unit)},
                            {u"amount"_s, formatAmount(total)}, {u"currency"_s, line.unit.currency}, {u"perNumber"_s, line.perNumber}};
    }
    return rows;
}

QJsonArray toJson(const QList<Reason> &reasons)
{
    QJsonArray rows;
    for (const Reason &reason : reasons)
        rows << QJsonObject{{u"code"_s, reason.code}, {u"text"_s, reason.text}, {u"answered"_s, reason.answered},
                            {u"fields"_s, QJsonArray::fromStringList(reason.fields)}, {u"documents"_s, QJsonArray::fromStringList(reason.documents)}};
    return rows;
}

QJsonObject toJson(const Quote &quote)
{
    return {{u"currency"_s, quote.currency}, {u"lines"_s, toJson(quote.lines)}, {u"total"_s, formatAmount(quote.total())}, {u"sentAt"_s, isoText(quote.sentAt)},
            {u"answer"_s, quoteAnswerKey(quote.answer)}, {u"answeredAt"_s, isoText(quote.answeredAt)}};
}

QJsonArray toJson(const QList<CaseNumber> &numbers)
{
    QJsonArray rows;
    for (const CaseNumber &number : numbers)
        rows << QJsonObject{{u"number"_s, number.e164}, {u"type"_s, numberTypeKey(number.type)}, {u"outcome"_s, outcomeKey(number.outcome)},
                            {u"address"_s, number.addressId}, {u"note"_s, number.note}};
    return rows;
}

QJsonValue reviewJson(const Case &portCase, const CaseDocument &document)
{
    const Review *review = reviewOf(portCase, document);
    if (!review)
        return QJsonValue::Null;
    return QJsonObject{{u"verdict"_s, review->accepted ? u"accepted"_s : u"refused"_s}, {u"reasons"_s, QJsonArray::fromStringList(review->reasons)},
                       {u"text"_s, review->text}, {u"who"_s, review->who}, {u"at"_s, isoText(review->at)}};
}

QJsonArray documentsJson(const Case &portCase)
{
    QJsonArray rows;
    for (const CaseDocument &document : portCase.documents)
        rows << QJsonObject{{u"kind"_s, document.kind}, {u"file"_s, document.fileName}, {u"sha256"_s, document.sha256}, {u"size"_s, document.size},
                            {u"pages"_s, document.pages}, {u"issued"_s, document.issued.toString(Qt::ISODate)}, {u"unavailable"_s, document.unavailable},
                            {u"waived"_s, document.waived}, {u"review"_s, reviewJson(portCase, document)}};
    return rows;
}

QJsonArray toJson(const QList<Attempt> &attempts)
{
    QJsonArray rows;
    for (const Attempt &attempt : attempts)
        rows << QJsonObject{{u"number"_s, attempt.number}, {u"sentAt"_s, isoText(attempt.sentAt)}, {u"carrierReference"_s, attempt.carrierReference},
                            {u"answer"_s, attempt.answer}, {u"answeredAt"_s, isoText(attempt.answeredAt)}, {u"reasons"_s, toJson(attempt.reasons)},
                            {u"text"_s, attempt.text}, {u"changedFields"_s, QJsonArray::fromStringList(attempt.changedFields)}};
    return rows;
}

QJsonArray toJson(const QList<CaseClock> &clocks)
{
    QJsonArray rows;
    for (const CaseClock &clock : clocks)
        rows << QJsonObject{{u"name"_s, clock.name}, {u"due"_s, isoText(clock.due)}, {u"calendar"_s, clock.calendar},
                            {u"explanation"_s, clock.explanation}, {u"fired"_s, clock.fired}};
    return rows;
}

QJsonArray toJson(const QList<CaseEvent> &events)
{
    QJsonArray rows;
    for (const CaseEvent &event : events)
        rows << QJsonObject{{u"at"_s, isoText(event.at)}, {u"who"_s, event.who}, {u"role"_s, roleKey(event.role)}, {u"what"_s, event.what},
                            {u"from"_s, stageKey(event.from)}, {u"to"_s, stageKey(event.to)}, {u"text"_s, event.text}};
    return rows;
}

} // namespace

QString isoText(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject toJson(const CaseSummary &summary)
{
    return {{u"reference"_s, summary.reference}, {u"stage"_s, stageKey(summary.stage)}, {u"owner"_s, summary.owner}, {u"country"_s, summary.country},
            {u"type"_s, numberTypeKey(summary.type)}, {u"losingCarrier"_s, summary.carrier}, {u"numbers"_s, summary.numbers}, {u"ported"_s, summary.ported},
            {u"failed"_s, summary.failed}, {u"nextClock"_s, summary.nextClock}, {u"nextDue"_s, isoText(summary.nextDue)},
            {u"portDate"_s, isoText(summary.portDate)}, {u"updatedAt"_s, isoText(summary.updatedAt)}};
}

QJsonObject toJson(const CaseDetails &details)
{
    const Case &c = details.portCase;
    const LosingCarrier &carrier = c.request.losingCarrier;
    QJsonObject object{
        {u"reference"_s, c.reference}, {u"revision"_s, c.revision}, {u"stage"_s, stageKey(c.stage)}, {u"stageLabel"_s, c.stageLabel()}, {u"country"_s, c.country},
        {u"type"_s, numberTypeKey(c.type)}, {u"owner"_s, requestToJson(c.request).value(u"owner"_s)},
        {u"losingCarrier"_s, QJsonObject{{u"name"_s, carrier.name}, {u"accountNumber"_s, carrier.accountNumber}, {u"billingNumber"_s, carrier.billingNumber}}},
        {u"numbers"_s, toJson(c.numbers)}, {u"documents"_s, documentsJson(c)}, {u"attempts"_s, toJson(c.attempts)}, {u"clocks"_s, toJson(c.clocks)},
        {u"returnReasons"_s, toJson(c.returnReasons)}, {u"timeline"_s, toJson(details.timeline)},
        {u"allowedActions"_s, QJsonArray::fromStringList(details.allowedActions)}, {u"charges"_s, toJson(charges(c))},
        {u"approved"_s, c.approved}, {u"portDate"_s, isoText(c.portDate)}, {u"portZone"_s, c.portZone}, {u"followUpOf"_s, c.followUpOf}};
    object.insert(u"quote"_s, c.quote ? QJsonValue(toJson(*c.quote)) : QJsonValue(QJsonValue::Null));
    return object;
}

QString toText(const CaseDetails &details)
{
    const Case &c = details.portCase;
    QString text = u"%1  %2  %3 %4  from %5  [%6]\n"_s.arg(c.reference, c.request.owner.displayName(), c.country, numberTypeText(c.type), c.request.losingCarrier.name, c.stageLabel());
    for (const CaseNumber &number : c.numbers)
        text += u"  number    %1  %2%3\n"_s.arg(number.e164, outcomeKey(number.outcome), number.note.isEmpty() ? QString() : u"  "_s + number.note);
    for (const CaseDocument &document : c.documents) {
        const QString state = !document.waived.isEmpty() ? u"waived: "_s + document.waived : !document.unavailable.isEmpty() ? u"unavailable: "_s + document.unavailable : document.fileName;
        const Review *review = reviewOf(c, document);
        const QString verdict = !review ? QString() : review->accepted ? u"  accepted"_s : u"  refused: "_s + reviewReasonTitles(review->reasons);
        text += u"  document  %1  %2%3\n"_s.arg(documentKindText(document.kind), state, verdict);
    }
    if (c.quote)
        text += u"  quote     %1, %2\n"_s.arg(formatMoney(c.quote->total()), quoteAnswerKey(c.quote->answer));
    for (const Attempt &attempt : c.attempts)
        text += u"  attempt   %1  %2  %3\n"_s.arg(attempt.number).arg(attempt.carrierReference, attempt.answer);
    for (const CaseClock &clock : c.clocks) {
        if (!clock.fired)
            text += u"  clock     %1  due %2  %3\n"_s.arg(clock.name, isoText(clock.due), clock.explanation);
    }
    for (const CaseEvent &event : details.timeline)
        text += u"  event     %1  %2  %3  %4\n"_s.arg(isoText(event.at), event.who, event.what, event.text);
    for (const QuoteLine &line : charges(c))
        text += u"  charged   %1 x %2  %3\n"_s.arg(line.quantity).arg(line.label, formatMoney({line.unit.minor * line.quantity, line.unit.currency}));
    return text + u"  actions   %1\n"_s.arg(details.allowedActions.isEmpty() ? u"none"_s : details.allowedActions.join(u", "_s));
}

} // namespace PortDesk::Cli
