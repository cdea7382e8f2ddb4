// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"

namespace PortDesk {

/// A value of the request that a document shows differently.
struct Difference {
    QString field;    ///< JSON pointer into the case's request, where it is mended
    QString label;    ///< for people: "Account number"
    QString expected; ///< as the request says it
    QString found;    ///< as the document writes it, "" when it shows something else that could not be read
    QString document; ///< what shows it, for people: "Latest phone bill"
    QString kind = {}; ///< of that document, "bill"
    friend bool operator==(const Difference &, const Difference &) = default;
};

/// What the desk proposes to ask of the customer: the values of the action "return".
struct ReturnProposal {
    QStringList reasons;   ///< codes of the rejection catalogue
    QStringList fields;    ///< JSON pointers to be changed
    QStringList documents; ///< kinds to be handed in again
    QString text;          ///< a line for each
    bool isEmpty() const { return reasons.isEmpty(); }
};

/// Built from the refused documents of a case and from what its documents show differently.
ReturnProposal returnProposal(const Case &portCase, const QList<Difference> &differences);

/// Shares out what is to be changed and handed in among the reasons of a return: each gets the fields and documents it concerns.
void assignToDo(QList<Reason> &reasons, const QStringList &fields, const QStringList &documents);

/// Where a reason is answered: the fields it still names, or else the catalogue's patterns. "/documents/*" stands for the documents.
QStringList reasonFields(const Reason &reason);

/// Takes off a reason's list what was changed and handed in, and marks it answered when nothing is left. True when the list said so;
/// false for a reason without a list of its own.
bool tickOff(Reason &reason, const QStringList &changed, const QString &documentKind);

} // namespace PortDesk
