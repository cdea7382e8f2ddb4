// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/virusscanner.h"
#include "tests/kit/fakeclamd.h"

#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using PortDesk::Test::FakeClamd;
using namespace Qt::StringLiterals;

namespace {

VirusVerdict answerOf(QFuture<VirusVerdict> future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) ? future.result() : VirusVerdict{VirusVerdict::State::NotScanned, {}, u"no answer"_s};
}

} // namespace

/// The virus check: what goes over the socket, what answers mean, and that nothing but "OK" ever counts as clean.
class TestVirusScanner final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnswers_data();
    void readsAnswers();
    void sendsTheWholeFile_data();
    void sendsTheWholeFile();
    void namesWhatWasFound();
    void saysWhenThereIsNone();
    void saysWhenItHangsUp();
};

void TestVirusScanner::readsAnswers_data()
{
    using State = VirusVerdict::State;
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("name");
    QTest::newRow("clean") << QByteArray("stream: OK\0", 11) << State::Clean << QString();
    QTest::newRow("found") << QByteArray("stream: Win.Test.EICAR_HDB-1 FOUND\0", 35) << State::Found << u"Win.Test.EICAR_HDB-1"_s;
    QTest::newRow("too large for it") << QByteArray("INSTREAM size limit exceeded. ERROR\0", 36) << State::NotScanned << QString();
    QTest::newRow("nothing") << QByteArray() << State::NotScanned << QString();
    QTest::newRow("another protocol") << QByteArray("HTTP/1.0 400 OK\0", 16) << State::NotScanned << QString();
    QTest::newRow("a name that ends in OK") << QByteArray("stream: Doc.OK FOUND\0", 21) << State::Found << u"Doc.OK"_s;
    QTest::newRow("OK of another thing") << QByteArray("/tmp/x: OK\0", 11) << State::NotScanned << QString();
}

void TestVirusScanner::readsAnswers()
{
    QFETCH(QByteArray, answer);
    QFETCH(VirusVerdict::State, state);
    const VirusVerdict verdict = virusVerdict(answer);
    QCOMPARE(verdict.state, state);
    QTEST(verdict.name, "name");
    QCOMPARE(verdict.reason.isEmpty(), state != VirusVerdict::State::NotScanned);
}

void TestVirusScanner::sendsTheWholeFile_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("empty") << qsizetype(0);
    QTest::newRow("small") << qsizetype(10);
    QTest::newRow("one chunk") << qsizetype(1 << 18);
    QTest::newRow("chunk and a byte") << qsizetype((1 << 18) + 1);
    QTest::newRow("large") << qsizetype(3'000'000);
}

void TestVirusScanner::sendsTheWholeFile()
{
    QFETCH(qsizetype, size);
    QTemporaryDir folder;
    FakeClamd daemon(folder.filePath(u"clamd.ctl"_s));
    QVERIFY(daemon.listening);
    VirusScanner scanner(folder.filePath(u"clamd.ctl"_s));
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 7 % 251);
    QCOMPARE(answerOf(scanner.scan(bytes)), (VirusVerdict{VirusVerdict::State::Clean, {}, {}}));
    QVERIFY(daemon.received == bytes);
}

void TestVirusScanner::namesWhatWasFound()
{
    QTemporaryDir folder;
    FakeClamd daemon(folder.filePath(u"clamd.ctl"_s));
    VirusScanner scanner(folder.filePath(u"clamd.ctl"_s));
    const VirusVerdict verdict = answerOf(scanner.scan("...EICAR..."));
    QCOMPARE(verdict.state, VirusVerdict::State::Found);
    const Error refusal = VirusScanner::refusal(u"bill.pdf"_s, verdict);
    QVERIFY(refusal.message.contains(u"bill.pdf"_s) && refusal.message.contains(u"Eicar-Test-Signature"_s));
}

void TestVirusScanner::saysWhenThereIsNone()
{
    QTemporaryDir folder;
    VirusScanner scanner(folder.filePath(u"nobody.ctl"_s));
    const VirusVerdict verdict = answerOf(scanner.scan("x"));
    QCOMPARE(verdict.state, VirusVerdict::State::NotScanned);
    QVERIFY(!verdict.reason.isEmpty());
}

void TestVirusScanner::saysWhenItHangsUp()
{
    QTemporaryDir folder;
    FakeClamd daemon(folder.filePath(u"clamd.ctl"_s));
    daemon.hangsUp = true;
    VirusScanner scanner(folder.filePath(u"clamd.ctl"_s));
    QCOMPARE(answerOf(scanner.scan("x")).state, VirusVerdict::State::NotScanned);
}

QTEST_GUILESS_MAIN(TestVirusScanner)
#include "tst_virusscanner.moc"
