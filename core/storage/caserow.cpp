// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/caserow.h"

#include "core/base/folding.h"
#include "core/cases/currentclock.h"
#include "core/storage/casedata.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

int openReasons(const Case &portCase)
{
    if (portCase.stage == Stage::Returned)
        return int(portCase.returnReasons.size());
    if (portCase.stage == Stage::Rejected && !portCase.attempts.isEmpty())
        return int(portCase.attempts.last().reasons.size());
    return 0;
}

int countOf(const Case &portCase, Outcome outcome)
{
    return int(std::count_if(portCase.numbers.begin(), portCase.numbers.end(),
                             [outcome](const CaseNumber &number) { return number.outcome == outcome; }));
}

QString compactedAccount(const QString &account)
{
    QString compact;
    std::copy_if(account.begin(), account.end(), std::back_inserter(compact), [](QChar c) { return c.isLetterOrNumber(); });
    return compact == account ? QString() : compact;
}

} // namespace

const QStringList &caseColumns()
{
    static const QStringList columns{u"request_id"_s, u"stage"_s,        u"stage_order"_s, u"country"_s,        u"type"_s,
                                     u"owner"_s,      u"owner_folded"_s, u"carrier"_s,     u"carrier_folded"_s, u"agent"_s,
                                     u"numbers"_s,    u"ported"_s,       u"failed"_s,      u"reasons"_s,        u"next_clock"_s,
                                     u"next_due"_s,   u"approved"_s,     u"approved_at"_s, u"port_date"_s,      u"port_zone"_s,
                                     u"created_at"_s, u"stage_since"_s,  u"updated_at"_s,  u"documents"_s,      u"data"_s};
    return columns;
}

QVariantList caseValues(const Case &portCase, const QDateTime &at)
{
    const QString owner = portCase.request.owner.displayName();
    const QString carrier = portCase.request.losingCarrier.name;
    const CaseClock *clock = currentClock(portCase);
    return {column(portCase.requestId),
            stageKey(portCase.stage),
            int(portCase.stage),
            column(portCase.country),
            numberTypeKey(portCase.type),
            column(owner),
            column(folded(owner)),
            column(carrier),
            column(folded(carrier)),
            column(portCase.agent),
            portCase.numbers.size(),
            countOf(portCase, Outcome::Ported),
            countOf(portCase, Outcome::Failed),
            openReasons(portCase),
            clock ? column(clock->name) : column(QString()),
            clock ? clock->due.toMSecsSinceEpoch() : kNoDue,
            column(portCase.approved),
            column(portCase.approvedAt),
            column(portCase.portDate),
            column(portCase.portZone),
            column(portCase.createdAt),
            column(portCase.stageSince),
            column(at),
            portCase.documents.size(),
            QString::fromUtf8(caseData(portCase))};
}

QString summaryColumns()
{
    return u"c.id, c.revision, c.reference, c.owner, c.country, c.carrier, c.agent, c.type, c.stage, c.numbers, c.ported, c.failed, "
           "c.reasons, c.next_clock, c.next_due, c.port_date, c.port_zone, c.updated_at"_s;
}

CaseSummary summaryOf(const Statement &row)
{
    CaseSummary summary;
    summary.id = {row.integer(0)};
    summary.revision = int(row.integer(1));
    summary.reference = row.text(2);
    summary.owner = row.text(3);
    summary.country = row.text(4);
    summary.carrier = row.text(5);
    summary.agent = row.text(6);
    summary.type = numberTypeFromKey(row.text(7));
    summary.stage = stageFromKey(row.text(8)).value_or(Stage::Draft);
    summary.numbers = int(row.integer(9));
    summary.ported = int(row.integer(10));
    summary.failed = int(row.integer(11));
    summary.reasons = int(row.integer(12));
    summary.nextClock = row.text(13);
    if (row.integer(14) != kNoDue)
        summary.nextDue = row.instant(14);
    summary.portDate = row.instant(15);
    summary.portZone = row.text(16);
    summary.updatedAt = row.instant(17);
    return summary;
}

QString searchText(const Case &portCase, const QString &reference)
{
    const Request &request = portCase.request;
    QStringList parts{reference,
                      request.reference,
                      request.owner.displayName(),
                      request.owner.firstName,
                      request.owner.lastName,
                      request.authorisedPerson.displayName(),
                      request.losingCarrier.name,
                      request.losingCarrier.accountNumber,
                      compactedAccount(request.losingCarrier.accountNumber)};
    for (const RequestAddress &address : request.addresses) {
        const PostalAddress &place = address.address;
        parts << place.lines << place.dependentLocality << place.locality << place.region << place.postalCode;
    }
    parts.removeAll(QString());
    parts.removeDuplicates();
    return folded(parts.join(u' '));
}

QString caseBaseColumns()
{
    return u"reference, request_id, stage, country, type, approved, approved_at, port_date, port_zone, created_at, stage_since, agent, data"_s;
}

Result<Case> caseOf(const Statement &row)
{
    Case portCase;
    portCase.id = {row.integer(0)};
    portCase.revision = int(row.integer(1));
    portCase.reference = row.text(2);
    portCase.requestId = {row.integer(3)};
    const auto stage = stageFromKey(row.text(4));
    if (!stage) {
        return Error{Error::Code::Storage,
                     u"Case %1 stands in an unknown stage. Nothing was changed. Run \"portdesk-cli verify\" and restore your latest "
                     "backup."_s.arg(portCase.reference),
                     row.text(4)};
    }
    portCase.stage = *stage;
    portCase.country = row.text(5);
    portCase.type = numberTypeFromKey(row.text(6));
    portCase.approved = row.flag(7);
    portCase.approvedAt = row.instant(8);
    portCase.portDate = row.instant(9);
    portCase.portZone = row.text(10);
    portCase.createdAt = row.instant(11);
    portCase.stageSince = row.instant(12);
    portCase.agent = row.text(13);
    if (auto read = readCaseData(row.text(14).toUtf8(), portCase); !read)
        return read.error();
    return portCase;
}

QString reversedText(const QString &text)
{
    QString reversed = text;
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

} // namespace PortDesk
