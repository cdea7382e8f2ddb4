// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/requestbuilder.h"
#include "tests/kit/ui/guitest.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/models/countrymodel.h"
#include "ui/wizard/numberareas.h"
#include "ui/wizard/numberrows.h"
#include "ui/wizard/numberwords.h"
#include "ui/wizard/requestdocuments.h"
#include "ui/wizard/requestdraft.h"
#include "ui/wizard/requestnumbers.h"

#include <QSignalSpy>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// The wizard's models, watched by Qt's own tester.
class TestWizardModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbersFollowTheRequest();
    void numbersSayWhereTheyBelong_data();
    void numbersSayWhereTheyBelong();
    void untouchedRowsStay();
    void verdictsAreWords_data();
    void verdictsAreWords();
    void ownCaseIsNamed();
    void rangesStayOneRow_data();
    void rangesStayOneRow();
    void areaCodesAreFound_data();
    void areaCodesAreFound();
    void prefixesSelectRows_data();
    void prefixesSelectRows();
    void countriesAreFound_data();
    void countriesAreFound();
    void documentsShowWhatIsMissing();
    void draftUndoesNumbers();
    void oldVerdictIsDropped();

private:
    PreflightResult judged(const Request &request) const { return preflight(request, {*m_countries, Test::testNow().date()}); }

    std::unique_ptr<CountryPack> m_countries;
    FixedClock m_clock{Test::testNow()};
};

void TestWizardModels::initTestCase()
{
    auto pack = CountryPack::load();
    QVERIFY(pack.ok());
    m_countries = std::make_unique<CountryPack>(std::move(*pack));
}

void TestWizardModels::numbersFollowTheRequest()
{
    RequestNumbers model;
    const auto tester = watchModel(&model);
    Request request = Test::RequestBuilder().range(u"+493023125020-29"_s).build();
    model.setRequest(request);
    QCOMPARE(model.rowCount(), 4);
    model.setVerdict(judged(request));
    QCOMPARE(model.numberCount(), 13);
    QCOMPARE(model.index(3, RequestNumbers::NumberColumn).data().toString(), u"+49 30 23125020 to 029"_s);
    QCOMPARE(model.index(0, RequestNumbers::AddressColumn).data().toString(), u"Königsallee 17, 10827 Berlin"_s);
    QCOMPARE(model.index(0, RequestNumbers::CheckColumn).data(BadgeRole).value<BadgeContent>().state, State::Good);
    request.numbers.clear();
    model.setRequest(request);
    QCOMPARE(model.rowCount(), 0);
}

void TestWizardModels::numbersSayWhereTheyBelong_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("toolTip");
    QTest::newRow("geographic") << u"+493023125011"_s << u"DE"_s << u"Berlin"_s << u"Berlin, Germany"_s;
    QTest::newRow("mobile") << u"+4915112345678"_s << u"DE"_s << QString() << u"Germany\nFirst range holder: T-Mobile (got the range first, may not serve the number now)"_s;
    QTest::newRow("listed twice") << u"+493023125017"_s << u"DE"_s << u"Berlin"_s << u"Berlin, Germany"_s;
    QTest::newRow("no number") << u"+49 30 23"_s << QString() << QString() << QString();
}

void TestWizardModels::numbersSayWhereTheyBelong()
{
    QFETCH(QString, number);
    QFETCH(QString, toolTip);
    RequestNumbers model;
    const auto tester = watchModel(&model);
    const Request request = Test::RequestBuilder().number(number).build();
    model.setRequest(request);
    model.setVerdict(judged(request));
    const int row = model.rowCount() - 1;
    QTEST(model.index(row, RequestNumbers::CountryColumn).data().toString(), "country");
    QTEST(model.index(row, RequestNumbers::AreaColumn).data().toString(), "area");
    for (const int column : {RequestNumbers::NumberColumn, RequestNumbers::TypeColumn, RequestNumbers::AreaColumn})
        QCOMPARE(model.index(row, column).data(Qt::ToolTipRole).toString(), toolTip);
}

void TestWizardModels::untouchedRowsStay()
{
    RequestNumbers model;
    const auto tester = watchModel(&model);
    Request request = Test::RequestBuilder().build();
    model.setRequest(request);
    const QPersistentModelIndex last(model.index(2, 0));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    request.numbers.removeAt(1);
    model.setRequest(request);
    QCOMPARE(last.row(), 1);
    request.numbers.insert(0, request.numbers.first());
    model.setRequest(request);
    QCOMPARE(last.row(), 2);
    QCOMPARE(resets.size(), 0);
}

void TestWizardModels::verdictsAreWords_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("state");
    QTest::newRow("fine") << u"+493023125011"_s << u"can be ported"_s << int(State::Good);
    QTest::newRow("listed twice") << u"+493023125017"_s << u"listed twice"_s << int(State::Waiting);
    QTest::newRow("own case") << u"+4917612345678"_s << u"goes to its own case: mobile"_s << int(State::Waiting);
    QTest::newRow("too short") << u"+49 30 23"_s << u"too short"_s << int(State::Problem);
    QTest::newRow("short code") << u"110"_s << u"short code"_s << int(State::Problem);
    QTest::newRow("range nobody knows yet") << u"+49 1991 234567"_s << u"unknown range, please check"_s << int(State::Waiting);
}

void TestWizardModels::verdictsAreWords()
{
    QFETCH(QString, number);
    QFETCH(QString, words);
    QFETCH(int, state);
    RequestNumbers model;
    const auto tester = watchModel(&model);
    const Request request = Test::RequestBuilder().number(number).build();
    model.setRequest(request);
    model.setVerdict(judged(request));
    const auto badge = model.index(model.rowCount() - 1, RequestNumbers::CheckColumn).data(BadgeRole).value<BadgeContent>();
    QVERIFY2(badge.text.contains(words), qPrintable(badge.text));
    QCOMPARE(int(badge.state), state);
    QVERIFY(!model.index(model.rowCount() - 1, RequestNumbers::CheckColumn).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void TestWizardModels::ownCaseIsNamed()
{
    const Request request = Test::RequestBuilder().number(u"+4917612345678"_s).build();
    QCOMPARE(casesSentence(judged(request)), u"4 numbers become 2 cases: 3 geographic, 1 mobile."_s);
}

void TestWizardModels::rangesStayOneRow_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("rows");
    QTest::newRow("one number") << u"030 23125017"_s << u"+493023125017"_s << 1;
    QTest::newRow("last digits") << u"030 23125017-019"_s << u"+493023125017-9"_s << 1;
    QTest::newRow("digits as x") << u"030 231251xx"_s << u"+4930231251xx"_s << 1;
    QTest::newRow("block from -0") << u"030 231251-0 bis -99"_s << u"+4930231251-0 to -99"_s << 1;
    QTest::newRow("two lines") << u"030 23125017\n030 23125018"_s << u"+493023125017"_s << 2;
    QTest::newRow("too short") << u"+49 30 23"_s << u"+49 30 23"_s << 1;
}

void TestWizardModels::rangesStayOneRow()
{
    QFETCH(QString, text);
    QFETCH(QString, row);
    QFETCH(int, rows);
    const auto made = numberRows(parseNumbers(text, u"DE"_s), u"hq"_s);
    QCOMPARE(made.size(), rows);
    QCOMPARE(made.first().range.isEmpty() ? made.first().number : made.first().range, row);
    QCOMPARE(made.first().address, u"hq"_s);
    if (!made.first().range.isEmpty())
        QVERIFY(expandRange(made.first().range, u"FR"_s).ok()); // readable without the country's hint
}

void TestWizardModels::areaCodesAreFound_data()
{
    QTest::addColumn<QStringList>("numbers");
    QTest::addColumn<QString>("areas");
    QTest::newRow("two cities") << QStringList{u"+49 30 123456"_s, u"+49 221 909876"_s, u"+49 30 23125020 to 029"_s} << u"+49 30:0,2 +49 221:1"_s;
    QTest::newRow("North America") << QStringList{u"+1 212-555-0100"_s, u"+1 212-555-0101"_s, u"+1 646-555-0100"_s} << u"+1 212:0,1 +1 646:2"_s;
    QTest::newRow("one-digit area") << QStringList{u"+353 1 234 5678"_s, u"+39 06 1234 5678"_s} << u"+353 1:0 +39 06:1"_s;
    QTest::newRow("not in international form") << QStringList{u"+493012345"_s, u"030 12345"_s, u"rubbish"_s, QString()} << QString();
    QTest::newRow("nothing") << QStringList() << QString();
}

void TestWizardModels::areaCodesAreFound()
{
    QFETCH(QStringList, numbers);
    QStringList words;
    for (const NumberArea &area : numberAreas(numbers)) {
        QStringList rows;
        for (const int row : area.rows)
            rows << QString::number(row);
        words << area.prefix + u':' + rows.join(u',');
    }
    QTEST(words.join(u' '), "areas");
}

void TestWizardModels::prefixesSelectRows_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("as shown") << u"+49 30"_s << QList<int>{0, 1};
    QTest::newRow("without blank") << u"+4930"_s << QList<int>{0, 1};
    QTest::newRow("by the way of dialling abroad") << u"0049 30"_s << QList<int>{0, 1};
    QTest::newRow("with the trunk zero") << u"030"_s << QList<int>{0, 1};
    QTest::newRow("with brackets") << u"(030) 1"_s << QList<int>{0};
    QTest::newRow("bare") << u"212"_s << QList<int>{2};
    QTest::newRow("with its calling code") << u"1 212"_s << QList<int>{2};
    QTest::newRow("Italian zero") << u"06"_s << QList<int>{3};
    QTest::newRow("whole country") << u"+49"_s << QList<int>{0, 1};
    QTest::newRow("nothing begins so") << u"+44"_s << QList<int>{};
    QTest::newRow("no digits") << u"Berlin"_s << QList<int>{};
    QTest::newRow("empty") << QString() << QList<int>{};
}

void TestWizardModels::prefixesSelectRows()
{
    QFETCH(QString, prefix);
    QTEST(rowsWithPrefix({u"+49 30 123456"_s, u"+49 30 23125020 to 029"_s, u"+1 212-555-0100"_s, u"+39 06 1234 5678"_s}, prefix), "rows");
}

void TestWizardModels::countriesAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("English name") << u"germ"_s << u"DE"_s;
    QTest::newRow("own name") << u"Deutschl"_s << u"DE"_s;
    QTest::newRow("calling code") << u"+353"_s << u"IE"_s;
    QTest::newRow("without accents") << u"espana"_s << u"ES"_s;
}

void TestWizardModels::countriesAreFound()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    CountryModel model(*m_countries);
    const auto tester = watchModel(&model);
    QCOMPARE(model.rowCount(), 81);
    QVERIFY(model.index(model.rowOf(code)).data(CountryModel::SearchRole).toString().contains(countrySearchText(typed)));
}

void TestWizardModels::documentsShowWhatIsMissing()
{
    RequestDraft draft({*m_countries, m_clock, Test::testZone()});
    RequestDocuments model(draft);
    const auto tester = watchModel(&model);
    draft.reset(Test::RequestBuilder().withoutDocument(u"bill"_s).build());
    QTRY_VERIFY(draft.isUpToDate());
    QTRY_VERIFY(!draft.checked().cases.isEmpty());
    model.refresh();
    QCOMPARE(model.missingCount(), 1);
    QCOMPARE(model.firstMissing(), u"bill"_s);
    draft.edit([](Request &request) { request.documents << RequestDocument{u"bill"_s, u"bill.pdf"_s, QDate(2026, 11, 16), {}, u"ab"_s, {}}; });
    model.refresh();
    QCOMPARE(model.missingCount(), 0);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.row(row).kind != u"loa"_s);
}

void TestWizardModels::draftUndoesNumbers()
{
    RequestDraft draft({*m_countries, m_clock, Test::testZone()});
    draft.reset(Test::RequestBuilder().build());
    const QList<RequestNumber> before = draft.request().numbers;
    draft.setNumbers({}, u"Remove"_s);
    QVERIFY(draft.request().numbers.isEmpty());
    draft.edit([](Request &request) { request.owner.company = u"Other"_s; });
    draft.undoStack().undo();
    QCOMPARE(draft.request().numbers, before);
    QCOMPARE(draft.request().owner.company, u"Other"_s); // undo is about the numbers only
    draft.undoStack().redo();
    QVERIFY(draft.request().numbers.isEmpty());
}

void TestWizardModels::oldVerdictIsDropped()
{
    RequestDraft draft({*m_countries, m_clock, Test::testZone()});
    QSignalSpy verdicts(&draft, &RequestDraft::checkedChanged);
    draft.reset(Test::RequestBuilder().build());
    for (int i = 0; i < 20; ++i)
        draft.edit([i](Request &request) { request.owner.company = QString::number(i); });
    draft.edit([](Request &request) { request.owner.company.clear(); });
    QTRY_VERIFY(draft.isUpToDate() && !verdicts.isEmpty());
    QTRY_VERIFY(std::any_of(draft.checked().problems.cbegin(), draft.checked().problems.cend(), [](const Problem &problem) { return problem.code == u"owner.company.missing"; }));
}

PORTDESK_GUI_TEST_MAIN(TestWizardModels)
#include "tst_wizardmodels.moc"
