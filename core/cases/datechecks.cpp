// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/places/businesscalendar.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLatestDays = 180;         ///< the longest any source accepts (Germany)
constexpr int kBaseBillAge = 30;         ///< the base process, when no country is known yet
constexpr int kUndocumentedLetterAge = 90; ///< the widest limit of the sources; beyond it a warning where the country's is not documented
const QString kDate = u"/requestedDate"_s;

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

void checkTooSoon(const Judgement &in, const CasePlan &plan, const BusinessCalendar &calendar, Findings &out)
{
    const CountryRecord *record = in.record(plan);
    const int days = std::max(1, record ? record->leadTimeMinimum.value_or(1) : 1);
    const QDate earliest = calendar.addBusinessDays(in.context.today, days);
    if (in.request.requestedDate < earliest)
        out.error(kDate, u"date.too-soon"_s,
                  {{u"date"_s, iso(in.request.requestedDate)}, {u"country"_s, in.countryName(plan.country)}, {u"days"_s, days}, {u"earliest"_s, iso(earliest)}});
}

int smallest(const Judgement &in, int start, const std::function<std::optional<int>(const CountryRecord &)> &limit)
{
    int least = start;
    for (const CasePlan &plan : in.plans) {
        const CountryRecord *record = in.record(plan);
        least = std::min(least, record ? limit(*record).value_or(start) : start);
    }
    return least;
}

void checkBill(const Judgement &in, const RequestDocument &bill, const QString &place, Findings &out)
{
    if (!bill.issued.isValid()) {
        out.warning(place + u"/issued"_s, u"bill.date-missing"_s, {{u"file"_s, bill.file}});
        return;
    }
    const int maximum = smallest(in, kBaseBillAge, [](const CountryRecord &record) { return std::optional(record.effectiveBillAge()); });
    const qint64 age = bill.issued.daysTo(in.context.today);
    if (age < 0)
        out.error(place + u"/issued"_s, u"bill.future"_s, {{u"date"_s, iso(bill.issued)}});
    else if (age > maximum)
        out.error(place + u"/issued"_s, u"bill.too-old"_s, {{u"date"_s, iso(bill.issued)}, {u"age"_s, age}, {u"maximum"_s, maximum}});
}

/// A letter without "signedOn" is judged by "issued"; with neither there is a warning, not an error: the request format does not demand the
/// date, and the desk sees the letter.
void checkLetter(const Judgement &in, const RequestDocument &letter, const QString &place, Findings &out)
{
    const QDate day = letter.signedOn.isValid() ? letter.signedOn : letter.issued;
    const QString member = place + (letter.signedOn.isValid() || !letter.issued.isValid() ? u"/signedOn"_s : u"/issued"_s);
    if (!day.isValid()) {
        out.warning(member, u"loa.not-signed"_s);
        return;
    }
    constexpr int none = std::numeric_limits<int>::max();
    const int documented = smallest(in, none, [](const CountryRecord &record) { return record.loaMaxAgeDays; });
    const qint64 age = day.daysTo(in.context.today);
    const QVariantMap args{{u"date"_s, iso(day)}, {u"age"_s, age}, {u"maximum"_s, documented == none ? kUndocumentedLetterAge : documented}};
    if (age < 0)
        out.error(member, u"loa.future"_s, args);
    else if (age > documented)
        out.error(member, u"loa.too-old"_s, args);
    else if (age > kUndocumentedLetterAge)
        out.warning(member, u"loa.too-old"_s, args);
}

} // namespace

void checkRequestedDate(const Judgement &in, Findings &out)
{
    const QDate day = in.request.requestedDate;
    if (!day.isValid())
        return;
    for (const CasePlan &plan : in.plans) {
        const BusinessCalendar calendar = BusinessCalendar::forCountry(plan.country);
        checkTooSoon(in, plan, calendar, out);
        const QString holiday = calendar.holidayName(day);
        if (!calendar.isBusinessDay(day))
            out.error(kDate, u"date.not-business-day"_s,
                      {{u"date"_s, iso(day)}, {u"country"_s, in.countryName(plan.country)}, {u"holiday"_s, holiday.isEmpty() ? holiday : u" (%1)"_s.arg(holiday)}});
    }
    const QDate latest = in.context.today.addDays(kLatestDays);
    if (day > latest)
        out.error(kDate, u"date.too-late"_s, {{u"date"_s, iso(day)}, {u"days"_s, kLatestDays}, {u"latest"_s, iso(latest)}});
}

void checkDocumentDates(const Judgement &in, Findings &out)
{
    for (qsizetype i = 0; i < in.request.documents.size(); ++i) {
        const RequestDocument &document = in.request.documents.at(i);
        if (document.file.isEmpty() && document.sha256.isEmpty())
            continue;
        if (document.kind == "bill"_L1)
            checkBill(in, document, pointerTo(u"/documents"_s, i), out);
        if (document.kind == "loa"_L1)
            checkLetter(in, document, pointerTo(u"/documents"_s, i), out);
    }
}

} // namespace PortDesk
