// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/casecalendar.h"

#include "core/cases/deadlines.h"
#include "core/desk/caseservice.h"
#include "tests/kit/casejourney.h"

#include <QTemporaryDir>
#include <QTest>

#include <barrier>
#include <future>
#include <optional>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// Deadlines and dates of a case follow its region, the desk's own days and, for what the carrier does, those of the carrier.
class TestCaseCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeOfACase_data();
    void placeOfACase();
    void deadlinesFollowTheRegion();
    void deadlinesFollowOwnDays();
    void carrierDaysHoldForTheCarrierOnly();
    void portDatesAreCheckedByTheSameCalendar();
    void requestedDatesAreCheckedByTheSameCalendar_data();
    void requestedDatesAreCheckedByTheSameCalendar();
    void theStoreKeepsOwnDays();
    void twoDesksLoseNoOwnDay();
    void unreadableOwnDaysStopNothing();
    void unreadableOwnDaysAreNotWrittenOver();
};

namespace {

OwnDay closed(const char *iso, const QString &carrier = {})
{
    return {OwnDay::Kind::Added, QDate::fromString(QString::fromLatin1(iso), Qt::ISODate), {u"DE"_s, {}, carrier}, u"Stocktaking"_s, u"told by phone"_s, u"Anna Weber"_s};
}

OwnDays with(const OwnDay &day)
{
    OwnDays days;
    days.put(day);
    return days;
}

Request inState(const QString &state)
{
    return RequestBuilder().set(u"/addresses/0/region"_s, state).build();
}

/// The clocks of a case that enters `stage` at `now`, by the real table.
CaseClock clockOf(Case portCase, Stage stage, const QDateTime &now, const OwnDays &ownDays = {})
{
    portCase.stage = stage;
    return clocksFor(portCase, {testCountries(), now, testZone(), ownDays}).first();
}

} // namespace

void TestCaseCalendar::placeOfACase_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("region");
    QTest::newRow("no state given") << RequestBuilder().build() << QString();
    QTest::newRow("by the state") << inState(u"BY"_s) << u"BY"_s;
    QTest::newRow("by its name") << inState(u"Bavaria"_s) << u"BY"_s;
    QTest::newRow("a state of nowhere") << inState(u"Northern Marches"_s) << QString();
    const RequestAddress munich{u"south"_s, {{u"Marienplatz 1"_s}, {}, u"München"_s, u"BY"_s, u"80331"_s, u"DE"_s}};
    QTest::newRow("two addresses in two states") << RequestBuilder().set(u"/addresses/0/region"_s, u"NW"_s).address(munich).number(u"+498912345678"_s, u"south"_s).build() << QString();
    QTest::newRow("two addresses in one state") << RequestBuilder().set(u"/addresses/0/region"_s, u"BY"_s).address(munich).number(u"+498912345678"_s, u"south"_s).build() << u"BY"_s;
    QTest::newRow("an address no number uses") << RequestBuilder().set(u"/addresses/0/region"_s, u"NW"_s).address(munich).build() << u"NW"_s;
}

void TestCaseCalendar::placeOfACase()
{
    QFETCH(Request, request);
    QFETCH(QString, region);
    const CaseJourney journey(request);
    QCOMPARE(deskPlace(journey.portCase), (CalendarPlace{u"DE"_s, region}));
    QCOMPARE(carrierPlace(journey.portCase), (CalendarPlace{u"DE"_s, region, request.losingCarrier.name}));
}

void TestCaseCalendar::deadlinesFollowTheRegion()
{
    // The day before Corpus Christi, a holiday in Bavaria and North Rhine-Westphalia, none in Berlin.
    const QDateTime now(QDate(2026, 6, 3), QTime(9, 0), testZone());
    const CaseClock bavaria = clockOf(CaseJourney(inState(u"BY"_s)).portCase, Stage::Submitted, now);
    QCOMPARE(bavaria.due.toTimeZone(testZone()).date(), QDate(2026, 6, 5));
    QCOMPARE(bavaria.calendar, u"DE-BY"_s);
    QVERIFY2(bavaria.explanation.contains(u"Thu 4 Jun (Corpus Christi, a holiday in Bavaria)"_s), qPrintable(bavaria.explanation));
    const CaseClock berlin = clockOf(CaseJourney(inState(u"BE"_s)).portCase, Stage::Submitted, now);
    QCOMPARE(berlin.due.toTimeZone(testZone()).date(), QDate(2026, 6, 4));
}

void TestCaseCalendar::deadlinesFollowOwnDays()
{
    const CaseClock clock = clockOf(CaseJourney().portCase, Stage::Quoted, testNow(), with(closed("2026-11-25")));
    QCOMPARE(clock.due.toTimeZone(testZone()).date(), QDate(2026, 11, 27));
    QVERIFY2(clock.explanation.contains(u"Wed 25 Nov (Stocktaking, added by this desk: told by phone)"_s), qPrintable(clock.explanation));
}

void TestCaseCalendar::carrierDaysHoldForTheCarrierOnly()
{
    const Case portCase = CaseJourney().portCase;
    const OwnDays days = with(closed("2026-11-24", portCase.request.losingCarrier.name.toUpper()));
    QCOMPARE(clockOf(portCase, Stage::Submitted, testNow(), days).due.toTimeZone(testZone()).date(), QDate(2026, 11, 24)); // our own work goes on
    const QDate usual = clockOf(portCase, Stage::WithCarrier, testNow()).due.toTimeZone(testZone()).date();
    const CaseClock carrier = clockOf(portCase, Stage::WithCarrier, testNow(), days);
    QCOMPARE(carrier.due.toTimeZone(testZone()).date(), BusinessCalendar::forCountry(u"DE"_s).addBusinessDays(usual, 1));
}

void TestCaseCalendar::portDatesAreCheckedByTheSameCalendar()
{
    CaseJourney journey;
    journey.to(Stage::WithCarrier);
    ActionContext context = journey.context();
    const ActionRequest schedule{u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}}, actorOf(Role::Agent)};
    QVERIFY(decide(journey.portCase, schedule, context).ok());
    context.ownDays = with(closed("2026-12-15", journey.portCase.request.losingCarrier.name));
    const auto refused = decide(journey.portCase, schedule, context);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(u"Stocktaking"_s), qPrintable(refused.error().message));
}

void TestCaseCalendar::requestedDatesAreCheckedByTheSameCalendar_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<bool>("ownDay");
    QTest::addColumn<bool>("refused");
    QTest::newRow("Epiphany in Bavaria") << u"BY"_s << QDate(2027, 1, 6) << false << true;
    QTest::newRow("Epiphany in Berlin") << u"BE"_s << QDate(2027, 1, 6) << false << false;
    QTest::newRow("a day the desk knows of") << u"BE"_s << QDate(2027, 1, 7) << true << true;
    QTest::newRow("the same day without it") << u"BE"_s << QDate(2027, 1, 7) << false << false;
}

void TestCaseCalendar::requestedDatesAreCheckedByTheSameCalendar()
{
    QFETCH(QString, state);
    QFETCH(QDate, date);
    QFETCH(bool, ownDay);
    PreflightContext context{testCountries(), testNow().date()};
    if (ownDay)
        context.ownDays = with(closed("2027-01-07"));
    Request request = inState(state);
    request.requestedDate = date;
    bool refused = false;
    for (const Problem &problem : preflight(request, context).problems)
        refused = refused || problem.code == u"date.not-business-day";
    QTEST(refused, "refused");
}

void TestCaseCalendar::theStoreKeepsOwnDays()
{
    const QTemporaryDir folder;
    auto store = openStore(folder.filePath(u"desk.sqlite"_s));
    QVERIFY(store.ok());
    const FixedClock clock(testNow());
    CaseService service(**store, clock, testCountries(), testZone());
    QCOMPARE(service.ownDays(), OwnDays());
    const OwnDay day = closed("2026-11-25");
    const auto changed = service.changeOwnDays([&](OwnDays &days) { days.put(day); });
    QVERIFY(changed.ok());
    QCOMPARE(changed->days(), QList<OwnDay>{day});
    // Another desk on the same store sees them with its next question.
    CaseService other(**store, clock, testCountries(), testZone());
    QCOMPARE(other.ownDays(), *changed);
    QCOMPARE(other.context().ownDays, *changed);
    QVERIFY(other.changeOwnDays([&](OwnDays &days) { days.drop(day.date, day.place); }).ok());
    QCOMPARE(service.ownDays(), OwnDays());
}

/// Two desks with connections of their own add days to the same list at the same moment; each finds what the other kept.
void TestCaseCalendar::twoDesksLoseNoOwnDay()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"desk.sqlite"_s);
    QVERIFY(openStore(file).ok());
    constexpr int days = 20;
    std::barrier together(2);
    const auto work = [&](const QString &name, QDate first) {
        auto store = openStore(file);
        const FixedClock clock(testNow());
        int kept = 0;
        std::optional<CaseService> service;
        if (store)
            service.emplace(**store, clock, testCountries(), testZone());
        together.arrive_and_wait();
        for (int i = 0; service && i < days; ++i) {
            (void)service->ownDays(); // a desk shows what it knows before it changes it
            const OwnDay day{OwnDay::Kind::Added, first.addDays(i), {u"DE"_s}, name, u"The carrier said so."_s, name};
            kept += service->changeOwnDays([&](OwnDays &own) { own.put(day); }).ok();
        }
        return kept;
    };
    auto other = std::async(std::launch::async, work, u"Munich"_s, QDate(2027, 6, 1));
    QCOMPARE(work(u"Berlin"_s, QDate(2027, 1, 1)), days);
    QCOMPARE(other.get(), days);
    auto store = openStore(file);
    const FixedClock clock(testNow());
    QCOMPARE(CaseService(**store, clock, testCountries(), testZone()).ownDays().days().size(), 2 * days);
}

void TestCaseCalendar::unreadableOwnDaysStopNothing()
{
    const QTemporaryDir folder;
    auto store = openStore(folder.filePath(u"desk.sqlite"_s));
    QVERIFY(store.ok());
    QVERIFY((*store)->transact([&] { return (*store)->setSetting(u"calendar.ownDays"_s, u"nonsense"_s); }).ok());
    const FixedClock clock(testNow());
    QCOMPARE(CaseService(**store, clock, testCountries(), testZone()).ownDays(), OwnDays());
}

void TestCaseCalendar::unreadableOwnDaysAreNotWrittenOver()
{
    const QTemporaryDir folder;
    auto store = openStore(folder.filePath(u"desk.sqlite"_s));
    QVERIFY(store.ok());
    const QString newer = u"[{\"date\": \"2027-01-07\", \"kind\": \"of a newer program\"}]"_s;
    QVERIFY((*store)->transact([&] { return (*store)->setSetting(u"calendar.ownDays"_s, newer); }).ok());
    const FixedClock clock(testNow());
    CaseService service(**store, clock, testCountries(), testZone());
    const auto changed = service.changeOwnDays([](OwnDays &days) { days.put(closed("2026-11-25")); });
    QVERIFY(!changed.ok());
    QVERIFY(!changed.error().message.isEmpty());
    QCOMPARE(*(*store)->setting(u"calendar.ownDays"_s), newer);
}

QTEST_GUILESS_MAIN(TestCaseCalendar)
#include "tst_casecalendar.moc"
