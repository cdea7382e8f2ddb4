// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/rejection.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/requestsamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// No rejection of the data kind reaches a carrier unnoticed: each has a check that sees it.
class TestDataRejections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRejectionOfDataIsSeen_data();
    void everyRejectionOfDataIsSeen();
    void everyRejectionOfDataHasARow();
};

namespace {

Request withReseller(const Reseller &reseller)
{
    Request request = RequestBuilder().build();
    request.reseller = reseller;
    return request;
}

Request withFeature(const QString &id)
{
    Request request = RequestBuilder().build();
    request.lineFeatures = {id};
    return request;
}

} // namespace

void TestDataRejections::everyRejectionOfDataIsSeen_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Request>("request");
    const auto row = [](const char *code, const Request &request) { QTest::newRow(code) << QString::fromLatin1(code) << request; };
    const auto set = [](const QString &pointer, const QString &value) { return RequestBuilder().set(pointer, value).build(); };
    row("NAME_MISMATCH", americanRequest().set(u"/owner/company"_s, u"A company whose name is far too long Inc."_s).build());
    row("AUTH_NAME", RequestBuilder().owner({OwnerKind::Person, {}, u"Eva"_s, u"Blum"_s, u"a@b.org"_s, {}}).build());
    row("ADDRESS_MISMATCH", set(u"/addresses/0/lines/0"_s, u"Postfach 12 34"_s));
    row("POSTCODE_MISMATCH", set(u"/addresses/0/postalCode"_s, u"5066"_s));
    row("ACCOUNT_NO_MISSING", set(u"/losingCarrier/accountNumber"_s, {}));
    row("ACCOUNT_NO_WRONG", americanRequest().build());
    row("PIN", americanRequest().noNumbers().number(exampleNumber(u"US"_s, NumberType::Mobile), u"there"_s).set(u"/type"_s, u"mobile"_s).build());
    row("TAX_ID", frenchRequest().field(u"siret"_s, u"732 829 320 00075"_s).build());
    row("BTN_MISMATCH", set(u"/losingCarrier/billingNumber"_s, u"+49 30 23125010"_s));
    row("MAIN_BTN_PORTING", set(u"/port/scope"_s, u"partial"_s));
    row("PORT_TYPE", set(u"/port/staying"_s, u"+49 30 23125010"_s));
    row("REMAINING_UNDECLARED", partialRequest(u"none"_s).build());
    row("RANGE_BROKEN", RequestBuilder().range(u"+49 30 23125021-27"_s).build());
    row("LINE_KIND", withFeature(u"isdn"_s));
    row("NUMBER_NOT_ON_ACCOUNT", partialRequest().set(u"/port/staying"_s, u"030 23125018"_s).build());
    row("SEVERAL_ACCOUNTS", set(u"/numbers/1/losingCarrier/accountNumber"_s, {}));
    row("NOT_PORTABLE", RequestBuilder().number(u"+49 900 1 123456"_s).build());
    row("ALL_DATA", {});
    row("DATA_MISSING", set(u"/owner/lastName"_s, {}));
    row("SERVICE_KIND", set(u"/owner/company"_s, {}));
    row("RESELLER", withReseller({u"Wiederverkauf GmbH"_s, {}, {}}));
    row("WRONG_DONOR", set(u"/losingCarrier/name"_s, {}));
    row("COUNTRY_CODE_MISSING", frenchRequest().build());
    row("NOT_EXCLUSIVE", partialRequest().set(u"/port/staying"_s, u"+49 30 23125011"_s).build());
}

/// Each row is a request the carrier would reject for that reason; the preflight says so with one of the catalogue's codes.
void TestDataRejections::everyRejectionOfDataIsSeen()
{
    QFETCH(QString, code);
    QFETCH(Request, request);
    const RejectionReason *reason = rejectionReason(code);
    QVERIFY(reason);
    const QStringList found = codesOf(judged(request).problems);
    const bool seen =
        std::any_of(reason->checks.cbegin(), reason->checks.cend(), [&](const QString &check) { return found.contains(check); });
    QVERIFY2(seen, qPrintable(u"none of %1 in %2"_s.arg(reason->checks.join(u' '), found.join(u' '))));
}

/// A new data reason of the catalogue fails here until it has a check and a row above.
void TestDataRejections::everyRejectionOfDataHasARow()
{
    QStringList known;
    for (const ProblemCode &code : problemCodes())
        known.append(code.code);
    const QStringList kinds{u"data"_s, u"document"_s, u"date"_s, u"line"_s, u"carrier"_s};
    int ofData = 0;
    for (const RejectionReason &reason : rejectionCatalogue()) {
        QVERIFY2(kinds.contains(reason.kind), qPrintable(reason.code));
        for (const QString &check : reason.checks)
            QVERIFY2(known.contains(check), qPrintable(reason.code + u' ' + check));
        if (reason.kind != "data"_L1)
            continue;
        ++ofData;
        QVERIFY2(!reason.checks.isEmpty(), qPrintable(reason.code));
        QVERIFY2(!reason.fields.isEmpty(), qPrintable(reason.code));
    }
    QCOMPARE(ofData, 24); // as many as the rows of everyRejectionOfDataIsSeen
    // Name, address, postcode, account, code, block, billing number: whatever points there is of the data kind.
    for (const RejectionReason &reason : rejectionCatalogue()) {
        for (const QString &field : reason.fields) {
            const bool data = field.startsWith(u"/owner"_s) || field.startsWith(u"/addresses"_s) || field.startsWith(u"/losingCarrier"_s) ||
                              field.startsWith(u"/port"_s);
            QVERIFY2(!data || reason.kind == "data"_L1, qPrintable(reason.code + u' ' + field));
        }
    }
}

QTEST_GUILESS_MAIN(TestDataRejections)
#include "tst_datarejections.moc"
