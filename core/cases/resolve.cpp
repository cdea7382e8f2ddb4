// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/resolve.h"

#include "core/cases/activation.h"
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
            const qsizetype before = m_resolved.numbers.size();
            if (number.range.isEmpty())
                take(parseNumber(number.number, countryOf(number)), int(row));
            else
                takeRange(number, int(row));
            if (!number.activate.isEmpty())
                activate(number, int(row), before);
        }
        return std::move(m_resolved);
    }

private:
    QString countryOf(const RequestNumber &row) const { return m_request.country.isEmpty() ? m_countries.value(row.address) : m_request.country; }

    QString place(int row) const { return numberPlace(m_request, row); }

    /// North America's numbers do not show whether they are mobile; the reader calls them geographic.
    static bool isEither(const PhoneNumber &phone) { return phone.type == NumberType::Geographic && phone.e164.startsWith("+1"_L1); }

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

    /// Which numbers of the row, from `first` on, are taken into use.
    void activate(const RequestNumber &number, int row, qsizetype first)
    {
        QStringList e164;
        for (qsizetype i = first; i < m_resolved.numbers.size(); ++i)
            e164.append(m_resolved.numbers.at(i).phone.e164);
        const auto active = activatedNumbers(number.activate, e164);
        if (!active) {
            m_resolved.problems.append({Problem::Severity::Error, pointerTo(u"/numbers"_s, row) + u"/activate"_s, u"range.activate-outside"_s,
                                        {{u"entry"_s, active.error().detail}, {u"range"_s, number.range.isEmpty() ? number.number : number.range}}});
            return;
        }
        for (qsizetype i = first; i < m_resolved.numbers.size(); ++i)
            m_resolved.numbers[i].activated = active->contains(m_resolved.numbers.at(i).phone.e164);
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
        if (isEither(phone) && m_chosen == NumberType::Mobile)
            phone.type = NumberType::Mobile;
        const RequestNumber &number = m_request.numbers.at(row);
        m_resolved.numbers.append({phone, row, number.address, number.pin, number.losingCarrier.value_or(m_request.losingCarrier), true, number.fields});
    }

    const Request &m_request;
    NumberType m_chosen = NumberType::Geographic;
    QHash<QString, QString> m_countries; ///< of addresses, by id
    QHash<QString, int> m_rows;          ///< first row of each E.164
    QMap<int, QStringList> m_overlaps;   ///< numbers of the range being read that earlier rows hold, by row
    ResolvedRequest m_resolved;
};

} // namespace

QString numberPlace(const Request &request, int row)
{
    const RequestNumber &number = request.numbers.at(row);
    // A range that was given and is empty is not null; neither is there in a row just added.
    const bool range = !number.range.isEmpty() || (!number.range.isNull() && number.number.isEmpty());
    return pointerTo(u"/numbers"_s, row) + (range ? u"/range"_s : u"/number"_s);
}

ResolvedRequest resolveNumbers(const Request &request)
{
    return Resolver(request).resolve();
}

ResolvedRequest resolveNumbers(const Request &request, const CountryPack &countries)
{
    ResolvedRequest resolved = resolveNumbers(request);
    for (ResolvedNumber &number : resolved.numbers) {
        PhoneNumber &phone = number.phone;
        const bool mayBeNational = phone.type == NumberType::Voip || phone.type == NumberType::SharedCost;
        if (mayBeNational && !countries.record(phone.country, phone.type) && countries.record(phone.country, NumberType::National))
            phone.type = NumberType::National;
    }
    return resolved;
}

} // namespace PortDesk
