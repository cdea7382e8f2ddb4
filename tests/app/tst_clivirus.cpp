// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clirunner.h"
#include "tests/kit/fakeclamd.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QString kNow = u"2026-11-23T10:00:00Z"_s;

/// A clamd in a thread of its own: the test waits for the program that asks it.
class ClamdThread final : public QThread
{
public:
    explicit ClamdThread(const QString &path) : m_path(path)
    {
        start();
        m_listening.acquire();
    }
    ~ClamdThread() override
    {
        quit();
        wait();
    }

private:
    void run() override
    {
        FakeClamd clamd(m_path);
        m_listening.release();
        exec();
    }

    QString m_path;
    QSemaphore m_listening;
};

} // namespace

/// Every verb that takes documents in asks the virus scanner, as the desk's windows do.
class TestCliVirus final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { qunsetenv("PORTDESK_CLAMD"); }
    void takesWhatIsClean();
    void refusesWhatIsInfected();
    void refusesAnInfectedChange();
    void refusesInfectedLetters();
    void saysWhatWasNotScanned();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    CliRunner::Answer run(const QStringList &arguments) const { return CliRunner(m_folder->path()).run(arguments + QStringList{u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow); }
    void infect(const QString &name) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::Append));
        file.write("\n%EICAR\n"); // a comment: it is as readable as before
    }
    int stored() const { return int(run({u"list"_s}).json().array().size()); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliVirus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir from(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : from.entryList(QDir::Files)) {
        QVERIFY(QFile::copy(from.filePath(name), path(name)));
        QFile(path(name)).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    QCOMPARE(run({u"loa"_s, u"request.json"_s, u"-o"_s, u"loa.pdf"_s}).status, 0);
    qputenv("PORTDESK_CLAMD", path(u"clamd"_s).toUtf8());
}

void TestCliVirus::takesWhatIsClean()
{
    const ClamdThread clamd(path(u"clamd"_s));
    const auto answer = run({u"submit"_s, u"request.json"_s});
    QVERIFY2(answer.status == 0, answer.out.constData());
    QCOMPARE(answer.json().object().value("notScanned"_L1).toArray(), QJsonArray());
    QVERIFY2(!answer.err.contains(u"not scanned"), qPrintable(answer.err));
    QCOMPARE(stored(), 1);
}

void TestCliVirus::refusesWhatIsInfected()
{
    const ClamdThread clamd(path(u"clamd"_s));
    infect(u"bill.pdf"_s);
    const auto answer = run({u"submit"_s, u"request.json"_s});
    QCOMPARE(answer.status, 1);
    QStringList errors;
    for (const QJsonValue error : answer.json().object().value("errors"_L1).toArray())
        errors << error.toObject().value("message"_L1).toString();
    QVERIFY2(errors.join(u'\n').contains(u"Eicar-Test-Signature"), qPrintable(errors.join(u'\n')));
    QCOMPARE(stored(), 0);
}

void TestCliVirus::refusesAnInfectedChange()
{
    const ClamdThread clamd(path(u"clamd"_s));
    const auto submitted = run({u"submit"_s, u"request.json"_s});
    const QString reference = submitted.json().object().value("references"_L1).toArray().first().toString();
    const QJsonDocument before = run({u"show"_s, reference}).json();
    QVERIFY(!before.isEmpty());
    infect(u"bill.pdf"_s);
    const auto changed = run({u"change"_s, reference, u"request.json"_s});
    QCOMPARE(changed.status, 2);
    QVERIFY2(changed.err.contains(u"Eicar-Test-Signature"), qPrintable(changed.err));
    QCOMPARE(run({u"show"_s, reference}).json(), before);
}

void TestCliVirus::refusesInfectedLetters()
{
    const ClamdThread clamd(path(u"clamd"_s));
    QCOMPARE(run({u"submit"_s, u"request.json"_s}).status, 0);
    infect(u"loa.pdf"_s);
    const auto routed = run({u"route"_s, u"bill.pdf"_s, u"loa.pdf"_s});
    QCOMPARE(routed.status, 2);
    QVERIFY2(routed.err.contains(u"\"loa.pdf\" was refused") && routed.err.contains(u"Eicar-Test-Signature"), qPrintable(routed.err));
    QVERIFY(routed.out.isEmpty());
}

void TestCliVirus::saysWhatWasNotScanned()
{
    const auto answer = run({u"submit"_s, u"request.json"_s}); // nobody listens there
    QVERIFY2(answer.status == 0, answer.out.constData());
    const QJsonArray unscanned = answer.json().object().value("notScanned"_L1).toArray();
    QVERIFY(unscanned.contains(u"bill.pdf"_s) && unscanned.contains(u"loa.pdf"_s));
    QVERIFY2(answer.err.contains(u"not scanned for viruses: ") && answer.err.contains(u"does not answer"), qPrintable(answer.err));
    const auto routed = run({u"route"_s, u"bill.pdf"_s});
    QCOMPARE(routed.json().object().value("notScanned"_L1).toArray(), QJsonArray{u"bill.pdf"_s});
}

QTEST_GUILESS_MAIN(TestCliVirus)
#include "tst_clivirus.moc"
