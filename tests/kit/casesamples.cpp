// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"

#include "tests/kit/requestbuilder.h"

#include <QCryptographicHash>

namespace PortDesk::Test {

using namespace Qt::StringLiterals;

namespace {

QList<Attempt> twoAttempts(const QDateTime &at)
{
    Attempt first;
    first.sentAt = at;
    first.carrierReference = u"BT-1"_s;
    first.sent = {{u"losingCarrier"_s, QJsonObject{{u"pin"_s, u""_s}}}};
    first.answeredAt = at.addDays(2);
    first.answer = u"rejected"_s;
    first.reasons = {{u"PIN"_s, u"PIN stimmt nicht"_s, true}, {u"NAME"_s, {}, false}};
    first.text = u"Bitte prüfen"_s;
    Attempt second;
    second.number = 2;
    second.sentAt = at.addDays(3);
    second.carrierReference = u"BT-2"_s;
    second.sent = {{u"losingCarrier"_s, QJsonObject{{u"pin"_s, u"1234"_s}}}};
    second.changedFields = QStringList{u"/losingCarrier/pin"_s};
    return {first, second};
}

Quote sampleQuote(const QDateTime &at)
{
    const QString euro = u"EUR"_s;
    return {euro,
            {{u"Set-up"_s, 1, {2500, euro}, false}, {u"Number ported"_s, 3, {495, euro}, true}},
            at,
            QuoteAnswer::DeemedAccepted,
            at.addDays(3)};
}

} // namespace

Case fullCase()
{
    const QDateTime at = testNow();
    Case full;
    full.stage = Stage::Rejected;
    full.country = u"DE"_s;
    full.type = NumberType::Geographic;
    full.request = RequestBuilder().set(u"/losingCarrier/pin"_s, u"1234"_s).build();
    full.numbers = {{u"+493023125017"_s, NumberType::Geographic, u"hq"_s, u"99"_s, Outcome::Ported, {}},
                    {u"+493023125018"_s, NumberType::Geographic, u"hq"_s, {}, Outcome::Failed, u"not active"_s},
                    {u"+493023125019"_s, NumberType::Geographic, u"hq"_s, {}, Outcome::Pending, {}}};
    full.documents = {
        {{}, u"bill"_s, u"Rechnung März.pdf"_s, bytesOf("bill").sha256, 4, 2, u"application/pdf"_s, QDate(2026, 11, 16), {}, {}, {}},
        {{}, u"csr"_s, {}, {}, 0, 0, {}, {}, {}, u"The carrier gives none."_s, u"known practice"_s}};
    full.quote = sampleQuote(at);
    full.attempts = twoAttempts(at);
    full.clocks = {{u"look"_s, at.addDays(1), u"DE"_s, u"Mon + 1"_s, {}, true},
                   {u"answer-rejection"_s, at.addDays(30), {}, u"30 days"_s, {}, false},
                   {u"reminder"_s, at.addDays(5), u"DE"_s, {}, u"remind"_s, false}};
    full.reviews = {{bytesOf("bill").sha256, u"bill"_s, false, {u"ILLEGIBLE"_s, u"OTHER"_s}, u"Seite 2 ist dunkel"_s, u"Anna Weber"_s, at.addSecs(30)}};
    full.returnReasons = {{u"LOA"_s, u"unsigned"_s, false, {u"/owner/company"_s}, {u"loa"_s, u"bill"_s}}};
    full.returnText = u"Please sign"_s;
    full.approved = true;
    full.approvedAt = at.addDays(1);
    full.portDate = at.addDays(20).addMSecs(7);
    full.portZone = u"Europe/Berlin"_s;
    full.createdAt = at.addDays(-1);
    full.stageSince = at;
    full.agent = u"Anna Weber"_s;
    full.cancelText = u"-"_s;
    full.followUpOf = u"PD-1"_s;
    return full;
}

Case plainCase(const QString &owner, const QString &e164, Stage stage)
{
    Case plain;
    plain.stage = stage;
    plain.country = u"DE"_s;
    plain.type = NumberType::Geographic;
    plain.request.owner.company = owner;
    plain.request.losingCarrier.name = u"Beispiel Telekom"_s;
    plain.request.losingCarrier.accountNumber = u"77-1"_s;
    plain.numbers = {{e164, NumberType::Geographic, u"hq"_s, {}, Outcome::Pending, {}}};
    plain.clocks = {{u"look"_s, testNow().addDays(1), u"DE"_s, {}, {}, false}};
    plain.createdAt = testNow();
    plain.stageSince = testNow();
    return plain;
}

CaseEvent eventOf(const QString &what, const QDateTime &at)
{
    return {at, u"Anna Weber"_s, Role::Agent, what, Stage::Draft, Stage::Submitted, u"Übergeben"_s, {{u"amount"_s, 12}}};
}

Message messageTo(const Case &portCase, const QDateTime &at)
{
    Message message;
    message.caseId = portCase.id;
    message.reference = portCase.reference;
    message.templateId = u"submitted"_s;
    message.toName = u"Jürgen Müller"_s;
    message.toAddress = u"jm@example.org"_s;
    message.subject = u"Your request %1"_s.arg(portCase.reference);
    message.body = u"Line one\nLine two\n"_s;
    message.createdAt = at;
    return message;
}

DocumentBytes bytesOf(const QByteArray &bytes)
{
    return {bytes, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), u"file.pdf"_s};
}

} // namespace PortDesk::Test
