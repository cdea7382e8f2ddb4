// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/portcase.h"

namespace PortDesk {

/// The part of a case that only its own page needs, as JSON: request slice, quote, attempts, reasons and texts.
QByteArray caseData(const Case &portCase);
/// Reads it back into `portCase`. Error::Storage names what cannot be read.
Result<void> readCaseData(const QByteArray &json, Case &portCase);

/// A request as stored in drafts and requests.
QByteArray requestData(const Request &request);
Result<Request> readRequestData(const QByteArray &json);

} // namespace PortDesk
