// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/portcase.h"
#include "core/cases/stagetable.h"
#include "tests/kit/casejourney.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::CaseJourney;
using PortDesk::Test::utc;

/// Clocks, port dates and the change lock of the stage table.
class TestDecideDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void deemedAcceptance_data();
    void deemedAcceptance();
    void clocksAfterDeemedAcceptanceKnowOwnDays();
    void changeLock_data();
    void changeLock();
    void clocksOfTheStages_data();
    void clocksOfTheStages();
    void remindersFireOnce();
    void portDates_data();
    void portDates();
};

void TestDecideDates::deemedAcceptance_data()
{
    QTest::addColumn<QString>("sentAt");
    QTest::addColumn<QString>("due");
    QTest::newRow("within a week") << u"2026-11-23T10:00:00Z"_s << u"2026-11-26T16:00:00Z"_s;
    QTest::newRow("over a weekend") << u"2026-11-26T10:00:00Z"_s << u"2026-12-01T16:00:00Z"_s;
    QTest::newRow("over Christmas") << u"2026-12-23T10:00:00Z"_s << u"2026-12-29T16:00:00Z"_s;
    QTest::newRow("late in the evening, next day in Berlin") << u"2026-11-23T23:30:00Z"_s << u"2026-11-27T16:00:00Z"_s;
    QTest::newRow("in summer time") << u"2027-06-07T10:00:00Z"_s << u"2027-06-10T15:00:00Z"_s;
}

void TestDecideDates::deemedAcceptance()
{
    QFETCH(QString, sentAt);
    QFETCH(QString, due);
    CaseJourney journey;
    journey.at(utc(sentAt)).to(Stage::Quoted);
    QCOMPARE(journey.portCase.clocks.size(), 1);
    QCOMPARE(journey.portCase.clocks.first().due, utc(due));
    QCOMPARE(journey.portCase.clocks.first().calendar, u"DE"_s);
    QCOMPARE(decideClock(journey.portCase, 0, journey.at(utc(due).addSecs(-1)).context()).error().detail, u"clock-due|"_s);
    // The desk was closed for a month: the event still has the time at which the clock fell due.
    journey.at(utc(due).addDays(30)).fire();
    QCOMPARE(journey.portCase.stage, Stage::UnderReview);
    QCOMPARE(journey.portCase.quote->answer, QuoteAnswer::DeemedAccepted);
    QCOMPARE(journey.portCase.quote->answeredAt, utc(due));
    QCOMPARE(journey.portCase.stageSince, utc(due));
    QCOMPARE(journey.events.last().at, utc(due));
    QCOMPARE(journey.events.last().role, Role::Clock);
    QCOMPARE(journey.sent().last(), u"deemed-accepted"_s);
    QVERIFY(journey.portCase.clocks.first().due < journey.now);
    QCOMPARE(journey.portCase.agent, u"Anna Weber"_s);
}

void TestDecideDates::clocksAfterDeemedAcceptanceKnowOwnDays()
{
    CaseJourney journey;
    journey.at(utc(u"2026-11-23T10:00:00Z"_s)).to(Stage::Quoted);
    const QDateTime due = journey.portCase.clocks.first().due; // Thursday 26 November
    ActionContext context = journey.at(due).context();
    const auto plain = decideClock(journey.portCase, 0, context);
    context.ownDays.put({OwnDay::Kind::Added, QDate(2026, 11, 27), {u"DE"_s}, u"Stocktaking"_s, u"The desk is closed."_s, u"Anna Weber"_s});
    const auto closed = decideClock(journey.portCase, 0, context);
    QVERIFY(plain.ok() && closed.ok());
    QCOMPARE(plain->after.clocks.last().due.date(), QDate(2026, 11, 27));
    QCOMPARE(closed->after.clocks.last().due.date(), QDate(2026, 11, 30)); // the weekend follows
}

void TestDecideDates::changeLock_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("at");
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("done");
    // Germany: eight business days, the whole of Thursday 3 December in Berlin.
    const QString before = u"2026-12-03T22:59:59Z"_s;
    const QString inside = u"2026-12-03T23:00:00Z"_s;
    const QString after = u"2026-12-15T09:00:01Z"_s;
    QTest::newRow("date, a second before the lock") << u"schedule"_s << before << int(Role::Agent) << true;
    QTest::newRow("date, inside the lock") << u"schedule"_s << inside << int(Role::Agent) << false;
    QTest::newRow("date, inside the lock, supervisor") << u"schedule"_s << inside << int(Role::Supervisor) << true;
    QTest::newRow("date, after the port date passed") << u"schedule"_s << after << int(Role::Agent) << true;
    QTest::newRow("cancel, a second before the lock") << u"cancel"_s << before << int(Role::Agent) << true;
    QTest::newRow("cancel, inside the lock") << u"cancel"_s << inside << int(Role::Agent) << false;
    QTest::newRow("cancel, after the port date") << u"cancel"_s << after << int(Role::Agent) << false;
    QTest::newRow("cancel, inside the lock, supervisor") << u"cancel"_s << inside << int(Role::Supervisor) << true;
}

void TestDecideDates::changeLock()
{
    QFETCH(QString, action);
    QFETCH(QString, at);
    QFETCH(int, role);
    QFETCH(bool, done);
    CaseJourney journey;
    journey.to(Stage::Scheduled).at(utc(at));
    const QVariantMap values = action == "cancel"_L1 ? QVariantMap{} : QVariantMap{{u"portDate"_s, u"2026-12-17 10:00 Europe/Berlin"_s}};
    const auto decision = journey.attempt(action, values, Role(role));
    QCOMPARE(decision.ok(), done);
    if (!done)
        QCOMPARE(decision.error().detail, u"change-lock|overview"_s);
    const ActionContext context = journey.context();
    QCOMPARE(allowedActions(journey.portCase, Test::actorOf(Role(role)), &context).contains(action), done);
}

void TestDecideDates::clocksOfTheStages_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QStringList>("clocks");
    QTest::newRow("draft") << int(Stage::Draft) << QStringList{u"reminder 2026-11-30T10:00:00Z "_s};
    QTest::newRow("submitted") << int(Stage::Submitted) << QStringList{u"look 2026-11-24T16:00:00Z DE"_s};
    QTest::newRow("returned") << int(Stage::Returned) << QStringList{u"reminder 2026-11-26T16:00:00Z DE"_s};
    QTest::newRow("under review") << int(Stage::UnderReview) << QStringList{u"approve 2026-11-24T16:00:00Z DE"_s};
    QTest::newRow("rejected") << int(Stage::Rejected) << QStringList{u"answer-rejection 2026-12-23T10:00:00Z "_s};
    QTest::newRow("scheduled") << int(Stage::Scheduled) << QStringList{u"change-lock 2026-12-03T23:00:00Z DE"_s, u"port-date 2026-12-15T09:00:00Z "_s};
    QTest::newRow("completed") << int(Stage::Completed) << QStringList{};
    QTest::newRow("cancelled") << int(Stage::Cancelled) << QStringList{};
}

void TestDecideDates::clocksOfTheStages()
{
    QFETCH(int, stage);
    QFETCH(QStringList, clocks);
    CaseJourney journey(Test::RequestBuilder().build(), Stage(stage) != Stage::Draft);
    journey.to(Stage(stage));
    QStringList found;
    for (const CaseClock &clock : std::as_const(journey.portCase.clocks)) {
        found.append(u"%1 %2 %3"_s.arg(clock.name, clock.due.toUTC().toString(Qt::ISODate), clock.calendar));
        QVERIFY(!clock.explanation.isEmpty());
        QVERIFY(clock.action.isEmpty() && !clock.fired);
    }
    QCOMPARE(found, clocks);
}

void TestDecideDates::remindersFireOnce()
{
    CaseJourney journey({Test::RequestBuilder().build()}, false);
    journey.at(Test::testNow().addDays(9)).fire();
    QCOMPARE(journey.portCase.stage, Stage::Draft);
    QVERIFY(journey.portCase.clocks.first().fired);
    QCOMPARE(journey.events.last().what, u"clock-due"_s);
    QCOMPARE(journey.events.last().at, Test::testNow().addDays(7));
    QCOMPARE(journey.sent(), QStringList{u"reminder-draft"_s});
    QCOMPARE(decideClock(journey.portCase, 0, journey.context()).error().detail, u"clock-fired|"_s);
    QCOMPARE(decideClock(journey.portCase, 5, journey.context()).error().code, Error::Code::NotFound);
    CaseJourney carrier;
    carrier.to(Stage::WithCarrier).at(Test::testNow().addYears(1)).fire();
    QCOMPARE(carrier.sent().last(), u"reminder-overdue"_s);
    CaseJourney scheduled;
    scheduled.to(Stage::Scheduled).at(Test::testNow().addYears(1)).fire(0);
    QCOMPARE(scheduled.sent().last(), u"scheduled"_s);
}

void TestDecideDates::portDates_data()
{
    QTest::addColumn<QVariant>("written");
    QTest::addColumn<QString>("instant");
    QTest::addColumn<QString>("zone");
    QTest::newRow("offset of the country") << QVariant(u"2026-12-15T10:00:00+01:00"_s) << u"2026-12-15T09:00:00Z"_s << u"Europe/Berlin"_s;
    QTest::newRow("UTC") << QVariant(u"2026-12-15T09:00:00Z"_s) << u"2026-12-15T09:00:00Z"_s << u"UTC"_s;
    QTest::newRow("another offset") << QVariant(u"2026-12-15T10:00:00+05:30"_s) << u"2026-12-15T04:30:00Z"_s << u"UTC+05:30"_s;
    QTest::newRow("a named zone") << QVariant(u"2026-12-15 10:00 America/New_York"_s) << u"2026-12-15T15:00:00Z"_s << u"America/New_York"_s;
    QTest::newRow("a form's value") << QVariant(QDateTime(QDate(2026, 12, 15), QTime(10, 0), QTimeZone("Europe/Berlin"))) << u"2026-12-15T09:00:00Z"_s << u"Europe/Berlin"_s;
    QTest::newRow("no zone") << QVariant(u"2026-12-15T10:00:00"_s) << QString() << u"zone"_s;
    QTest::newRow("no time") << QVariant(u"2026-12-15"_s) << QString() << u"zone"_s;
    QTest::newRow("unknown zone") << QVariant(u"2026-12-15 10:00 Mars/Olympus"_s) << QString() << u"zone"_s;
    QTest::newRow("empty") << QVariant() << QString() << u"zone"_s;
    QTest::newRow("in the past") << QVariant(u"2026-11-20T10:00:00+01:00"_s) << QString() << u"in the past"_s;
    QTest::newRow("a Sunday") << QVariant(u"2026-12-13T10:00:00+01:00"_s) << QString() << u"not a business day"_s;
    QTest::newRow("Christmas Day") << QVariant(u"2026-12-25T10:00:00+01:00"_s) << QString() << u"not a business day"_s;
}

void TestDecideDates::portDates()
{
    QFETCH(QVariant, written);
    QFETCH(QString, instant);
    QFETCH(QString, zone);
    CaseJourney journey;
    journey.to(Stage::WithCarrier);
    const auto decision = journey.attempt(u"schedule"_s, {{u"portDate"_s, written}});
    if (instant.isEmpty()) {
        QVERIFY(!decision.ok());
        QVERIFY2(decision.error().message.contains(zone), qPrintable(decision.error().message));
        return;
    }
    QVERIFY2(decision.ok(), decision ? "" : qPrintable(decision.error().message));
    QCOMPARE(decision->after.portDate, utc(instant));
    QCOMPARE(decision->after.portZone, zone);
}

QTEST_GUILESS_MAIN(TestDecideDates)
#include "tst_decidedates.moc"
