// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cases/portcase.h"
#include "core/cases/request.h"

namespace PortDesk::Test {

/// 2026-11-23T10:00:00Z, a Monday: the "now" of the tests.
QDateTime testNow();

/// The desk's zone of the tests: Europe/Berlin.
QTimeZone testZone();

/// Builds a request. It starts as an invented German business request that passes the preflight at testNow() without a problem, apart
/// from the customer service record that German carriers do not give (warning document.unavailable). Owner, account, street and numbers are those
/// of tests/data/samples/bill-deu.pdf.
class RequestBuilder
{
public:
    RequestBuilder();

    /// At the place of the bill, Köln, where its numbers of Berlin are outside their area (three warnings address.outside-area).
    RequestBuilder &asBilled();
    RequestBuilder &owner(const Owner &owner);
    RequestBuilder &carrier(const LosingCarrier &carrier);
    RequestBuilder &noNumbers();
    RequestBuilder &number(const QString &number, const QString &address = QStringLiteral("hq"));
    RequestBuilder &range(const QString &range, const QString &address = QStringLiteral("hq"));
    RequestBuilder &address(const RequestAddress &address);
    RequestBuilder &requestedDate(QDate day);
    RequestBuilder &document(const RequestDocument &document);
    RequestBuilder &withoutDocument(const QString &kind);
    RequestBuilder &field(const QString &id, const QString &value);
    /// Sets a member by JSON pointer; a wrong pointer ends the test.
    RequestBuilder &set(const QString &pointer, const QString &value);

    Request build() const { return m_request; }
    QJsonObject json() const { return requestToJson(m_request); }

private:
    Request m_request;
};

} // namespace PortDesk::Test
