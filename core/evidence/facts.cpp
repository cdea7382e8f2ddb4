// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/facts.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"
#include "core/cases/resolve.h"
#include "core/numbers/numberparser.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// Which groups of facts a kind of document shows.
struct Shows {
    bool owner = true;
    bool person = false;  ///< the authorised person
    bool address = false;
    bool account = false; ///< account number, carrier, numbers
    bool codes = false;
    bool bill = false;    ///< its date
    bool letter = false;  ///< its date and a signature
};

Shows shownBy(const QString &kind, OwnerKind owner)
{
    const bool person = owner == OwnerKind::Person;
    if (kind == "bill"_L1)
        return {.address = true, .account = true, .codes = true, .bill = true};
    if (kind == "csr"_L1)
        return {.address = true, .account = true, .codes = true};
    if (kind == "loa"_L1 || kind == "portability_form"_L1)
        return {.person = true, .address = true, .account = true, .codes = true, .letter = true};
    if (kind == "power_of_attorney"_L1)
        return {.person = true, .letter = true};
    if (kind == "id_document"_L1)
        return {.owner = person, .person = !person};
    if (kind == "proof_of_address"_L1)
        return {.address = true};
    if (kind == "business_registration"_L1 || kind == "tax_certificate"_L1)
        return {.codes = true};
    return {};
}

/// Codes that a carrier gives for one transfer or that are secret: no paper shows them.
bool isShownOnPaper(const FieldRule &rule)
{
    static const QStringList unseen{u"pac"_s,   u"nip_co"_s, u"nip_mx"_s, u"upc"_s,         u"usc"_s,        u"pin_pe"_s,       u"codice_segreto"_s,
                                    u"cap"_s,   u"cvp"_s,    u"date_of_birth"_s, u"area_code"_s, u"line_type"_s, u"access_type"_s, u"service_plan"_s,
                                    u"sda_ranges"_s, u"mnp_reservation_number"_s};
    return rule.requestPointer.isEmpty() && !rule.textField && !unseen.contains(rule.id) && rule.checksum != "date"_L1;
}

class Collector
{
public:
    Collector(const Request &request, const RequestDocument &document, const CountryPack &countries)
        : m_request(request), m_document(document), m_countries(countries), m_resolved(resolveNumbers(request, countries).numbers)
    {
        if (!document.covers.isEmpty())
            m_resolved.removeIf([&document](const ResolvedNumber &n) { return !document.covers.contains(n.phone.e164); });
        m_country = m_resolved.isEmpty() ? request.country : m_resolved.first().phone.country;
    }

    QList<Fact> collect()
    {
        const Shows shows = shownBy(m_document.kind, m_request.owner.kind);
        if (shows.owner)
            addOwner();
        if (shows.person)
            addPerson();
        if (shows.address)
            addAddresses();
        if (shows.account) {
            addCarriers();
            addNumbers();
        }
        if (shows.bill)
            add({u"bill-date"_s, FactKind::BillDate, dayText(m_document.issued), documentPlace(u"issued"_s), m_country, m_document.issued}, true);
        if (shows.letter) {
            add({u"loa-date"_s, FactKind::LoaDate, dayText(m_document.signedOn), documentPlace(u"signedOn"_s), m_country, m_document.signedOn}, true);
            add({u"signature"_s, FactKind::Signature, askedSignature(), documentPlace(u"file"_s), m_country, {}}, true);
        }
        if (shows.codes)
            addCodes();
        return m_facts;
    }

private:
    static QString dayText(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString(); }

    /// "" where any signature will do; the countries' rule is about the letter of authorisation.
    QString askedSignature() const
    {
        const bool wet = m_document.kind == "loa"_L1 && std::any_of(m_resolved.cbegin(), m_resolved.cend(), [this](const ResolvedNumber &n) {
            const CountryRecord *record = m_countries.record(n.phone.country, n.phone.type);
            return record && record->signature == SignatureKind::Wet;
        });
        return wet ? QCoreApplication::translate("Evidence", "signed by hand on paper") : QString();
    }

    QString documentPlace(const QString &member) const
    {
        const auto row = std::find_if(m_request.documents.cbegin(), m_request.documents.cend(), [this](const RequestDocument &d) {
            return d.kind == m_document.kind && (m_document.sha256.isEmpty() ? d.file == m_document.file : d.sha256 == m_document.sha256);
        });
        const qsizetype index = row == m_request.documents.cend() ? 0 : row - m_request.documents.cbegin();
        return pointerTo(pointerTo(u"/documents"_s, index), member);
    }

    void add(const Fact &fact, bool evenEmpty = false)
    {
        const bool known = std::any_of(m_facts.cbegin(), m_facts.cend(), [&fact](const Fact &f) { return f.id == fact.id; });
        if (!known && (evenEmpty || !fact.expected.trimmed().isEmpty()))
            m_facts.append(fact);
    }

    void addOwner()
    {
        const bool business = m_request.owner.kind == OwnerKind::Business;
        add({u"owner"_s, FactKind::Owner, m_request.owner.displayName(), business ? u"/owner/company"_s : u"/owner/lastName"_s, m_country, {}});
    }

    void addPerson()
    {
        add({u"authorised-person"_s, FactKind::AuthorisedPerson, m_request.authorisedPerson.displayName(), u"/authorisedPerson/lastName"_s, m_country, {}});
    }

    void addAddresses()
    {
        for (qsizetype row = 0; row < m_request.addresses.size(); ++row) {
            const RequestAddress &entry = m_request.addresses.at(row);
            const bool used = std::any_of(m_resolved.cbegin(), m_resolved.cend(), [&entry](const ResolvedNumber &n) { return n.addressId == entry.id; });
            if (!used && !m_resolved.isEmpty())
                continue;
            const QString place = pointerTo(u"/addresses"_s, row);
            add({u"street:"_s + entry.id, FactKind::Street, entry.address.lines.join(u", "_s), place + u"/lines"_s, entry.address.country, {}});
            const QStringList town{entry.address.postalCode, entry.address.locality};
            add({u"place:"_s + entry.id, FactKind::Place, town.join(u' ').trimmed(),
                 place + (entry.address.postalCode.isEmpty() ? u"/locality"_s : u"/postalCode"_s), entry.address.country, {}});
        }
    }

    /// One fact for each account, billing number and carrier that the numbers name.
    void addCarriers()
    {
        for (const ResolvedNumber &number : m_resolved) {
            const auto &own = m_request.numbers.at(number.row).losingCarrier;
            const QString place = own ? pointerTo(u"/numbers"_s, number.row) + u"/losingCarrier"_s : u"/losingCarrier"_s;
            const LosingCarrier &carrier = number.carrier;
            add({u"carrier:"_s + carrier.name, FactKind::CarrierName, carrier.name, place + u"/name"_s, m_country, {}});
            add({u"account:"_s + carrier.accountNumber, FactKind::AccountNumber, carrier.accountNumber, place + u"/accountNumber"_s, m_country, {}});
            if (carrier.billingNumber.isEmpty())
                continue;
            const PhoneNumber phone = parseNumber(carrier.billingNumber, number.phone.country);
            const QString e164 = phone.e164.isEmpty() ? carrier.billingNumber : phone.e164;
            add({u"billing-number:"_s + e164, FactKind::BillingNumber, e164, place + u"/billingNumber"_s, number.phone.country, {}});
        }
    }

    void addNumbers()
    {
        for (qsizetype i = 0; i < m_resolved.size();) {
            qsizetype end = i;
            while (end < m_resolved.size() && m_resolved.at(end).row == m_resolved.at(i).row)
                ++end;
            const bool all = end - i <= kExpandedFacts;
            for (qsizetype at = i; at < end; at += all || end - at == 1 ? 1 : end - 1 - at)
                addNumber(m_resolved.at(at));
            i = end;
        }
    }

    void addNumber(const ResolvedNumber &number)
    {
        const QString member = m_request.numbers.at(number.row).range.isEmpty() ? u"number"_s : u"range"_s;
        add({u"number:"_s + number.phone.e164, FactKind::Number, number.phone.e164, pointerTo(pointerTo(u"/numbers"_s, number.row), member), number.phone.country, {}});
    }

    void addCodes()
    {
        for (const ResolvedNumber &number : m_resolved) {
            const CountryRecord *record = m_countries.record(number.phone.country, number.phone.type);
            const QList<FieldRule> rules = record ? applicableFields(*record, m_request.owner.kind) : QList<FieldRule>();
            for (const FieldRule &rule : rules) {
                if (!isShownOnPaper(rule))
                    continue;
                const QString own = number.fields.value(rule.id);
                const bool perNumber = !own.isEmpty() && own != m_request.fields.value(rule.id);
                const QString place = perNumber ? pointerTo(u"/numbers"_s, number.row) + u"/fields"_s : u"/fields"_s;
                const QString id = perNumber ? u"code:%1:%2"_s.arg(rule.id, number.phone.e164) : u"code:"_s + rule.id;
                add({id, FactKind::Code, perNumber ? own : m_request.fields.value(rule.id), pointerTo(place, rule.id), number.phone.country, {}});
            }
        }
    }

    const Request &m_request;
    const RequestDocument &m_document;
    const CountryPack &m_countries;
    QList<ResolvedNumber> m_resolved;
    QString m_country;
    QList<Fact> m_facts;
};

} // namespace

QList<Fact> factsOf(const Request &request, const RequestDocument &document, const CountryPack &countries)
{
    return Collector(request, document, countries).collect();
}

QList<Fact> factsOf(const Case &portCase, const CaseDocument &document, const CountryPack &countries)
{
    RequestDocument row;
    const auto same = std::find_if(portCase.request.documents.cbegin(), portCase.request.documents.cend(),
                                   [&document](const RequestDocument &d) { return d.kind == document.kind && d.sha256 == document.sha256; });
    if (same != portCase.request.documents.cend())
        row = *same;
    row.kind = document.kind;
    row.file = document.fileName;
    row.sha256 = document.sha256;
    row.issued = document.issued;
    row.signedOn = document.signedOn;
    return factsOf(portCase.request, row, countries);
}

} // namespace PortDesk
