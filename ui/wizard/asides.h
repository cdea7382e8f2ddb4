// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/places/addresscarry.h"

#include <QHash>
#include <QJsonObject>

namespace PortDesk {

class RequestDraft;

/// What was entered and does not apply any more is put aside with the draft and comes back when it applies again. The request itself holds
/// only what is handed in.

/// Full or partial port; what stays, its fate and the new billing number are asked for a partial one only.
void choosePortScope(RequestDraft &draft, PortScope scope);
/// Whether the numbers were bought through another company.
void chooseReseller(RequestDraft &draft, bool between);

/// Answers to questions that no case of the newest verdict asks go aside, and return when one asks again. True when anything moved.
bool sortAnswers(RequestDraft &draft);
/// The answers that are aside, by id of their question.
QMap<QString, QString> answersAside(const RequestDraft &draft);
/// "RIO code 03P123456XYZ, SIRET …": those answers with the names of their questions.
QString asideText(const RequestDraft &draft);
/// A note in the aside of a draft that is a copy, for the wizard to say when it is opened; "" when it is none.
QString copiedNote(const QJsonObject &aside);
QJsonObject withCopiedNote(const QString &said);
void dropCopiedNote(RequestDraft &draft);
/// Parts of addresses that another country has no place for, by the address's id.
QHash<QString, QList<AsidePart>> addressPartsAside(const RequestDraft &draft);
void setAddressPartsAside(RequestDraft &draft, const QHash<QString, QList<AsidePart>> &parts);

} // namespace PortDesk
