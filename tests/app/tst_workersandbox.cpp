// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/callfilter.h"
#include "app/docworker/engine/sandbox.h"
#include "tests/app/docworkerkit.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

namespace {

constexpr int kStopped = -1; ///< the sandbox kills the worker

/// Landlock's version in this kernel, asked by the test itself; 0 = none.
int landlockOfKernel()
{
    return qMax(0, int(syscall(444, nullptr, 0, 1)));
}

QString statusOf(qint64 process, const QString &file)
{
    QFile status(u"/proc/%1/%2"_s.arg(process).arg(file));
    return status.open(QIODevice::ReadOnly) ? QString::fromUtf8(status.readAll()) : QString();
}

DocWorkerOptions probeOptions()
{
    DocWorkerOptions made = options();
    made.program = QStringLiteral(PORTDESK_SANDBOX_PROBE);
    return made;
}

/// What a taken-over worker gets when it tries something.
Result<QByteArray> tried(DocWorker &probe, const QString &what, const QString &with = {})
{
    LetterContent letter;
    letter.title = what;
    letter.html = with;
    return answerOf(probe.compose(letter));
}

} // namespace

/// What a worker can do that a document has taken over: tried from inside one that starts, is limited and is shut in as the real one.
class TestWorkerSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lets_data();
    void lets();
    void keepsFilesClosed_data();
    void keepsFilesClosed();
    void opensNoOtherFiles();
    void stopsAboveItsProcessorTime();
    void isStoppedWithWords();
    void runsWithItsLimits();
    void reportsWhatHoldsIt();
    void suitsProcessors_data();
    void suitsProcessors();
    void waitsNoLongerAfterSlowLoading();

private:
    QTemporaryDir m_home;
    QString m_secret;
};

void TestWorkerSandbox::initTestCase()
{
    QVERIFY(m_home.isValid() && QDir(m_home.path()).mkdir(u".ssh"_s));
    m_secret = m_home.filePath(u".ssh/id_ed25519"_s);
    QFile secret(m_secret);
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret") == 6);
}

void TestWorkerSandbox::lets_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("outcome"); ///< 0 done, an errno, or kStopped
    const auto row = [](const char *name, const char *what, int outcome, const QString &with = {}) {
        QTest::newRow(name) << QString::fromLatin1(what) << with << outcome;
    };
    row("nothing forbidden", "nothing", 0);
    row("a font is read", "read", 0, u"/etc/fonts/fonts.conf"_s);
    row("a thread", "thread", 0);
    row("run a program", "exec", kStopped);
    row("fork", "fork", EPERM);
    row("vfork", "vfork", EPERM);
    row("network socket", "inet", EPERM);
    row("network socket, version 6", "inet6", EPERM);
    row("local socket", "unix", EPERM);
    row("socket to the kernel", "netlink", EPERM);
    row("connect", "connect", kStopped);
    row("trace the desk", "trace", kStopped);
    row("read the desk's memory", "readParent", kStopped);
    row("signal the desk", "signalParent", EPERM);
    row("signal a thread of the desk", "signalThread", EPERM);
    row("a world of its own", "unshare", kStopped);
    row("a ring of calls", "ring", kStopped);
    row("a program in the kernel", "bpf", kStopped);
    row("memory to write and run", "writableCode", EPERM);
    row("memory to run", "anonymousCode", EPERM);
    row("written memory made to run", "madeCode", EPERM);
    row("memory file", "memfd", EPERM);
#ifndef __SANITIZE_ADDRESS__
    row("memory beyond its limit", "memory", ENOMEM);
#endif
    row("files beyond its limit", "openMany", EMFILE, u"/etc/fonts/fonts.conf"_s);
    row("raise a limit", "raiseLimit", EPERM);
    row("core dumps", "coreDumps", 0);
#ifdef __x86_64__
    row("call of 32 bits", "call32", kStopped);
    row("x32 call", "callX32", kStopped);
#endif
}

void TestWorkerSandbox::lets()
{
    QFETCH(QString, what);
    QFETCH(QString, with);
    QFETCH(int, outcome);
    DocWorker probe(probeOptions());
    const auto answer = tried(probe, what, with);
    if (outcome == kStopped) {
        QVERIFY2(!answer.ok(), answer.ok() ? answer->constData() : "");
        QVERIFY2(answer.error().detail.startsWith(u"forbidden; signal 31"), problemOf(answer));
        QVERIFY(tried(probe, u"nothing"_s).ok()); // a new worker goes on
        return;
    }
    QVERIFY2(answer.ok(), problemOf(answer));
    QCOMPARE(*answer, QByteArray::number(outcome));
}

void TestWorkerSandbox::keepsFilesClosed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("path");     ///< "" = the secret
    QTest::addColumn<bool>("needsLandlock"); ///< without it, reading succeeds: the documented fallback
    const QString desk = u"/proc/%1/"_s.arg(getpid());
    QTest::newRow("read a person's key") << u"read"_s << QString() << true;
    QTest::newRow("list a person's folder") << u"list"_s << m_home.path() << true;
    QTest::newRow("read the accounts") << u"read"_s << u"/etc/passwd"_s << true;
    QTest::newRow("read the desk's environment") << u"read"_s << desk + u"environ"_s << true;
#ifndef __SANITIZE_ADDRESS__
    QTest::newRow("read its own map of memory") << u"read"_s << u"/proc/self/maps"_s << true;
#endif
    QTest::newRow("write its own memory") << u"readAndWrite"_s << u"/proc/self/mem"_s << false;
    QTest::newRow("write to a device") << u"write"_s << u"/dev/null"_s << false;
    for (const QString &what : {u"write"_s, u"readAndWrite"_s, u"append"_s, u"empty"_s, u"create"_s, u"temporary"_s, u"truncate"_s, u"unlink"_s,
                                u"rename"_s, u"link"_s, u"symlink"_s, u"mkdir"_s, u"chmod"_s})
        QTest::newRow(qPrintable(what + u" a person's file"_s)) << what << QString() << false;
}

void TestWorkerSandbox::keepsFilesClosed()
{
    QFETCH(QString, what);
    QFETCH(QString, path);
    QFETCH(bool, needsLandlock);
    DocWorker probe(probeOptions());
    const auto answer = tried(probe, what, path.isEmpty() ? m_secret : path);
    QVERIFY2(answer.ok(), problemOf(answer));
    const int expected = !needsLandlock ? EPERM : landlockOfKernel() > 0 ? EACCES : 0;
    if (needsLandlock && expected == 0)
        qInfo("this kernel has no Landlock: reading succeeds, which the report must say");
    QCOMPARE(answer->toInt(), expected);
    QFile secret(m_secret);
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), QByteArray("secret"));
    QCOMPARE(QDir(m_home.path() + u"/.ssh"_s).entryList(QDir::Files), QStringList{u"id_ed25519"_s});
}

void TestWorkerSandbox::opensNoOtherFiles()
{
    DocWorker probe(probeOptions());
    const auto open = tried(probe, u"openFiles"_s);
    QVERIFY2(open.ok(), problemOf(open));
    QVERIFY2(open->startsWith("0 1 2"), open->constData());
    // the three pipes and Qt's own event descriptor; the pixels are mapped and closed
    QVERIFY2(open->split(' ').size() <= 4, open->constData());
}

void TestWorkerSandbox::stopsAboveItsProcessorTime()
{
    DocWorkerOptions short_ = probeOptions();
    short_.cpuSeconds = 1;
    short_.composeTimeoutMs = 50'000;
    DocWorker probe(short_);
    const auto answer = tried(probe, u"processor"_s, u"100000"_s);
    QVERIFY(!answer.ok());
    QVERIFY2(answer.error().detail.contains(u"signal %1;"_s.arg(SIGXCPU)), problemOf(answer)); // not the client's time-out
    QVERIFY(tried(probe, u"nothing"_s).ok());
}

void TestWorkerSandbox::isStoppedWithWords()
{
    DocWorker probe(probeOptions());
    const auto answer = tried(probe, u"exec"_s);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, Error::Code::Document);
    QVERIFY2(answer.error().message.contains(u"no document needs") && answer.error().message.contains(u"new copy"), problemOf(answer));
}

void TestWorkerSandbox::runsWithItsLimits()
{
    DocWorker worker(options());
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const QString status = statusOf(worker.processId(), u"status"_s);
    QVERIFY(status.contains(QRegularExpression(u"NoNewPrivs:\\s+1"_s)));
    QVERIFY(status.contains(QRegularExpression(u"Seccomp:\\s+2"_s)));
    const QString limits = statusOf(worker.processId(), u"limits"_s);
    QVERIFY(limits.contains(QRegularExpression(u"Max file size\\s+0\\s+0 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max core file size\\s+0\\s+0 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max open files\\s+64\\s+64 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max stack size\\s+67108864\\s+67108864"_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max cpu time\\s+300"_s)));
#ifndef __SANITIZE_ADDRESS__
    QVERIFY(limits.contains(QRegularExpression(u"Max address space\\s+%1\\s+%1"_s.arg(DocWorkerOptions().addressSpaceBytes))));
#endif
}

void TestWorkerSandbox::reportsWhatHoldsIt()
{
    DocWorker worker(options());
    const auto protection = answerOf(worker.protection());
    QVERIFY2(protection.ok(), problemOf(protection));
    QVERIFY(protection->callFilter);
    QCOMPARE(protection->landlock, landlockOfKernel());
    QCOMPARE(protection->cpuSeconds, 300);
    QCOMPARE(protection->fileBytes, 0);
    QCOMPARE(protection->openFiles, 64);
    QProcess report;
    report.start(options().program, {u"--sandbox-report"_s});
    QVERIFY(report.waitForFinished());
    QCOMPARE(report.exitCode(), 0);
    const QString said = QString::fromUtf8(report.readAllStandardOutput());
    QVERIFY2(said.contains(u"cannot write files"), qPrintable(said));
    QVERIFY2(said.contains(landlockOfKernel() > 0 ? u"none of your files (Landlock %1)"_s.arg(landlockOfKernel()) : u"has no Landlock"_s), qPrintable(said));
    QVERIFY2(said.contains(u"not limited"), qPrintable(said)); // started by hand: nobody limits it
}

void TestWorkerSandbox::suitsProcessors_data()
{
    QTest::addColumn<quint32>("processor");
    QTest::newRow("this one") << seccomp_arch_native();
    QTest::newRow("x86-64") << quint32(SCMP_ARCH_X86_64);
    QTest::newRow("ARM, 64 bits") << quint32(SCMP_ARCH_AARCH64);
}

void TestWorkerSandbox::suitsProcessors()
{
    QFETCH(quint32, processor);
    QVERIFY(callFilterSuits(processor));
}

void TestWorkerSandbox::waitsNoLongerAfterSlowLoading()
{
    QVERIFY(DocWorkerOptions().answerTimeoutMs < 10'000);
    QVERIFY(DocWorkerOptions().loadTimeoutMs < 10'000 && DocWorkerOptions().pageTimeoutMs < 10'000);
    DocWorkerOptions slow = probeOptions();
    slow.loadTimeoutMs = slow.pageTimeoutMs = 20'000;
    slow.answerTimeoutMs = 1500;
    DocWorker probe(slow);
    QVERIFY(tried(probe, u"nothing"_s).ok()); // started
    const auto page = answerOf(probe.render(documentBytes("1200", u"slow"_s), 0, 72)); // ms of processor time to load it
    QVERIFY(!page.ok());
    const auto waited = QRegularExpression(u"time-out after (\\d+) ms"_s).match(page.error().detail);
    QVERIFY2(waited.hasMatch(), problemOf(page));
    QVERIFY2(waited.captured(1).toInt() < 1500, problemOf(page)); // and not the 20 s of a page
}

QTEST_GUILESS_MAIN(TestWorkerSandbox)
#include "tst_workersandbox.moc"
