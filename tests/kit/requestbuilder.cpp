// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/requestbuilder.h"

namespace PortDesk::Test {

using namespace Qt::StringLiterals;

QDateTime testNow()
{
    return QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
}

QTimeZone testZone()
{
    return QTimeZone("Europe/Berlin");
}

RequestBuilder::RequestBuilder()
{
    m_request.reference = u"TEST-1"_s;
    m_request.owner = {OwnerKind::Business, u"Jürgen Müller-Lüdenscheidt"_s, u"Jürgen"_s, u"Müller-Lüdenscheidt"_s, u"jml@example.org"_s, u"+493023125017"_s};
    m_request.authorisedPerson = {u"Jürgen"_s, u"Müller-Lüdenscheidt"_s, u"Owner"_s, u"jml@example.org"_s};
    m_request.losingCarrier = {u"Beispiel Telekom"_s, u"4711-998877"_s, {}, u"+493023125017"_s};
    m_request.addresses = {{u"hq"_s, {{u"Königsallee 17"_s}, {}, u"Berlin"_s, {}, u"10827"_s, u"DE"_s}}};
    for (const QString &number : {u"+49 30 23125017"_s, u"+49 30 23125018"_s, u"+49 30 23125019"_s})
        m_request.numbers.append({number, {}, u"hq"_s, {}, {}});
    m_request.acknowledgements = requiredAcknowledgements();
    const QDate day(2026, 11, 16);
    for (const QString &kind : {u"loa"_s, u"portability_form"_s, u"bill"_s, u"proof_of_address"_s, u"business_registration"_s})
        m_request.documents.append({kind, kind + u".pdf"_s, day, {}, {}, kind == u"loa" ? day : QDate()});
    m_request.documents.append({u"csr"_s, {}, {}, u"The carrier gives none."_s, {}, {}});
}

RequestBuilder &RequestBuilder::asBilled()
{
    return set(u"/addresses/0/locality"_s, u"Köln"_s).set(u"/addresses/0/postalCode"_s, u"50667"_s);
}

RequestBuilder &RequestBuilder::owner(const Owner &owner)
{
    m_request.owner = owner;
    return *this;
}

RequestBuilder &RequestBuilder::carrier(const LosingCarrier &carrier)
{
    m_request.losingCarrier = carrier;
    return *this;
}

RequestBuilder &RequestBuilder::noNumbers()
{
    m_request.numbers.clear();
    return *this;
}

RequestBuilder &RequestBuilder::number(const QString &number, const QString &address)
{
    m_request.numbers.append({number, {}, address, {}, {}});
    return *this;
}

RequestBuilder &RequestBuilder::range(const QString &range, const QString &address)
{
    m_request.numbers.append({{}, range, address, {}, {}});
    return *this;
}

RequestBuilder &RequestBuilder::address(const RequestAddress &address)
{
    m_request.addresses.append(address);
    return *this;
}

RequestBuilder &RequestBuilder::requestedDate(QDate day)
{
    m_request.requestedDate = day;
    return *this;
}

RequestBuilder &RequestBuilder::document(const RequestDocument &document)
{
    m_request.documents.append(document);
    return *this;
}

RequestBuilder &RequestBuilder::withoutDocument(const QString &kind)
{
    m_request.documents.removeIf([&](const RequestDocument &document) { return document.kind == kind; });
    return *this;
}

RequestBuilder &RequestBuilder::field(const QString &id, const QString &value)
{
    m_request.fields.insert(id, value);
    return *this;
}

RequestBuilder &RequestBuilder::set(const QString &pointer, const QString &value)
{
    const auto changed = withValues(m_request, {{pointer, value}});
    if (!changed)
        qFatal("%s", qPrintable(changed.error().message));
    m_request = *changed;
    return *this;
}

} // namespace PortDesk::Test
