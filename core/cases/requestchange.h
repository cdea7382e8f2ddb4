// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// A value that was changed in one case and therefore stays although the request says something else now.
struct KeptPlace
{
    QString reference;
    QString place; ///< as in caseplaces.h
    friend bool operator==(const KeptPlace &, const KeptPlace &) = default;
};

/// What a later change of a customer's request does to its cases.
struct RequestChange
{
    QList<Decision> changed; ///< cases that follow the request, and those it emptied (cancelled)
    QList<Decision> opened;  ///< new cases, in stage Draft
    QStringList untouched;   ///< references of cases past changing of which the request now says something else
    QList<KeptPlace> kept;
};

/// Divides a changed request again. Cases in Draft or Returned follow it, apart from what was changed in them alone (Case::overridden);
/// others keep their numbers. A plan goes to the case it was opened for (country, type, carrier, account), else to the one with most of its
/// numbers. Every number of the request ends in one open case, or in one past changing; numbers somebody took out of a case stay out.
/// Error::Invalid when a number cannot be read, Error::Refused when a case may not be given up.
Result<RequestChange> changeRequest(const Request &request, const QList<Case> &cases, const Actor &actor, const ActionContext &context);

} // namespace PortDesk
