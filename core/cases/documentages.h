// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "core/cases/request.h"
#include "core/countries/countrypack.h"

namespace PortDesk {

/// Judges the dates of bills and letters as they are on `day` (the day of sending): bill.* and loa.* with pointers into `request`. The
/// strictest of the records counts, never more than the base process allows. With a requested date also whether they run out before it.
QList<Problem> judgeDocumentAges(const Request &request, const QList<const CountryRecord *> &records, QDate day);

} // namespace PortDesk
