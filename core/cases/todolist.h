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

/// One thing that a returned case asks of its customer.
struct ToDoItem {
    QString code;       ///< of the return's reason
    QStringList fields; ///< JSON pointers or patterns ("/addresses/*") into the case's request: a change at one of them does it
    QString document;   ///< kind to be handed in again
    bool done = false;
    friend bool operator==(const ToDoItem &, const ToDoItem &) = default;
};

/// What a returned case asks for, in the order of its reasons: one thing for each field and document a reason still names, or else one for
/// the places the catalogue knows. Empty in other stages.
QList<ToDoItem> toDoItems(const Case &portCase);
/// True when the changed request does what an item asks: a value at its fields is another one, or a file of its kind is new.
bool isDone(const ToDoItem &item, const Request &before, const Request &after);

/// Where a reason is answered: the fields it still names, or else the catalogue's patterns. "/documents/*" stands for the documents.
QStringList reasonFields(const Reason &reason);

/// Takes off a reason's list what was changed and handed in, and marks it answered when nothing is left. True when the list said so;
/// false for a reason without a list of its own.
bool tickOff(Reason &reason, const QStringList &changed, const QString &documentKind);

} // namespace PortDesk
