// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that refuses, as scripts meet it: exit status 3, one line that says what and what to do, nothing written.
#include "clirunner.h"
#include "tests/kit/storetrouble.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

Q_DECLARE_METATYPE(PortDesk::Test::StoreTrouble::Kind)

class TestCliStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesInOneLine_data();
    void refusesInOneLine();

private:
    /// Every verb that opens the store.
    static QList<QStringList> verbs();
};

QList<QStringList> TestCliStore::verbs()
{
    return {{u"list"_s}, {u"show"_s, u"PD-2001"_s}, {u"act"_s, u"PD-2001"_s, u"cancel"_s}, {u"submit"_s, u"request.json"_s}, {u"check"_s, u"request.json"_s},
            {u"tick"_s}, {u"messages"_s}, {u"demo"_s, u"--cases"_s, u"2"_s}, {u"backup"_s, u"copy.sqlite"_s}, {u"verify"_s}, {u"route"_s}};
}

void TestCliStore::refusesInOneLine_data()
{
    using Kind = StoreTrouble::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::newRow("another program writes") << Kind::Writing;
    QTest::newRow("another program keeps it for itself") << Kind::Exclusive;
    QTest::newRow("a read-only file") << Kind::ReadOnlyFile;
    QTest::newRow("a read-only file and folder") << Kind::ReadOnlyFolder;
    QTest::newRow("a newer program's") << Kind::Newer;
    QTest::newRow("damaged") << Kind::Damaged;
    QTest::newRow("something else in its place") << Kind::NoStore;
}

void TestCliStore::refusesInOneLine()
{
    QFETCH(StoreTrouble::Kind, kind);
    const QTemporaryDir folder;
    const QDir requests(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : requests.entryList(QDir::Files))
        QVERIFY(QFile::copy(requests.filePath(name), folder.filePath(name)));
    QVERIFY(QFile::copy(requests.filePath(u"proof-of-address.pdf"_s), folder.filePath(u"loa.pdf"_s)));
    CliRunner cli(folder.path());
    const QStringList store{u"--db"_s, u"desk.sqlite"_s};
    const QString now = u"2026-11-23T10:00:00Z"_s;
    QCOMPARE(cli.run(QStringList{u"demo"_s, u"--cases"_s, u"12"_s} + store, now).status, 0);

    cli.bindPermissions();
    StoreTrouble trouble(kind, folder.filePath(u"desk.sqlite"_s));
    const auto content = [&] { return StoreTrouble::isLock(kind) ? QByteArray() : contentOf(folder.filePath(u"desk.sqlite"_s)); };
    const QByteArray before = content();
    for (const QStringList &verb : StoreTrouble::isLock(kind) ? verbs().first(4) : verbs()) { // a lock is waited for, each time
        const CliRunner::Answer answer = cli.run(verb + store, now);
        QVERIFY2(answer.status == 3, qPrintable(u"%1: %2 %3"_s.arg(verb.join(u' ')).arg(answer.status).arg(answer.err)));
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.err.count(u'\n') == 1 && answer.err.endsWith(u'\n'), qPrintable(answer.err));
        for (const QString &words : StoreTrouble::words(kind) + QStringList{u"desk.sqlite"_s})
            QVERIFY2(answer.err.contains(words), qPrintable(answer.err));
    }
    QVERIFY2(content() == before, "the store was touched");
    QVERIFY(!QFile::exists(folder.filePath(u"copy.sqlite"_s)));

    trouble.end();
    QCOMPARE(cli.run(QStringList{u"list"_s, u"--json"_s} + store).json().array().size(), 12);
    QCOMPARE(cli.run(QStringList{u"verify"_s} + store).status, 0);
}

QTEST_GUILESS_MAIN(TestCliStore)
#include "tst_clistore.moc"
