// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/slice.h"

#include "core/cases/pointer.h"
#include "core/cases/problem.h"

#include <QCoreApplication>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

QString joined(const QStringList &steps)
{
    QString pointer;
    for (const QString &step : steps)
        pointer = pointerTo(pointer, step);
    return pointer;
}

/// A field no country asks for stays with every case: the preflight names it there.
bool isAsked(const QString &id, const CasePlan &plan, const CountryPack &countries)
{
    const CountryRecord *record = countries.record(plan.country, plan.type);
    if (record && record->field(id))
        return true;
    const QStringList codes = countries.codes();
    return std::none_of(codes.cbegin(), codes.cend(), [&](const QString &code) {
        const auto &records = countries.country(code)->records;
        return std::any_of(records.cbegin(), records.cend(), [&](const CountryRecord &other) { return other.field(id) != nullptr; });
    });
}

QList<Confirmation> confirmationsOf(const Request &request, const CaseSlice &slice)
{
    QList<Confirmation> own;
    for (const Confirmation &row : request.confirmations) {
        for (const QString &place : slice.fromRequest(row.field))
            own.append({row.code, place, row.reason});
    }
    return own;
}

} // namespace

QString CaseSlice::toRequest(const QString &pointer) const
{
    QStringList steps = pointerSteps(pointer);
    if (steps.size() < 2 || (steps.first() != "numbers"_L1 && steps.first() != "addresses"_L1))
        return pointer;
    const QList<int> &rows = steps.first() == "numbers"_L1 ? numberRows : addressRows;
    bool isRow = false;
    const int row = steps.at(1).toInt(&isRow);
    if (!isRow || row < 0 || row >= rows.size())
        return {};
    steps[1] = QString::number(rows.at(row));
    return joined(steps);
}

QStringList CaseSlice::fromRequest(const QString &pointer) const
{
    QStringList steps = pointerSteps(pointer);
    if (steps.size() < 2 || (steps.first() != "numbers"_L1 && steps.first() != "addresses"_L1))
        return {pointer};
    const QList<int> &rows = steps.first() == "numbers"_L1 ? numberRows : addressRows;
    // In a case every number stands alone, and its carrier is the case's.
    if (steps.value(2) == "range"_L1)
        steps[2] = u"number"_s;
    QStringList places;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (QString::number(rows.at(i)) != steps.at(1))
            continue;
        QStringList own = steps;
        own[1] = QString::number(i);
        places.append(steps.value(2) == "losingCarrier"_L1 ? joined(steps.mid(2)) : joined(own));
    }
    places.removeDuplicates();
    return places;
}

CaseSlice sliceOf(const Request &request, const CasePlan &plan, const CountryPack &countries)
{
    CaseSlice slice{request, {}, {}};
    slice.request.country = plan.country;
    slice.request.type = numberTypeKey(plan.type);
    slice.request.losingCarrier = plan.carrier;
    slice.request.numbers.clear();
    QSet<QString> used;
    for (const ResolvedNumber &number : plan.numbers) {
        slice.request.numbers.append({number.phone.e164,
                                      {},
                                      number.addressId,
                                      number.pin,
                                      {},
                                      number.activated ? QStringList() : QStringList{kActivateNone},
                                      number.fields});
        slice.numberRows.append(number.row);
        used.insert(number.addressId);
    }
    slice.request.addresses.clear();
    for (qsizetype i = 0; i < request.addresses.size(); ++i) {
        if (!used.contains(request.addresses.at(i).id))
            continue;
        slice.request.addresses.append(request.addresses.at(i));
        slice.addressRows.append(int(i));
    }
    for (const QString &id : request.fields.keys()) {
        if (!isAsked(id, plan, countries))
            slice.request.fields.remove(id);
    }
    slice.request.confirmations = confirmationsOf(request, slice);
    return slice;
}

CaseNumber caseNumberOf(const ResolvedNumber &number, NumberType type)
{
    const QString note =
        number.activated ? QString() : QCoreApplication::translate("CaseNumber", "moves with its block, is not taken into use");
    return {number.phone.e164, type, number.addressId, number.pin, Outcome::Pending, note};
}

CaseDocument caseDocumentOf(const RequestDocument &row)
{
    CaseDocument document;
    document.kind = row.kind;
    document.fileName = row.file;
    document.sha256 = row.sha256;
    document.issued = row.issued;
    document.signedOn = row.signedOn;
    document.unavailable = row.unavailable;
    return document;
}

RequestNumber requestRowOf(const Request &request, const CaseNumber &number)
{
    for (const RequestNumber &row : request.numbers) {
        if (row.number == number.e164)
            return row;
    }
    return {number.e164, {}, number.addressId, number.pin, {}};
}

QString confirmationText(const Request &request, const Confirmation &row)
{
    QString meaning = row.code;
    for (const ProblemCode &known : problemCodes()) {
        if (known.code == row.code)
            meaning = known.sentence;
    }
    // Only numbers are named by their value: others may be identity numbers, and events are kept for ever.
    const QString value =
        pointerMatches(u"/numbers/*/number"_s, row.field) ? valueAt(requestToJson(request), row.field).toString() : QString();
    return QCoreApplication::translate("CaseEvent", "Confirmed for %1: %2 Reason: %3")
        .arg(value.isEmpty() ? row.field : value, meaning, row.reason.trimmed());
}

QList<Confirmation> confirmationsGiven(const Request &request)
{
    QList<Confirmation> given = request.confirmations;
    given.removeIf([](const Confirmation &row) { return !asksConfirmation(row.code) || row.reason.trimmed().isEmpty(); });
    return given;
}

QList<CaseEvent> confirmationEvents(const Case &portCase, const Actor &actor, const QDateTime &at)
{
    QList<CaseEvent> events;
    for (const Confirmation &row : confirmationsGiven(portCase.request)) {
        CaseEvent event{at, actor.name, actor.role, u"confirmed"_s, portCase.stage, portCase.stage, confirmationText(portCase.request, row),
                        {}};
        event.data = {{u"code"_s, row.code}, {u"field"_s, row.field}, {u"reason"_s, row.reason}};
        events.append(event);
    }
    return events;
}

} // namespace PortDesk
