// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/places/address.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>

namespace PortDesk {

enum class OwnerKind { Business, Person };
enum class PortScope { Full, Partial };
enum class Remaining { None, Keep, Disconnect };

struct Owner {
    OwnerKind kind = OwnerKind::Business;
    QString company, firstName, lastName, email, phone;

    /// The company, or "first last" for a person.
    QString displayName() const;
    friend bool operator==(const Owner &, const Owner &) = default;
};

struct AuthorisedPerson {
    QString firstName, lastName, title, email;
    QString displayName() const;
    friend bool operator==(const AuthorisedPerson &, const AuthorisedPerson &) = default;
};

struct LosingCarrier {
    QString name, accountNumber, pin, billingNumber;
    friend bool operator==(const LosingCarrier &, const LosingCarrier &) = default;
};

/// A company between the owner and the losing carrier's network, when the numbers were bought through one. The letter names the owner; the
/// carrier's record may name the reseller (porting facts C.1 RESELLER, D.1 no. 16).
struct Reseller {
    QString company, contactName, email;
    bool isEmpty() const { return company.isEmpty() && contactName.isEmpty() && email.isEmpty(); }
    friend bool operator==(const Reseller &, const Reseller &) = default;
};

struct RequestAddress {
    QString id;
    PostalAddress address;
    friend bool operator==(const RequestAddress &, const RequestAddress &) = default;
};

/// One row of "numbers": either a number or a range.
struct RequestNumber {
    QString number;
    QString range;
    QString address; ///< id of a RequestAddress
    QString pin;
    std::optional<LosingCarrier> losingCarrier; ///< overrides the request's
    /// Which numbers of a block that moves whole are taken into use: numbers, endings ("10") or stretches of them ("10-19"); kActivateNone for
    /// none of the row's; empty = all.
    QStringList activate = {};
    QMap<QString, QString> fields = {}; ///< codes of this number alone, by pack id ("rio_code"); override the request's
    friend bool operator==(const RequestNumber &, const RequestNumber &) = default;
};

/// One row of "documents": a file, or a base document declared unavailable.
struct RequestDocument {
    QString kind; ///< "loa"
    QString file; ///< path relative to the request file; in a stored request the original file name
    QDate issued;
    QString unavailable; ///< the reason; then there is no file
    QString sha256;      ///< hex, of a stored document (drafts and stored requests only)
    QDate signedOn;      ///< LOA: date of the signature
    QStringList covers = {}; ///< the numbers it was made for, E.164; empty = all of the request. a letter covers a case when it lists all its numbers

    /// True when the document is for all of these numbers: it names none, or every one of them.
    bool serves(const QStringList &e164) const;
    friend bool operator==(const RequestDocument &, const RequestDocument &) = default;
};

/// Somebody looked at a warning that asks for a confirmation and says why it is right as it stands (contract section 3).
struct Confirmation {
    QString code;   ///< of the problem, "number.invalid"
    QString field;  ///< its JSON pointer
    QString reason; ///< in the person's own words
    friend bool operator==(const Confirmation &, const Confirmation &) = default;
};

/// The one entry of "activate" that means: the numbers move with their block and are not taken into use.
inline const QString kActivateNone = QStringLiteral("none");

/// What a customer hands in; format portdesk-request/1 (contract section 2). Also the wizard's draft.
struct Request {
    QString reference;
    Owner owner;
    AuthorisedPerson authorisedPerson;
    LosingCarrier losingCarrier;
    PortScope scope = PortScope::Full;
    Remaining remaining = Remaining::None;
    QString newBillingNumber;
    QStringList staying; ///< numbers of the account that stay, as written; `remaining` says whether they are kept or disconnected
    QDate requestedDate;
    QList<RequestAddress> addresses;
    QList<RequestNumber> numbers;
    QMap<QString, QString> fields; ///< by pack id
    QStringList acknowledgements;  ///< keep_account_open authorised_to_port fees_may_apply
    QList<RequestDocument> documents;
    QString country; ///< hint for numbers without country code; "" = none (alpha-2, JSON key "country", optional)
    QString type;    ///< what the customer chose first (number type key, JSON key "type", optional; the numbers decide)
    Reseller reseller;                 ///< empty = the owner is the losing carrier's own customer
    QStringList lineFeatures;          ///< what runs on the lines, by the ids of lineFeatures()
    QList<Confirmation> confirmations; ///< of warnings that ask for one

    friend bool operator==(const Request &, const Request &) = default;
};

/// The acknowledgements every request needs.
QStringList requiredAcknowledgements();

/// Reads a request. Unknown keys, wrong types and a foreign format are Error::Invalid, one line that names the key as a JSON pointer.
Result<Request> requestFromJson(const QByteArray &json);
Result<Request> requestFromJson(const QJsonObject &object);
/// Writes it; requestFromJson(requestToJson(r)) == r.
QJsonObject requestToJson(const Request &request);

/// Sets members by JSON pointer ("/losingCarrier/pin" = "1234"), as `act ... correct` does. Error::Invalid names the pointer that does not exist.
Result<Request> withValues(const Request &request, const QMap<QString, QString> &values);

} // namespace PortDesk
