// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/confirmations.h"

#include "core/cases/pointer.h"
#include "core/cases/requestwriter.h"

#include <QJsonObject>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRowStep = 1; // "/numbers/3/number": the row is the second step

bool isRow(const QStringList &steps)
{
    static const QStringList lists{u"numbers"_s, u"addresses"_s, u"documents"_s};
    return steps.size() > kRowStep && lists.contains(steps.first());
}

QString withRow(const QString &pointer, qsizetype row)
{
    QString moved;
    const QStringList steps = pointerSteps(pointer);
    for (qsizetype i = 0; i < steps.size(); ++i)
        moved = i == kRowStep ? pointerTo(moved, row) : pointerTo(moved, steps.at(i));
    return moved;
}

QString numberSubject(const Request &request, qsizetype row, const QStringList &steps)
{
    if (row >= request.numbers.size())
        return {};
    const RequestNumber &number = request.numbers.at(row);
    const bool code = steps.value(kRowStep + 1) == u"fields";
    return number.number + u'\n' + number.range + u'\n' + (code ? number.fields.value(steps.value(kRowStep + 2)) : QString());
}

/// A member of everything but the numbers, which may be many.
QString memberText(const Request &request, const QString &pointer)
{
    Request light = request;
    light.numbers.clear();
    return valueAt(completeRequestJson(light), pointer).toVariant().toString();
}

/// What a confirmed warning is about, as one text; "" when its row is not there.
QString subjectOf(const Request &request, const QString &pointer)
{
    const QStringList steps = pointerSteps(pointer);
    if (steps.value(0) == u"owner")
        return request.owner.displayName();
    if (!isRow(steps))
        return memberText(request, pointer);
    const qsizetype row = steps.at(kRowStep).toInt();
    if (steps.first() == u"numbers")
        return numberSubject(request, row, steps);
    if (steps.first() == u"addresses" && row < request.addresses.size()) {
        const RequestAddress &address = request.addresses.at(row);
        return address.id + u'\n' + address.address.country + u'\n' + memberText(request, pointer);
    }
    if (steps.first() == u"documents" && row < request.documents.size()) {
        const RequestDocument &document = request.documents.at(row);
        return document.kind + u'\n' + document.file + u'\n' + document.sha256 + u'\n' + request.requestedDate.toString(Qt::ISODate) + u'\n' + memberText(request, pointer);
    }
    return {};
}

qsizetype rowsOf(const Request &request, const QString &list)
{
    return list == u"numbers" ? request.numbers.size() : list == u"addresses" ? request.addresses.size() : request.documents.size();
}

/// Where the subject of `pointer` stands now; "" when nowhere.
QString placeNow(const Request &before, const Request &after, const QString &pointer)
{
    const QString subject = subjectOf(before, pointer);
    if (subjectOf(after, pointer) == subject)
        return pointer;
    const QStringList steps = pointerSteps(pointer);
    for (qsizetype row = 0; isRow(steps) && !subject.isEmpty() && row < rowsOf(after, steps.first()); ++row) {
        if (const QString moved = withRow(pointer, row); subjectOf(after, moved) == subject)
            return moved;
    }
    return {};
}

} // namespace

void confirmWarning(Request &request, const QString &code, const QString &field, const QString &reason)
{
    withdrawConfirmation(request, code, field);
    request.confirmations.append({code, field, reason.trimmed()});
}

void withdrawConfirmation(Request &request, const QString &code, const QString &field)
{
    request.confirmations.removeIf([&](const Confirmation &row) { return row.code == code && row.field == field; });
}

QString confirmedReason(const Request &request, const QString &code, const QString &field)
{
    for (const Confirmation &row : request.confirmations) {
        if (row.code == code && row.field == field)
            return row.reason;
    }
    return {};
}

QList<Confirmation> followConfirmations(const Request &before, Request &after)
{
    QList<Confirmation> gone;
    QList<Confirmation> kept;
    for (const Confirmation &row : std::as_const(after.confirmations)) {
        const bool isNew = !before.confirmations.contains(row); // given with this very change: about the values after it
        const QString place = isNew ? row.field : placeNow(before, after, row.field);
        if (place.isEmpty())
            gone << row;
        else
            kept << Confirmation{row.code, place, row.reason};
    }
    after.confirmations = kept;
    return gone;
}

} // namespace PortDesk
