// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/requestchange.h"

#include "core/cases/actions.h"
#include "core/cases/caseplaces.h"
#include "core/cases/pointer.h"
#include "core/cases/resolve.h"
#include "core/cases/slice.h"

#include <QJsonArray>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool follows(const Case &portCase)
{
    // A follow-up case takes up what a carrier left behind; the request no longer decides about it.
    return (portCase.stage == Stage::Draft || portCase.stage == Stage::Returned) && portCase.followUpOf.isEmpty();
}

/// Who has which number before the plans are dealt out.
struct Claims
{
    QHash<QString, QString> held;    ///< by cases past changing: reference by E.164
    QHash<QString, qsizetype> added; ///< put into one case by hand: index by E.164
    QSet<QString> removed;           ///< taken out of a case by hand
};

Claims claimsOf(const QList<Case> &cases)
{
    Claims claims;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const Case &portCase = cases.at(i);
        QSet<QString> own;
        for (const CaseNumber &number : portCase.numbers) {
            own.insert(number.e164);
            if (!follows(portCase))
                claims.held.insert(number.e164, portCase.reference);
        }
        for (const QString &place : follows(portCase) ? portCase.overridden : QStringList()) {
            const QString number = numberOfPlace(place);
            if (!number.isEmpty() && own.contains(number))
                claims.added.insert(number, i);
            else if (!number.isEmpty())
                claims.removed.insert(number);
        }
    }
    return claims;
}

/// A plan and the case it goes to.
struct Match
{
    CasePlan plan;
    qsizetype index = -1; ///< in the cases; -1 = a new one
};

class Matcher
{
public:
    explicit Matcher(const QList<Case> &cases) : m_cases(cases), m_free(cases.size())
    {
        for (qsizetype i = 0; i < cases.size(); ++i)
            m_free[i] = follows(cases.at(i));
    }

    QList<Match> match(const QList<CasePlan> &plans)
    {
        QList<Match> matches;
        for (const CasePlan &plan : plans)
            matches.append({plan, take([&](const Case &portCase) { return keyOf(portCase) == plan.key() ? 1 : 0; })});
        for (Match &found : matches) {
            if (found.index < 0)
                found.index = take([&](const Case &portCase) { return shared(portCase, found.plan); });
        }
        return matches;
    }

    QList<qsizetype> unmatched() const
    {
        QList<qsizetype> rest;
        for (qsizetype i = 0; i < m_free.size(); ++i) {
            if (m_free.at(i))
                rest.append(i);
        }
        return rest;
    }

private:
    static QString keyOf(const Case &portCase)
    {
        if (!portCase.splitKey.isEmpty())
            return portCase.splitKey;
        return CasePlan{portCase.country, portCase.type, portCase.request.losingCarrier, {}, {}}.key();
    }

    static int shared(const Case &portCase, const CasePlan &plan)
    {
        if (portCase.country != plan.country || portCase.type != plan.type)
            return 0;
        QSet<QString> own;
        for (const CaseNumber &number : portCase.numbers)
            own.insert(number.e164);
        return int(std::count_if(plan.numbers.cbegin(), plan.numbers.cend(),
                                 [&](const ResolvedNumber &number) { return own.contains(number.phone.e164); }));
    }

    /// The free case with the highest score above 0.
    template<typename Score> qsizetype take(const Score &score)
    {
        qsizetype best = -1;
        int most = 0;
        for (qsizetype i = 0; i < m_cases.size(); ++i) {
            const int points = m_free.at(i) ? score(m_cases.at(i)) : 0;
            if (points > most) {
                most = points;
                best = i;
            }
        }
        if (best >= 0)
            m_free[best] = false;
        return best;
    }

    const QList<Case> &m_cases;
    QList<bool> m_free;
};

/// The case's numbers after its request; one that stays keeps its outcome and note.
void renewNumbers(Case &portCase, const CasePlan &plan)
{
    QHash<QString, CaseNumber> known;
    for (const CaseNumber &number : std::as_const(portCase.numbers))
        known.insert(number.e164, number);
    for (const ResolvedNumber &number : plan.numbers) {
        if (!known.contains(number.phone.e164))
            known.insert(number.phone.e164, caseNumberOf(number, plan.type));
    }
    QList<CaseNumber> numbers;
    for (const RequestNumber &row : std::as_const(portCase.request.numbers)) {
        CaseNumber number = known.value(row.number, {row.number, portCase.type, {}, {}, Outcome::Pending, {}});
        number.addressId = row.address;
        number.pin = row.pin;
        numbers.append(number);
    }
    portCase.numbers = numbers;
}

/// What the request has and the case does not; nothing is taken back.
void addDocuments(Case &portCase, const Request &request)
{
    for (const RequestDocument &row : request.documents) {
        const auto same = [&](const CaseDocument &document) {
            return document.kind == row.kind && document.sha256 == row.sha256 && (!row.sha256.isEmpty() || document.fileName == row.file);
        };
        const auto declared = [&](const CaseDocument &document) { return document.kind == row.kind; };
        const auto &own = portCase.documents;
        if (row.unavailable.isEmpty() ? std::any_of(own.cbegin(), own.cend(), same) : std::any_of(own.cbegin(), own.cend(), declared))
            continue;
        portCase.documents.append(caseDocumentOf(row));
    }
}

class Change
{
public:
    Change(const Request &request, const QList<Case> &cases, const Actor &actor, const ActionContext &context)
        : m_request(request), m_cases(cases), m_actor(actor), m_context(context), m_claims(claimsOf(cases))
    {
    }

    Result<RequestChange> make()
    {
        const ResolvedRequest resolved = resolveNumbers(m_request, m_context.countries);
        if (hasErrors(resolved.problems))
            return badValue(u"%1: %2"_s.arg(resolved.problems.first().field, problemText(resolved.problems.first())));
        Matcher matcher(m_cases);
        for (const Match &found : matcher.match(freePlans(resolved)))
            found.index < 0 ? open(found.plan) : follow(found);
        for (const qsizetype index : matcher.unmatched() + m_emptied) {
            if (auto done = leave(index); !done)
                return done.error();
        }
        m_change.untouched.sort();
        return m_change;
    }

private:
    /// The plans without numbers that cases past changing hold.
    QList<CasePlan> freePlans(const ResolvedRequest &resolved)
    {
        QList<CasePlan> plans = planCases(resolved, m_request, m_context.countries);
        for (CasePlan &plan : plans) {
            plan.numbers.removeIf([&](const ResolvedNumber &number) {
                const QString holder = m_claims.held.value(number.phone.e164);
                if (!holder.isEmpty())
                    noteUntouched(holder, plan);
                return !holder.isEmpty();
            });
        }
        plans.removeIf([](const CasePlan &plan) { return plan.numbers.isEmpty(); });
        return plans;
    }

    void noteUntouched(const QString &reference, const CasePlan &plan)
    {
        for (const Case &portCase : m_cases) {
            const bool differs = portCase.reference == reference && differsFrom(portCase, plan);
            if (differs && !m_change.untouched.contains(reference))
                m_change.untouched.append(reference);
        }
    }

    bool differsFrom(const Case &portCase, const CasePlan &plan) const
    {
        const Request &own = portCase.request;
        return own.losingCarrier != plan.carrier || own.owner != m_request.owner || own.authorisedPerson != m_request.authorisedPerson;
    }

    /// A plan without the numbers somebody took out of a case, or put into another one than `index`.
    CasePlan without(const CasePlan &plan, qsizetype index) const
    {
        CasePlan own = plan;
        own.numbers.removeIf([&](const ResolvedNumber &number) {
            const auto added = m_claims.added.constFind(number.phone.e164);
            if (added != m_claims.added.constEnd())
                return *added != index;
            return m_claims.removed.contains(number.phone.e164);
        });
        return own;
    }

    void open(const CasePlan &plan)
    {
        const CasePlan own = without(plan, -1);
        if (!own.numbers.isEmpty())
            m_change.opened.append(openPlan(m_request, own, m_actor, m_context));
    }

    void follow(const Match &found)
    {
        const Case &before = m_cases.at(found.index);
        const CasePlan own = without(found.plan, found.index);
        const Request fresh = sliceOf(m_request, own, m_context.countries).request;
        Case after = before;
        after.splitKey = found.plan.key();
        after.request = withPlacesOf(fresh, before.request, before.overridden);
        if (after.request.numbers.isEmpty()) {
            m_emptied.append(found.index);
            return;
        }
        renewNumbers(after, own);
        addDocuments(after, m_request);
        // What the request itself would have put here, numbers somebody took out included.
        finish(before, after, sliceOf(m_request, found.plan, m_context.countries).request);
    }

    void finish(const Case &before, Case after, const Request &asked)
    {
        QStringList kept;
        for (const QString &place : differingPlaces(asked, after.request, before.overridden)) {
            kept.append(place);
            m_change.kept.append({before.reference, place});
        }
        const QStringList changed = changedPlaces(before.request, after.request);
        const bool documents = after.documents != before.documents;
        if (changed.isEmpty() && !documents && after.splitKey == before.splitKey)
            return;
        QString text = changed.isEmpty() ? u"The request was changed"_s : u"The request was changed: %1"_s.arg(changed.join(", "_L1));
        if (!kept.isEmpty())
            text += u"; kept as they are in this case: %1"_s.arg(kept.join(", "_L1));
        answerReasons(after, changedPointers(requestToJson(before.request), requestToJson(after.request)));
        const QJsonObject data{{u"changedFields"_s, QJsonArray::fromStringList(changed)}, {u"kept"_s, QJsonArray::fromStringList(kept)}};
        m_change.changed.append(
            {after, {{m_context.now, m_actor.name, m_actor.role, u"request-changed"_s, before.stage, after.stage, text, data}}, {}});
    }

    /// A case no plan goes to: it keeps what was put into it by hand, else it is given up.
    Result<void> leave(qsizetype index)
    {
        const Case &before = m_cases.at(index);
        Case after = before;
        const auto gone = [&](const QString &number) { return !m_claims.added.contains(number); };
        after.numbers.removeIf([&](const CaseNumber &number) { return gone(number.e164); });
        after.request.numbers.removeIf([&](const RequestNumber &row) { return gone(row.number); });
        if (after.numbers.isEmpty())
            return giveUp(before);
        finish(before, after, after.request);
        return {};
    }

    Result<void> giveUp(const Case &before)
    {
        auto decision = decide(before,
                               {u"cancel"_s,
                                {{u"text"_s, u"The request was changed; the numbers of this case are in other cases or were taken out."_s}},
                                m_actor},
                               m_context);
        if (!decision)
            return decision.error();
        decision->after.numbers.clear();
        decision->after.request.numbers.clear();
        m_change.changed.append(*decision);
        return {};
    }

    const Request &m_request;
    const QList<Case> &m_cases;
    const Actor &m_actor;
    const ActionContext &m_context;
    Claims m_claims;
    QList<qsizetype> m_emptied;
    RequestChange m_change;
};

} // namespace

Result<RequestChange> changeRequest(const Request &request, const QList<Case> &cases, const Actor &actor, const ActionContext &context)
{
    return Change(request, cases, actor, context).make();
}

} // namespace PortDesk
