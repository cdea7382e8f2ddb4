// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"
#include "core/cases/stagetable.h"
#include "tests/kit/casejourney.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

/// One signed letter per case: a letter says which numbers it was made for, and counts for a case whose numbers it lists.
class TestLetterCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDocumentServesItsNumbers_data();
    void aDocumentServesItsNumbers();
    void everyCaseNeedsItsLetter_data();
    void everyCaseNeedsItsLetter();
    void aCaseGetsItsOwnLetter();
    void coversTravelWithTheRequest();
};

namespace {

/// Two accounts of one carrier: two cases of Germany that ask for the same.
Request twoCases()
{
    Request request = RequestBuilder().withoutDocument(u"loa"_s).build();
    request.numbers[0].losingCarrier = LosingCarrier{u"Beispiel Telekom"_s, u"99"_s, {}, {}};
    return request;
}

RequestDocument letter(const QString &file, const QStringList &covers)
{
    return {u"loa"_s, file, {}, {}, {}, QDate(2026, 11, 20), covers};
}

QStringList numbersOf(const Request &request, int index)
{
    return split(request, Test::testCountries()).at(index).e164();
}

QList<Problem> judged(const Request &request)
{
    return preflight(request, {Test::testCountries(), Test::testNow().date()}).problems;
}

qsizetype count(const QList<Problem> &problems, const QString &code, const QString &kind = u"loa"_s)
{
    return std::count_if(problems.cbegin(), problems.cend(),
                         [&](const Problem &problem) { return problem.code == code && problem.args.value(u"kind"_s, kind).toString() == kind; });
}

} // namespace

void TestLetterCases::aDocumentServesItsNumbers_data()
{
    QTest::addColumn<QStringList>("covers");
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<bool>("serves");
    const QString a = u"+493011"_s, b = u"+493012"_s;
    QTest::newRow("made for all") << QStringList{} << QStringList{a, b} << true;
    QTest::newRow("lists each") << QStringList{b, a} << QStringList{a, b} << true;
    QTest::newRow("lists more") << QStringList{a, b} << QStringList{a} << true;
    QTest::newRow("lacks one") << QStringList{a} << QStringList{a, b} << false;
    QTest::newRow("other numbers") << QStringList{a} << QStringList{b} << false;
}

void TestLetterCases::aDocumentServesItsNumbers()
{
    QFETCH(QStringList, covers);
    QFETCH(QStringList, numbers);
    QFETCH(bool, serves);
    QCOMPARE(letter(u"loa.pdf"_s, covers).serves(numbers), serves);
}

void TestLetterCases::everyCaseNeedsItsLetter_data()
{
    QTest::addColumn<QList<int>>("letters"); // -1: for all, else for the case with this number
    QTest::addColumn<bool>("missing");
    QTest::addColumn<int>("warned");
    QTest::newRow("none") << QList<int>{} << true << 0;
    QTest::newRow("one for all") << QList<int>{-1} << false << 1;
    QTest::newRow("one of two") << QList<int>{0} << true << 0;
    QTest::newRow("the other of two") << QList<int>{1} << true << 0;
    QTest::newRow("one each") << QList<int>{0, 1} << false << 0;
}

void TestLetterCases::everyCaseNeedsItsLetter()
{
    QFETCH(QList<int>, letters);
    QFETCH(bool, missing);
    QFETCH(int, warned);
    Request request = twoCases();
    for (const int index : std::as_const(letters))
        request.documents.append(letter(u"loa%1.pdf"_s.arg(index), index < 0 ? QStringList() : numbersOf(request, index)));
    const QList<Problem> problems = judged(request);
    QCOMPARE(count(problems, u"document.missing"_s) > 0, missing);
    QCOMPARE(count(problems, u"loa.several-cases"_s), warned);
    for (const Problem &problem : problems)
        QVERIFY2(!problemText(problem).contains(u'{'), qPrintable(problemText(problem)));
}

void TestLetterCases::aCaseGetsItsOwnLetter()
{
    Request request = twoCases();
    request.documents.append(letter(u"first.pdf"_s, numbersOf(request, 0)));
    request.documents.append(letter(u"second.pdf"_s, numbersOf(request, 1)));
    Test::CaseJourney journey(RequestBuilder().build());
    const auto opened = openCases(request, true, Test::actorOf(Role::Customer), journey.context());
    QCOMPARE(opened.size(), 2);
    const QStringList files{u"first.pdf"_s, u"second.pdf"_s};
    for (int i = 0; i < 2; ++i) {
        QStringList letters;
        qsizetype bills = 0;
        for (const CaseDocument &document : opened.at(i).after.documents) {
            if (document.kind == u"loa")
                letters.append(document.fileName);
            bills += document.kind == u"bill" ? 1 : 0;
        }
        QCOMPARE(letters, QStringList{files.at(i)});
        QCOMPARE(bills, 1); // the other papers belong to every case
    }
}

void TestLetterCases::coversTravelWithTheRequest()
{
    Request request = twoCases();
    request.documents.append(letter(u"first.pdf"_s, {u"+493023125017"_s}));
    const auto read = requestFromJson(requestToJson(request));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, request);
    QJsonObject wrong = requestToJson(request);
    QJsonArray documents = wrong.value("documents"_L1).toArray();
    QJsonObject last = documents.last().toObject();
    last.insert(u"covers"_s, 1);
    documents.replace(documents.size() - 1, last);
    wrong.insert(u"documents"_s, documents);
    const auto refused = requestFromJson(wrong);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(u"covers"_s), qPrintable(refused.error().message));
}

QTEST_GUILESS_MAIN(TestLetterCases)
#include "tst_lettercases.moc"
