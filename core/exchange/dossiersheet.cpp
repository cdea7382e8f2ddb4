// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filledtemplate.h"
#include "core/cases/rejection.h"
#include "core/cases/stagetable.h"
#include "core/exchange/dossier.h"
#include "core/numbers/numberparser.h"

#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// ISO day with the time and its zone: a dossier is read in other countries.
QString moment(const QDateTime &at, const QTimeZone &zone)
{
    if (!at.isValid())
        return u"not yet"_s;
    const QDateTime local = at.toTimeZone(zone);
    return local.toString(u"yyyy-MM-dd HH:mm "_s) + local.timeZoneAbbreviation();
}

void addRow(QVariantList &rows, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        rows << QVariantMap{{u"label"_s, label.toHtmlEscaped()}, {u"value"_s, value.toHtmlEscaped()}};
}

QVariantList caseRows(const DossierInput &input)
{
    const Case &portCase = input.portCase;
    const Request &request = portCase.request;
    QVariantList rows;
    addRow(rows, u"Stage"_s, portCase.stageLabel());
    addRow(rows, u"Country and number type"_s,
           u"%1, %2"_s.arg(input.countryName.isEmpty() ? portCase.country : input.countryName, numberTypeText(portCase.type)));
    addRow(rows, u"Owner"_s, request.owner.displayName());
    addRow(rows, u"Authorised person"_s, request.authorisedPerson.displayName());
    addRow(rows, u"Reseller"_s, request.reseller.company);
    addRow(rows, u"Losing carrier"_s, request.losingCarrier.name);
    addRow(rows, u"Account number"_s, request.losingCarrier.accountNumber);
    const QString billing = internationalNumber(request.losingCarrier.billingNumber);
    addRow(rows, u"Billing number"_s, billing.isEmpty() ? request.losingCarrier.billingNumber : billing);
    addRow(rows, u"Scope"_s, request.scope == PortScope::Full ? u"all numbers of the account"_s : u"a part of the account"_s);
    if (request.requestedDate.isValid())
        addRow(rows, u"Requested date"_s, request.requestedDate.toString(Qt::ISODate));
    if (portCase.portDate.isValid()) {
        const QTimeZone zone(portCase.portZone.toUtf8());
        addRow(rows, u"Port date"_s, moment(portCase.portDate, zone.isValid() ? zone : input.zone));
    }
    return rows;
}

QString outcomeText(const CaseNumber &number, DossierAudience audience)
{
    const QString outcome = outcomeKey(number.outcome);
    return number.note.isEmpty() || audience == DossierAudience::LosingCarrier ? outcome : u"%1: %2"_s.arg(outcome, number.note);
}

QVariantList numberRows(const DossierInput &input)
{
    QHash<QString, QString> addresses;
    for (const RequestAddress &address : input.portCase.request.addresses)
        addresses.insert(address.id, formatAddress(address.address).join(u", "_s));
    QVariantList rows;
    for (const CaseNumber &number : input.portCase.numbers) {
        rows << QVariantMap{{u"number"_s, internationalNumber(number.e164)},
                            {u"type"_s, numberTypeText(number.type)},
                            {u"address"_s, addresses.value(number.addressId).toHtmlEscaped()},
                            {u"outcome"_s, outcomeText(number, input.audience).toHtmlEscaped()}};
    }
    return rows;
}

QString datesOf(const CaseDocument &document)
{
    QStringList dates;
    if (document.issued.isValid())
        dates << u"issued "_s + document.issued.toString(Qt::ISODate);
    if (document.signedOn.isValid())
        dates << u"signed "_s + document.signedOn.toString(Qt::ISODate);
    return dates.join(u", "_s);
}

QString stateOf(const DossierDocument &row, DossierAudience audience)
{
    const CaseDocument &document = row.document;
    if (!document.sha256.isEmpty()) {
        const QString bound = row.leftOut.isEmpty() ? (document.pages == 1 ? u"1 page"_s : u"%1 pages"_s.arg(document.pages)) : row.leftOut;
        return row.signature.isEmpty() ? bound : bound + u"; "_s + row.signature;
    }
    if (audience == DossierAudience::Desk && !document.waived.isEmpty())
        return u"waived: "_s + document.waived;
    return document.unavailable.isEmpty() ? u"not there"_s : u"not issued: "_s + document.unavailable;
}

/// "accepted by Anna Weber on 2026-11-24": the desk's verdict, for the desk.
QString reviewOf(const DossierInput &input, const CaseDocument &document)
{
    if (input.audience == DossierAudience::LosingCarrier || document.sha256.isEmpty())
        return {};
    for (const Review &review : input.portCase.reviews) {
        if (review.sha256 == document.sha256 && review.kind == document.kind)
            return u"; %1 by %2 on %3"_s.arg(review.accepted ? u"accepted"_s : u"refused"_s, review.who, moment(review.at, input.zone));
    }
    return {};
}

QVariantList documentRows(const DossierInput &input)
{
    QVariantList rows;
    for (const DossierDocument &row : input.documents) {
        rows << QVariantMap{{u"position"_s, QString::number(rows.size() + 1)},
                            {u"kind"_s, documentKindText(row.document.kind).toHtmlEscaped()},
                            {u"file"_s, row.document.fileName.toHtmlEscaped()},
                            {u"sha"_s, row.document.sha256},
                            {u"dates"_s, datesOf(row.document)},
                            {u"state"_s, (stateOf(row, input.audience) + reviewOf(input, row.document)).toHtmlEscaped()}};
    }
    return rows;
}

QString answerOf(const Attempt &attempt, const QTimeZone &zone)
{
    if (attempt.answer.isEmpty())
        return u"waiting"_s;
    QStringList parts{u"%1 on %2"_s.arg(attempt.answer, moment(attempt.answeredAt, zone))};
    for (const Reason &reason : attempt.reasons) {
        const RejectionReason *known = rejectionReason(reason.code);
        parts << u"%1 %2%3"_s.arg(reason.code, known ? known->title : QString(), reason.text.isEmpty() ? QString() : u" ("_s + reason.text + u')');
    }
    return parts.join(u"; "_s);
}

QVariantList attemptRows(const DossierInput &input)
{
    QVariantList rows;
    for (const Attempt &attempt : input.portCase.attempts) {
        rows << QVariantMap{{u"position"_s, QString::number(attempt.number)},
                            {u"sent"_s, moment(attempt.sentAt, input.zone)},
                            {u"carrierReference"_s, attempt.carrierReference.toHtmlEscaped()},
                            {u"answer"_s, answerOf(attempt, input.zone).toHtmlEscaped()},
                            {u"changed"_s, attempt.changedFields.join(u", "_s).toHtmlEscaped()}};
    }
    return rows;
}

QVariantList feeRows(const Case &portCase)
{
    const QList<QuoteLine> charged = charges(portCase);
    QVariantList rows;
    for (const QuoteLine &line : portCase.stage == Stage::Completed || !portCase.quote ? charged : portCase.quote->lines) {
        rows << QVariantMap{{u"quantity"_s, QString::number(line.quantity)},
                            {u"for"_s, line.label.toHtmlEscaped()},
                            {u"each"_s, formatMoney(line.unit)},
                            {u"together"_s, formatMoney({line.unit.minor * line.quantity, line.unit.currency})}};
    }
    return rows;
}

QString whatOf(const CaseEvent &event, DossierAudience audience)
{
    const Move *move = findMove(event.what);
    const QString title = move ? move->title : event.what;
    // The words of the desk's people stay with the desk.
    return event.text.isEmpty() || audience == DossierAudience::LosingCarrier ? title : event.text;
}

QVariantList eventRows(const DossierInput &input)
{
    QVariantList rows;
    for (const CaseEvent &event : dossierEvents(input.timeline, input.audience)) {
        rows << QVariantMap{{u"at"_s, moment(event.at, input.zone)},
                            {u"who"_s, event.who.toHtmlEscaped()},
                            {u"what"_s, whatOf(event, input.audience).toHtmlEscaped()}};
    }
    return rows;
}

QString audienceText(DossierAudience audience)
{
    return audience == DossierAudience::Desk ? u"For the desk: everything, with fees and notes. Do not pass it on."_s
                                             : u"For the losing carrier: data and documents of the port order."_s;
}

} // namespace

Result<LetterContent> dossierSheet(const DossierInput &input)
{
    const bool forDesk = input.audience == DossierAudience::Desk;
    const QVariantList attempts = attemptRows(input), fees = forDesk ? feeRows(input.portCase) : QVariantList();
    const QVariantMap values{{u"reference"_s, input.portCase.reference.toHtmlEscaped()},
                             {u"audience"_s, audienceText(input.audience)},
                             {u"made"_s, moment(input.made, input.zone)},
                             {u"internal"_s, forDesk},
                             {u"caseRows"_s, caseRows(input)},
                             {u"numberTotal"_s, QString::number(input.portCase.numbers.size())},
                             {u"numbers"_s, numberRows(input)},
                             {u"documents"_s, documentRows(input)},
                             {u"hasAttempts"_s, !attempts.isEmpty()},
                             {u"attempts"_s, attempts},
                             {u"hasFees"_s, !fees.isEmpty()},
                             {u"fees"_s, fees},
                             {u"feeState"_s, input.portCase.stage == Stage::Completed ? u"Charged: only numbers that ported."_s : u"As quoted; only numbers that port are charged."_s},
                             {u"events"_s, eventRows(input)}};
    QFile frame(u":/portdesk/dossier/sheet.html"_s);
    if (!frame.open(QIODevice::ReadOnly))
        return Error{Error::Code::Internal, u"The frame of the dossier is missing from this program."_s, frame.fileName()};
    auto html = filledTemplate(QString::fromUtf8(frame.readAll()), values);
    if (!html)
        return html.error();
    LetterContent sheet;
    sheet.title = u"Dossier "_s + input.portCase.reference;
    sheet.html = *html;
    sheet.qrText = input.portCase.reference;
    sheet.footer = sheet.title + u" · page %1 of %2"_s;
    sheet.language = u"en"_s;
    return sheet;
}

} // namespace PortDesk
