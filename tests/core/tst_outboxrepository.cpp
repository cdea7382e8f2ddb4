// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestOutboxRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void keepsEveryMember();
    void listsNewestFirst();
    void marksSentOnce();
    void refusesAMessageOfNoCase();

private:
    OutboxRepository &outbox() { return m_store->outbox(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    Case m_case;
};

void TestOutboxRepository::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void TestOutboxRepository::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
    m_case = m_store->cases().insertCase(fullCase(), {}, testNow()).value();
}

void TestOutboxRepository::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

void TestOutboxRepository::keepsEveryMember()
{
    const Message message = messageTo(m_case, testNow());
    const auto id = outbox().add(message);
    QVERIFY2(id.ok(), id ? "" : qPrintable(id.error().detail));
    const auto loaded = outbox().load(*id);
    QVERIFY(loaded.ok());
    QCOMPARE(loaded->id, *id);
    QCOMPARE(loaded->caseId, m_case.id);
    QCOMPARE(loaded->reference, m_case.reference);
    QCOMPARE(loaded->templateId, message.templateId);
    QCOMPARE(loaded->language, u"en"_s);
    QCOMPARE(loaded->toName, message.toName);
    QCOMPARE(loaded->toAddress, message.toAddress);
    QCOMPARE(loaded->subject, message.subject);
    QCOMPARE(loaded->body, message.body);
    QCOMPARE(loaded->createdAt, message.createdAt);
    QVERIFY(!loaded->sentAt.isValid());
}

void TestOutboxRepository::listsNewestFirst()
{
    QList<MessageId> ids;
    for (int i = 0; i < 4; ++i)
        ids.append(outbox().add(messageTo(m_case, testNow().addSecs(i))).value());
    Message general = messageTo(m_case, testNow());
    general.caseId = {};
    QVERIFY(outbox().add(general).ok());
    QVERIFY(outbox().markSent(ids.at(1), testNow()).ok());
    QCOMPARE(outbox().list(false, 100).value().size(), 5);
    QCOMPARE(outbox().list(true, 100).value().size(), 4);
    QCOMPARE(outbox().list(true, 2).value().last().id, ids.at(3));
    QCOMPARE(outbox().ofCase(m_case.id).value().size(), 4);
    QCOMPARE(outbox().ofCase(m_case.id).value().first().id, ids.at(3));
    QCOMPARE(outbox().unsentCount().value(), 4);
}

void TestOutboxRepository::marksSentOnce()
{
    const MessageId id = outbox().add(messageTo(m_case, testNow())).value();
    QVERIFY(outbox().markSent(id, testNow().addSecs(5)).ok());
    QVERIFY(outbox().markSent(id, testNow().addSecs(9)).ok());
    QCOMPARE(outbox().load(id)->sentAt, testNow().addSecs(5));
    QCOMPARE(outbox().markSent({99}, testNow()).error().code, Error::Code::NotFound);
    QCOMPARE(outbox().load({99}).error().code, Error::Code::NotFound);
}

void TestOutboxRepository::refusesAMessageOfNoCase()
{
    Message message = messageTo(m_case, testNow());
    message.caseId = {99};
    QCOMPARE(outbox().add(message).error().code, Error::Code::Storage);
    QCOMPARE(outbox().list(false, 10).value().size(), 0);
}

QTEST_GUILESS_MAIN(TestOutboxRepository)
#include "tst_outboxrepository.moc"
