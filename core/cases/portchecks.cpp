// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/staying.h"
#include "core/numbers/numberparser.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

const QString kNewBilling = u"/port/newBillingNumber"_s;

/// Looks at what leaves and what stays of one account. Sources of the rules: porting facts B.3 (Teams, Bandwidth 7496 and 7497, Telnyx),
/// country facts section 2 no. 7.
class PortCheck
{
public:
    PortCheck(const Judgement &in, Findings &out) : m_in(in), m_out(out)
    {
        for (const ResolvedNumber &number : in.resolved.numbers)
            m_porting.insert(number.phone.e164, number.row);
        if (in.request.scope == PortScope::Partial)
            m_staying = readStaying(in.request, in.plans);
    }

    void checkWhatStays()
    {
        const Request &request = m_in.request;
        if (request.scope == PortScope::Full) {
            if (!request.staying.isEmpty())
                m_out.error(u"/port/staying"_s, u"staying.in-full-port"_s);
            return;
        }
        if (request.remaining == Remaining::None)
            m_out.error(u"/port/remaining"_s, u"remaining.undeclared"_s);
        for (const StayingNumber &number : std::as_const(m_staying))
            checkStaying(number);
        checkNewBillingNumber();
    }

    void checkPlan(const CasePlan &plan)
    {
        const QString place = carrierPlace(m_in, plan) + u"/billingNumber"_s;
        const QString written = plan.carrier.billingNumber.trimmed();
        const PhoneNumber billing = written.isEmpty() ? PhoneNumber() : parseNumber(written, plan.country);
        if (!written.isEmpty() && !billing.possible)
            impossible(place, written, billing);
        if (m_in.request.scope == PortScope::Partial)
            checkPartialPort(plan, billing.e164, place);
        else if (billing.possible && !m_porting.contains(billing.e164))
            m_out.error(place, u"billing-number.missing-in-full-port"_s, {{u"number"_s, billing.e164}});
    }

private:
    void impossible(const QString &place, const QString &written, const PhoneNumber &phone)
    {
        m_out.error(place, u"number.impossible"_s, {{u"number"_s, written}, {u"reason"_s, QString(phone.reason).replace(u'-', u' ')}});
    }

    void checkStaying(const StayingNumber &number)
    {
        const QString place = pointerTo(u"/port/staying"_s, number.entry);
        if (!number.phone.possible)
            impossible(place, number.phone.input, number.phone);
        else if (m_porting.contains(number.phone.e164))
            m_out.error(place, u"staying.also-ports"_s,
                        {{u"number"_s, number.phone.e164}, {u"row"_s, m_porting.value(number.phone.e164) + 1}});
    }

    void checkNewBillingNumber()
    {
        const QString written = m_in.request.newBillingNumber.trimmed();
        if (written.isEmpty() || m_in.plans.isEmpty())
            return;
        const PhoneNumber next = parseNumber(written, m_in.plans.first().country);
        m_newBilling = next.e164;
        const QVariantMap args{{u"number"_s, next.e164}};
        if (!next.possible)
            impossible(kNewBilling, written, next);
        else if (m_porting.contains(next.e164))
            m_out.error(kNewBilling, u"billing-number.new-required"_s, args);
        const auto same = [&](const StayingNumber &number) { return number.phone.e164 == next.e164; };
        if (next.possible && !m_staying.isEmpty() && std::none_of(m_staying.cbegin(), m_staying.cend(), same))
            m_out.warning(kNewBilling, u"billing-number.new-not-staying"_s, args);
    }

    void checkPartialPort(const CasePlan &plan, const QString &billing, const QString &place)
    {
        const Request &request = m_in.request;
        const QVariantMap args{{u"number"_s, billing}, {u"country"_s, m_in.countryName(plan.country)}};
        // The British want each number that stays; the Australians reject for associated numbers that are not named (facts C.1).
        const bool listed = plan.country == "GB"_L1 || plan.country == "AU"_L1;
        if (listed && request.staying.isEmpty())
            m_out.warning(u"/port/staying"_s, u"staying.missing"_s, args);
        if (!billing.isEmpty() && billing == m_newBilling)
            m_out.error(kNewBilling, u"billing-number.new-is-old"_s, args);
        if (billing.isEmpty() || !m_porting.contains(billing))
            return;
        // Without its main billing number the rest of a British account is disconnected: naming another one does not help, so nothing asks for it.
        if (plan.country == "GB"_L1) {
            if (request.remaining != Remaining::Disconnect)
                m_out.error(place, u"billing-number.rest-cannot-stay"_s, args);
            return;
        }
        // With a new billing number the carrier can keep the rest; it still is worth a look.
        const auto severity = m_newBilling.isEmpty() ? Problem::Severity::Error : Problem::Severity::Warning;
        m_out.add({severity, place, u"billing-number.in-partial-port"_s, args});
        if (m_newBilling.isEmpty() && request.remaining != Remaining::Disconnect)
            m_out.error(kNewBilling, u"billing-number.new-required"_s, args);
    }

    const Judgement &m_in;
    Findings &m_out;
    QHash<QString, int> m_porting; ///< row by E.164
    QList<StayingNumber> m_staying;
    QString m_newBilling;
};

} // namespace

void checkPort(const Judgement &in, Findings &out)
{
    PortCheck check(in, out);
    check.checkWhatStays();
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        check.checkPlan(in.plans.at(i));
    }
}

} // namespace PortDesk
