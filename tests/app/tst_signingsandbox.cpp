// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// What a letter could do that has taken over the program that signs: tried from inside one that is shut in as the real one.
class TestSigningSandbox final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void lets_data();
    void lets();

private:
    QTemporaryDir m_home;
};

void TestSigningSandbox::initTestCase()
{
    QVERIFY(m_home.isValid() && QDir(m_home.path()).mkdir(u"own"_s) && QDir(m_home.path()).mkdir(u"other"_s));
    for (const QString &place : {u"own/key"_s, u"own/old"_s, u"other/secret"_s}) {
        QFile file(m_home.filePath(place));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("secret") == 6);
    }
}

void TestSigningSandbox::lets_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("outcome"); ///< errno, 0 = done
    const auto row = [](const char *name, const char *what, int outcome, const QString &with = u"-"_s) {
        QTest::newRow(name) << QString::fromLatin1(what) << with << outcome;
    };
    row("its own folder is read", "read", 0, u"own/key"_s);
    row("its own folder is changed", "readAndWrite", 0, u"own/key"_s);
    row("a new file in its own folder", "create", 0, u"own/key"_s);
    row("a file of its own goes", "unlink", 0, u"own/old"_s);
    row("rights are given away", "chmod", EPERM, u"own/key"_s);
    row("memory file", "memfd", 0);
    row("a thread", "thread", 0);
    row("run a program", "exec", EPERM);
    row("fork", "fork", EPERM);
    row("vfork", "vfork", EPERM);
    row("network socket", "inet", EPERM);
    row("network socket, version 6", "inet6", EPERM);
    row("local socket", "unix", EPERM);
    row("socket to the kernel", "netlink", EPERM);
    row("trace the desk", "trace", EPERM);
    row("read the desk's memory", "readParent", EPERM);
    row("signal the desk", "signalParent", EPERM);
    row("a world of its own", "unshare", EPERM);
    row("a ring of calls", "ring", EPERM);
    row("a program in the kernel", "bpf", EPERM);
    row("raise a limit", "raiseLimit", EPERM);
    row("core dumps", "coreDumps", 0);
    row("files beyond its limit", "openMany", EMFILE, u"own/key"_s);
#ifndef __SANITIZE_ADDRESS__
    row("memory beyond its limit", "memory", ENOMEM);
#endif
    if (syscall(444, nullptr, 0, 1) < 1)
        return; // no Landlock in this kernel: other files are its user's
    row("another file is read", "read", EACCES, u"other/secret"_s);
    row("another file is changed", "write", EACCES, u"other/secret"_s);
    row("another file is emptied", "truncate", EACCES, u"other/secret"_s);
    row("another file goes", "unlink", EACCES, u"other/secret"_s);
    row("a new file elsewhere", "create", EACCES, u"other/secret"_s);
    row("a folder is listed", "list", EACCES, u"other"_s);
    row("a file is moved away", "rename", EACCES, u"other/secret"_s);
}

void TestSigningSandbox::lets()
{
    QFETCH(QString, what);
    QFETCH(QString, with);
    QFETCH(int, outcome);
    QProcess probe;
    probe.start(QStringLiteral(PORTDESK_SANDBOX_PROBE), {u"--signing"_s, m_home.filePath(u"own"_s), what, m_home.filePath(with)});
    QVERIFY(probe.waitForFinished(60'000));
    QCOMPARE(probe.exitStatus(), QProcess::NormalExit);
    QCOMPARE(QString::fromLatin1(probe.readAllStandardOutput()).trimmed(), QString::number(outcome));
}

QTEST_GUILESS_MAIN(TestSigningSandbox)

#include "tst_signingsandbox.moc"
