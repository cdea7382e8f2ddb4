// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"

namespace PortDesk {

/// Confirms a warning with a reason, or replaces the reason given before.
void confirmWarning(Request &request, const QString &code, const QString &field, const QString &reason);
/// Takes a confirmation back.
void withdrawConfirmation(Request &request, const QString &code, const QString &field);
/// The reason given for a warning; "" = not confirmed.
QString confirmedReason(const Request &request, const QString &code, const QString &field);

/// A confirmation holds for the value somebody looked at: it goes with its row when rows move, and is taken out of `after` when its value is
/// another one now. Answers those taken out, as they stood in `before`.
QList<Confirmation> followConfirmations(const Request &before, Request &after);

} // namespace PortDesk
