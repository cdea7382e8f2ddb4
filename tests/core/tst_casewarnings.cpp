// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casewarnings.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/requestbuilder.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QString kCode = u"address.postcode.format"_s;
const QString kField = u"/addresses/0/postalCode"_s;

/// A case whose postcode no table knows.
CaseJourney doubtful(Stage stage)
{
    CaseJourney journey(RequestBuilder().set(kField, u"1082"_s).build());
    journey.to(stage);
    return journey;
}

QVariantMap given(const QString &reason, const QString &code = kCode, const QString &field = kField)
{
    return {{u"code"_s, code}, {u"field"_s, field}, {u"reason"_s, reason}};
}

} // namespace

/// Warnings that ask for a confirmation, and the desk's confirmation of them.
class TestCaseWarnings final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void confirms_data();
    void confirms();
    void refusesWhatIsNotOpen_data();
    void refusesWhatIsNotOpen();
    void changedValuesAskAgain();
};

void TestCaseWarnings::confirms_data()
{
    QTest::addColumn<int>("stage");
    for (const Stage stage : {Stage::Submitted, Stage::Returned, Stage::Quoted, Stage::UnderReview, Stage::Rejected})
        QTest::newRow(qPrintable(stageKey(stage))) << int(stage);
}

void TestCaseWarnings::confirms()
{
    QFETCH(int, stage);
    CaseJourney journey = doubtful(Stage(stage));
    const QList<Problem> open = openWarnings(journey.portCase, journey.context());
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().code, kCode);
    QCOMPARE(open.first().field, kField);
    journey.act(u"confirm"_s, given(u"The town got a new postcode this month."_s));
    QCOMPARE(journey.portCase.stage, Stage(stage));
    QCOMPARE(journey.portCase.request.confirmations.last(), (Confirmation{kCode, kField, u"The town got a new postcode this month."_s}));
    QVERIFY(openWarnings(journey.portCase, journey.context()).isEmpty());
    QCOMPARE(journey.events.last().what, u"confirm"_s);
    QVERIFY2(journey.events.last().text.contains(u"new postcode this month"_s) && journey.events.last().text.contains(u"1082"_s), qPrintable(journey.events.last().text));
    const auto again = journey.attempt(u"confirm"_s, given(u"Once more."_s));
    QVERIFY(!again.ok());
    QCOMPARE(again.error().detail, u"warning-open|overview"_s);
}

void TestCaseWarnings::refusesWhatIsNotOpen_data()
{
    QTest::addColumn<QVariantMap>("values");
    QTest::addColumn<QString>("names");
    QTest::newRow("without a reason") << given(u"  "_s) << u"reason"_s;
    QTest::newRow("another code") << given(u"x"_s, u"number.invalid"_s) << kCode;
    QTest::newRow("another place") << given(u"x"_s, kCode, u"/addresses/1/postalCode"_s) << kField;
    QTest::newRow("nothing said") << QVariantMap() << u"reason"_s;
}

void TestCaseWarnings::refusesWhatIsNotOpen()
{
    QFETCH(QVariantMap, values);
    QFETCH(QString, names);
    CaseJourney journey = doubtful(Stage::Quoted);
    const auto decision = journey.attempt(u"confirm"_s, values);
    QVERIFY(!decision.ok());
    QCOMPARE(decision.error().code, Error::Code::Invalid);
    QVERIFY2(decision.error().message.contains(names), qPrintable(decision.error().message));
}

void TestCaseWarnings::changedValuesAskAgain()
{
    CaseJourney journey = doubtful(Stage::Submitted);
    journey.act(u"confirm"_s, given(u"The town is new."_s)).act(u"correct"_s, {{kField, u"10827"_s}});
    QVERIFY(openWarnings(journey.portCase, journey.context()).isEmpty());
}

QTEST_GUILESS_MAIN(TestCaseWarnings)
#include "tst_casewarnings.moc"
