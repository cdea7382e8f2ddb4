// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include "tests/kit/journey.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

/// One real port request through all six steps by portdesk-cli alone, each call a process of its own, to Completed with one failed number.
class TestCliJourney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wholeJourney();
    void aReturnedRequestKnowsItsOwnNumbers();

private:
    QJsonObject act(const QStringList &arguments, const QString &now);
    void copyRequest();

    QTemporaryDir m_folder;
    std::unique_ptr<CliRunner> m_cli;
    QString m_reference;
};

void TestCliJourney::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_cli = std::make_unique<CliRunner>(m_folder.path());
    copyRequest();
}

void TestCliJourney::copyRequest()
{
    const QDir from(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : from.entryList(QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), m_folder.filePath(name)));
}

QJsonObject TestCliJourney::act(const QStringList &arguments, const QString &now)
{
    const CliRunner::Answer answer = m_cli->run(QStringList{u"act"_s, m_reference} + arguments + QStringList{u"--db"_s, u"desk.sqlite"_s, u"--json"_s}, now);
    if (answer.status != 0)
        qWarning("act %s: status %d %s %s", qPrintable(arguments.join(u' ')), answer.status, answer.out.constData(), qPrintable(answer.err));
    return answer.status == 0 ? answer.json().object() : QJsonObject();
}

void TestCliJourney::wholeJourney()
{
    // Step 1: the letter is composed by the program, signed, and handed in with the rest.
    auto loa = m_cli->run({u"loa"_s, u"request.json"_s, u"-o"_s, u"loa.pdf"_s, u"--json"_s}, u"2026-11-23T10:00:00Z"_s);
    QCOMPARE(loa.err, QString());
    QCOMPARE(loa.status, 0);
    QCOMPARE(loa.json().object().value("language"_L1).toString(), u"de"_s);
    auto checked = m_cli->run({u"check"_s, u"request.json"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, u"2026-11-23T10:00:00Z"_s);
    QVERIFY2(checked.status == 0, checked.out.constData());
    QCOMPARE(checked.json().object().value("cases"_L1).toArray().size(), 1);
    auto submitted = m_cli->run({u"submit"_s, u"request.json"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, u"2026-11-23T10:00:00Z"_s);
    QVERIFY2(submitted.status == 0, qPrintable(submitted.err));
    QCOMPARE(submitted.json().object().value("references"_L1).toArray().size(), 1);
    m_reference = submitted.json().object().value("references"_L1).toArray().first().toString();

    // Step 2: fees.
    QVERIFY(!act({u"quote"_s, u"--set"_s, u"currency=EUR"_s, u"--set"_s,
                  u"lines=[{\"label\":\"Port of one number\",\"quantity\":6,\"unitAmount\":\"12.50\",\"perNumber\":true}]"_s}, u"2026-11-23T14:00:00Z"_s).isEmpty());
    QCOMPARE(act({u"accept-quote"_s, u"--actor"_s, u"customer"_s}, u"2026-11-24T09:00:00Z"_s).value("stage"_L1).toString(), u"underReview"_s);
    // Step 3: the desk approves, after waiving what German carriers do not issue.
    QVERIFY(!act({u"waive"_s, u"--set"_s, u"document=csr"_s, u"--set"_s, u"reason=German carriers give none"_s}, u"2026-11-24T10:00:00Z"_s).isEmpty());
    const auto early = m_cli->run({u"act"_s, m_reference, u"send-to-carrier"_s, u"--set"_s, u"carrierReference=X"_s, u"--db"_s, u"desk.sqlite"_s, u"--json"_s}, u"2026-11-24T10:01:00Z"_s);
    QCOMPARE(early.status, 1);
    QCOMPARE(early.json().object().value("refused"_L1).toObject().value("guard"_L1).toString(), u"approved"_s);
    QVERIFY(!act({u"approve"_s}, u"2026-11-24T10:05:00Z"_s).isEmpty());
    // Step 4: the carrier is asked.
    QCOMPARE(act({u"send-to-carrier"_s, u"--set"_s, u"carrierReference=88-1204"_s}, u"2026-11-24T11:00:00Z"_s).value("stage"_L1).toString(), u"withCarrier"_s);
    // Step 5: rejected with two reasons, corrected, sent again, scheduled.
    QCOMPARE(act({u"reject"_s, u"--set"_s, u"reasons=PIN,ACCOUNT_NO_WRONG"_s, u"--set"_s, u"text=PIN and account do not match"_s}, u"2026-11-27T09:00:00Z"_s).value("stage"_L1).toString(), u"rejected"_s);
    QVERIFY(!act({u"correct"_s, u"--set"_s, u"/losingCarrier/pin=1234"_s, u"--set"_s, u"/losingCarrier/accountNumber=4711-998877"_s}, u"2026-11-27T10:00:00Z"_s).isEmpty());
    const QJsonObject again = act({u"resubmit"_s, u"--set"_s, u"carrierReference=88-1299"_s}, u"2026-11-27T11:00:00Z"_s);
    QCOMPARE(again.value("attempts"_L1).toArray().size(), 2);
    QVERIFY(again.value("attempts"_L1).toArray().last().toObject().value("changedFields"_L1).toArray().contains(u"/losingCarrier/pin"_s));
    QCOMPARE(act({u"schedule"_s, u"--set"_s, u"portDate=2026-12-15T10:00:00+01:00"_s}, u"2026-12-02T09:00:00Z"_s).value("portDate"_L1).toString(), u"2026-12-15T09:00:00Z"_s);
    // Step 6: five ported, one failed; only the five are charged.
    QVERIFY(!act({u"outcome"_s, u"--set"_s, u"ported=+493023125010,+493023125011,+493023125012,+493023125013,+493023125014"_s,
                  u"--set"_s, u"failed=+493023125017"_s}, u"2026-12-15T10:00:00Z"_s).isEmpty());
    const QJsonObject done = act({u"complete"_s}, u"2026-12-15T10:05:00Z"_s);
    QCOMPARE(done.value("stageLabel"_L1).toString(), u"Completed, 5 of 6"_s);
    QCOMPARE(done.value("charges"_L1).toArray().size(), 1);
    QCOMPARE(done.value("charges"_L1).toArray().first().toObject().value("amount"_L1).toString(), u"62.50"_s);

    QStringList journey;
    for (const QJsonValue &value : done.value("timeline"_L1).toArray()) {
        const QJsonObject event = value.toObject();
        journey << journeyLine(event.value("role"_L1).toString(), event.value("what"_L1).toString(), event.value("from"_L1).toString(), event.value("to"_L1).toString());
    }
    QCOMPARE(journey, expectedJourney());

    // The failed number goes on in a case of its own, and the whole store is sound.
    const QJsonArray cases = m_cli->run({u"list"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}).json().array();
    QCOMPARE(cases.size(), 2);
    QCOMPARE(m_cli->run({u"verify"_s, u"--db"_s, u"desk.sqlite"_s}).status, 0);
    const auto mail = m_cli->run({u"messages"_s, u"--eml"_s, u"mail"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s});
    QCOMPARE(mail.status, 0);
    QCOMPARE(QDir(m_folder.filePath(u"mail"_s)).entryList(QDir::Files).size(), mail.json().array().size());
    QVERIFY(mail.json().array().size() >= 8);
}

void TestCliJourney::aReturnedRequestKnowsItsOwnNumbers()
{
    const QString now = u"2026-11-23T10:00:00Z"_s;
    const QStringList store{u"--db"_s, u"returned.sqlite"_s, u"--json"_s};
    const auto errors = [&] {
        QStringList codes;
        for (const QJsonValue &error : m_cli->run(QStringList{u"check"_s, u"request.json"_s} + store, now).json()[u"errors"_s].toArray())
            codes << error[u"code"_s].toString();
        codes.removeDuplicates();
        return codes;
    };
    QFile::remove(m_folder.filePath(u"loa.pdf"_s));
    QCOMPARE(m_cli->run(QStringList{u"loa"_s, u"request.json"_s, u"-o"_s, u"loa.pdf"_s, u"--json"_s}, now).status, 0);
    QCOMPARE(errors(), QStringList());
    const auto submitted = m_cli->run(QStringList{u"submit"_s, u"request.json"_s} + store, now);
    QVERIFY2(submitted.status == 0, qPrintable(submitted.err));
    const QString reference = submitted.json()[u"references"_s][0].toString();
    QCOMPARE(errors(), QStringList{u"number.in-open-case"_s}); // the desk has it: handing it in again would be twice
    const QStringList act{u"act"_s, reference, u"return"_s, u"--set"_s, u"reasons=ADDRESS_MISMATCH"_s, u"--set"_s, u"text=Which house?"_s};
    QCOMPARE(m_cli->run(act + store, now).status, 0);
    QCOMPARE(errors(), QStringList());
    QCOMPARE(m_cli->run(QStringList{u"submit"_s, u"request.json"_s} + store, now).status, 1); // still no second case with the same numbers
}

QTEST_GUILESS_MAIN(TestCliJourney)
#include "tst_clijourney.moc"
