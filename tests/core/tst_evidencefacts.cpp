// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/facts.h"
#include "core/evidence/factwords.h"
#include "tests/kit/requestbuilder.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Which facts a document of a request must show.
class TestEvidenceFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kindsShowTheirFacts_data();
    void kindsShowTheirFacts();
    void valuesAndPlaces();
    void paperCountriesAskForPaper_data();
    void paperCountriesAskForPaper();
    void rangesBecomeNumbers_data();
    void rangesBecomeNumbers();
    void lettersListTheirOwnNumbers();
    void codesOfTheCountry();
    void unprovenValuesOfADocument();
    void preflightWarnsOfThem();

private:
    std::optional<CountryPack> m_pack;
};

namespace {

QStringList ids(const QList<Fact> &facts)
{
    QStringList all;
    for (const Fact &fact : facts)
        all << fact.id;
    return all;
}

RequestDocument documentOf(const Request &request, const QString &kind)
{
    for (const RequestDocument &document : request.documents) {
        if (document.kind == kind)
            return document;
    }
    RequestDocument other;
    other.kind = kind;
    return other;
}

} // namespace

void TestEvidenceFacts::initTestCase()
{
    auto pack = CountryPack::load();
    QVERIFY(pack.ok());
    m_pack = *pack;
}

void TestEvidenceFacts::kindsShowTheirFacts_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("shows");
    QTest::addColumn<QStringList>("hides");
    QTest::newRow("bill") << u"bill"_s << QStringList{u"owner"_s, u"street:hq"_s, u"place:hq"_s, u"bill-date"_s} << QStringList{u"authorised-person"_s, u"loa-date"_s, u"signature"_s};
    QTest::newRow("loa") << u"loa"_s << QStringList{u"owner"_s, u"authorised-person"_s, u"street:hq"_s, u"loa-date"_s, u"signature"_s} << QStringList{u"bill-date"_s};
    QTest::newRow("csr") << u"csr"_s << QStringList{u"owner"_s, u"street:hq"_s} << QStringList{u"bill-date"_s, u"loa-date"_s, u"signature"_s};
    QTest::newRow("identity of a company's person") << u"id_document"_s << QStringList{u"authorised-person"_s} << QStringList{u"owner"_s, u"street:hq"_s};
    QTest::newRow("proof of address") << u"proof_of_address"_s << QStringList{u"owner"_s, u"street:hq"_s, u"place:hq"_s} << QStringList{u"signature"_s};
}

void TestEvidenceFacts::kindsShowTheirFacts()
{
    QFETCH(QString, kind);
    const Request request = Test::RequestBuilder().build();
    const QStringList all = ids(factsOf(request, documentOf(request, kind), *m_pack));
    QFETCH(QStringList, shows);
    for (const QString &id : std::as_const(shows))
        QVERIFY2(all.contains(id), qPrintable(id + u" not in "_s + all.join(u' ')));
    QFETCH(QStringList, hides);
    for (const QString &id : std::as_const(hides))
        QVERIFY2(!all.contains(id), qPrintable(id + u" in "_s + all.join(u' ')));
}

void TestEvidenceFacts::paperCountriesAskForPaper_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("asked");
    QTest::newRow("Germany: wet") << u"+493023125017"_s << u"loa"_s << u"signed by hand on paper"_s;
    QTest::newRow("Germany, another paper") << u"+493023125017"_s << u"power_of_attorney"_s << QString();
    QTest::newRow("United States: either") << u"+12125550123"_s << u"loa"_s << QString();
    QTest::newRow("Netherlands: not documented") << u"+31201234567"_s << u"loa"_s << QString();
}

void TestEvidenceFacts::paperCountriesAskForPaper()
{
    QFETCH(QString, number);
    QFETCH(QString, kind);
    const Request request = Test::RequestBuilder().noNumbers().number(number).build();
    RequestDocument document;
    document.kind = kind;
    const QList<Fact> facts = factsOf(request, document, *m_pack);
    const auto signature = std::find_if(facts.cbegin(), facts.cend(), [](const Fact &f) { return f.id == u"signature"_s; });
    QVERIFY(signature != facts.cend());
    QTEST(signature->expected, "asked");
}

void TestEvidenceFacts::valuesAndPlaces()
{
    const Request request = Test::RequestBuilder().noNumbers().number(u"030 23125017"_s).build();
    const QList<Fact> facts = factsOf(request, documentOf(request, u"bill"_s), *m_pack);
    const auto fact = [&facts](const QString &id) { return *std::find_if(facts.cbegin(), facts.cend(), [&id](const Fact &f) { return f.id == id; }); };
    QCOMPARE(fact(u"owner"_s).expected, request.owner.company);
    QCOMPARE(fact(u"owner"_s).field, u"/owner/company"_s);
    QCOMPARE(fact(u"street:hq"_s).field, u"/addresses/0/lines"_s);
    QCOMPARE(fact(u"number:+493023125017"_s).field, u"/numbers/0/number"_s);
    QCOMPARE(fact(u"number:+493023125017"_s).expected, u"+493023125017"_s);
    QCOMPARE(fact(u"number:+493023125017"_s).country, u"DE"_s);
    QCOMPARE(fact(u"account:"_s + request.losingCarrier.accountNumber).field, u"/losingCarrier/accountNumber"_s);
    QCOMPARE(fact(u"bill-date"_s).day, documentOf(request, u"bill"_s).issued);
    QVERIFY(fact(u"bill-date"_s).field.endsWith("/issued"_L1));
}

void TestEvidenceFacts::rangesBecomeNumbers_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<int>("facts");
    QTest::newRow("ten") << u"+49 30 23125010-19"_s << 10;
    QTest::newRow("a hundred") << u"+49 30 23125000-99"_s << 100;
    QTest::newRow("a thousand: its ends") << u"+49 30 23125000-999"_s << 2;
}

void TestEvidenceFacts::rangesBecomeNumbers()
{
    QFETCH(QString, range);
    QFETCH(int, facts);
    const Request request = Test::RequestBuilder().noNumbers().range(range).build();
    const QStringList all = ids(factsOf(request, documentOf(request, u"bill"_s), *m_pack)).filter(u"number:+"_s).filter(QRegularExpression(u"^number:"_s));
    QCOMPARE(all.size(), facts);
}

void TestEvidenceFacts::lettersListTheirOwnNumbers()
{
    const Request request = Test::RequestBuilder().noNumbers().number(u"030 23125017"_s).number(u"030 23125018"_s).build();
    RequestDocument letter = documentOf(request, u"loa"_s);
    letter.covers = {u"+493023125018"_s};
    const QStringList all = ids(factsOf(request, letter, *m_pack));
    QVERIFY(all.contains(u"number:+493023125018"_s));
    QVERIFY(!all.contains(u"number:+493023125017"_s));
}

void TestEvidenceFacts::codesOfTheCountry()
{
    Request request = Test::RequestBuilder().noNumbers().number(u"+33 1 99 00 12 34"_s).field(u"siret"_s, u"123 456 789 00012"_s).field(u"naf_code"_s, u""_s).build();
    const QList<Fact> facts = factsOf(request, documentOf(request, u"bill"_s), *m_pack);
    const QStringList all = ids(facts);
    QVERIFY2(all.contains(u"code:siret"_s), qPrintable(all.join(u' ')));
    QVERIFY(!all.contains(u"code:naf_code"_s));
}

void TestEvidenceFacts::unprovenValuesOfADocument()
{
    const auto shown = [](FactKind kind, const QString &expected, Verdict verdict, const QString &found) {
        Evidence evidence;
        evidence.fact = {u"x"_s, kind, expected, u"/field"_s, u"DE"_s, {}};
        evidence.verdict = verdict;
        evidence.found = found;
        return evidence;
    };
    DocumentEvidence document;
    document.facts = {shown(FactKind::Owner, u"Anna Miller"_s, Verdict::Match, u"Anna Miller"_s), shown(FactKind::Number, u"+493023125017"_s, Verdict::Differs, u"030 23125016"_s),
                      shown(FactKind::Street, u"Hauptstraße 5"_s, Verdict::NotShown, {}), shown(FactKind::AccountNumber, u"4711"_s, Verdict::Unreadable, u"47l1"_s),
                      shown(FactKind::Signature, {}, Verdict::NotShown, u"Unterschrift"_s), shown(FactKind::BillDate, {}, Verdict::NotShown, {})};
    const QList<UnprovenValue> expected{{u"/field"_s, u"the number +49 30 23125017"_s, u"+49 30 23125017"_s, u"030 23125016"_s}, {u"/field"_s, u"the street"_s, u"Hauptstraße 5"_s, QString()}};
    QCOMPARE(unprovenValues(document), expected);
}

void TestEvidenceFacts::preflightWarnsOfThem()
{
    const Request request = Test::RequestBuilder().build();
    const auto bill = std::find_if(request.documents.cbegin(), request.documents.cend(), [](const RequestDocument &d) { return d.kind == "bill"_L1; });
    const int row = int(bill - request.documents.cbegin());
    PreflightContext context{*m_pack, Test::testNow().date()};
    context.documents[row].unproven = {{u"/numbers/0/number"_s, u"the number +49 30 23125017"_s, u"+49 30 23125017"_s, u"030 23125016"_s}, {u"/addresses/0/lines"_s, u"the street"_s, u"Königsallee 17"_s, {}}};
    QList<Problem> evidence;
    const QList<Problem> problems = preflight(request, context).problems;
    for (const Problem &problem : problems) {
        if (problem.code.startsWith("evidence."_L1))
            evidence << problem;
    }
    QCOMPARE(evidence.size(), 2);
    for (const Problem &problem : std::as_const(evidence)) {
        QCOMPARE(problem.severity, Problem::Severity::Warning);
        QVERIFY(asksConfirmation(problem.code));
    }
    const bool numberFirst = evidence.first().field == "/numbers/0/number"_L1;
    const Problem &number = numberFirst ? evidence.first() : evidence.last();
    const Problem &street = numberFirst ? evidence.last() : evidence.first();
    QCOMPARE(number.code, u"evidence.differs"_s);
    QCOMPARE(problemText(number), u"Latest phone bill (bill.pdf) shows “030 23125016” where the request says “+49 30 23125017”. Correct the one that is wrong, or confirm the difference."_s);
    QCOMPARE(street.code, u"evidence.not-shown"_s);
    QCOMPARE(street.field, u"/addresses/0/lines"_s);
    QCOMPARE(problemText(street), u"Latest phone bill (bill.pdf) does not show the street. Attach a document that does, or confirm that it is right."_s);
}

QTEST_GUILESS_MAIN(TestEvidenceFacts)
#include "tst_evidencefacts.moc"
