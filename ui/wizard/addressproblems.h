// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "core/places/address.h"

#include <optional>

namespace PortDesk {

class AddressForm;
class RequestDraft;

/// The part a pointer such as "/addresses/0/postalCode" names, if any.
std::optional<AddressPart> addressPartOf(const QString &pointer);

/// Puts the problems of address `index` beside the parts of the form (-1 = takes them away); answers those of other places.
QList<Problem> showAddressProblems(AddressForm &form, const QList<Problem> &problems, int index);

/// Gives every number without an address this one, as one undoable step.
void assignEverywhere(RequestDraft &draft, const QString &addressId);

} // namespace PortDesk
