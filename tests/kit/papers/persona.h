// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

namespace PortDesk::Test {

/// A telephone number and how a carrier of its country may print it.
struct PrintedNumber {
    QString e164;
    QString written;
};

/// The words papers are made of, in one language.
struct PaperWords {
    QString bill, record, letter; ///< titles
    QString customer, account, billingNumber, serviceAddress;
    QString billDate, due, period, invoice;
    QString number, plan, amount, total;
    QString sentence;  ///< of the letter: "I authorise %1 to give these numbers over: %2."
    QString placeDate, signature;
    QString filler;
};

/// An invented customer of an invented carrier; every value as the request says it and as papers print it.
struct Persona {
    QString language, country;
    PaperWords words;
    QString carrier, carrierAddress;
    QString owner, ownerWritten, ownerOther; ///< "Other": somebody else's name
    QString person;
    QString street, streetWritten, streetOther; ///< "Other": another house number
    QString place, placeWritten, placeOther;    ///< another postcode
    QString account, accountWritten, accountOther;
    QDate billed, otherDay;
    QString billedWritten, otherDayWritten, dueWritten;
    QDate letterDay;
    QString letterDayWritten;
    PrintedNumber billing;
    QList<PrintedNumber> numbers;
    PrintedNumber changed;  ///< one of `numbers` with a digit changed in print
    QString range;          ///< printed range ...
    QStringList inRange;    ///< ... that covers these
    PrintedNumber absent;   ///< asked for and printed nowhere
};

/// One persona for each language served: en de fr es it nl pt pl.
QList<Persona> personas();

} // namespace PortDesk::Test
