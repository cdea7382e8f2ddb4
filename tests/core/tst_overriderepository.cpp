// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"
#include "core/storage/connection.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/testdesk.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const Actor kAgent{Role::Agent, u"Anna Weber"_s};

RuleOverride leadTime(int days, const QString &country = u"DE"_s)
{
    RuleOverride rule;
    rule.country = country;
    rule.type = NumberType::Geographic;
    rule.path = u"leadTimeMaximum"_s;
    rule.value = days;
    rule.reason = u"Told by the carrier."_s;
    rule.source = u"https://example.org/times"_s;
    rule.by = u"Anna Weber"_s;
    rule.at = testNow();
    rule.from = QDate(2026, 11, 1);
    return rule;
}

} // namespace

/// Overrides in the store, through the service and through a session. One data row per back end.
class TestOverrideRepository : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void keepsEveryMember_data();
    void keepsEveryMember();
    void changesWithTheRevision();
    void oneStandsAtAPlace();
    void withdrawnOnesStayInTheHistory();
    void historyIsAppendOnly();
    void verifyMissesAnEvent();
    void serviceAppliesAndTakesBack();
    void serviceRefusesCustomersAndBadValues();
    void serviceNoticesOtherDesksAndOtherDays();
    void savesTogetherOrNotAtAll();
    void sessionAnswersOtherRules();
    void findsTheCasesARuleJudges();
    void findsRejectionsOfARule();

private:
    OverrideRepository &overrides() { return m_store->overrides(); }
    RuleOverride saved(const RuleOverride &rule);
    void insert(const Case &portCase);
    RuleService service() { return RuleService(*m_store, m_clock, m_supplied, testZone()); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    FixedClock m_clock{testNow()};
    std::shared_ptr<const CountryPack> m_supplied = std::make_shared<const CountryPack>(testCountries());
};

void TestOverrideRepository::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void TestOverrideRepository::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
    m_clock.set(testNow());
}

void TestOverrideRepository::cleanup()
{
    m_store.reset();
}

RuleOverride TestOverrideRepository::saved(const RuleOverride &rule)
{
    auto saved = overrides().save(rule);
    if (!saved)
        qFatal("%s %s", qPrintable(saved.error().message), qPrintable(saved.error().detail));
    return *saved;
}

void TestOverrideRepository::insert(const Case &portCase)
{
    const auto done = m_store->cases().insertCase(portCase, {eventOf(u"created"_s, testNow())}, testNow());
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().detail));
}

void TestOverrideRepository::keepsEveryMember_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number") << QJsonValue(12);
    QTest::newRow("not documented") << QJsonValue(QJsonValue::Null);
    QTest::newRow("text") << QJsonValue(u"Mo–Fr 06:00, “früh”"_s);
    QTest::newRow("list") << QJsonValue(QJsonArray{u"de"_s, u"en"_s});
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"required"_s, false}, {u"baseProcess"_s, true}});
}

void TestOverrideRepository::keepsEveryMember()
{
    QFETCH(QJsonValue, value);
    RuleOverride rule = leadTime(12);
    rule.value = value;
    rule.until = QDate(2027, 1, 31);
    const RuleOverride stored = saved(rule);
    QVERIFY(stored.id.isValid());
    QCOMPARE(stored.revision, 1);
    QCOMPARE(overrides().standing().value(), QList{stored});
    RuleOverride everyType = rule;
    everyType.type = NumberType::Unknown;
    everyType.from = {};
    everyType.source.clear();
    const RuleOverride other = saved(everyType);
    QCOMPARE(overrides().standing().value().first(), other);
}

void TestOverrideRepository::changesWithTheRevision()
{
    RuleOverride rule = saved(leadTime(12));
    const RuleOverride seenByAnother = rule;
    rule.value = 14;
    rule.reason = u"Longer in winter."_s;
    rule = saved(rule);
    QCOMPARE(rule.revision, 2);
    QCOMPARE(overrides().standing().value(), QList{rule});
    const auto stale = overrides().save(seenByAnother);
    QVERIFY(!stale.ok());
    QCOMPARE(stale.error().code, Error::Code::Conflict);
    const auto staleBack = overrides().withdraw(seenByAnother, u"Ben"_s, testNow());
    QCOMPARE(staleBack.error().code, Error::Code::Conflict);
    QCOMPARE(overrides().standing().value(), QList{rule});
    QCOMPARE(overrides().history(u"DE"_s)->size(), 2);
}

void TestOverrideRepository::oneStandsAtAPlace()
{
    saved(leadTime(12));
    const auto second = overrides().save(leadTime(13));
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, Error::Code::Conflict);
    saved(leadTime(13, u"FR"_s));
    QCOMPARE(overrides().standing()->size(), 2);
}

void TestOverrideRepository::withdrawnOnesStayInTheHistory()
{
    const auto before = overrides().lastChange();
    RuleOverride rule = saved(leadTime(12));
    rule.value = 14;
    rule = saved(rule);
    QVERIFY(overrides().withdraw(rule, u"Ben Ito"_s, testNow().addSecs(60)).ok());
    QVERIFY(overrides().standing()->isEmpty());
    QVERIFY(overrides().lastChange().value() > before.value());
    const QList<OverrideEvent> events = overrides().history(u"DE"_s).value();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0).what, u"withdrawn"_s);
    QCOMPARE(events.at(0).who, u"Ben Ito"_s);
    QCOMPARE(events.at(0).at, testNow().addSecs(60));
    QCOMPARE(events.at(0).from, QJsonValue(14));
    QVERIFY(events.at(0).to.isUndefined());
    QCOMPARE(events.at(1).what, u"changed"_s);
    QCOMPARE(events.at(1).from, QJsonValue(12));
    QCOMPARE(events.at(1).to, QJsonValue(14));
    QCOMPARE(events.at(2).what, u"set"_s);
    QCOMPARE(events.at(2).path, u"leadTimeMaximum"_s);
    QCOMPARE(events.at(2).type, NumberType::Geographic);
    QCOMPARE(events.at(2).reason, u"Told by the carrier."_s);
    QVERIFY(overrides().history(u"FR"_s)->isEmpty());
    saved(leadTime(20)); // the place is free again
}

void TestOverrideRepository::historyIsAppendOnly()
{
    saved(leadTime(12));
    auto connection = Connection::open(m_dir->filePath(u"desk.sqlite"_s));
    QVERIFY(connection.ok());
    for (const QString &sql : {u"update rule_override_event set who = 'nobody'"_s, u"delete from rule_override_event"_s, u"delete from rule_override"_s})
        QVERIFY2(!(*connection)->execute(sql).ok(), qPrintable(sql));
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestOverrideRepository::verifyMissesAnEvent()
{
    saved(leadTime(12));
    auto connection = Connection::open(m_dir->filePath(u"desk.sqlite"_s));
    QVERIFY((*connection)->execute(u"update rule_override set revision = 5, value = '99'"_s).ok());
    const QStringList problems = m_store->verify()->problems;
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(u"leadTimeMaximum in DE was changed 5 times"_s), qPrintable(problems.first()));
}

void TestOverrideRepository::serviceAppliesAndTakesBack()
{
    RuleService rules = service();
    QVERIFY(rules.refresh().ok());
    const auto supplied = rules.effective()->record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum;
    RuleOverride wanted = leadTime(77);
    wanted.by = u"somebody else"_s;
    const auto saved = rules.save({wanted}, kAgent);
    QVERIFY2(saved.ok(), saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(saved->first().by, u"Anna Weber"_s);
    QCOMPARE(saved->first().at, testNow());
    QVERIFY(rules.refresh().value());
    QCOMPARE(rules.effective()->record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum, 77);
    QVERIFY(!rules.refresh().value());
    QVERIFY(rules.withdraw(*saved, kAgent).ok());
    QVERIFY(rules.refresh().value());
    QCOMPARE(rules.effective()->record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum, supplied);
    QVERIFY(rules.unfit().isEmpty());
}

void TestOverrideRepository::serviceRefusesCustomersAndBadValues()
{
    RuleService rules = service();
    const auto customer = rules.save({leadTime(77)}, {Role::Customer, u"Customer"_s});
    QCOMPARE(customer.error().code, Error::Code::Refused);
    QVERIFY(rules.save({leadTime(77)}, {Role::Supervisor, u"Sofia Rossi"_s}).ok());
    QCOMPARE(rules.withdraw(overrides().standing().value(), {Role::Customer, {}}).error().code, Error::Code::Refused);
    RuleOverride text = leadTime(1, u"FR"_s);
    text.value = u"soon"_s;
    QCOMPARE(rules.save({text}, kAgent).error().code, Error::Code::Invalid);
    QCOMPARE(overrides().standing()->size(), 1);
}

void TestOverrideRepository::serviceNoticesOtherDesksAndOtherDays()
{
    RuleService here = service();
    QVERIFY(here.refresh().ok());
    auto otherStore = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
    RuleService there(*otherStore, m_clock, m_supplied, testZone());
    RuleOverride later = leadTime(77);
    later.from = QDate(2026, 11, 25);
    QVERIFY(there.save({later}, kAgent).ok());
    QVERIFY(here.refresh().value());
    QVERIFY(here.effective()->record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum != 77);
    m_clock.advanceSeconds(2 * 86400);
    QVERIFY(here.refresh().value());
    QCOMPARE(here.effective()->record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum, 77);
}

void TestOverrideRepository::savesTogetherOrNotAtAll()
{
    RuleService rules = service();
    QVERIFY(rules.save({leadTime(77)}, kAgent).ok());
    RuleOverride least = leadTime(60);
    least.path = u"leadTimeMinimum"_s;
    // The second one is at a place that is taken: nothing of it is kept.
    const auto both = rules.save({least, leadTime(80)}, kAgent);
    QVERIFY(!both.ok());
    QCOMPARE(both.error().code, Error::Code::Conflict);
    QCOMPARE(overrides().standing()->size(), 1);
    QCOMPARE(overrides().history(u"DE"_s)->size(), 1);
}

void TestOverrideRepository::sessionAnswersOtherRules()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    DeskSession &session = desk.session();
    QSignalSpy changed(&session, &DeskSession::rulesChanged);
    const CountryPack &before = session.countries();
    const auto set = await(session.setRules({leadTime(77)}));
    QVERIFY2(set.ok(), set ? "" : qPrintable(set.error().message));
    QTRY_COMPARE(session.countries().record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum, 77);
    QVERIFY(before.record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum != 77); // what was handed out stays as it was
    QVERIFY(changed.size() >= 1);
    QCOMPARE(await(session.ruleHistory(u"DE"_s))->size(), 1);

    const QString reference = desk.submit(RequestBuilder().build()).first();
    const CaseDetails details = desk.details(reference);
    QVERIFY2(details.timeline.last().text.contains(u"Lead time, at most"_s), qPrintable(details.timeline.last().text));
    QCOMPARE(details.timeline.last().data[u"overrides"_s].toArray().first()[u"id"].toInteger(), set->first().id.value);

    // Another desk on the same store finds it when it opens, and hears of its end with its next tick.
    DeskSession other(desk.options());
    QVERIFY(await(other.open()).ok());
    QTRY_COMPARE(other.countries().record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum, 77);
    QVERIFY(await(session.withdrawRules(*set)).ok());
    QVERIFY(await(other.tick()).ok());
    QTRY_VERIFY(other.countries().record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum != 77);
}

void TestOverrideRepository::findsTheCasesARuleJudges()
{
    const auto add = [this](const QString &owner, Stage stage, qint64 daysAgo, const QString &country = u"DE"_s, NumberType type = NumberType::Geographic) {
        Case portCase = plainCase(owner, u"+493012345"_s + QString::number(owner.size()), stage);
        portCase.country = country;
        portCase.type = type;
        portCase.stageSince = testNow().addDays(-daysAgo);
        portCase.request.owner.kind = owner == u"Ana"_s ? OwnerKind::Person : OwnerKind::Business;
        portCase.request.owner.firstName = owner;
        portCase.request.owner.lastName.clear();
        insert(portCase);
    };
    add(u"Open"_s, Stage::WithCarrier, 900);
    add(u"Ana"_s, Stage::Submitted, 1);
    add(u"Closed lately"_s, Stage::Completed, 300);
    add(u"Closed long ago"_s, Stage::Cancelled, 400);
    add(u"Another country"_s, Stage::WithCarrier, 1, u"FR"_s);
    add(u"Another type"_s, Stage::WithCarrier, 1, u"DE"_s, NumberType::TollFree);
    UsageQuery query{u"DE"_s, NumberType::Geographic, {}, {}, testNow().addYears(-1)};
    const auto usage = m_store->cases().ruleUsage(query);
    QVERIFY2(usage.ok(), usage ? "" : qPrintable(usage.error().detail));
    QCOMPARE(usage->open, 2);
    QCOMPARE(usage->closed, 1);
    QStringList owners;
    for (const UsedCase &used : usage->cases)
        owners << used.owner;
    owners.sort();
    QCOMPARE(owners, (QStringList{u"Ana"_s, u"Closed lately"_s, u"Open"_s}));
    query.ownerKind = u"person"_s;
    QCOMPARE(m_store->cases().ruleUsage(query)->open, 1);
    query.ownerKind.clear();
    query.limit = 1;
    QCOMPARE(m_store->cases().ruleUsage(query)->cases.size(), 1);
    QCOMPARE(m_store->cases().ruleUsage(query)->open, 2);
}

void TestOverrideRepository::findsRejectionsOfARule()
{
    Case rejected = plainCase(u"Rejected"_s, u"+493012345678"_s, Stage::Rejected);
    Attempt first, second;
    first.reasons = {{u"PIN"_s, {}, false}, {u"ADDRESS_MISMATCH"_s, {}, false}};
    second.reasons = {{u"PIN"_s, {}, false}};
    rejected.attempts = {first, second};
    insert(rejected);
    insert(plainCase(u"Newer, not rejected"_s, u"+493012345679"_s));
    const UsageQuery query{rejected.country, rejected.type, {}, {u"PIN"_s, u"TAX_ID"_s}, testNow().addYears(-1)};
    const auto usage = m_store->cases().ruleUsage(query);
    QVERIFY2(usage.ok(), usage ? "" : qPrintable(usage.error().detail));
    QCOMPARE(usage->rejected, 1);
    QCOMPARE(usage->open, 2);
    QCOMPARE(usage->cases.first().owner, u"Rejected"_s);
    QCOMPARE(usage->cases.first().rejectedFor, QStringList{u"PIN"_s});
    QVERIFY(usage->cases.last().rejectedFor.isEmpty());
}

QTEST_GUILESS_MAIN(TestOverrideRepository)
#include "tst_overriderepository.moc"
