// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/casejourney.h"

#include <QJsonArray>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

namespace {

/// The findings as "error /place code", sorted as they come.
QStringList listed(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all.append(u"%1 %2 %3"_s.arg(problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s, problem.field, problem.code));
    return all;
}

PreflightResult judged(const Request &request, PreflightContext context = {Test::testCountries(), QDate(2026, 11, 23)})
{
    return preflight(request, context);
}

Request owned(OwnerKind kind, const QString &company, const QString &first, const QString &last, const QString &mail)
{
    return RequestBuilder().owner({kind, company, first, last, mail, {}}).build();
}

RequestDocument paper(const QString &kind, QDate issued, QDate signedOn = {})
{
    return {kind, kind + u".pdf"_s, issued, {}, {}, signedOn};
}

/// A person's French mobile numbers, of which the country asks for a RIO code.
RequestBuilder french()
{
    RequestBuilder builder;
    builder.noNumbers().address({u"paris"_s, {{u"1 rue de Rivoli"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s}}).number(u"+33 1 42 68 53 00"_s, u"paris"_s);
    builder.set(u"/losingCarrier/billingNumber"_s, {});
    return builder;
}

const QString kCsr = u"warning /documents/5/unavailable document.unavailable"_s;

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theKitsRequestIsFine();
    void findings_data();
    void findings();
    void nothingAtAll();
    void fieldsOfTheCountry();
    void addressRulesDecide_data();
    void addressRulesDecide();
    void openCasesAndFiles();
    void stricterBillOfACountry();
    void everyCodeHasASentence();
    void plansTellTheirRequirements();
    void aThousandNumbersAreQuick();
};

void TestPreflight::theKitsRequestIsFine()
{
    const PreflightResult result = judged(RequestBuilder().build());
    QCOMPARE(listed(result.problems), QStringList{kCsr});
    QVERIFY(result.errors().isEmpty());
    QCOMPARE(result.warnings().size(), 1);
    QCOMPARE(problemText(result.problems.first()),
             u"Customer Service Record is declared unavailable (The carrier gives none). The desk decides whether the port can go without it."_s);
}

void TestPreflight::findings_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const Request &request, const QString &finding) { QTest::newRow(name) << request << finding; };
    const auto set = [](const QString &pointer, const QString &value) { return RequestBuilder().set(pointer, value).build(); };

    row("no first name", owned(OwnerKind::Business, u"A"_s, u" "_s, u"B"_s, u"a@b.org"_s), u"error /owner/firstName owner.name.missing"_s);
    row("no last name", owned(OwnerKind::Business, u"A"_s, u"B"_s, {}, u"a@b.org"_s), u"error /owner/lastName owner.name.missing"_s);
    row("no company", owned(OwnerKind::Business, {}, u"A"_s, u"B"_s, u"a@b.org"_s), u"error /owner/company owner.company.missing"_s);
    row("no e-mail", set(u"/owner/email"_s, {}), u"warning /owner/email owner.email.missing"_s);
    row("no e-mail address", set(u"/owner/email"_s, u"anna at work"_s), u"error /owner/email owner.email.format"_s);
    row("half a name of the person", set(u"/authorisedPerson/lastName"_s, {}), u"error /authorisedPerson/lastName person.not-authorised"_s);
    row("another person signs", owned(OwnerKind::Person, {}, u"Eva"_s, u"Blum"_s, u"a@b.org"_s), u"warning /authorisedPerson person.not-authorised"_s);
    row("no carrier", set(u"/losingCarrier/name"_s, {}), u"error /losingCarrier/name carrier.name.missing"_s);
    row("no account number", set(u"/losingCarrier/accountNumber"_s, u" "_s), u"error /losingCarrier/accountNumber account-number.missing"_s);
    row("an account number of a number's own carrier", set(u"/numbers/1/losingCarrier/accountNumber"_s, {}), u"error /numbers/1/losingCarrier/accountNumber account-number.missing"_s);
    row("billing number not in the full port", set(u"/losingCarrier/billingNumber"_s, u"+49 30 23125010"_s), u"error /losingCarrier/billingNumber billing-number.missing-in-full-port"_s);
    row("billing number that is none", set(u"/losingCarrier/billingNumber"_s, u"12"_s), u"error /losingCarrier/billingNumber number.impossible"_s);
    row("billing number in a partial port", set(u"/port/scope"_s, u"partial"_s), u"error /losingCarrier/billingNumber billing-number.in-partial-port"_s);
    row("numbers stay without billing number", set(u"/port/scope"_s, u"partial"_s), u"error /port/newBillingNumber billing-number.new-required"_s);
    row("new billing number ports too", RequestBuilder().set(u"/port/scope"_s, u"partial"_s).set(u"/port/newBillingNumber"_s, u"+493023125018"_s).build(),
        u"error /port/newBillingNumber billing-number.new-required"_s);
    row("new billing number", RequestBuilder().set(u"/port/scope"_s, u"partial"_s).set(u"/port/newBillingNumber"_s, u"+493023125011"_s).build(),
        u"warning /losingCarrier/billingNumber billing-number.in-partial-port"_s);
    row("rest not declared", set(u"/port/scope"_s, u"partial"_s), u"error /port/remaining remaining.undeclared"_s);
    row("too soon", set(u"/requestedDate"_s, u"2026-11-25"_s), u"error /requestedDate date.too-soon"_s);
    row("a Sunday", set(u"/requestedDate"_s, u"2027-01-10"_s), u"error /requestedDate date.not-business-day"_s);
    row("New Year", set(u"/requestedDate"_s, u"2027-01-01"_s), u"error /requestedDate date.not-business-day"_s);
    row("too late", set(u"/requestedDate"_s, u"2027-11-25"_s), u"error /requestedDate date.too-late"_s);
    row("no street", set(u"/addresses/0/lines"_s, u"[]"_s), u"error /addresses/0/lines address.part-missing"_s);
    row("no city", set(u"/addresses/0/locality"_s, {}), u"error /addresses/0/locality address.part-missing"_s);
    row("no country", set(u"/addresses/0/country"_s, {}), u"error /addresses/0/country address.part-missing"_s);
    row("a post office box", set(u"/addresses/0/lines/0"_s, u"Postfach 12 34"_s), u"error /addresses/0/lines/0 address.po-box"_s);
    row("mail that is fetched", set(u"/addresses/0/lines/0"_s, u"postlagernd"_s), u"warning /addresses/0/lines/0 address.business-delivery"_s);
    row("a parcel locker", set(u"/addresses/0/dependentLocality"_s, u"Packstation 145"_s), u"error /addresses/0/dependentLocality address.po-box"_s);
    row("a state of nowhere", set(u"/addresses/0/region"_s, u"Northern Marches"_s), u"warning /addresses/0/region address.region-unknown"_s);
    row("a strange postcode", set(u"/addresses/0/postalCode"_s, u"5066"_s), u"warning /addresses/0/postalCode address.postcode.format"_s);
    row("two addresses of one id", RequestBuilder().address({u"hq"_s, {{u"Ring 1"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}).build(), u"error /addresses/1/id address.duplicate"_s);
    row("address of another country", set(u"/addresses/0/country"_s, u"AT"_s), u"error /numbers/0/address address.country-mismatch"_s);
    row("no address", set(u"/numbers/2/address"_s, {}), u"error /numbers/2/address address.missing"_s);
    row("an address that is not there", set(u"/numbers/2/address"_s, u"shop"_s), u"error /numbers/2/address address.missing"_s);
    row("no numbers", RequestBuilder().noNumbers().build(), u"error /numbers number.missing"_s);
    row("no number at all", set(u"/numbers/1/number"_s, u"hello"_s), u"error /numbers/1/number number.impossible"_s);
    row("an empty row", set(u"/numbers/1/number"_s, {}), u"error /numbers/1/number number.impossible"_s);
    row("a number too short", set(u"/numbers/1/number"_s, u"+49 30"_s), u"error /numbers/1/number number.impossible"_s);
    row("a number in no known range", RequestBuilder().number(u"+49 1991 234567"_s).build(), u"warning /numbers/3/number number.invalid"_s);
    row("a number twice", RequestBuilder().number(u"030 23125018"_s).build(), u"error /numbers/3/number number.duplicate"_s);
    row("a number in a range and alone", RequestBuilder().range(u"+49 30 23125018-20"_s).build(), u"error /numbers/3/range number.duplicate"_s);
    row("two ranges that overlap", RequestBuilder().range(u"+49 30 23125100-09"_s).range(u"+49 30 23125105-14"_s).build(), u"error /numbers/4/range range.overlap"_s);
    row("digits as x", RequestBuilder().range(u"+49 30 231251xx"_s).build(), u"warning /numbers/3/range range.placeholders"_s);
    row("a block from -0", RequestBuilder().range(u"030 231251-0 bis -99"_s).build(), u"warning /numbers/3/range range.block"_s);
    row("a range backwards", RequestBuilder().range(u"+49 30 23125099-10"_s).build(), u"error /numbers/3/range range.reversed"_s);
    row("a range too large", RequestBuilder().range(u"+49 30 10000000 - +49 30 19999999"_s).build(), u"error /numbers/3/range range.too-large"_s);
    row("no range", RequestBuilder().range(u"abc"_s).build(), u"error /numbers/3/range number.impossible"_s);
    row("a country without rules", RequestBuilder().number(u"+850 2 381 2321"_s).build(), u"error /numbers/3/number number.country-not-supported"_s);
    row("a type without rules", RequestBuilder().number(u"+49 900 1 123456"_s).build(), u"error /numbers/3/number number.type-not-portable"_s);
    row("more than one order takes", RequestBuilder().range(u"+49 30 23125001-15"_s).build(), u"warning /numbers number.too-many"_s);
    row("a field nobody knows", RequestBuilder().field(u"shoe_size"_s, u"43"_s).build(), u"error /fields/shoe_size field.unknown"_s);
    row("a field of wrong form", RequestBuilder().field(u"pki_code"_s, u"X1"_s).build(), u"warning /fields/pki_code field.format"_s);
    row("an acknowledgement less", set(u"/acknowledgements"_s, u"[\"keep_account_open\",\"fees_may_apply\"]"_s), u"error /acknowledgements acknowledgement.missing"_s);
    row("no letter", RequestBuilder().withoutDocument(u"loa"_s).build(), u"error /documents document.missing"_s);
    row("no bill", RequestBuilder().withoutDocument(u"bill"_s).build(), u"error /documents document.missing"_s);
    row("neither record nor declaration", RequestBuilder().withoutDocument(u"csr"_s).build(), u"error /documents document.missing"_s);
    row("a row without a file", RequestBuilder().document({u"id_document"_s, {}, {}, {}, {}, {}}).build(), u"error /documents/6/file document.missing"_s);
    row("a kind nobody knows", RequestBuilder().document(paper(u"selfie"_s, {})).build(), u"error /documents/6/kind document.kind-unknown"_s);
    row("a document the country names is declared unavailable", RequestBuilder().withoutDocument(u"bill"_s).document({u"bill"_s, {}, {}, u"none"_s, {}, {}}).build(), u"error /documents document.missing"_s);
    row("a bill of 31 days", RequestBuilder().withoutDocument(u"bill"_s).document(paper(u"bill"_s, QDate(2026, 10, 23))).build(), u"error /documents/5/issued bill.too-old"_s);
    row("a bill of tomorrow", RequestBuilder().withoutDocument(u"bill"_s).document(paper(u"bill"_s, QDate(2026, 11, 24))).build(), u"error /documents/5/issued bill.future"_s);
    row("a bill without date", RequestBuilder().withoutDocument(u"bill"_s).document(paper(u"bill"_s, {})).build(), u"warning /documents/5/issued bill.date-missing"_s);
    row("one letter for two cases", RequestBuilder().number(u"+44 20 7946 0018"_s).build(), u"warning /documents/0 loa.several-cases"_s);
    row("a letter without date", RequestBuilder().withoutDocument(u"loa"_s).document(paper(u"loa"_s, {})).build(), u"warning /documents/5/signedOn loa.not-signed"_s);
    row("a letter of 91 days", RequestBuilder().withoutDocument(u"loa"_s).document(paper(u"loa"_s, {}, QDate(2026, 8, 24))).build(), u"error /documents/5/signedOn loa.too-old"_s);
    row("a letter of 91 days by its issue", RequestBuilder().withoutDocument(u"loa"_s).document(paper(u"loa"_s, QDate(2026, 8, 24))).build(), u"error /documents/5/issued loa.too-old"_s);
    row("a letter of tomorrow", RequestBuilder().withoutDocument(u"loa"_s).document(paper(u"loa"_s, {}, QDate(2026, 11, 24))).build(), u"error /documents/5/signedOn loa.future"_s);
}

void TestPreflight::findings()
{
    QFETCH(Request, request);
    QFETCH(QString, finding);
    const PreflightResult result = judged(request);
    const QStringList found = listed(result.problems);
    QVERIFY2(found.contains(finding), qPrintable(found.join(u'\n')));
    for (const Problem &problem : result.problems) {
        const QString text = problemText(problem);
        QVERIFY2(text != problem.code && !text.contains(u"{"_s) && !text.contains(u"“”"_s), qPrintable(text));
    }
}

void TestPreflight::nothingAtAll()
{
    const QStringList found = listed(judged({}).problems);
    for (const QString &finding : {u"error /owner/company owner.company.missing"_s, u"error /owner/firstName owner.name.missing"_s,
                                   u"error /losingCarrier/name carrier.name.missing"_s, u"error /losingCarrier/accountNumber account-number.missing"_s,
                                   u"error /numbers number.missing"_s, u"error /acknowledgements acknowledgement.missing"_s})
        QVERIFY2(found.contains(finding), qPrintable(finding));
    // Each of the three acknowledgements is told.
    QCOMPARE(found.count(u"error /acknowledgements acknowledgement.missing"_s), 3);
}

void TestPreflight::fieldsOfTheCountry()
{
    QStringList found = listed(judged(french().build()).problems);
    QVERIFY2(found.contains(u"error /fields/siret field.missing"_s), qPrintable(found.join(u'\n')));
    found = listed(judged(french().field(u"siret"_s, u"12"_s).build()).problems);
    QVERIFY2(found.contains(u"error /fields/siret field.format"_s), qPrintable(found.join(u'\n')));
    found = listed(judged(french().field(u"siret"_s, u"732 829 320 00075"_s).build()).problems);
    QVERIFY2(found.contains(u"warning /fields/siret field.check-digit"_s), qPrintable(found.join(u'\n')));
    found = listed(judged(french().field(u"siret"_s, u"732 829 320 00074"_s).build()).problems);
    QVERIFY2(found.filter(u"siret"_s).isEmpty(), qPrintable(found.join(u'\n')));
    // The United States ask for a PIN of mobile numbers; one at each number will do as well.
    RequestBuilder mobile;
    mobile.noNumbers().address({u"ny"_s, {{u"1 Main St"_s}, {}, u"New York"_s, u"NY"_s, u"10001"_s, u"US"_s}}).number(exampleNumber(u"US"_s, NumberType::Mobile), u"ny"_s)
        .set(u"/losingCarrier/billingNumber"_s, {});
    const CountryRecord *record = Test::testCountries().record(u"US"_s, NumberType::Mobile);
    if (record && parseNumber(exampleNumber(u"US"_s, NumberType::Mobile), u"US"_s).type == NumberType::Mobile) {
        QVERIFY(listed(judged(mobile.build()).problems).contains(u"error /losingCarrier/pin pin.missing"_s));
        QVERIFY(!listed(judged(mobile.set(u"/numbers/0/pin"_s, u"1"_s).build()).problems).contains(u"error /losingCarrier/pin pin.missing"_s));
    }
}

void TestPreflight::addressRulesDecide_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    QTest::addColumn<QString>("found");
    // The address of the kit's request is in Germany.
    QTest::newRow("a line stands where its area code says") << u"FR"_s << NumberType::Geographic << u"error"_s;
    QTest::newRow("sources ask for an address in the country") << u"PT"_s << NumberType::TollFree << u"error"_s;
    QTest::newRow("sources take any address") << u"CH"_s << NumberType::TollFree << QString();
    QTest::newRow("sources say nothing") << u"FR"_s << NumberType::TollFree << u"warning"_s;
}

void TestPreflight::addressRulesDecide()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    QVERIFY(Test::testCountries().record(country, type));
    QString found;
    for (const Problem &problem : judged(RequestBuilder().noNumbers().number(exampleNumber(country, type)).build()).problems)
        if (problem.code == u"address.country-mismatch")
            found = problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s;
    QTEST(found, "found");
}

void TestPreflight::openCasesAndFiles()
{
    PreflightContext context{Test::testCountries(), QDate(2026, 11, 23)};
    context.openCases = [](const QStringList &numbers) {
        return numbers.contains(u"+493023125018"_s) ? QHash<QString, QString>{{u"+493023125018"_s, u"PD-7"_s}} : QHash<QString, QString>{};
    };
    context.documents = {{0, {false, {}, u"It is damaged."_s, 0, 0}}, {2, {true, u"document.too-large"_s, u"At most 25 MiB."_s, 0, 0}}, {3, {}}};
    const PreflightResult result = judged(RequestBuilder().build(), context);
    QCOMPARE(listed(result.problems), (QStringList{u"error /numbers/1/number number.in-open-case"_s, u"error /documents/0/file document.unreadable"_s,
                                                   u"error /documents/2/file document.too-large"_s, kCsr}));
    QCOMPARE(problemText(result.problems.at(0)), u"+493023125018 is already part of the open case PD-7. Take it out, or finish that case first."_s);
    QCOMPARE(problemText(result.problems.at(1)), u"loa.pdf cannot be read. It is damaged."_s);
}

void TestPreflight::stricterBillOfACountry()
{
    for (const QString &code : Test::testCountries().codes()) {
        for (const CountryRecord &record : Test::testCountries().country(code)->records)
            QVERIFY(record.effectiveBillAge() <= 30);
    }
    const auto aged = [](int days) { return judged(RequestBuilder().withoutDocument(u"bill"_s).document(paper(u"bill"_s, QDate(2026, 11, 23).addDays(-days))).build()).errors().isEmpty(); };
    QVERIFY(aged(0));
    QVERIFY(aged(30));
    QVERIFY(!aged(31));
}

void TestPreflight::everyCodeHasASentence()
{
    QStringList known;
    for (const ProblemCode &code : problemCodes())
        known.append(code.code);
    // The public list (README, --codes).
    for (const QString &code : u"owner.name.missing owner.company.missing number.invalid number.impossible number.duplicate number.in-open-case number.type-not-portable "
                               "number.country-not-supported range.too-large address.missing address.po-box address.postcode.format address.part-missing address.country-mismatch "
                               "field.missing field.format field.check-digit document.missing document.unavailable document.unreadable document.too-large "
                               "document.type-not-accepted bill.too-old bill.future loa.too-old loa.not-signed billing-number.in-partial-port "
                               "billing-number.missing-in-full-port billing-number.new-required date.too-soon date.not-business-day date.too-late acknowledgement.missing "
                               "evidence.differs evidence.not-shown account-number.missing pin.missing person.not-authorised"_s.split(u' '))
        QVERIFY2(known.contains(code), qPrintable(code));
}

void TestPreflight::plansTellTheirRequirements()
{
    const QList<CasePlan> plans = judged(RequestBuilder().build()).cases;
    QCOMPARE(plans.size(), 1);
    for (const QString &id : {u"loa"_s, u"csr"_s, u"bill"_s, u"portability_form"_s, u"business_registration"_s, u"company_name"_s, u"service_address"_s})
        QVERIFY2(plans.first().requirements.contains(id), qPrintable(id));
    const QStringList person = judged(owned(OwnerKind::Person, {}, u"A"_s, u"B"_s, u"a@b.org"_s)).cases.first().requirements;
    QVERIFY(!person.contains(u"business_registration"_s) && !person.contains(u"company_name"_s));
}

void TestPreflight::aThousandNumbersAreQuick()
{
    const Request request = RequestBuilder().noNumbers().range(u"+49 30 23125000-999"_s).set(u"/losingCarrier/billingNumber"_s, {}).build();
    // Processor time, not the wall clock: other tests run at the same time, and the difference of two waits says nothing.
    double parsing = 1e9;
    double whole = 1e9;
    for (int round = 0; round < 11; ++round) {
        const std::clock_t start = std::clock();
        QCOMPARE(expandRange(u"+49 30 23125000-999"_s, u"DE"_s)->size(), 1000);
        const std::clock_t parsed = std::clock();
        QCOMPARE(judged(request).cases.first().numbers.size(), 1000);
        parsing = std::min(parsing, 1000.0 * double(parsed - start) / CLOCKS_PER_SEC);
        whole = std::min(whole, 1000.0 * double(std::clock() - parsed) / CLOCKS_PER_SEC);
    }
    const double beyond = whole - parsing;
    qInfo("1000 numbers: parsing %.2f ms, preflight beyond parsing %.2f ms", parsing, beyond);
    QVERIFY2(beyond < 20, qPrintable(u"%1 ms beyond parsing"_s.arg(beyond)));
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
