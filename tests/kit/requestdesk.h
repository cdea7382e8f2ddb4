// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/requestchange.h"
#include "tests/kit/casejourney.h"

namespace PortDesk::Test {

/// Rules, time and zone of the tests.
inline ActionContext deskContext()
{
    return {testCountries(), testNow(), testZone()};
}

/// The cases of one request as a store would hold them.
class RequestDesk
{
public:
    explicit RequestDesk(const Request &request, bool submitted = true)
    {
        for (const Decision &opened : openCases(request, submitted, actorOf(Role::Customer), deskContext()))
            keep(opened.after);
    }

    void act(qsizetype index, const QString &action, const QVariantMap &values)
    {
        const auto done = decide(cases.at(index), {action, values, actorOf(Role::Agent)}, deskContext());
        if (!done)
            qFatal("%s: %s", qPrintable(action), qPrintable(done.error().message));
        cases[index] = done->after;
    }

    void giveBack(qsizetype index) { act(index, QStringLiteral("return"), {{QStringLiteral("reasons"), QStringLiteral("ADDRESS_MISMATCH")}}); }

    RequestChange change(const Request &request)
    {
        const auto changed = changeRequest(request, cases, actorOf(Role::Customer), deskContext());
        if (!changed)
            qFatal("%s", qPrintable(changed.error().message));
        for (const Decision &decision : changed->changed) {
            for (Case &portCase : cases) {
                if (portCase.reference == decision.after.reference)
                    portCase = decision.after;
            }
        }
        for (const Decision &decision : changed->opened)
            keep(decision.after);
        return *changed;
    }

    /// "PD-1 returned: 17 18" with the last two digits of each number.
    QStringList told() const
    {
        QStringList lines;
        for (const Case &portCase : cases) {
            QStringList numbers;
            for (const CaseNumber &number : portCase.numbers)
                numbers.append(number.e164.right(2));
            lines.append(QStringLiteral("%1 %2: %3").arg(portCase.reference, stageKey(portCase.stage), numbers.join(u' ')));
        }
        return lines;
    }

    QList<Case> cases;

private:
    void keep(Case portCase)
    {
        portCase.reference = QStringLiteral("PD-%1").arg(cases.size() + 1);
        cases.append(portCase);
    }
};

/// Another carrier than the one of the kit's request.
inline LosingCarrier otherCarrier()
{
    return {QStringLiteral("Andere AG"), QStringLiteral("77"), {}, {}};
}

/// Two of the kit's numbers with the usual carrier, one with another.
inline Request twoCarriers()
{
    Request request = RequestBuilder().build();
    request.numbers[2].losingCarrier = otherCarrier();
    return request;
}

} // namespace PortDesk::Test
