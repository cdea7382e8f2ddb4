// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/activation.h"
#include "core/cases/carrierlimits.h"
#include "core/cases/ownername.h"
#include "core/cases/preflight.h"
#include "core/cases/rejection.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/casejourney.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

/// The rules of a request beyond its form: who owns, what stays, what runs on the lines, what the store remembers.
class TestRequestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findings_data();
    void findings();
    void staysQuiet_data();
    void staysQuiet();
    void aConfirmedWarningCarriesItsReason();
    void codesOfSingleNumbers();
    void problemsKnowTheirCases();
    void whatTheStoreRemembers();
    void activates_data();
    void activates();
    void otherSpellings_data();
    void otherSpellings();
    void everyRejectionOfDataIsSeen_data();
    void everyRejectionOfDataIsSeen();
    void everyRejectionOfDataHasARow();
    void namesItsCodes();
};

namespace {

PreflightResult judged(const Request &request)
{
    return preflight(request, {Test::testCountries(), Test::testNow().date()});
}

QStringList listed(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all.append(
            u"%1 %2 %3"_s.arg(problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s, problem.field, problem.code));
    return all;
}

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem &problem : problems)
        codes.append(problem.code);
    return codes;
}

/// A partial port of the kit's request without its billing number.
RequestBuilder partial(const QString &remaining = u"keep"_s)
{
    RequestBuilder builder;
    builder.set(u"/port/scope"_s, u"partial"_s)
        .set(u"/port/remaining"_s, remaining)
        .set(u"/losingCarrier/billingNumber"_s, u"+49 30 23125010"_s);
    return builder;
}

/// One number of a country at an address there, with nothing German about it.
RequestBuilder abroad(const QString &country, const PostalAddress &address, const QString &number)
{
    RequestBuilder builder;
    builder.noNumbers().address({u"there"_s, address}).number(number, u"there"_s).set(u"/losingCarrier/billingNumber"_s, {});
    builder.set(u"/country"_s, country);
    return builder;
}

RequestBuilder american()
{
    return abroad(u"US"_s, {{u"1 Main St"_s}, {}, u"New York"_s, u"NY"_s, u"10001"_s, u"US"_s}, u"+1 212 736 5000"_s);
}

RequestBuilder british()
{
    RequestBuilder builder = abroad(u"GB"_s, {{u"1 High Street"_s}, {}, u"London"_s, {}, u"SW1A 1AA"_s, u"GB"_s}, u"+44 20 7946 0018"_s);
    builder.set(u"/port/scope"_s, u"partial"_s).set(u"/port/remaining"_s, u"keep"_s);
    return builder;
}

RequestBuilder french()
{
    return abroad(u"FR"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}, u"+33 1 42 68 53 00"_s);
}

Request withReseller(const Reseller &reseller)
{
    Request request = RequestBuilder().build();
    request.reseller = reseller;
    return request;
}

Request withFeature(const QString &id)
{
    Request request = RequestBuilder().build();
    request.lineFeatures = {u"fax"_s, id};
    return request;
}

Request withConfirmation(const QString &code, const QString &field, const QString &reason)
{
    Request request = RequestBuilder().number(u"+49 1991 234567"_s).build();
    request.confirmations = {{code, field, reason}};
    return request;
}

Request withActivation(const QStringList &entries)
{
    Request request = RequestBuilder().range(u"+49 30 23125020-29"_s).build();
    request.numbers.last().activate = entries;
    return request;
}

} // namespace

void TestRequestRules::findings_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const Request &request, const QString &finding) { QTest::newRow(name) << request << finding; };

    row("reseller", withReseller({u"Wiederverkauf GmbH"_s, {}, {}}), u"warning /reseller/company owner.reseller"_s);
    row("reseller without company", withReseller({{}, u"Petra Klein"_s, {}}), u"error /reseller/company reseller.name.missing"_s);
    row("reseller's mail", withReseller({u"Wiederverkauf GmbH"_s, {}, u"at work"_s}), u"error /reseller/email reseller.email.format"_s);
    row("reseller is the owner", withReseller({u"JÜRGEN Müller-Lüdenscheidt"_s, {}, {}}),
        u"error /reseller/company owner.reseller-is-owner"_s);

    row("company of 26 letters", american().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvwx"_s).build(),
        u"warning /owner/company owner.name.will-be-cut"_s);
    row("person of 16 letters",
        american().set(u"/authorisedPerson/firstName"_s, u"Anna"_s).set(u"/authorisedPerson/lastName"_s, u"Fergusson-X"_s).build(),
        u"warning /authorisedPerson/lastName owner.name.will-be-cut"_s);
    row("account with hyphen", american().build(), u"warning /losingCarrier/accountNumber account-number.separators"_s);

    row("partial port, rest undeclared", partial(u"none"_s).build(), u"error /port/remaining remaining.undeclared"_s);
    row("stays in a full port", RequestBuilder().set(u"/port/staying"_s, u"+49 30 23125011"_s).build(),
        u"error /port/staying staying.in-full-port"_s);
    row("stays and ports", partial().set(u"/port/staying"_s, u"+49 30 23125011\n030 23125018"_s).build(),
        u"error /port/staying/1 staying.also-ports"_s);
    row("a range stays and ports", partial().set(u"/port/staying"_s, u"+49 30 23125010-19"_s).build(),
        u"error /port/staying/0 staying.also-ports"_s);
    row("stays and is no number", partial().set(u"/port/staying"_s, u"the rest"_s).build(), u"error /port/staying/0 number.impossible"_s);
    row("new billing number is the old one", partial().set(u"/port/newBillingNumber"_s, u"+49 30 23125010"_s).build(),
        u"error /port/newBillingNumber billing-number.new-is-old"_s);
    row("new billing number is none", partial().set(u"/port/newBillingNumber"_s, u"12"_s).build(),
        u"error /port/newBillingNumber number.impossible"_s);
    row("new billing number does not stay",
        partial().set(u"/port/staying"_s, u"+49 30 23125011"_s).set(u"/port/newBillingNumber"_s, u"+49 30 23125012"_s).build(),
        u"warning /port/newBillingNumber billing-number.new-not-staying"_s);
    row("Britain wants the rest listed", british().build(), u"warning /port/staying staying.missing"_s);
    row("Britain cannot keep the rest without its billing number",
        british()
            .set(u"/losingCarrier/billingNumber"_s, u"+44 20 7946 0018"_s)
            .set(u"/port/newBillingNumber"_s, u"+44 20 7946 0019"_s)
            .build(),
        u"error /losingCarrier/billingNumber billing-number.rest-cannot-stay"_s);

    row("DSL on the line", withFeature(u"dsl"_s), u"warning /lineFeatures/1 line-feature.remove-first"_s);
    row("a lift", withFeature(u"elevator"_s), u"warning /lineFeatures/1 line-feature.loses-service"_s);
    row("a feature nobody knows", withFeature(u"toaster"_s), u"error /lineFeatures/1 line-feature.unknown"_s);

    row("a range that is no block", RequestBuilder().range(u"+49 30 23125021-27"_s).build(),
        u"warning /numbers/3/range range.not-a-block"_s);
    row("ten numbers off the tens", RequestBuilder().range(u"+49 30 23125025-34"_s).build(),
        u"warning /numbers/3/range range.not-a-block"_s);
    row("a neighbour of the block stays", partial().set(u"/port/staying"_s, u"+49 30 23125011"_s).build(),
        u"warning /numbers/0/number range.must-move-whole"_s);
    row("activates what is not there", withActivation({u"21"_s, u"31"_s}), u"error /numbers/3/activate range.activate-outside"_s);

    row("a confirmation without reason", withConfirmation(u"number.invalid"_s, u"/numbers/3/number"_s, u" "_s),
        u"error /confirmations/0/reason confirmation.reason-missing"_s);
    row("a confirmation of an error", withConfirmation(u"address.po-box"_s, u"/addresses/0/lines/0"_s, u"it is right"_s),
        u"warning /confirmations/0/code confirmation.not-possible"_s);

    Request aged = RequestBuilder().requestedDate(QDate(2026, 12, 17)).build();
    row("the bill runs out", aged, u"warning /documents/2/issued bill.runs-out"_s);
    aged.requestedDate = QDate(2027, 2, 15);
    row("the letter runs out", aged, u"warning /documents/0/signedOn loa.runs-out"_s);
}

void TestRequestRules::findings()
{
    QFETCH(Request, request);
    QFETCH(QString, finding);
    const PreflightResult result = judged(request);
    QVERIFY2(listed(result.problems).contains(finding), qPrintable(listed(result.problems).join(u'\n')));
    for (const Problem &problem : result.problems) {
        const QString text = problemText(problem);
        QVERIFY2(text != problem.code && !text.contains(u"{"_s) && !text.contains(u"“”"_s), qPrintable(text));
    }
}

void TestRequestRules::staysQuiet_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("code");
    QTest::newRow("25 letters fit")
        << american().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvw"_s).set(u"/authorisedPerson/lastName"_s, u"Muller"_s).build()
        << u"owner.name.will-be-cut"_s;
    QTest::newRow("German carriers keep long names")
        << RequestBuilder().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvwxyz GmbH"_s).build() << u"owner.name.will-be-cut"_s;
    QTest::newRow("plain account") << american().set(u"/losingCarrier/accountNumber"_s, u"4711998877"_s).build()
                                   << u"account-number.separators"_s;
    QTest::newRow("German accounts have hyphens") << RequestBuilder().build() << u"account-number.separators"_s;
    QTest::newRow("a whole block") << RequestBuilder().range(u"+49 30 23125020-29"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("a hundred") << RequestBuilder().range(u"+49 30 23126000-099"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("blocks elsewhere") << french().range(u"+33 1 42 68 53 01-07"_s, u"there"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("the rest is in another block")
        << partial().set(u"/port/staying"_s, u"+49 30 23125020"_s).build() << u"range.must-move-whole"_s;
    QTest::newRow("the new billing number stays")
        << partial().set(u"/port/staying"_s, u"+49 30 23125020-29"_s).set(u"/port/newBillingNumber"_s, u"+49 30 23125021"_s).build()
        << u"billing-number.new-not-staying"_s;
    QTest::newRow("the bill lasts") << RequestBuilder().requestedDate(QDate(2026, 12, 16)).build() << u"bill.runs-out"_s;
    QTest::newRow("activates a part") << withActivation({u"20"_s, u"25-27"_s}) << u"range.activate-outside"_s;
}

void TestRequestRules::staysQuiet()
{
    QFETCH(Request, request);
    QFETCH(QString, code);
    const QStringList found = codesOf(judged(request).problems);
    QVERIFY2(!found.contains(code), qPrintable(found.join(u'\n')));
}

void TestRequestRules::aConfirmedWarningCarriesItsReason()
{
    const auto confirmed = [](const QString &code, const QString &field) {
        for (const Problem &problem : judged(withConfirmation(code, field, u" The range is new, it is on the bill. "_s)).problems) {
            if (problem.code == "number.invalid"_L1)
                return problem.confirmed;
        }
        return u"no such problem"_s;
    };
    QCOMPARE(confirmed(u"number.invalid"_s, u"/numbers/3/number"_s), u"The range is new, it is on the bill."_s);
    QCOMPARE(confirmed(u"number.invalid"_s, u"/numbers/2/number"_s), QString());
    QCOMPARE(confirmed(u"field.check-digit"_s, u"/numbers/3/number"_s), QString());
    for (const QString &code :
         {u"number.invalid"_s, u"address.postcode.format"_s, u"field.check-digit"_s, u"evidence.differs"_s, u"evidence.not-shown"_s})
        QVERIFY2(asksConfirmation(code), qPrintable(code));
    for (const QString &code : {u"number.impossible"_s, u"document.unavailable"_s, u"unheard.of"_s, QString()})
        QVERIFY2(!asksConfirmation(code), qPrintable(code));
}

void TestRequestRules::codesOfSingleNumbers()
{
    // A RIO is of one number: 02P1234564NH belongs to 06 12 34 56 78.
    RequestBuilder builder = french();
    builder.noNumbers().number(u"+33 6 12 34 56 78"_s, u"there"_s).number(u"+33 7 12 34 56 78"_s, u"there"_s);
    const auto rio = [](const Request &request) { return listed(judged(request).problems).filter(u"rio"_s); };
    QCOMPARE(rio(builder.build()), QStringList{u"error /fields/rio_code field.missing"_s});
    builder.set(u"/numbers/0/fields/rio_code"_s, u"02P1234564NH"_s);
    QCOMPARE(rio(builder.build()), QStringList{u"error /fields/rio_code field.missing"_s});
    builder.set(u"/numbers/1/fields/rio_code"_s, u"01EABC123DLQ"_s);
    QCOMPARE(rio(builder.build()), QStringList());
    builder.set(u"/numbers/0/fields/rio_code"_s, u"01EABC123DLQ"_s);
    QCOMPARE(rio(builder.build()), QStringList{u"warning /numbers/0/fields/rio_code field.check-digit"_s});
    builder.set(u"/numbers/1/fields/rio_code"_s, u"none"_s);
    QVERIFY(rio(builder.build()).contains(u"error /numbers/1/fields/rio_code field.format"_s));
    builder.set(u"/numbers/1/fields/shoe_size"_s, u"43"_s);
    QVERIFY(listed(judged(builder.build()).problems).contains(u"error /numbers/1/fields/shoe_size field.unknown"_s));
}

void TestRequestRules::problemsKnowTheirCases()
{
    RequestBuilder builder = french();
    builder.number(u"+49 1991 234567"_s).number(u"+49 30 23125017"_s).set(u"/owner/email"_s, {});
    const PreflightResult result = judged(builder.build());
    QCOMPARE(result.cases.size(), 2);
    QStringList told;
    for (const Problem &problem : result.problems) {
        const QStringList asked{u"field.missing"_s, u"number.invalid"_s, u"owner.email.missing"_s, u"document.unavailable"_s};
        for (const int index : asked.contains(problem.code) ? problem.cases : QList<int>())
            told.append(u"%1 %2"_s.arg(index).arg(problem.field));
        if (problem.code == "owner.email.missing"_L1)
            QVERIFY(problem.cases.isEmpty());
    }
    QVERIFY2(told.contains(u"0 /fields/siret"_s) && !told.contains(u"1 /fields/siret"_s), qPrintable(told.join(u'\n')));
    QVERIFY2(told.contains(u"1 /numbers/1/number"_s) && !told.contains(u"0 /numbers/1/number"_s), qPrintable(told.join(u'\n')));
    // Each case is asked its own and what concerns all.
    QVERIFY(codesOf(problemsOf(result, 0)).contains(u"owner.email.missing"_s));
    QVERIFY(codesOf(problemsOf(result, 1)).contains(u"owner.email.missing"_s));
    QVERIFY(!listed(problemsOf(result, 1)).join(u' ').contains(u"siret"_s));
    // What both cases lack is told once, for both.
    const Request bare = builder.withoutDocument(u"bill"_s).build();
    int bills = 0;
    for (const Problem &problem : judged(bare).problems) {
        if (problem.code == "document.missing"_L1 && problem.args.value(u"kind"_s) == "bill"_L1) {
            ++bills;
            QCOMPARE(problem.cases, (QList<int>{0, 1}));
        }
    }
    QCOMPARE(bills, 1);
}

void TestRequestRules::whatTheStoreRemembers()
{
    PreflightContext context{Test::testCountries(), Test::testNow().date()};
    context.history = [](const QStringList &numbers) {
        QHash<QString, NumberHistory> known;
        if (numbers.contains(u"+493023125018"_s))
            known.insert(u"+493023125018"_s, {u"PD-9"_s, {}, {}});
        if (numbers.contains(u"+493023125019"_s))
            known.insert(u"+493023125019"_s, {{}, u"PD-7"_s, QDate(2026, 3, 1)});
        return known;
    };
    context.ownersLike = [](const QString &name) { return QStringList{name, u"Juergen Müller-Lüdenscheidt"_s}; };
    const PreflightResult result = preflight(RequestBuilder().build(), context);
    QCOMPARE(listed(result.problems),
             (QStringList{u"error /numbers/1/number number.in-open-case"_s, u"warning /numbers/2/number number.ported-before"_s,
                          u"warning /owner/company owner.other-spelling"_s, u"warning /documents/5/unavailable document.unavailable"_s}));
    QCOMPARE(
        problemText(result.problems.at(1)),
        u"+493023125019 was ported on 2026-03-01 in PD-7. Confirm that it is with Beispiel Telekom today, or name the carrier it is with."_s);
    QVERIFY(asksConfirmation(u"number.ported-before"_s) && asksConfirmation(u"owner.other-spelling"_s));
    QCOMPARE(historyText({u"PD-9"_s, u"PD-7"_s, QDate(2026, 3, 1)}), u"PD-9 open; ported 2026-03-01 in PD-7"_s);
    QCOMPARE(historyText({}), QString());
}

void TestRequestRules::activates_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QString>("active"); ///< last digits, or "!" and the entry that fits nothing
    QTest::newRow("no entries: all") << QStringList() << u"0 1 2 3 4 5 6 7 8 9"_s;
    QTest::newRow("none") << QStringList{u"none"_s} << QString();
    QTest::newRow("an ending") << QStringList{u"5"_s} << u"5"_s;
    QTest::newRow("a longer ending") << QStringList{u"25 025"_s} << u"5"_s;
    QTest::newRow("endings from to") << QStringList{u"23-25"_s} << u"3 4 5"_s;
    QTest::newRow("a word between") << QStringList{u"8 bis 9"_s} << u"8 9"_s;
    QTest::newRow("one digit to one digit") << QStringList{u"0 - 1"_s, u"9"_s} << u"0 1 9"_s;
    QTest::newRow("a whole number") << QStringList{u"+49 30 23125027"_s} << u"7"_s;
    QTest::newRow("a national number") << QStringList{u"030 23125027"_s} << u"7"_s;
    QTest::newRow("a national number with a hyphen") << QStringList{u"030-23125027"_s} << u"7"_s;
    QTest::newRow("a range written out") << QStringList{u"+49 30 23125020-22"_s} << u"0 1 2"_s;
    QTest::newRow("outside") << QStringList{u"25"_s, u"35"_s} << u"!35"_s;
    QTest::newRow("no digits") << QStringList{u"the rest"_s} << u"!the rest"_s;
    QTest::newRow("backwards") << QStringList{u"27-23"_s} << u"!27-23"_s;
}

void TestRequestRules::activates()
{
    QFETCH(QStringList, entries);
    QFETCH(QString, active);
    QStringList numbers;
    for (int i = 20; i < 30; ++i)
        numbers.append(u"+4930231250%1"_s.arg(i));
    const auto found = activatedNumbers(entries, numbers);
    if (active.startsWith(u'!')) {
        QVERIFY(!found.ok());
        QCOMPARE(found.error().detail, active.mid(1));
        return;
    }
    QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
    QStringList endings;
    for (const QString &number : *found)
        endings.append(number.right(1));
    endings.sort();
    QCOMPARE(endings.join(u' '), active);
}

void TestRequestRules::otherSpellings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("other");
    const auto row = [](const char *what, const QString &name, const QString &known, bool other) {
        QTest::newRow(what) << name << known << other;
    };
    row("the same", u"Miller & Sons GmbH"_s, u"Miller & Sons GmbH"_s, false);
    row("case and spaces", u"MILLER &  SONS gmbh"_s, u"Miller & Sons GmbH"_s, false);
    row("without the legal form", u"Miller & Sons"_s, u"Miller & Sons GmbH"_s, true);
    row("another legal form", u"Miller & Sons Ltd."_s, u"Miller & Sons Limited"_s, true);
    row("dots in the form", u"Dupont S.A.R.L."_s, u"Dupont SARL"_s, true);
    row("an accent", u"Müller Bau"_s, u"Muller Bau"_s, true);
    row("an umlaut written out", u"Müller Bau"_s, u"Mueller Bau"_s, true);
    row("a letter turned", u"Schmidt Bau"_s, u"Schmitt Bau"_s, true);
    row("two letters in a long name", u"Schmidt Bauunternehmung"_s, u"Schmitt Bauunternemung"_s, true);
    row("two letters in a short name", u"Schmid Bau"_s, u"Schmitt Bau"_s, false);
    row("another owner", u"Miller & Sons"_s, u"Weber & Sons"_s, false);
    row("another shop", u"Bakery 1"_s, u"Bakery 2"_s, false);
    row("short names", u"ABC"_s, u"ABD"_s, false);
    row("nothing", {}, {}, false);
    row("only a legal form", u"AG"_s, u"A.G."_s, true);
}

void TestRequestRules::otherSpellings()
{
    QFETCH(QString, name);
    QFETCH(QString, known);
    QFETCH(bool, other);
    QCOMPARE(isOtherSpelling(name, known), other);
    QCOMPARE(isOtherSpelling(known, name), other);
}

void TestRequestRules::everyRejectionOfDataIsSeen_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Request>("request");
    const auto row = [](const char *code, const Request &request) { QTest::newRow(code) << QString::fromLatin1(code) << request; };
    const auto set = [](const QString &pointer, const QString &value) { return RequestBuilder().set(pointer, value).build(); };
    row("NAME_MISMATCH", american().set(u"/owner/company"_s, u"A company whose name is far too long Inc."_s).build());
    row("AUTH_NAME", RequestBuilder().owner({OwnerKind::Person, {}, u"Eva"_s, u"Blum"_s, u"a@b.org"_s, {}}).build());
    row("ADDRESS_MISMATCH", set(u"/addresses/0/lines/0"_s, u"Postfach 12 34"_s));
    row("POSTCODE_MISMATCH", set(u"/addresses/0/postalCode"_s, u"5066"_s));
    row("ACCOUNT_NO_MISSING", set(u"/losingCarrier/accountNumber"_s, {}));
    row("ACCOUNT_NO_WRONG", american().build());
    row("PIN", american().noNumbers().number(exampleNumber(u"US"_s, NumberType::Mobile), u"there"_s).set(u"/type"_s, u"mobile"_s).build());
    row("TAX_ID", french().field(u"siret"_s, u"732 829 320 00075"_s).build());
    row("BTN_MISMATCH", set(u"/losingCarrier/billingNumber"_s, u"+49 30 23125010"_s));
    row("MAIN_BTN_PORTING", set(u"/port/scope"_s, u"partial"_s));
    row("PORT_TYPE", set(u"/port/staying"_s, u"+49 30 23125010"_s));
    row("REMAINING_UNDECLARED", partial(u"none"_s).build());
    row("RANGE_BROKEN", RequestBuilder().range(u"+49 30 23125021-27"_s).build());
    row("LINE_KIND", withFeature(u"isdn"_s));
    row("NUMBER_NOT_ON_ACCOUNT", partial().set(u"/port/staying"_s, u"030 23125018"_s).build());
    row("SEVERAL_ACCOUNTS", set(u"/numbers/1/losingCarrier/accountNumber"_s, {}));
    row("NOT_PORTABLE", RequestBuilder().number(u"+49 900 1 123456"_s).build());
    row("ALL_DATA", {});
    row("DATA_MISSING", set(u"/owner/lastName"_s, {}));
    row("SERVICE_KIND", set(u"/owner/company"_s, {}));
    row("RESELLER", withReseller({u"Wiederverkauf GmbH"_s, {}, {}}));
    row("WRONG_DONOR", set(u"/losingCarrier/name"_s, {}));
    row("COUNTRY_CODE_MISSING", french().build());
    row("NOT_EXCLUSIVE", partial().set(u"/port/staying"_s, u"+49 30 23125011"_s).build());
}

/// Each row is a request the carrier would reject for that reason; the preflight says so with one of the catalogue's codes.
void TestRequestRules::everyRejectionOfDataIsSeen()
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
void TestRequestRules::everyRejectionOfDataHasARow()
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

void TestRequestRules::namesItsCodes()
{
    QStringList codes;
    for (const ProblemCode &code : problemCodes()) {
        QVERIFY2(code.sentence.endsWith(u'.'), qPrintable(code.code));
        codes.append(code.code);
    }
    for (const QString &code :
         u"owner.reseller owner.reseller-is-owner reseller.name.missing reseller.email.format owner.name.will-be-cut owner.other-spelling "
         "account-number.separators billing-number.new-is-old billing-number.new-not-staying billing-number.rest-cannot-stay "
         "remaining.undeclared "
         "staying.missing staying.also-ports staying.in-full-port line-feature.unknown line-feature.remove-first "
         "line-feature.loses-service "
         "date.outside-window date.change-lock number.ported-before range.not-a-block range.must-move-whole range.activate-outside "
         "confirmation.reason-missing confirmation.not-possible bill.runs-out loa.runs-out"_s.split(u' '))
        QVERIFY2(codes.contains(code), qPrintable(code));
    QCOMPARE(carrierLimits(u"US"_s).companyLetters, 25);
    QCOMPARE(carrierLimits(u"DE"_s).companyLetters, 0);
}

QTEST_GUILESS_MAIN(TestRequestRules)
#include "tst_requestrules.moc"
