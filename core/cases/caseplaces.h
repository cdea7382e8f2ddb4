// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"

namespace PortDesk {

// Places in the request of a case that stay the same when rows move: JSON pointers with numbers by their E.164 and addresses by their id
// ("/numbers/+493012345600/pin", "/addresses/hq/lines"); a list of texts is one place; "/numbers/+493012345600" is whether the number is
// there. Documents and confirmations have none: documents are added to cases, never taken back.

/// What differs between two requests of a case.
QStringList changedPlaces(const Request &before, const Request &after);

/// `fresh` with what `own` has at these places. A place whose row is gone from `fresh` is left out.
Request withPlacesOf(const Request &fresh, const Request &own, const QStringList &places);

/// The places of `places` at which the two requests differ.
QStringList differingPlaces(const Request &a, const Request &b, const QStringList &places);

/// The E.164 number a place of the form "/numbers/<number>" is about; "" for every other.
QString numberOfPlace(const QString &place);

} // namespace PortDesk
