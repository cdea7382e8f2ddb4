// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fills while a desk works: the sentence says so, every acknowledged action is there, and on it goes with space again.
#include "tests/kit/casesamples.h"
#include "tests/kit/fulldisk.h"
#include "tests/kit/storetest.h"

#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestFullDisk final : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAcknowledgedActions_data();
    void keepsAcknowledgedActions();
    void saysSoWhenOpening_data();
    void saysSoWhenOpening();
    void leavesNoHalfBackup();

private:
    QString file() const { return m_dir->filePath(u"desk.sqlite"_s); }
    Result<Case> act(int n);
};

/// Document, case, event and message in one transaction, as the service writes an action.
Result<Case> TestFullDisk::act(int n)
{
    Case stored;
    const auto done = m_store->transact([&]() -> Result<void> {
        if (auto put = m_store->documents().putContent(bytesOf(QByteArray::number(n) + QByteArray(3000, 'p')), u"application/pdf"_s); !put)
            return put;
        auto added = m_store->cases().insertCase(plainCase(u"Owner %1"_s.arg(n), u"+4930%1"_s.arg(100000 + n)), {eventOf(u"created"_s, testNow())}, testNow());
        if (!added)
            return added.error();
        stored = *added;
        auto message = m_store->outbox().add(messageTo(stored, testNow()));
        return message ? Result<void>() : Result<void>(message.error());
    });
    return done ? Result<Case>(stored) : Result<Case>(done.error());
}

void TestFullDisk::keepsAcknowledgedActions_data()
{
    QTest::addColumn<qint64>("bytesLeft");
    // The failure strikes at different places: at once, in the middle of an action, while the log is written back into the file.
    for (const qint64 bytes : {0, 10'000, 70'001, 500'000, 4'300'000, 6'000'000})
        QTest::addRow("%lld bytes left", bytes) << bytes;
}

void TestFullDisk::keepsAcknowledgedActions()
{
    QFETCH(qint64, bytesLeft);
    QStringList acknowledged;
    for (int n = 0; n < 3; ++n)
        acknowledged << act(n)->reference;
    {
        const FullDisk disk(m_dir->path(), bytesLeft);
        auto next = act(3);
        for (int n = 4; next && n < 3000; ++n) {
            acknowledged << next->reference;
            next = act(n);
        }
        QVERIFY(!next.ok() && disk.refusedWrites() > 0);
        QCOMPARE(next.error().code, Error::Code::Storage);
        QVERIFY2(next.error().message.contains(u"is full. Nothing was changed. Free some space"_s), qPrintable(next.error().message + next.error().detail));
        QCOMPARE(m_store->cases().count({}).value(), acknowledged.size()); // reading goes on
        QVERIFY(!act(3000).ok());
        m_store.reset(); // the desk is closed on the full disk
    }
    m_store = openStore(file()).value();
    QCOMPARE(m_store->verify()->problems, QStringList());
    QCOMPARE(m_store->cases().count({}).value(), acknowledged.size());
    for (const QString &reference : acknowledged)
        QVERIFY2(m_store->cases().loadByReference(reference).ok(), qPrintable(reference));
    QVERIFY(act(3001).ok());
}

void TestFullDisk::saysSoWhenOpening_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("a new store") << false;
    QTest::newRow("a store that is there") << true;
}

void TestFullDisk::saysSoWhenOpening()
{
    QFETCH(bool, exists);
    QVERIFY(act(0).ok());
    m_store.reset();
    const QString path = exists ? file() : m_dir->filePath(u"new.sqlite"_s);
    {
        const FullDisk disk(m_dir->path());
        const auto opened = openStore(path);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().message.contains(u"is full"_s), qPrintable(opened.error().message + opened.error().detail));
    }
    m_store = openStore(path).value();
    QCOMPARE(m_store->cases().count({}).value(), exists ? 1 : 0);
    QVERIFY(act(1).ok());
}

void TestFullDisk::leavesNoHalfBackup()
{
    for (int n = 0; n < 20; ++n)
        QVERIFY(act(n).ok());
    const QTemporaryDir other;
    const QString copy = other.filePath(u"copy.sqlite"_s);
    {
        const FullDisk disk(other.path(), 50'000);
        const auto done = m_store->backup(copy);
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains(u"free space"_s), qPrintable(done.error().message));
        QCOMPARE(QDir(other.path()).entryList(QDir::Files), QStringList());
    }
    QVERIFY(m_store->backup(copy).ok());
    QCOMPARE(openStore(copy).value()->cases().count({}).value(), 20);
}

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
