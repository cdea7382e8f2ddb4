// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/stagetable.h"
#include "tests/kit/casejourney.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::CaseJourney;

namespace {

/// The process as the design tells it, written down once more and independently of the program. Roles: c customer, a agent,
/// s supervisor, k clock; a stage not named refuses the action for everybody.
struct Row {
    const char *action;
    const char *roles;
    const char *from; ///< "stage>next"; no next = it stays
};
constexpr Row kProcess[] = {
    {"submit", "cas", "draft>submitted returned>submitted"},
    {"return", "as", "submitted>returned underReview>returned rejected>returned"},
    {"quote", "as", "submitted>quoted"},
    {"accept-quote", "cask", "quoted>underReview"},
    {"decline-quote", "cas", "quoted>cancelled"},
    {"review", "as", "submitted returned quoted underReview rejected"},
    {"approve", "as", "underReview"},
    {"send-to-carrier", "as", "underReview>withCarrier"},
    {"schedule", "as", "withCarrier>scheduled scheduled>scheduled"},
    {"reject", "as", "withCarrier>rejected scheduled>rejected"},
    {"correct", "cas", "returned rejected"},
    {"correct", "as", "submitted underReview"},
    {"resubmit", "as", "rejected>withCarrier"},
    {"outcome", "as", "scheduled"},
    {"complete", "as", "scheduled>completed"},
    {"waive", "as", "submitted returned quoted underReview withCarrier rejected"},
    {"confirm", "as", "submitted returned quoted underReview rejected"},
    {"cancel", "as", "draft>cancelled submitted>cancelled returned>cancelled quoted>cancelled underReview>cancelled withCarrier>cancelled "
                     "scheduled>cancelled rejected>cancelled"},
    {"cancel", "c", "draft>cancelled submitted>cancelled returned>cancelled quoted>cancelled"},
};

QChar letterOf(Role role)
{
    return role == Role::Clock ? u'k' : roleKey(role).at(0);
}

/// Where the action leads, or nothing when it is forbidden.
std::optional<Stage> expected(const QString &action, Stage stage, Role role)
{
    for (const Row &row : kProcess) {
        if (action != QLatin1StringView(row.action) || !QString::fromLatin1(row.roles).contains(letterOf(role)))
            continue;
        for (const QString &entry : QString::fromLatin1(row.from).split(u' ')) {
            const QStringList ends = entry.split(u'>');
            if (ends.first() == stageKey(stage))
                return stageFromKey(ends.last());
        }
    }
    return std::nullopt;
}

/// A case in the stage whose guards for the action hold.
Case readyFor(const QString &action, Stage stage)
{
    CaseJourney journey(Test::RequestBuilder().build(), stage != Stage::Draft);
    journey.to(stage);
    Case ready = journey.portCase;
    const bool waived = action == "send-to-carrier"_L1 || action == "resubmit"_L1;
    for (CaseDocument &document : ready.documents) {
        if (!document.unavailable.isEmpty())
            document.waived = waived ? u"None is given."_s : QString();
    }
    ready.approved = action == "send-to-carrier"_L1;
    for (Attempt &attempt : ready.attempts) {
        for (Reason &reason : attempt.reasons)
            reason.answered = true;
    }
    if (action == "confirm"_L1)
        ready.request.addresses.first().address.postalCode = u"1082"_s; // no table knows it
    if (action == "complete"_L1) {
        for (CaseNumber &number : ready.numbers)
            number.outcome = Outcome::Ported;
    }
    return ready;
}

QVariantMap valuesFor(const QString &action)
{
    static const QHash<QString, QVariantMap> values{
        {u"return"_s, {{u"reasons"_s, u"ADDRESS_MISMATCH"_s}}},
        {u"quote"_s, {{u"amount"_s, u"10"_s}, {u"currency"_s, u"EUR"_s}}},
        {u"review"_s, {{u"document"_s, u"bill"_s}, {u"verdict"_s, u"accepted"_s}}},
        {u"send-to-carrier"_s, {{u"carrierReference"_s, u"X-1"_s}}},
        {u"schedule"_s, {{u"portDate"_s, u"2026-12-16 09:00 Europe/Berlin"_s}}},
        {u"reject"_s, {{u"reasons"_s, u"PIN"_s}}},
        {u"correct"_s, {{u"/losingCarrier/pin"_s, u"4711"_s}}},
        {u"outcome"_s, {{u"failed"_s, u"+493023125018"_s}}},
        {u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"None is given."_s}}},
        {u"confirm"_s, {{u"code"_s, u"address.postcode.format"_s}, {u"field"_s, u"/addresses/0/postalCode"_s}, {u"reason"_s, u"The town is new."_s}}},
    };
    return values.value(action);
}

} // namespace

class TestStageTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionStageAndRole_data();
    void everyActionStageAndRole();
    void theTableHoldsTheseActionsOnly();
    void everyOpenStageHasAWayOut();
    void guards_data();
    void guards();
    void messagesOfTheTable_data();
    void messagesOfTheTable();
    void refusalsSayStageAndActor();
    void stagesAndSteps();
};

void TestStageTable::everyActionStageAndRole_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("role");
    for (const Move &move : stageTable()) {
        for (const Stage stage : allStages()) {
            for (const Role role : {Role::Customer, Role::Agent, Role::Supervisor, Role::Clock})
                QTest::addRow("%s, %s, %s", qPrintable(move.action), qPrintable(stageKey(stage)), qPrintable(roleKey(role))) << move.action << int(stage) << int(role);
        }
    }
}

void TestStageTable::everyActionStageAndRole()
{
    QFETCH(QString, action);
    QFETCH(int, stage);
    QFETCH(int, role);
    const Case ready = readyFor(action, Stage(stage));
    const Actor actor = Test::actorOf(Role(role));
    const auto next = expected(action, Stage(stage), Role(role));
    const QList<Refusal> refused = refusals(ready, action, actor);
    QCOMPARE(refused.isEmpty(), next.has_value());
    QCOMPARE(allowedActions(ready, actor).contains(action), next.has_value());

    const auto decision = decide(ready, {action, valuesFor(action), actor}, {Test::testCountries(), Test::testNow(), Test::testZone()});
    QVERIFY2(decision.ok() == next.has_value(), decision ? "" : qPrintable(decision.error().message));
    if (!next) {
        QCOMPARE(decision.error().code, Error::Code::Refused);
        QVERIFY(!decision.error().message.isEmpty());
        return;
    }
    QCOMPARE(decision->after.stage, *next);
    QCOMPARE(decision->events.size(), 1);
    const CaseEvent &event = decision->events.first();
    QCOMPARE(event.what, action);
    QCOMPARE(event.from, Stage(stage));
    QCOMPARE(event.to, *next);
    QCOMPARE(event.who, actor.name);
    QCOMPARE(event.role, actor.role);
    QCOMPARE(event.at, Test::testNow());
    QVERIFY(!event.text.isEmpty());
}

void TestStageTable::theTableHoldsTheseActionsOnly()
{
    QStringList inTable;
    for (const Move &move : stageTable()) {
        QVERIFY2(!inTable.contains(move.action), qPrintable(move.action));
        QVERIFY(!move.title.isEmpty());
        inTable.append(move.action);
    }
    QStringList written;
    for (const Row &row : kProcess)
        written.append(QString::fromLatin1(row.action));
    written.removeDuplicates();
    QCOMPARE(inTable, written);
    QVERIFY(!findMove(u"port-now"_s));
    QCOMPARE(refusals({}, u"port-now"_s, {}).first().guard, u"action"_s);
}

void TestStageTable::everyOpenStageHasAWayOut()
{
    for (const Stage stage : allStages()) {
        const bool left = std::any_of(stageTable().cbegin(), stageTable().cend(),
                                      [&](const Move &move) { return move.from.contains(stage) && move.to && *move.to != stage; });
        QCOMPARE(left, isOpen(stage));
    }
}

void TestStageTable::guards_data()
{
    QTest::addColumn<QString>("guard");
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("says");
    QTest::newRow("not approved yet") << u"approved"_s << u"send-to-carrier"_s << int(Stage::UnderReview) << u"overview"_s << u"approve it first"_s;
    QTest::newRow("document not waived") << u"documents-complete"_s << u"send-to-carrier"_s << int(Stage::UnderReview) << u"documents"_s << u"Customer Service Record"_s;
    QTest::newRow("reason not answered") << u"reasons-answered"_s << u"resubmit"_s << int(Stage::Rejected) << u"overview"_s << u"PIN"_s;
    QTest::newRow("outcomes open") << u"outcomes-known"_s << u"complete"_s << int(Stage::Scheduled) << u"numbers"_s << u"3 of 3 numbers"_s;
    QTest::newRow("approved already") << u"not-approved"_s << u"approve"_s << int(Stage::UnderReview) << u"overview"_s << u"approved already"_s;
    QTest::newRow("nothing to waive") << u"document-unavailable"_s << u"waive"_s << int(Stage::WithCarrier) << u"documents"_s << u"nothing to waive"_s;
}

void TestStageTable::guards()
{
    QFETCH(QString, guard);
    QFETCH(QString, action);
    QFETCH(int, stage);
    QFETCH(QString, field);
    QFETCH(QString, says);
    CaseJourney journey;
    journey.to(Stage(stage));
    if (guard == "not-approved"_L1 || guard == "documents-complete"_L1)
        journey.act(u"approve"_s);
    const QList<Refusal> refused = refusals(journey.portCase, action, Test::actorOf(Role::Agent));
    const auto found = std::find_if(refused.cbegin(), refused.cend(), [&](const Refusal &r) { return r.guard == guard; });
    QVERIFY(found != refused.cend());
    QCOMPARE(found->field, field);
    QVERIFY2(found->message.contains(says), qPrintable(found->message));
    const auto decision = journey.attempt(action, valuesFor(action));
    QVERIFY(!decision.ok());
    QCOMPARE(decision.error().code, Error::Code::Refused);
    QCOMPARE(decision.error().detail, guard + u'|' + field);
    QCOMPARE(decision.error().message, found->message);
}

void TestStageTable::messagesOfTheTable_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *action, Stage stage, Role role, const char *message) {
        QTest::addRow("%s by %s", action, qPrintable(roleKey(role))) << QString::fromLatin1(action) << int(stage) << int(role) << QString::fromLatin1(message);
    };
    row("submit", Stage::Returned, Role::Customer, "submitted");
    row("return", Stage::Submitted, Role::Agent, "returned");
    row("quote", Stage::Submitted, Role::Agent, "quote-sent");
    row("accept-quote", Stage::Quoted, Role::Customer, "quote-accepted");
    row("accept-quote", Stage::Quoted, Role::Clock, "deemed-accepted");
    row("decline-quote", Stage::Quoted, Role::Customer, "quote-declined");
    row("approve", Stage::UnderReview, Role::Agent, "desk-approved");
    row("review", Stage::UnderReview, Role::Agent, "");
    row("send-to-carrier", Stage::UnderReview, Role::Agent, "sent-to-carrier");
    row("schedule", Stage::WithCarrier, Role::Agent, "scheduled");
    row("schedule", Stage::Scheduled, Role::Supervisor, "date-changed");
    row("reject", Stage::WithCarrier, Role::Agent, "rejected");
    row("correct", Stage::Rejected, Role::Customer, "");
    row("resubmit", Stage::Rejected, Role::Agent, "resubmitted");
    row("outcome", Stage::Scheduled, Role::Agent, "");
    row("complete", Stage::Scheduled, Role::Agent, "completed");
    row("waive", Stage::Quoted, Role::Agent, "");
    row("confirm", Stage::Quoted, Role::Agent, "");
    row("cancel", Stage::Quoted, Role::Customer, "cancelled");
}

void TestStageTable::messagesOfTheTable()
{
    QFETCH(QString, action);
    QFETCH(int, stage);
    QFETCH(int, role);
    QFETCH(QString, message);
    const auto decision = decide(readyFor(action, Stage(stage)), {action, valuesFor(action), Test::actorOf(Role(role))},
                                 {Test::testCountries(), Test::testNow(), Test::testZone()});
    QVERIFY2(decision.ok(), decision ? "" : qPrintable(decision.error().message));
    QCOMPARE(decision->messages.isEmpty() ? QString() : decision->messages.first().templateId, message);
    QVERIFY(decision->messages.size() <= 1);
}

void TestStageTable::refusalsSayStageAndActor()
{
    CaseJourney journey;
    const auto stage = journey.attempt(u"approve"_s);
    QCOMPARE(stage.error().detail, u"stage|"_s);
    QCOMPARE(stage.error().message, u"Approve is not possible while the case is “Submitted”; it is possible in “Under review”."_s);
    const auto actor = journey.attempt(u"quote"_s, valuesFor(u"quote"_s), Role::Customer);
    QCOMPARE(actor.error().detail, u"actor|"_s);
    QCOMPARE(actor.error().message, u"Send Quote is not for the customer; ask the agent or supervisor to do it."_s);
    journey.to(Stage::UnderReview);
    QCOMPARE(journey.attempt(u"cancel"_s, {}, Role::Customer).error().detail, u"actor|"_s);
}

void TestStageTable::stagesAndSteps()
{
    QCOMPARE(allStages().size(), 10);
    for (const Stage stage : allStages()) {
        QCOMPARE(stageFromKey(stageKey(stage)), std::optional(stage));
        QVERIFY(!stageText(stage).isEmpty());
        QCOMPARE(processStep(stage) == 0, stage == Stage::Cancelled);
    }
    QVERIFY(!stageFromKey(u"ported"_s));
    QCOMPARE(processStepText(2), u"Porting fees"_s);
    QCOMPARE(processStepText(7), QString());
    QCOMPARE(roleFromKey(u"supervisor"_s), Role::Supervisor);
    QCOMPARE(roleFromKey(u"nobody"_s, Role::Customer), Role::Customer);
}

QTEST_GUILESS_MAIN(TestStageTable)
#include "tst_stagetable.moc"
