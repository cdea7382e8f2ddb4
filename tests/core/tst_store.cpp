// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"
#include "core/storage/store.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void commitsAWholeAction();
    void rollsBackAWholeAction();
    void keepsTheOuterChangeWhenAnInnerOneFails();
    void refusesTheWholeWhenAPartWasHalfWritten();
    void keepsSettings();
    void seesWhatAnotherProgramSaved();
    void backsUp();
    void backsUpNowhereElse();
    void verifiesASoundStore();
    void keepsHistoryFromBeingChanged_data();
    void keepsHistoryFromBeingChanged();
    void findsDamage_data();
    void findsDamage();
    void neverShowsDamagedDocuments();
    void saysThatAStoreIsDamagedWhileReading();

private:
    QString file() const { return m_dir->filePath(u"desk.sqlite"_s); }
    Case addWhole();
    /// Statements of somebody who works round the program.
    void damage(const QStringList &statements);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = openStore(file()).value();
}

void TestStore::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

Case TestStore::addWhole()
{
    Case stored;
    const auto done = m_store->transact([&]() -> Result<void> {
        if (auto put = m_store->documents().putContent(bytesOf("bill"), u"application/pdf"_s); !put)
            return put;
        auto added = m_store->cases().insertCase(fullCase(), {eventOf(u"created"_s, testNow()), eventOf(u"quote"_s, testNow())}, testNow());
        if (!added)
            return added.error();
        stored = std::move(added).value();
        auto message = m_store->outbox().add(messageTo(stored, testNow()));
        return message ? Result<void>() : Result<void>(message.error());
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return stored;
}

void TestStore::damage(const QStringList &statements)
{
    auto connection = Connection::open(file());
    QVERIFY((*connection)->execute(u"pragma foreign_keys = off"_s).ok());
    for (const QString &statement : statements) {
        const auto done = (*connection)->execute(statement);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().detail));
    }
}

void TestStore::commitsAWholeAction()
{
    const Case stored = addWhole();
    m_store.reset();
    m_store = openStore(file()).value();
    QCOMPARE(m_store->cases().events(stored.id)->size(), 2);
    QCOMPARE(m_store->outbox().unsentCount().value(), 1);
}

void TestStore::rollsBackAWholeAction()
{
    const Case before = addWhole();
    const auto refused = m_store->transact([&]() -> Result<void> {
        Case changed = before;
        changed.agent = u"nobody"_s;
        changed.numbers.clear();
        if (auto done = m_store->cases().updateCase(changed, {eventOf(u"approve"_s, testNow())}, testNow()); !done)
            return done.error();
        if (auto done = m_store->outbox().add(messageTo(before, testNow())); !done)
            return done.error();
        if (auto done = m_store->setSetting(u"desk.name"_s, u"lost"_s); !done)
            return done;
        return Error{Error::Code::Refused, u"no"_s};
    });
    QCOMPARE(refused.error().code, Error::Code::Refused);
    const auto loaded = m_store->cases().load(before.id);
    QCOMPARE(loaded->revision, 1);
    QCOMPARE(loaded->agent, before.agent);
    QVERIFY(loaded->numbers == before.numbers);
    QCOMPARE(m_store->cases().events(before.id)->size(), 2);
    QCOMPARE(m_store->outbox().unsentCount().value(), 1);
    QCOMPARE(m_store->setting(u"desk.name"_s).value(), QString());
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestStore::keepsTheOuterChangeWhenAnInnerOneFails()
{
    Case first = addWhole();
    const auto done = m_store->transact([&]() -> Result<void> {
        Case again = first; // the same reference: refused after the row was tried
        if (m_store->cases().insertCase(again, {}, testNow()).ok())
            return Error{Error::Code::Internal, u"inserted twice"_s};
        return m_store->setSetting(u"desk.name"_s, u"kept"_s);
    });
    QVERIFY(done.ok());
    QCOMPARE(m_store->setting(u"desk.name"_s).value(), u"kept"_s);
    QCOMPARE(m_store->cases().count({}).value(), 1);
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestStore::refusesTheWholeWhenAPartWasHalfWritten()
{
    const auto done = m_store->transact([&]() -> Result<void> {
        const auto part = m_store->transact([&]() -> Result<void> {
            if (auto written = m_store->setSetting(u"part"_s, u"half"_s); !written)
                return written;
            return Error{Error::Code::Refused, u"no"_s};
        });
        return part ? part : m_store->setSetting(u"desk.name"_s, u"whole"_s); // goes on although the part failed
    });
    QVERIFY(!done.ok());
    QCOMPARE(m_store->setting(u"part"_s).value(), QString());
    QCOMPARE(m_store->setting(u"desk.name"_s).value(), QString());
    QVERIFY(m_store->transact([&] { return m_store->setSetting(u"desk.name"_s, u"next"_s); }).ok());
    QCOMPARE(m_store->setting(u"desk.name"_s).value(), u"next"_s);
}

void TestStore::keepsSettings()
{
    QCOMPARE(m_store->setting(u"desk.zone"_s).value(), QString());
    QVERIFY(m_store->setSetting(u"desk.zone"_s, u"Europe/Berlin"_s).ok());
    QVERIFY(m_store->setSetting(u"desk.zone"_s, u"Asia/Tokyo"_s).ok());
    QVERIFY(m_store->setSetting(u"desk.name"_s, {}).ok());
    QCOMPARE(m_store->setting(u"desk.zone"_s).value(), u"Asia/Tokyo"_s);
}

void TestStore::seesWhatAnotherProgramSaved()
{
    auto other = openStore(file()).value();
    const Case stored = addWhole();
    Case theirs = other->cases().load(stored.id).value();
    QCOMPARE(theirs.revision, 1);
    theirs.agent = u"theirs"_s;
    QVERIFY(other->cases().updateCase(theirs, {}, testNow()).ok());
    Case mine = stored;
    QCOMPARE(m_store->cases().updateCase(mine, {}, testNow()).error().code, Error::Code::Conflict);
    QCOMPARE(m_store->cases().load(stored.id)->agent, u"theirs"_s);
}

void TestStore::backsUp()
{
    const Case stored = addWhole();
    const QString copy = m_dir->filePath(u"it's a copy.sqlite"_s);
    const auto done = m_store->backup(copy);
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().detail));
    auto opened = openStore(copy);
    QVERIFY(opened.ok());
    QCOMPARE((*opened)->outcome(), MigrationOutcome::AlreadyCurrent);
    QCOMPARE((*opened)->cases().load(stored.id)->reference, stored.reference);
    QVERIFY((*opened)->verify()->problems.isEmpty());
    QCOMPARE(QDir(m_dir->path()).entryList({u"*.part*"_s}).size(), 0);
    QVERIFY(m_store->setSetting(u"after"_s, u"1"_s).ok()); // goes on
}

void TestStore::backsUpNowhereElse()
{
    const QString taken = m_dir->filePath(u"taken"_s);
    QFile existing(taken);
    QVERIFY(existing.open(QIODevice::WriteOnly) && existing.write("mine") == 4);
    existing.close();
    QCOMPARE(m_store->backup(taken).error().code, Error::Code::Invalid);
    QVERIFY(existing.open(QIODevice::ReadOnly));
    QCOMPARE(existing.readAll(), QByteArray("mine"));
    QCOMPARE(m_store->backup(m_dir->filePath(u"no/such/folder"_s)).error().code, Error::Code::Invalid);
    const auto inside = m_store->transact([&] { return m_store->backup(m_dir->filePath(u"inside"_s)); });
    QCOMPARE(inside.error().code, Error::Code::Internal);
}

void TestStore::verifiesASoundStore()
{
    Case stored = addWhole();
    stored.stage = Stage::Completed;
    stored.numbers.removeLast();
    QVERIFY(m_store->cases().updateCase(stored, {eventOf(u"complete"_s, testNow())}, testNow()).ok());
    const auto report = m_store->verify();
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->problems, QStringList());
    QCOMPARE(report->cases, 1);
    QCOMPARE(report->numbers, 2);
    QCOMPARE(report->events, 3);
    QCOMPARE(report->documents, 1);
    QCOMPARE(report->messages, 1);
}

void TestStore::keepsHistoryFromBeingChanged_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("changing an event") << u"update event set text = 'other'"_s;
    QTest::newRow("deleting an event") << u"delete from event"_s;
    QTest::newRow("changing a document's bytes") << u"update document_content set bytes = x'00'"_s;
    QTest::newRow("deleting a document's bytes") << u"delete from document_content"_s;
    QTest::newRow("changing a message") << u"update outbox set body = 'other'"_s;
}

void TestStore::keepsHistoryFromBeingChanged()
{
    addWhole();
    QFETCH(QString, statement);
    QVERIFY(!Connection::open(file()).value()->execute(statement).ok());
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestStore::findsDamage_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("says");
    const QString noUpdate = u"drop trigger event_never_updated"_s, noDelete = u"drop trigger event_never_deleted"_s;
    QTest::newRow("event changed") << QStringList{noUpdate, u"update event set text = 'other' where id = 1"_s} << u"1 of its events"_s;
    QTest::newRow("event's author changed") << QStringList{noUpdate, u"update event set who = 'Eve' where id = 2"_s}
                                            << u"1 of its events"_s;
    QTest::newRow("first event deleted") << QStringList{noDelete, u"delete from event where id = 1"_s} << u"has 1 events"_s;
    QTest::newRow("last event deleted") << QStringList{noDelete, u"delete from event where id = 2"_s} << u"has 1 events"_s;
    QTest::newRow("last event deleted and counted")
        << QStringList{noDelete, u"delete from event where id = 2"_s, u"update portcase set events = 1"_s} << u"last event"_s;
    QTest::newRow("event added")
        << QStringList{u"insert into event (case_id, at, who, role, what, from_stage, to_stage, text, data, hash) "
                       "select case_id, at, who, role, what, from_stage, to_stage, text, data, hash from event where id = 1"_s}
        << u"has 3 events"_s;
    QTest::newRow("document bytes changed") << QStringList{u"drop trigger document_content_never_updated"_s,
                                                           u"update document_content set bytes = x'00'"_s}
                                            << u"is damaged: its bytes"_s;
    QTest::newRow("document bytes gone") << QStringList{u"drop trigger document_content_never_deleted"_s, u"delete from document_content"_s}
                                         << u"Rechnung März.pdf of case PD-2001 is missing"_s;
    QTest::newRow("number missing") << QStringList{u"delete from case_number where position = 1"_s} << u"has 2 numbers"_s;
    QTest::newRow("document row missing") << QStringList{u"delete from case_document where kind = 'csr'"_s} << u"has 1 documents"_s;
    QTest::newRow("case missing") << QStringList{u"delete from portcase"_s} << u"row of portcase that is missing"_s;
    QTest::newRow("search text missing") << QStringList{u"delete from case_search"_s} << u"cannot be found"_s;
    QTest::newRow("data no JSON") << QStringList{u"update portcase set data = '{'"_s} << u"cannot be read"_s;
    QTest::newRow("stage changed round the counter")
        << QStringList{u"drop trigger portcase_recounted"_s, u"update portcase set stage = 'quoted'"_s}
        << u"counts 1 cases in stage rejected but has 0"_s;
    QTest::newRow("references set back") << QStringList{u"update sequence set value = 2000"_s} << u"PD-2001 exists"_s;
}

void TestStore::findsDamage()
{
    addWhole();
    QFETCH(QStringList, statements);
    QFETCH(QString, says);
    damage(statements);
    const auto report = m_store->verify();
    QVERIFY2(report.ok(), report ? "" : qPrintable(report.error().detail));
    const QString problems = report->problems.join(u'\n');
    QVERIFY2(problems.contains(says), qPrintable(problems));
}

void TestStore::neverShowsDamagedDocuments()
{
    addWhole();
    damage({u"drop trigger document_content_never_updated"_s, u"update document_content set bytes = x'00'"_s});
    const auto content = m_store->documents().content(bytesOf("bill").sha256);
    QCOMPARE(content.error().code, Error::Code::Storage);
    QVERIFY(content.error().message.contains(u"damaged"_s));
}

void TestStore::saysThatAStoreIsDamagedWhileReading()
{
    for (int i = 0; i < 300; ++i)
        QVERIFY(m_store
                    ->transact([&]() -> Result<void> {
                        auto added = m_store->cases().insertCase(fullCase(), {}, testNow());
                        return added ? Result<void>() : Result<void>(added.error());
                    })
                    .ok());
    m_store.reset();
    QFile bytes(file());
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    const qint64 from = 400 * 1024;
    QVERIFY(bytes.size() > from && bytes.seek(from)); // behind the schema: the file still opens
    bytes.write(QByteArray(int(bytes.size() - from), '\x33'));
    bytes.close();
    auto store = openStore(file());
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().detail));
    QString message;
    for (int i = 1; i <= 300 && message.isEmpty(); ++i) {
        const auto loaded = (*store)->cases().load({i});
        message = loaded ? QString() : loaded.error().message;
    }
    QVERIFY2(message.contains(u"damaged"_s) && message.contains(u"backup"_s), qPrintable(message));
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
