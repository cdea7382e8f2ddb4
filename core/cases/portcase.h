// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/cases/actor.h"
#include "core/cases/request.h"
#include "core/cases/review.h"
#include "core/cases/stage.h"
#include "core/numbers/phonenumber.h"

#include <QDateTime>
#include <QJsonObject>

namespace PortDesk {

enum class Outcome { Pending, Ported, Failed, Excluded };
QString outcomeKey(Outcome outcome); ///< "pending ported failed excluded"
std::optional<Outcome> outcomeFromKey(const QString &key);

struct CaseNumber {
    QString e164;
    NumberType type = NumberType::Unknown;
    QString addressId;
    QString pin;
    Outcome outcome = Outcome::Pending;
    QString note;
    friend bool operator==(const CaseNumber &, const CaseNumber &) = default;
};

struct QuoteLine {
    QString label;
    int quantity = 1;
    Money unit;
    bool perNumber = false; ///< charged per ported number: the quantity charged follows the outcomes
    friend bool operator==(const QuoteLine &, const QuoteLine &) = default;
};

enum class QuoteAnswer { Open, Accepted, Declined, DeemedAccepted };
QString quoteAnswerKey(QuoteAnswer answer); ///< "open accepted declined deemedAccepted"

struct Quote {
    QString currency;
    QList<QuoteLine> lines;
    QDateTime sentAt;
    QuoteAnswer answer = QuoteAnswer::Open;
    QDateTime answeredAt;
    Money total() const;
    friend bool operator==(const Quote &, const Quote &) = default;
};

/// One reason of a rejection, or of a return.
struct Reason {
    QString code; ///< of the rejection catalogue, "PIN"
    QString text; ///< the carrier's words, may be empty
    bool answered = false;
    QStringList fields = {};    ///< of a return: JSON pointers that are still to be changed; narrows the catalogue's
    QStringList documents = {}; ///< of a return: kinds that are still to be handed in again
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// One submission to the losing carrier.
struct Attempt {
    int number = 1;
    QDateTime sentAt;
    QString carrierReference;
    QJsonObject sent; ///< the request data as sent, for the diff of the next attempt
    QDateTime answeredAt;
    QString answer; ///< "", "scheduled", "rejected"
    QList<Reason> reasons;
    QString text;
    QStringList changedFields; ///< JSON pointers that differ from the attempt before
    friend bool operator==(const Attempt &, const Attempt &) = default;
};

/// A deadline on a waiting state.
struct CaseClock {
    QString name;     ///< "look" "answer-quote" "approve" "carrier" "port-date" "answer-rejection" "reminder" "change-lock"
    QDateTime due;    ///< UTC
    QString calendar; ///< "DE", or "" for plain days
    QString explanation;
    QString action;   ///< action the clock applies when due ("accept-quote"), or "" = it only reminds
    bool fired = false;
    friend bool operator==(const CaseClock &, const CaseClock &) = default;
};

/// A document as a case sees it.
struct CaseDocument {
    DocumentId id;
    QString kind;
    QString fileName;
    QString sha256;
    qint64 size = 0;
    int pages = 0;
    QString mimeType;
    QDate issued;
    QDate signedOn;
    QString unavailable; ///< declared reason; then there is no file
    QString waived;      ///< the agent's reason, "" = not waived
    friend bool operator==(const CaseDocument &, const CaseDocument &) = default;
};

/// One port order. `request` is the slice of the customer's request that belongs to it (its own numbers, addresses, carrier, fields).
struct Case {
    CaseId id;
    int revision = 0;
    QString reference; ///< "PD-2041"
    RequestId requestId;
    Stage stage = Stage::Draft;
    QString country;
    NumberType type = NumberType::Unknown;
    Request request;
    QList<CaseNumber> numbers;
    QList<CaseDocument> documents;
    std::optional<Quote> quote;
    QList<Attempt> attempts;
    QList<CaseClock> clocks;
    QList<Review> reviews; ///< the desk's verdicts, one for each document that somebody decided
    QList<Reason> returnReasons;
    QString returnText;
    bool approved = false;
    QDateTime approvedAt;
    QDateTime portDate; ///< UTC instant
    QString portZone;   ///< IANA name the date was given in
    QDateTime createdAt, stageSince;
    QString agent;
    QString cancelText;
    QString splitKey;   ///< CasePlan::key() of the plan it was opened for; "" in cases of older stores
    /// Places of the request that were changed in this case alone (caseplaces.h); later changes of the customer's request leave them as they are.
    QStringList overridden;
    QString followUpOf; ///< reference of the case whose failed numbers this one takes up

    int portedCount() const;
    bool allOutcomesKnown() const;
    /// "Completed, 4 of 6" when a number failed, else the stage's text.
    QString stageLabel() const;
};

/// What happened: who, when, what, from, to. Append-only.
struct CaseEvent {
    QDateTime at;
    QString who;
    Role role = Role::Agent;
    QString what; ///< the action, or "clock-due", "created", "document-added"
    Stage from = Stage::Draft;
    Stage to = Stage::Draft;
    QString text;     ///< for people
    QJsonObject data; ///< parameters
};

/// What is charged: lines for numbers that ported only (article, step 2). Empty before Completed.
QList<QuoteLine> charges(const Case &portCase);

} // namespace PortDesk
