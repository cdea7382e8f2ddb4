// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casedata.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString instantText(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(Qt::ISODateWithMs) : QString(u""_s);
}

QDateTime instantOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &entry : value.toArray())
        texts.append(entry.toString());
    return texts;
}

QJsonArray reasonsToJson(const QList<Reason> &reasons)
{
    QJsonArray array;
    for (const Reason &reason : reasons) {
        QJsonObject object{{u"code"_s, reason.code}, {u"text"_s, reason.text}, {u"answered"_s, reason.answered}};
        if (!reason.fields.isEmpty())
            object.insert(u"fields"_s, QJsonArray::fromStringList(reason.fields));
        if (!reason.documents.isEmpty())
            object.insert(u"documents"_s, QJsonArray::fromStringList(reason.documents));
        array.append(object);
    }
    return array;
}

QList<Reason> reasonsFromJson(const QJsonValue &value)
{
    QList<Reason> reasons;
    for (const QJsonValue &entry : value.toArray())
        reasons.append({entry[u"code"].toString(), entry[u"text"].toString(), entry[u"answered"].toBool(), textsOf(entry[u"fields"]), textsOf(entry[u"documents"])});
    return reasons;
}

QJsonArray reviewsToJson(const QList<Review> &reviews)
{
    QJsonArray array;
    for (const Review &review : reviews) {
        array.append(QJsonObject{{u"sha256"_s, review.sha256},
                                 {u"kind"_s, review.kind},
                                 {u"accepted"_s, review.accepted},
                                 {u"reasons"_s, QJsonArray::fromStringList(review.reasons)},
                                 {u"text"_s, review.text},
                                 {u"who"_s, review.who},
                                 {u"at"_s, instantText(review.at)}});
    }
    return array;
}

QList<Review> reviewsFromJson(const QJsonValue &value)
{
    QList<Review> reviews;
    for (const QJsonValue &entry : value.toArray()) {
        reviews.append({entry[u"sha256"].toString(), entry[u"kind"].toString(), entry[u"accepted"].toBool(), textsOf(entry[u"reasons"]),
                        entry[u"text"].toString(), entry[u"who"].toString(), instantOf(entry[u"at"])});
    }
    return reviews;
}

QJsonObject quoteToJson(const Quote &quote)
{
    QJsonArray lines;
    for (const QuoteLine &line : quote.lines) {
        lines.append(QJsonObject{{u"label"_s, line.label},
                                 {u"quantity"_s, line.quantity},
                                 {u"minor"_s, line.unit.minor},
                                 {u"currency"_s, line.unit.currency},
                                 {u"perNumber"_s, line.perNumber}});
    }
    return {{u"currency"_s, quote.currency},
            {u"lines"_s, lines},
            {u"sentAt"_s, instantText(quote.sentAt)},
            {u"answer"_s, quoteAnswerKey(quote.answer)},
            {u"answeredAt"_s, instantText(quote.answeredAt)}};
}

QuoteAnswer answerFromKey(const QString &key)
{
    for (QuoteAnswer answer : {QuoteAnswer::Accepted, QuoteAnswer::Declined, QuoteAnswer::DeemedAccepted}) {
        if (quoteAnswerKey(answer) == key)
            return answer;
    }
    return QuoteAnswer::Open;
}

Quote quoteFromJson(const QJsonValue &value)
{
    Quote quote;
    quote.currency = value[u"currency"].toString();
    for (const QJsonValue &line : value[u"lines"].toArray()) {
        quote.lines.append({line[u"label"].toString(), line[u"quantity"].toInt(),
                            Money{line[u"minor"].toInteger(), line[u"currency"].toString()}, line[u"perNumber"].toBool()});
    }
    quote.sentAt = instantOf(value[u"sentAt"]);
    quote.answer = answerFromKey(value[u"answer"].toString());
    quote.answeredAt = instantOf(value[u"answeredAt"]);
    return quote;
}

QJsonObject attemptToJson(const Attempt &attempt)
{
    return {{u"number"_s, attempt.number},
            {u"sentAt"_s, instantText(attempt.sentAt)},
            {u"carrierReference"_s, attempt.carrierReference},
            {u"sent"_s, attempt.sent},
            {u"answeredAt"_s, instantText(attempt.answeredAt)},
            {u"answer"_s, attempt.answer},
            {u"reasons"_s, reasonsToJson(attempt.reasons)},
            {u"text"_s, attempt.text},
            {u"changedFields"_s, QJsonArray::fromStringList(attempt.changedFields)}};
}

Attempt attemptFromJson(const QJsonValue &value)
{
    Attempt attempt;
    attempt.number = value[u"number"].toInt();
    attempt.sentAt = instantOf(value[u"sentAt"]);
    attempt.carrierReference = value[u"carrierReference"].toString();
    attempt.sent = value[u"sent"].toObject();
    attempt.answeredAt = instantOf(value[u"answeredAt"]);
    attempt.answer = value[u"answer"].toString();
    attempt.reasons = reasonsFromJson(value[u"reasons"]);
    attempt.text = value[u"text"].toString();
    for (const QJsonValue &pointer : value[u"changedFields"].toArray())
        attempt.changedFields.append(pointer.toString());
    return attempt;
}

Result<QJsonObject> objectOf(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (document.isObject())
        return document.object();
    return Error{Error::Code::Storage,
                 u"A stored record cannot be read. Nothing was changed. Run \"portdesk-cli verify\" and restore your latest backup."_s,
                 problem.errorString()};
}

Result<Request> storedRequest(const QJsonObject &object)
{
    auto request = requestFromJson(object);
    if (request)
        return request;
    return Error{Error::Code::Storage,
                 u"A stored request cannot be read. Nothing was changed. Run \"portdesk-cli verify\" and restore your latest backup."_s,
                 request.error().message};
}

} // namespace

QByteArray caseData(const Case &portCase)
{
    QJsonObject object{{u"request"_s, requestToJson(portCase.request)},
                       {u"returnReasons"_s, reasonsToJson(portCase.returnReasons)},
                       {u"returnText"_s, portCase.returnText},
                       {u"cancelText"_s, portCase.cancelText},
                       {u"followUpOf"_s, portCase.followUpOf}};
    if (!portCase.splitKey.isEmpty())
        object.insert(u"splitKey"_s, portCase.splitKey);
    if (!portCase.overridden.isEmpty())
        object.insert(u"overridden"_s, QJsonArray::fromStringList(portCase.overridden));
    if (!portCase.reviews.isEmpty())
        object.insert(u"reviews"_s, reviewsToJson(portCase.reviews));
    QJsonArray attempts;
    for (const Attempt &attempt : portCase.attempts)
        attempts.append(attemptToJson(attempt));
    object.insert(u"attempts"_s, attempts);
    if (portCase.quote)
        object.insert(u"quote"_s, quoteToJson(*portCase.quote));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<void> readCaseData(const QByteArray &json, Case &portCase)
{
    auto object = objectOf(json);
    if (!object)
        return object.error();
    auto request = storedRequest(object->value(u"request").toObject());
    if (!request)
        return request.error();
    portCase.request = std::move(request).value();
    portCase.reviews = reviewsFromJson(object->value(u"reviews"));
    portCase.returnReasons = reasonsFromJson(object->value(u"returnReasons"));
    portCase.returnText = object->value(u"returnText").toString();
    portCase.cancelText = object->value(u"cancelText").toString();
    portCase.followUpOf = object->value(u"followUpOf").toString();
    portCase.splitKey = object->value(u"splitKey").toString();
    for (const QJsonValue &place : object->value(u"overridden").toArray())
        portCase.overridden.append(place.toString());
    for (const QJsonValue &attempt : object->value(u"attempts").toArray())
        portCase.attempts.append(attemptFromJson(attempt));
    if (object->contains(u"quote"))
        portCase.quote = quoteFromJson(object->value(u"quote"));
    return {};
}

QByteArray requestData(const Request &request)
{
    return QJsonDocument(requestToJson(request)).toJson(QJsonDocument::Compact);
}

Result<Request> readRequestData(const QByteArray &json)
{
    auto object = objectOf(json);
    if (!object)
        return object.error();
    return storedRequest(*object);
}

} // namespace PortDesk
