// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/messages/messagevalues.h"

#include "core/cases/rejection.h"
#include "core/numbers/numberparser.h"

#include <QLocale>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString dayText(const QDateTime &instant, const QTimeZone &zone)
{
    return instant.isValid() ? QLocale::c().toString(instant.toTimeZone(zone).date(), u"dddd d MMMM yyyy"_s) : QString();
}

QString instantText(const QDateTime &instant, const QTimeZone &zone)
{
    if (!instant.isValid())
        return {};
    const QString clock = QLocale::c().toString(instant.toTimeZone(zone).time(), u"HH:mm"_s);
    return u"%1, %2 (%3)"_s.arg(dayText(instant, zone), clock, QString::fromLatin1(zone.id()));
}

QTimeZone zoneNamed(const QString &name, const QTimeZone &otherwise)
{
    const QTimeZone named(name.toLatin1());
    return !name.isEmpty() && named.isValid() ? named : otherwise;
}

QString dueText(const Case &portCase, const QString &clockName, const QTimeZone &zone)
{
    for (const CaseClock &clock : portCase.clocks) {
        if (clock.name == clockName && !clock.fired)
            return instantText(clock.due, zone);
    }
    return {};
}

QString countText(qsizetype count)
{
    return count == 1 ? u"1 number"_s : u"%1 numbers"_s.arg(count);
}

QVariantList reasonValues(const QList<Reason> &reasons)
{
    QVariantList list;
    for (const Reason &reason : reasons) {
        const RejectionReason *known = rejectionReason(reason.code);
        list.append(QVariantMap{{u"title"_s, known ? known->title : reason.code},
                                {u"cause"_s, known ? known->cause : QString()},
                                {u"fix"_s, known ? known->fix : QString()},
                                {u"words"_s, reason.text}});
    }
    return list;
}

QVariantList lineValues(const QList<QuoteLine> &lines)
{
    QVariantList list;
    for (const QuoteLine &line : lines) {
        list.append(QVariantMap{
            {u"label"_s, line.label}, {u"quantity"_s, line.quantity}, {u"unit"_s, formatMoney(line.unit)}, {u"perNumber"_s, line.perNumber}});
    }
    return list;
}

/// One number as the messages list it, with what became of it.
struct ListedNumber
{
    QVariantMap values;
    Outcome outcome;
};

QList<ListedNumber> listedNumbers(const Case &portCase, bool format)
{
    QList<ListedNumber> list;
    list.reserve(portCase.numbers.size());
    for (const CaseNumber &number : portCase.numbers) {
        const QString international = format ? internationalNumber(number.e164) : QString();
        list.append({{{u"number"_s, international.isEmpty() ? number.e164 : international}, {u"note"_s, number.note}}, number.outcome});
    }
    return list;
}

QVariantList numberValues(const QList<ListedNumber> &numbers, std::optional<Outcome> outcome = {})
{
    QVariantList list;
    for (const ListedNumber &number : numbers) {
        if (!outcome || number.outcome == *outcome)
            list.append(number.values);
    }
    return list;
}

void addPeople(QVariantMap &values, const Case &portCase)
{
    const QString person = portCase.request.authorisedPerson.displayName();
    const QString owner = portCase.request.owner.displayName();
    const QString carrier = portCase.request.losingCarrier.name;
    const QString country = QLocale::territoryToString(QLocale::codeToTerritory(portCase.country));
    values.insert(u"name"_s, !person.isEmpty() ? person : !owner.isEmpty() ? owner : u"customer"_s);
    values.insert(u"owner"_s, owner);
    values.insert(u"carrier"_s, carrier.isEmpty() ? u"your present carrier"_s : carrier);
    values.insert(u"country"_s, country.isEmpty() || country == "Default"_L1 ? portCase.country : country);
    values.insert(u"type"_s, numberTypeText(portCase.type));
    values.insert(u"reference"_s, portCase.reference);
    values.insert(u"stage"_s, portCase.stageLabel());
}

void addDeadlines(QVariantMap &values, const Case &portCase, const QTimeZone &zone)
{
    const std::pair<QString, QString> clocks[] = {{u"lookDue"_s, u"look"_s},         {u"quoteDue"_s, u"answer-quote"_s},
                                                  {u"approveDue"_s, u"approve"_s},   {u"carrierDue"_s, u"carrier"_s},
                                                  {u"reminderDue"_s, u"reminder"_s}, {u"rejectionDue"_s, u"answer-rejection"_s}};
    for (const auto &[name, clock] : clocks)
        values.insert(name, dueText(portCase, clock, zone));
    const QTimeZone portZone = zoneNamed(portCase.portZone, zone);
    values.insert(u"portDay"_s, dayText(portCase.portDate, portZone));
    values.insert(u"portDate"_s, instantText(portCase.portDate, portZone));
}

void addNumbers(QVariantMap &values, const Case &portCase, bool format)
{
    values.insert(u"numberCount"_s, countText(portCase.numbers.size()));
    values.insert(u"numberTotal"_s, countText(portCase.numbers.size()));
    values.insert(u"portedCount"_s, portCase.portedCount());
    const QList<ListedNumber> numbers = listedNumbers(portCase, format);
    values.insert(u"numbers"_s, numberValues(numbers));
    const std::tuple<QString, QString, Outcome> groups[] = {{u"ported"_s, u"hasPorted"_s, Outcome::Ported},
                                                            {u"failed"_s, u"hasFailed"_s, Outcome::Failed},
                                                            {u"excluded"_s, u"hasExcluded"_s, Outcome::Excluded}};
    for (const auto &[list, flag, outcome] : groups) {
        values.insert(list, numberValues(numbers, outcome));
        values.insert(flag, !values.value(list).toList().isEmpty());
    }
}

void addFees(QVariantMap &values, const Case &portCase)
{
    values.insert(u"quoteLines"_s, lineValues(portCase.quote ? portCase.quote->lines : QList<QuoteLine>()));
    values.insert(u"quoteTotal"_s, portCase.quote ? formatMoney(portCase.quote->total()) : QString());
    const QList<QuoteLine> charged = charges(portCase);
    Money total{0, portCase.quote ? portCase.quote->currency : QString()};
    for (const QuoteLine &line : charged)
        total.minor += line.unit.minor * line.quantity;
    values.insert(u"charges"_s, lineValues(charged));
    values.insert(u"hasCharges"_s, !charged.isEmpty());
    values.insert(u"noCharges"_s, charged.isEmpty());
    values.insert(u"chargesTotal"_s, formatMoney(total));
}

void addAnswers(QVariantMap &values, const OutgoingMessage &outgoing, const Case &portCase)
{
    const bool rejection = outgoing.templateId == "rejected"_L1;
    const Attempt last = portCase.attempts.isEmpty() ? Attempt() : portCase.attempts.last();
    values.insert(u"reasons"_s, reasonValues(rejection ? last.reasons : portCase.returnReasons));
    values.insert(u"text"_s, rejection ? last.text : portCase.returnText);
    values.insert(u"attempt"_s, last.number);
    values.insert(u"carrierReference"_s, last.carrierReference);
    values.insert(u"cancelText"_s, portCase.cancelText);
    values.insert(u"explanation"_s, QString());
    values.insert(u"oldPortDate"_s, QString());
    values.insert(u"due"_s, QString());
}

} // namespace

QVariantMap messageValues(const OutgoingMessage &outgoing, const Case &portCase, const QTimeZone &zone, bool formatNumbers)
{
    QVariantMap values;
    addPeople(values, portCase);
    addDeadlines(values, portCase, zone);
    addNumbers(values, portCase, formatNumbers);
    addFees(values, portCase);
    addAnswers(values, outgoing, portCase);
    const QTimeZone oldZone = zoneNamed(outgoing.values.value(u"oldPortZone"_s).toString(), zone);
    for (auto it = outgoing.values.cbegin(); it != outgoing.values.cend(); ++it) {
        const bool instant = it->typeId() == QMetaType::QDateTime;
        const QTimeZone &own = it.key() == "oldPortDate"_L1 ? oldZone : zone;
        values.insert(it.key(), instant ? QVariant(instantText(it->toDateTime(), own)) : *it);
    }
    return values;
}

} // namespace PortDesk
