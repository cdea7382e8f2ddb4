// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/resolve.h"

#include "core/cases/pointer.h"
#include "core/numbers/numberparser.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

class Resolver
{
public:
    explicit Resolver(const Request &request) : m_request(request)
    {
        for (const RequestAddress &row : request.addresses)
            m_countries.insert(row.id, row.address.country);
        m_chosen = numberTypeFromKey(request.type);
        if (m_chosen == NumberType::Unknown)
            m_chosen = NumberType::Geographic;
    }

    ResolvedRequest resolve()
    {
        for (qsizetype row = 0; row < m_request.numbers.size(); ++row) {
            const RequestNumber &number = m_request.numbers.at(row);
            if (number.range.isEmpty())
                take(parseNumber(number.number, countryOf(number)), int(row));
            else
                takeRange(number, int(row));
        }
        return std::move(m_resolved);
    }

private:
    QString countryOf(const RequestNumber &row) const { return m_request.country.isEmpty() ? m_countries.value(row.address) : m_request.country; }

    QString place(int row) const
    {
        const QString member = m_request.numbers.at(row).range.isEmpty() ? u"number"_s : u"range"_s;
        return pointerTo(pointerTo(u"/numbers"_s, row), member);
    }

    void complain(Problem::Severity severity, int row, const QString &code, const QVariantMap &args)
    {
        m_resolved.problems.append({severity, place(row), code, args});
    }

    void takeRange(const RequestNumber &number, int row)
    {
        const auto range = expandRange(number.range, countryOf(number));
        if (range) {
            for (const PhoneNumber &phone : *range)
                take(phone, row);
            complainAboutOverlaps(row);
            if (const QString remark = rangeRemark(number.range, countryOf(number)); !remark.isEmpty())
                complain(Problem::Severity::Warning, row, u"range."_s + remark,
                         {{u"range"_s, number.range}, {u"count"_s, int(range->size())}, {u"first"_s, range->first().international}, {u"last"_s, range->last().international}});
            return;
        }
        const bool known = range.error().detail.startsWith("range."_L1);
        complain(Problem::Severity::Error, row, known ? range.error().detail : u"number.impossible"_s,
                 {{u"number"_s, number.range}, {u"maximum"_s, kMaximumRange}, {u"reason"_s, u"not a range"_s}});
    }

    /// The parts of a range that earlier rows hold already, each stretch named once. The numbers are kept once.
    void complainAboutOverlaps(int row)
    {
        for (auto it = m_overlaps.cbegin(); it != m_overlaps.cend(); ++it) {
            for (const NumberStretch &stretch : stretchesOf(it.value())) {
                if (stretch.count == 1)
                    complain(Problem::Severity::Error, row, u"number.duplicate"_s, {{u"number"_s, stretch.first}, {u"first"_s, it.key() + 1}});
                else
                    complain(Problem::Severity::Error, row, u"range.overlap"_s,
                             {{u"first"_s, stretch.first}, {u"last"_s, stretch.last}, {u"count"_s, stretch.count}, {u"row"_s, it.key() + 1}});
            }
        }
        m_overlaps.clear();
    }

    void take(PhoneNumber phone, int row)
    {
        if (!phone.possible || phone.e164.isEmpty()) {
            const bool empty = phone.input.trimmed().isEmpty();
            const QString reason = empty ? u"nothing is entered"_s : QString(phone.reason).replace(u'-', u' ');
            complain(Problem::Severity::Error, row, u"number.impossible"_s, {{u"number"_s, empty ? u"…"_s : phone.input}, {u"reason"_s, reason}});
            return;
        }
        if (m_rows.contains(phone.e164) && !phone.range.isEmpty() && m_rows.value(phone.e164) != row) {
            m_overlaps[m_rows.value(phone.e164)].append(phone.e164);
            return;
        }
        if (m_rows.contains(phone.e164)) {
            complain(Problem::Severity::Error, row, u"number.duplicate"_s, {{u"number"_s, phone.e164}, {u"first"_s, m_rows.value(phone.e164) + 1}});
            return;
        }
        m_rows.insert(phone.e164, row);
        if (!phone.valid) {
            complain(Problem::Severity::Warning, row, u"number.invalid"_s, {{u"number"_s, phone.e164}, {u"country"_s, phone.country}});
            if (phone.type == NumberType::Unknown)
                phone.type = m_chosen;
        }
        const RequestNumber &number = m_request.numbers.at(row);
        m_resolved.numbers.append({phone, row, number.address, number.pin, number.losingCarrier.value_or(m_request.losingCarrier)});
    }

    const Request &m_request;
    NumberType m_chosen = NumberType::Geographic;
    QHash<QString, QString> m_countries; ///< of addresses, by id
    QHash<QString, int> m_rows;          ///< first row of each E.164
    QMap<int, QStringList> m_overlaps;   ///< numbers of the range being read that earlier rows hold, by row
    ResolvedRequest m_resolved;
};

} // namespace

ResolvedRequest resolveNumbers(const Request &request)
{
    return Resolver(request).resolve();
}

} // namespace PortDesk
