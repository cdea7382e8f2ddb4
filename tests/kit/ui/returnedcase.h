// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/markjson.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"

namespace PortDesk::Test {

/// A desk with a case that came back to its customer: the bill is refused and marked, the account number is asked for.
struct ReturnedCase {
    explicit ReturnedCase(Role role = Role::Customer) : desk(role)
    {
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(RequestBuilder().build()).first();
        for (const CaseDocument &document : desk.details(reference).portCase.documents) {
            if (document.kind == QStringLiteral("bill"))
                bill = document.sha256;
        }
        mark(QStringLiteral("The date cannot be read here."), false);
        mark(QStringLiteral("Looks scanned twice, ask the team."), true);
        desk.apply(reference, QStringLiteral("review"),
                   {{QStringLiteral("document"), QStringLiteral("bill")}, {QStringLiteral("verdict"), QStringLiteral("refused")},
                    {QStringLiteral("reasons"), QStringLiteral("ILLEGIBLE")}, {QStringLiteral("text"), QStringLiteral("The lower half is cut off.")}});
        desk.apply(reference, QStringLiteral("return"),
                   {{QStringLiteral("reasons"), QStringLiteral("DOCUMENT_BAD,ACCOUNT_NO_WRONG")}, {QStringLiteral("fields"), QStringLiteral("/losingCarrier/accountNumber")},
                    {QStringLiteral("documents"), QStringLiteral("bill")},
                    {QStringLiteral("text"), QStringLiteral("Account number: the form says “4711-998877”, the bill says “4711-998876”.")}});
    }

    CaseDetails details() { return desk.details(reference); }

    TestDesk desk;
    QString reference;
    QString bill; ///< SHA-256 of the refused one

private:
    void mark(const QString &text, bool internal)
    {
        Mark made;
        made.id = newMarkId();
        made.sha256 = bill;
        made.kind = MarkKind::Note;
        made.box = {0.3, internal ? 0.5 : 0.2, 0.04, 0.03};
        made.text = text;
        made.colour = QStringLiteral("#f5c400");
        made.author = QStringLiteral("Jonas Berg");
        made.created = made.modified = testNow();
        made.internal = internal;
        const Actor own = desk.session().actor();
        desk.session().setActor({Role::Agent, made.author});
        if (!await(desk.session().changeMarks({{{made, 0}}, {}})))
            qFatal("The mark was not stored.");
        desk.session().setActor(own);
    }
};

} // namespace PortDesk::Test
