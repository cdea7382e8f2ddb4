// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/documentages.h"

#include "core/cases/pointer.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBaseBillAge = 30;           ///< the base process, when no country is known yet
constexpr int kUndocumentedLetterAge = 90; ///< the widest limit of the sources; beyond it a warning where the country's is not documented

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

class AgeJudge
{
public:
    AgeJudge(const Request &request, const QList<const CountryRecord *> &records, QDate day)
        : m_request(request), m_records(records), m_day(day)
    {
    }

    QList<Problem> judge()
    {
        for (qsizetype i = 0; i < m_request.documents.size(); ++i) {
            const RequestDocument &document = m_request.documents.at(i);
            m_place = pointerTo(u"/documents"_s, i);
            if (document.file.isEmpty() && document.sha256.isEmpty())
                continue;
            if (document.kind == "bill"_L1)
                judgeBill(document);
            if (document.kind == "loa"_L1)
                judgeLetter(document);
        }
        return m_problems;
    }

private:
    void error(const QString &member, const QString &code, const QVariantMap &args)
    {
        m_problems.append({Problem::Severity::Error, m_place + member, code, args});
    }

    void warning(const QString &member, const QString &code, const QVariantMap &args = {})
    {
        m_problems.append({Problem::Severity::Warning, m_place + member, code, args});
    }

    int smallest(int start, const std::function<std::optional<int>(const CountryRecord &)> &limit) const
    {
        int least = start;
        for (const CountryRecord *record : m_records)
            least = std::min(least, record ? limit(*record).value_or(start) : start);
        return least;
    }

    /// A warning when what is good today is too old on the requested date: a request that comes back has to go out again with it.
    void judgeRunningOut(const QString &member, const QString &code, QDate day, int maximum)
    {
        const QDate last = day.addDays(maximum);
        if (m_request.requestedDate.isValid() && last < m_request.requestedDate)
            warning(member, code, {{u"date"_s, iso(day)}, {u"last"_s, iso(last)}, {u"port"_s, iso(m_request.requestedDate)}});
    }

    void judgeBill(const RequestDocument &bill)
    {
        const QString member = u"/issued"_s;
        if (!bill.issued.isValid()) {
            warning(member, u"bill.date-missing"_s, {{u"file"_s, bill.file}});
            return;
        }
        const int maximum = smallest(kBaseBillAge, [](const CountryRecord &record) { return std::optional(record.effectiveBillAge()); });
        const qint64 age = bill.issued.daysTo(m_day);
        if (age < 0)
            error(member, u"bill.future"_s, {{u"date"_s, iso(bill.issued)}});
        else if (age > maximum)
            error(member, u"bill.too-old"_s, {{u"date"_s, iso(bill.issued)}, {u"age"_s, age}, {u"maximum"_s, maximum}});
        else
            judgeRunningOut(member, u"bill.runs-out"_s, bill.issued, maximum);
    }

    /// A letter without "signedOn" is judged by "issued"; with neither there is a warning, not an error: the request format does not demand
    /// the date, and the desk sees the letter.
    void judgeLetter(const RequestDocument &letter)
    {
        const QDate day = letter.signedOn.isValid() ? letter.signedOn : letter.issued;
        const QString member = letter.signedOn.isValid() || !letter.issued.isValid() ? u"/signedOn"_s : u"/issued"_s;
        if (!day.isValid()) {
            warning(member, u"loa.not-signed"_s);
            return;
        }
        constexpr int none = std::numeric_limits<int>::max();
        const int documented = smallest(none, [](const CountryRecord &record) { return record.loaMaxAgeDays; });
        const qint64 age = day.daysTo(m_day);
        const QVariantMap args{
            {u"date"_s, iso(day)}, {u"age"_s, age}, {u"maximum"_s, documented == none ? kUndocumentedLetterAge : documented}};
        if (age < 0)
            error(member, u"loa.future"_s, args);
        else if (age > documented)
            error(member, u"loa.too-old"_s, args);
        else if (age > kUndocumentedLetterAge)
            warning(member, u"loa.too-old"_s, args);
        else
            judgeRunningOut(member, u"loa.runs-out"_s, day, documented == none ? kUndocumentedLetterAge : documented);
    }

    const Request &m_request;
    const QList<const CountryRecord *> &m_records;
    QDate m_day;
    QString m_place; ///< of the document being judged
    QList<Problem> m_problems;
};

} // namespace

QList<Problem> judgeDocumentAges(const Request &request, const QList<const CountryRecord *> &records, QDate day)
{
    return AgeJudge(request, records, day).judge();
}

} // namespace PortDesk
