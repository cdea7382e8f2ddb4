// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casejourney.h"

namespace PortDesk::Test {

using namespace Qt::StringLiterals;

const CountryPack &testCountries()
{
    static const Result<CountryPack> pack = CountryPack::load();
    if (!pack)
        qFatal("%s", qPrintable(pack.error().message));
    return *pack;
}

Actor actorOf(Role role)
{
    switch (role) {
    case Role::Customer: return {role, u"Jürgen Müller-Lüdenscheidt"_s};
    case Role::Agent: return {role, u"Anna Weber"_s};
    case Role::Supervisor: return {role, u"Sofia Rossi"_s};
    case Role::Clock: return {role, u"clock"_s};
    }
    return {};
}

CaseJourney::CaseJourney(const Request &request, bool submitted)
{
    const QList<Decision> opened = openCases(request, submitted, actorOf(Role::Customer), context());
    if (opened.isEmpty())
        qFatal("The request opens no case.");
    take(opened.first());
    portCase.reference = u"PD-1"_s;
}

ActionContext CaseJourney::context() const
{
    return {testCountries(), now, testZone()};
}

CaseJourney &CaseJourney::at(const QDateTime &instant)
{
    now = instant;
    return *this;
}

Result<Decision> CaseJourney::attempt(const QString &action, const QVariantMap &values, Role role) const
{
    return decide(portCase, {action, values, actorOf(role)}, context());
}

CaseJourney &CaseJourney::act(const QString &action, const QVariantMap &values, Role role)
{
    take(attempt(action, values, role));
    return *this;
}

CaseJourney &CaseJourney::fire(int clock)
{
    take(decideClock(portCase, clock, context()));
    return *this;
}

void CaseJourney::take(const Result<Decision> &decision)
{
    if (!decision)
        qFatal("%s", qPrintable(decision.error().message));
    portCase = decision->after;
    events += decision->events;
    messages += decision->messages;
}

CaseJourney &CaseJourney::to(Stage stage)
{
    if (stage == Stage::Returned)
        return act(u"return"_s, {{u"reasons"_s, u"ADDRESS_MISMATCH"_s}});
    if (stage == Stage::Cancelled)
        return act(u"cancel"_s, {{u"text"_s, u"The customer stays."_s}});
    if (stage == Stage::Draft || stage == Stage::Submitted)
        return *this;
    act(u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}});
    if (stage == Stage::Quoted)
        return *this;
    act(u"accept-quote"_s, {}, Role::Customer);
    if (stage == Stage::UnderReview)
        return *this;
    act(u"approve"_s).act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
    act(u"send-to-carrier"_s, {{u"carrierReference"_s, u"DT-1"_s}});
    if (stage == Stage::WithCarrier)
        return *this;
    if (stage == Stage::Rejected)
        return act(u"reject"_s, {{u"reasons"_s, u"PIN"_s}, {u"text"_s, u"Wrong PIN"_s}});
    act(u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}});
    if (stage == Stage::Scheduled)
        return *this;
    QStringList all;
    for (const CaseNumber &number : std::as_const(portCase.numbers))
        all.append(number.e164);
    return act(u"outcome"_s, {{u"ported"_s, all}}).act(u"complete"_s);
}

QStringList CaseJourney::whatHappened() const
{
    QStringList all;
    for (const CaseEvent &event : events)
        all.append(event.what);
    return all;
}

QStringList CaseJourney::sent() const
{
    QStringList all;
    for (const OutgoingMessage &message : messages)
        all.append(message.templateId);
    return all;
}

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

} // namespace PortDesk::Test
