// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/changelock.h"
#include "core/cases/currentclock.h"
#include "core/cases/portdates.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/deskrules.h"
#include "tests/kit/requestsamples.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The country pack is the only truth: what the desk overrides there is what is judged, rule by rule.
class TestOverriddenRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesTheVerdict_data();
    void changesTheVerdict();
    void wordsAloneDecideNothing();
    void offersTheDaysOfTheWindow();
    void locksChanges_data();
    void locksChanges();
    void saysHowTheLockIsCounted();
    void aLockThatHasBegunRemindsNobody();
};

namespace {

CountryPack packWith(const RuleOverride &rule)
{
    OverriddenPack changed = testCountries().withOverrides({rule}, testNow().date());
    if (!changed.unfit.isEmpty())
        qFatal("%s", qPrintable(changed.unfit.first().why));
    return changed.pack;
}

bool tells(const Request &request, const CountryPack &countries, const QString &code)
{
    return codesOf(judged(request, countries).problems).contains(code);
}

} // namespace

void TestOverriddenRules::changesTheVerdict_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<RuleOverride>("rule");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("before"); ///< told by the supplied rules, and after the override the other way round
    const auto row = [](const char *name, const Request &request, const RuleOverride &rule, const QString &code, bool before) {
        QTest::newRow(name) << request << rule << code << before;
    };
    const auto france = [](const QString &path, const char *value) { return deskRule(path, jsonValue(value), NumberType::Geographic, u"FR"_s); };
    const auto america = [](const QString &path, const char *value) { return deskRule(path, jsonValue(value), NumberType::Geographic, u"US"_s); };
    const QDate friday(2026, 12, 11);

    row("a weekday is left out", RequestBuilder().requestedDate(friday).build(),
        deskRule(u"windows"_s, jsonValue(R"([{"weekdays":[1,2,3,4],"from":"06:00","to":"08:00","zone":"Europe/Berlin","by":""}])")), u"date.outside-window"_s, false);
    row("days alone, of another carrier", frenchRequest().requestedDate(friday).build(),
        france(u"windows"_s, R"([{"weekdays":[2],"from":"","to":"","zone":"Europe/Paris","by":"Colt"},{"weekdays":[4],"from":"","to":"","zone":"Europe/Paris","by":"AWS"}])"),
        u"date.outside-window"_s, false);
    row("blocks move whole elsewhere", frenchRequest().range(u"+33 1 42 68 53 01-07"_s, u"there"_s).build(), france(u"wholeBlocks"_s, "true"), u"range.not-a-block"_s, false);
    row("blocks need not move whole", RequestBuilder().range(u"+49 30 23125021-27"_s).build(), deskRule(u"wholeBlocks"_s, false), u"range.not-a-block"_s, true);
    row("a neighbour may stay", partialRequest().set(u"/port/staying"_s, u"+49 30 23125011"_s).build(), deskRule(u"wholeBlocks"_s, QJsonValue::Null),
        u"range.must-move-whole"_s, true);
    row("company names are cut", RequestBuilder().build(), deskRule(u"companyNameLetters"_s, 10), u"owner.name.will-be-cut"_s, false);
    row("a longer name is kept", americanRequest().set(u"/owner/company"_s, u"Abcdefghij Klmnopqrst Uvwx"_s).set(u"/authorisedPerson/lastName"_s, u"Muller"_s).build(),
        america(u"companyNameLetters"_s, "26"), u"owner.name.will-be-cut"_s, true);
    row("the person's name is cut", RequestBuilder().build(), deskRule(u"personNameLetters"_s, 12), u"owner.name.will-be-cut"_s, false);
    row("accounts without hyphens", RequestBuilder().build(), deskRule(u"plainAccountNumber"_s, true), u"account-number.separators"_s, false);
    row("accounts as they are written", americanRequest().build(), america(u"plainAccountNumber"_s, "false"), u"account-number.separators"_s, true);
    row("fewer numbers in an order", RequestBuilder().build(), deskRule(u"maximumNumbers"_s, 2), u"number.too-many"_s, false);
    row("a longer lead time", RequestBuilder().requestedDate(friday).build(), deskRule(u"leadTimeMinimum"_s, 20), u"date.too-soon"_s, false);
    row("an older bill", RequestBuilder().build(), deskRule(u"billMaxAgeDays"_s, 5), u"bill.too-old"_s, false);
    row("a letter of one day", RequestBuilder().build(), deskRule(u"loaMaxAgeDays"_s, 1), u"loa.too-old"_s, false);
}

void TestOverriddenRules::changesTheVerdict()
{
    QFETCH(Request, request);
    QFETCH(RuleOverride, rule);
    QFETCH(QString, code);
    QFETCH(bool, before);
    QCOMPARE(tells(request, testCountries(), code), before);
    QCOMPARE(tells(request, packWith(rule), code), !before);
}

void TestOverriddenRules::wordsAloneDecideNothing()
{
    const Request request = RequestBuilder().requestedDate(QDate(2026, 12, 11)).build();
    QVERIFY(!tells(request, packWith(deskRule(u"portingWindow"_s, u"Mon-Thu 06:00-08:00"_s)), u"date.outside-window"_s));
}

void TestOverriddenRules::offersTheDaysOfTheWindow()
{
    const CountryPack countries = packWith(deskRule(u"windows"_s, jsonValue(R"([{"weekdays":[3],"from":"06:00","to":"08:00","zone":"Europe/Berlin","by":"Telnyx"}])")));
    const PortDateRules rules = portDateRules(u"DE"_s, NumberType::Geographic, testNow().date(), countries);
    QCOMPARE(rules.earliest, QDate(2026, 12, 9)); // ten business days end on Monday 7 December; the next Wednesday
    const DayVerdict thursday = judgedDates(rules, QDate(2026, 12, 10), QDate(2026, 12, 10)).first();
    QCOMPARE(thursday.reason, u"2026-12-10 is a Thursday. Numbers of Germany are ported Wed 06:00 to 08:00 Europe/Berlin (Telnyx); choose another day."_s);
}

void TestOverriddenRules::locksChanges_data()
{
    QTest::addColumn<QJsonValue>("lock");
    QTest::addColumn<QString>("from"); ///< first instant of the lock; the port is on Tuesday 15 December 2026, 10:00 in Berlin
    const auto lock = [](int businessDays, int hours, const char *until) {
        return QJsonValue(QJsonObject{{u"businessDays"_s, businessDays}, {u"hours"_s, hours}, {u"until"_s, QString::fromLatin1(until)}, {u"note"_s, u""_s}});
    };
    QTest::newRow("not documented: 24 hours") << QJsonValue() << u"2026-12-14T09:00:00Z"_s;
    QTest::newRow("72 hours") << lock(0, 72, "") << u"2026-12-12T09:00:00Z"_s;
    QTest::newRow("24 hours, at 08:00") << lock(0, 24, "08:00") << u"2026-12-14T07:00:00Z"_s;
    QTest::newRow("24 hours, the hour comes later") << lock(0, 24, "17:00") << u"2026-12-14T09:00:00Z"_s;
    QTest::newRow("the business day before, until 17:00") << lock(1, 0, "17:00") << u"2026-12-14T16:00:00Z"_s;
    QTest::newRow("the whole business day before") << lock(1, 0, "") << u"2026-12-14T23:00:00Z"_s;
    QTest::newRow("over a weekend") << lock(2, 0, "") << u"2026-12-11T23:00:00Z"_s;
    QTest::newRow("eight business days") << lock(8, 0, "") << u"2026-12-03T23:00:00Z"_s;
}

void TestOverriddenRules::locksChanges()
{
    QFETCH(QJsonValue, lock);
    QFETCH(QString, from);
    const CountryPack countries = packWith(deskRule(u"changeLock"_s, lock));
    CaseJourney journey;
    journey.to(Stage::Scheduled);
    const auto refused = [&](const QDateTime &now, Role role) {
        const auto decision = decide(journey.portCase, {u"schedule"_s, {{u"portDate"_s, u"2026-12-17 10:00 Europe/Berlin"_s}}, actorOf(role)}, {countries, now, testZone()});
        return decision ? QString() : decision.error().detail;
    };
    QCOMPARE(refused(utc(from).addSecs(-1), Role::Agent), QString());
    QCOMPARE(refused(utc(from), Role::Agent), u"change-lock|overview"_s);
    QCOMPARE(refused(utc(from), Role::Supervisor), QString());
    QCOMPARE(changeLockOf(journey.portCase, {countries, testNow(), testZone()}).at, utc(from));
}

void TestOverriddenRules::saysHowTheLockIsCounted()
{
    CaseJourney journey;
    journey.to(Stage::Scheduled);
    const ActionContext context = journey.context();
    const LockedFrom supplied = changeLockOf(journey.portCase, context);
    QCOMPARE(supplied.calendar, u"DE"_s);
    QCOMPARE(supplied.explanation,
             u"8 business days before the port date Tue 15 Dec 2026 10:00 Europe/Berlin (DE): changes until the end of Thu 3 Dec 2026 (Move 8 working days before, cancel 5)"_s);
    const CountryPack countries = packWith(deskRule(u"changeLock"_s, QJsonValue::Null));
    const LockedFrom undocumented = changeLockOf(journey.portCase, {countries, testNow(), testZone()});
    QCOMPARE(undocumented.calendar, QString());
    QCOMPARE(undocumented.explanation, u"24 hours before the port date Tue 15 Dec 2026 10:00 Europe/Berlin"_s);
    // A day the desk added is no business day for the lock either.
    ActionContext own = context;
    own.ownDays.put({OwnDay::Kind::Added, QDate(2026, 12, 10), {u"DE"_s}, u"Stocktaking"_s, u"The carrier said so."_s, u"Anna Weber"_s});
    QCOMPARE(changeLockOf(journey.portCase, own).at, utc(u"2026-12-02T23:00:00Z"_s));
}

void TestOverriddenRules::aLockThatHasBegunRemindsNobody()
{
    CaseJourney journey;
    journey.to(Stage::WithCarrier).at(utc(u"2026-12-10T10:00:00Z"_s)).act(u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}});
    QCOMPARE(journey.portCase.clocks.size(), 2);
    QCOMPARE(journey.portCase.clocks.at(0).name, u"change-lock"_s);
    QVERIFY(journey.portCase.clocks.at(0).fired);
    QCOMPARE(currentClock(journey.portCase)->name, u"port-date"_s);
    QCOMPARE(journey.attempt(u"cancel"_s).error().detail, u"change-lock|overview"_s);
}

QTEST_GUILESS_MAIN(TestOverriddenRules)
#include "tst_overriddenrules.moc"
