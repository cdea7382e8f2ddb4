// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cases/history.h"
#include "core/cases/problem.h"
#include "core/cases/request.h"
#include "core/countries/countrypack.h"
#include "core/numbers/phonenumber.h"
#include "core/places/owndays.h"

#include <QHash>
#include <functional>

namespace PortDesk {

/// A number of a request with its row and everything resolved.
struct ResolvedNumber {
    PhoneNumber phone;
    int row = 0; ///< index in Request::numbers
    QString addressId;
    QString pin;
    LosingCarrier carrier;
    bool activated = true;              ///< false: moves with its block and is not taken into use
    QMap<QString, QString> fields = {}; ///< codes of this number alone, by pack id
};

/// One case the request becomes: one country, one number type, one losing carrier, one account.
struct CasePlan {
    QString country;
    NumberType type = NumberType::Unknown;
    LosingCarrier carrier;
    QList<ResolvedNumber> numbers;
    QStringList requirements; ///< ids of required documents and fields

    /// What makes this a case of its own, as one text: the same for the same country, type, carrier and account however they are written.
    QString key() const;
    QStringList e164() const;
};

/// A value that a document shows otherwise than the request says, or not at all (core/evidence finds it out).
struct UnprovenValue {
    QString field;    ///< JSON pointer of the value
    QString what;     ///< for people, within a sentence: "the street", "the number +49 30 23125017"
    QString expected; ///< as the request says it
    QString found;    ///< as the document shows it, "" = not shown
    friend bool operator==(const UnprovenValue &, const UnprovenValue &) = default;
};

/// What is known about a document's file; filled by the intake or by the worker. Keyed by index in Request::documents.
struct DocumentFacts {
    bool readable = true;
    QString problemCode;  ///< "document.unreadable" "document.too-large" "document.type-not-accepted", "" when fine
    QString problemDetail; ///< sentence for people
    qint64 size = 0;
    int pages = 0;
    QList<UnprovenValue> unproven = {}; ///< of a document that was read against the request
};

/// The world outside the request.
struct PreflightContext {
    const CountryPack &countries;
    QDate today;
    /// References of open cases by E.164, for number.in-open-case; may be empty.
    std::function<QHash<QString, QString>(const QStringList &e164)> openCases = {};
    QHash<int, DocumentFacts> documents = {};
    /// What the store knows of numbers, by E.164, for number.in-open-case and number.ported-before; may be empty.
    std::function<QHash<QString, NumberHistory>(const QStringList &e164)> history = {};
    /// Names of owners of stored cases that resemble one, for owner.other-spelling; may be empty.
    std::function<QStringList(const QString &name)> ownersLike = {};
    OwnDays ownDays = {}; ///< what the desk added to the calendars or took out of them
};

struct PreflightResult {
    QList<Problem> problems; ///< in the order of the request's members
    QList<CasePlan> cases;

    QList<Problem> errors() const;
    QList<Problem> warnings() const;
};

/// The problems of one case: those of the whole request and its own.
QList<Problem> problemsOf(const PreflightResult &result, int caseIndex);

/// Judges a request. The wizard, the desk and the CLI all ask this function; nothing else decides whether a request may be submitted.
PreflightResult preflight(const Request &request, const PreflightContext &context);

/// The visible rule of the split: country, type, losing carrier, account; in order of first appearance.
QList<CasePlan> split(const Request &request, const CountryPack &countries);

} // namespace PortDesk
