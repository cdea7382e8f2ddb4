// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariantMap>

namespace PortDesk {

/// One finding of the preflight: a place in the request (JSON pointer), a stable code (contract section 3) and its parameters. No sentence.
struct Problem {
    enum class Severity { Error, Warning };
    Severity severity = Severity::Error;
    QString field; ///< JSON pointer, "/numbers/3/number"
    QString code;  ///< "number.impossible"
    QVariantMap args = {};
    QString confirmed = {};   ///< the reason somebody gave for a warning that asks for a confirmation; "" = not confirmed
    QList<int> cases = {};    ///< indexes of the cases it concerns, in PreflightResult::cases; empty = the whole request

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// The sentence for people: what is wrong and what to do.
QString problemText(const Problem &problem);

struct ProblemCode {
    QString code;
    QString sentence; ///< what it means, for `check --codes`
};
/// Every code the program can give.
QList<ProblemCode> problemCodes();

/// True for a warning that asks for a confirmation with a reason, because the world is newer than any table (contract section 3).
bool asksConfirmation(const QString &code);

bool hasErrors(const QList<Problem> &problems);

} // namespace PortDesk
