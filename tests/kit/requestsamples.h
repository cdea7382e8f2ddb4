// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "tests/kit/requestbuilder.h"

namespace PortDesk::Test {

/// A partial port of the kit's request without its billing number; what stays is not listed.
RequestBuilder partialRequest(const QString &remaining = QStringLiteral("keep"));

/// One number of a country at an address ("there") in it, with nothing German about it.
RequestBuilder requestAbroad(const QString &country, const PostalAddress &address, const QString &number);
RequestBuilder americanRequest();
/// A partial port, as British carriers know it.
RequestBuilder britishRequest();
RequestBuilder frenchRequest();

/// What the preflight says on testNow(), with the supplied rules or others.
PreflightResult judged(const Request &request);
PreflightResult judged(const Request &request, const CountryPack &countries);
/// "error /owner/company owner.company.missing" of every problem, in their order.
QStringList listed(const QList<Problem> &problems);
QStringList codesOf(const QList<Problem> &problems);

} // namespace PortDesk::Test
