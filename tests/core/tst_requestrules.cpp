// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/requestsamples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// The rules of a request beyond its form: who owns, what stays, what runs on the lines, what the store remembers.
class TestRequestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findings_data();
    void findings();
    void staysQuiet_data();
    void staysQuiet();
    void saysHowAmountsAreCounted_data();
    void saysHowAmountsAreCounted();
    void aConfirmedWarningCarriesItsReason();
    void codesOfSingleNumbers();
    void problemsKnowTheirCases();
    void whatTheStoreRemembers();
    void findingsComeInTheOrderOfTheRows();
    void namesItsCodes();
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
    request.lineFeatures = {u"fax"_s, id};
    return request;
}

/// The kit's request with other members from JSON.
Request readRequest(const char *members)
{
    QJsonObject json = RequestBuilder().json();
    const QJsonObject other = QJsonDocument::fromJson(members).object();
    for (auto it = other.constBegin(); it != other.constEnd(); ++it)
        json.insert(it.key(), it.value());
    const auto read = requestFromJson(QJsonDocument(json).toJson());
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
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

    row("company of 26 letters", americanRequest().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvwx"_s).build(),
        u"warning /owner/company owner.name.will-be-cut"_s);
    row("person of 16 letters",
        americanRequest().set(u"/authorisedPerson/firstName"_s, u"Anna"_s).set(u"/authorisedPerson/lastName"_s, u"Fergusson-X"_s).build(),
        u"warning /authorisedPerson/lastName owner.name.will-be-cut"_s);
    row("account with hyphen", americanRequest().build(), u"warning /losingCarrier/accountNumber account-number.separators"_s);

    row("partial port, rest undeclared", partialRequest(u"none"_s).build(), u"error /port/remaining remaining.undeclared"_s);
    row("stays in a full port", RequestBuilder().set(u"/port/staying"_s, u"+49 30 23125011"_s).build(),
        u"error /port/staying staying.in-full-port"_s);
    row("stays and ports", partialRequest().set(u"/port/staying"_s, u"+49 30 23125011\n030 23125018"_s).build(),
        u"error /port/staying/1 staying.also-ports"_s);
    row("a range stays and ports", partialRequest().set(u"/port/staying"_s, u"+49 30 23125010-19"_s).build(),
        u"error /port/staying/0 staying.also-ports"_s);
    row("stays and is no number", partialRequest().set(u"/port/staying"_s, u"the rest"_s).build(), u"error /port/staying/0 number.impossible"_s);
    row("new billing number is the old one", partialRequest().set(u"/port/newBillingNumber"_s, u"+49 30 23125010"_s).build(),
        u"error /port/newBillingNumber billing-number.new-is-old"_s);
    row("new billing number is none", partialRequest().set(u"/port/newBillingNumber"_s, u"12"_s).build(),
        u"error /port/newBillingNumber number.impossible"_s);
    row("new billing number does not stay",
        partialRequest().set(u"/port/staying"_s, u"+49 30 23125011"_s).set(u"/port/newBillingNumber"_s, u"+49 30 23125012"_s).build(),
        u"warning /port/newBillingNumber billing-number.new-not-staying"_s);
    row("Britain wants the rest listed", britishRequest().build(), u"warning /port/staying staying.missing"_s);
    row("Britain cannot keep the rest without its billing number",
        britishRequest()
            .set(u"/losingCarrier/billingNumber"_s, u"+44 20 7946 0018"_s)
            .set(u"/port/newBillingNumber"_s, u"+44 20 7946 0019"_s)
            .build(),
        u"error /losingCarrier/billingNumber billing-number.rest-cannot-stay"_s);

    row("Britain, the rest undeclared", britishRequest().set(u"/port/remaining"_s, u"none"_s).set(u"/losingCarrier/billingNumber"_s, u"+44 20 7946 0018"_s).build(),
        u"error /losingCarrier/billingNumber billing-number.rest-cannot-stay"_s);
    row("an empty range", readRequest(R"({"numbers": [{"range": "", "address": "hq"}]})"), u"error /numbers/0/range number.impossible"_s);
    row("an empty number", readRequest(R"({"numbers": [{"number": "", "address": "hq"}]})"), u"error /numbers/0/number number.impossible"_s);
    row("neither of them", readRequest(R"({"numbers": [{"address": "hq"}]})"), u"error /numbers/0/number number.impossible"_s);
    row("DSL on the line", withFeature(u"dsl"_s), u"warning /lineFeatures/1 line-feature.remove-first"_s);
    row("a lift", withFeature(u"elevator"_s), u"warning /lineFeatures/1 line-feature.loses-service"_s);
    row("a feature nobody knows", withFeature(u"toaster"_s), u"error /lineFeatures/1 line-feature.unknown"_s);

    row("a range that is no block", RequestBuilder().range(u"+49 30 23125021-27"_s).build(),
        u"warning /numbers/3/range range.not-a-block"_s);
    row("ten numbers off the tens", RequestBuilder().range(u"+49 30 23125025-34"_s).build(),
        u"warning /numbers/3/range range.not-a-block"_s);
    row("a neighbour of the block stays", partialRequest().set(u"/port/staying"_s, u"+49 30 23125011"_s).build(),
        u"warning /numbers/0/number range.must-move-whole"_s);
    row("an address in another area", RequestBuilder().asBilled().build(), u"warning /numbers/2/address address.outside-area"_s);
    row("a range in another area", RequestBuilder().noNumbers().range(u"+49 30 23125020-29"_s).asBilled().build(), u"warning /numbers/0/address address.outside-area"_s);
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
        << americanRequest().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvw"_s).set(u"/authorisedPerson/lastName"_s, u"Muller"_s).build()
        << u"owner.name.will-be-cut"_s;
    QTest::newRow("German carriers keep long names")
        << RequestBuilder().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvwxyz GmbH"_s).build() << u"owner.name.will-be-cut"_s;
    QTest::newRow("plain account") << americanRequest().set(u"/losingCarrier/accountNumber"_s, u"4711998877"_s).build()
                                   << u"account-number.separators"_s;
    QTest::newRow("German accounts have hyphens") << RequestBuilder().build() << u"account-number.separators"_s;
    QTest::newRow("a whole block") << RequestBuilder().range(u"+49 30 23125020-29"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("a hundred") << RequestBuilder().range(u"+49 30 23126000-099"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("blocks elsewhere") << frenchRequest().range(u"+33 1 42 68 53 01-07"_s, u"there"_s).build() << u"range.not-a-block"_s;
    QTest::newRow("the rest is in another block")
        << partialRequest().set(u"/port/staying"_s, u"+49 30 23125020"_s).build() << u"range.must-move-whole"_s;
    QTest::newRow("the new billing number stays")
        << partialRequest().set(u"/port/staying"_s, u"+49 30 23125020-29"_s).set(u"/port/newBillingNumber"_s, u"+49 30 23125021"_s).build()
        << u"billing-number.new-not-staying"_s;
    QTest::newRow("Köln is Cologne") << RequestBuilder().noNumbers().number(u"+49 221 4710012"_s).asBilled().build() << u"address.outside-area"_s;
    QTest::newRow("a place nobody knows") << RequestBuilder().set(u"/addresses/0/locality"_s, u"Klein Posemuckel"_s).build() << u"address.outside-area"_s;
    QTest::newRow("France ties no number to its area") << frenchRequest().set(u"/addresses/1/locality"_s, u"Lyon"_s).build() << u"address.outside-area"_s;
    QTest::newRow("a mobile number has no area") << RequestBuilder().noNumbers().number(u"+49 171 3920012"_s).asBilled().build() << u"address.outside-area"_s;
    const QString billing = u"+44 20 7946 0018"_s;
    const auto leaving = [&billing](const QString &remaining) { return britishRequest().set(u"/losingCarrier/billingNumber"_s, billing).set(u"/port/remaining"_s, remaining); };
    QTest::newRow("a new billing number does not help in Britain") << leaving(u"keep"_s).build() << u"billing-number.new-required"_s;
    QTest::newRow("so nobody is told to name one") << leaving(u"keep"_s).build() << u"billing-number.in-partial-port"_s;
    QTest::newRow("the rest is disconnected, as Britain asks") << leaving(u"disconnect"_s).build() << u"billing-number.in-partial-port"_s;
    QTest::newRow("and it does not stay") << leaving(u"disconnect"_s).build() << u"billing-number.rest-cannot-stay"_s;
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

void TestRequestRules::saysHowAmountsAreCounted_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("sentence");
    const QString limit = u"are more than the 10 that one order takes there (10 single numbers and/or 1 range per form, one form per city). The desk may have to split the order."_s;
    QTest::newRow("with a range") << RequestBuilder().range(u"+49 30 23125020-29"_s).build() << u"13 geographic numbers of Germany (10 of them in a range) "_s + limit;
    QTest::newRow("with two") << RequestBuilder().range(u"+49 30 23125020-29"_s).range(u"+49 30 23125030-39"_s).build()
                              << u"23 geographic numbers of Germany (20 of them in 2 ranges) "_s + limit;
    RequestBuilder singles;
    for (int i = 20; i < 28; ++i)
        singles.number(u"+49 30 231250%1"_s.arg(i));
    QTest::newRow("single numbers") << singles.build() << u"11 geographic numbers of Germany "_s + limit;
}

void TestRequestRules::saysHowAmountsAreCounted()
{
    QFETCH(Request, request);
    QStringList sentences;
    for (const Problem &problem : judged(request).problems) {
        if (problem.code == "number.too-many"_L1)
            sentences.append(problemText(problem));
    }
    QTEST(sentences.join(u'\n'), "sentence");
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
    RequestBuilder builder = frenchRequest();
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
    RequestBuilder builder = frenchRequest();
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
    PreflightContext context{testCountries(), testNow().date()};
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

void TestRequestRules::findingsComeInTheOrderOfTheRows()
{
    RequestBuilder builder;
    builder.noNumbers();
    QStringList rows;
    for (int row = 0; row < 12; ++row) {
        builder.range(u"+49 30 2312%1-%2"_s.arg(5021 + 10 * row).arg(5027 + 10 * row));
        rows << u"/numbers/%1/range"_s.arg(row);
    }
    QStringList found;
    const PreflightResult result = judged(builder.build());
    for (const Problem &problem : result.problems) {
        if (problem.code == "range.not-a-block"_L1)
            found << problem.field;
    }
    QCOMPARE(found, rows);
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
}

QTEST_GUILESS_MAIN(TestRequestRules)
#include "tst_requestrules.moc"
