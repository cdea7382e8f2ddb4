// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "core/storage/statement.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/storetrouble.h"
#include "tests/kit/unprivileged.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

QString twoStatements()
{
    return u"-- a comment; with a semicolon\ncreate table later (a text)\n-- ;;\ncreate trigger later_kept before delete on later begin\n"
           "select raise(abort, 'no; never');\nend\n"_s;
}

} // namespace

class TestMigrator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }
    void createsAStore();
    void leavesACurrentStore();
    void upgradesAStore();
    void upgradesEveryEarlierVersion();
    void rollsBackAFailedStep();
    void stopsAtTheFirstFailure();
    void refusesANewerStore();
    void refusesWhatIsNoStore_data();
    void refusesWhatIsNoStore();
    void saysThatAStoreIsReadOnly_data();
    void saysThatAStoreIsReadOnly();
    void saysThatAStoreIsLocked();
    void saysThatTheDiskIsFull();
    void refusesAnIncompleteSchema_data();
    void refusesAnIncompleteSchema();
    void refusesAddresses_data();
    void refusesAddresses();

private:
    QString file() const { return m_dir->filePath(u"desk.sqlite"_s); }
    /// The steps as delivered, and one more of the test.
    QList<Migration> steps(const QString &next);
    static QList<Migration> deliveredSteps();
    static int delivered() { return int(deliveredSteps().size()); }
    Result<MigrationOutcome> migrated(const QList<Migration> &migrations);
    int version();
    void createWithOneCase();

    std::unique_ptr<QTemporaryDir> m_dir;
};

QList<Migration> TestMigrator::deliveredSteps()
{
    auto migrations = loadMigrations();
    return migrations ? *migrations : QList<Migration>();
}

QList<Migration> TestMigrator::steps(const QString &next)
{
    const QDir folder(m_dir->filePath(u"sql"_s));
    folder.mkpath(u"."_s);
    const QList<Migration> delivered = deliveredSteps();
    for (const Migration &step : delivered)
        QFile::copy(u":/portdesk/sql/sqlite/"_s + step.name, folder.filePath(step.name));
    write(folder.filePath(u"%1_later.sql"_s.arg(delivered.size() + 1, 4, 10, QChar(u'0'))), next.toUtf8());
    return loadMigrations(folder.path()).value();
}

Result<MigrationOutcome> TestMigrator::migrated(const QList<Migration> &migrations)
{
    auto connection = Connection::open(file());
    if (!connection)
        return connection.error();
    return migrate(**connection, migrations);
}

int TestMigrator::version()
{
    return Connection::open(file()).value()->value(u"pragma user_version"_s)->toInt();
}

void TestMigrator::createWithOneCase()
{
    auto store = openStore(file());
    QVERIFY(store.ok());
    QVERIFY((*store)->documents().putContent(bytesOf("bill"), u"application/pdf"_s).ok());
    QVERIFY((*store)->cases().insertCase(fullCase(), {eventOf(u"created"_s, testNow())}, testNow()).ok());
}

void TestMigrator::createsAStore()
{
    auto store = openStore(u"sqlite:"_s + file());
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().detail));
    QCOMPARE((*store)->outcome(), MigrationOutcome::Created);
    QVERIFY(!(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther)));
    auto connection = Connection::open(file());
    QCOMPARE((*connection)->value(u"pragma journal_mode"_s)->toString(), u"wal"_s);
    QCOMPARE((*connection)->value(u"pragma synchronous"_s)->toInt(), 2);
    QCOMPARE((*connection)->value(u"pragma foreign_keys"_s)->toInt(), 1);
    QCOMPARE((*connection)->value(u"pragma busy_timeout"_s)->toInt(), 2000);
}

void TestMigrator::leavesACurrentStore()
{
    createWithOneCase();
    auto store = openStore(file());
    QVERIFY(store.ok());
    QCOMPARE((*store)->outcome(), MigrationOutcome::AlreadyCurrent);
    QCOMPARE((*store)->cases().count({}).value(), 1);
    QCOMPARE(QDir(m_dir->path()).entryList({u"*backup*"_s}).size(), 0);
}

void TestMigrator::upgradesAStore()
{
    createWithOneCase();
    const auto outcome = migrated(steps(twoStatements()));
    QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(*outcome, MigrationOutcome::Upgraded);
    QCOMPARE(version(), delivered() + 1);
    auto connection = Connection::open(file());
    QCOMPARE((*connection)->value(u"select count(*) from sqlite_master where name like 'later%'"_s)->toInt(), 2);
    QCOMPARE((*connection)->value(u"select count(*) from portcase"_s)->toInt(), 1);
    auto before = openStore(file() + u".v%1-backup"_s.arg(delivered()));
    QVERIFY2(before.ok(), before ? "" : qPrintable(before.error().detail));
    QCOMPARE((*before)->cases().count({}).value(), 1);
    QVERIFY((*before)->verify()->problems.isEmpty());
}

void TestMigrator::upgradesEveryEarlierVersion()
{
    const QList<Migration> all = deliveredSteps();
    for (int version = 1; version < all.size(); ++version) {
        QFile::remove(file());
        QVERIFY(migrated(all.mid(0, version)).ok());
        const auto store = openStore(file());
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().detail));
        QCOMPARE((*store)->outcome(), MigrationOutcome::Upgraded);
        QVERIFY((*store)->verify()->problems.isEmpty());
    }
}

void TestMigrator::rollsBackAFailedStep()
{
    createWithOneCase();
    const auto outcome =
        migrated(steps(u"create table later (a text)\n-- ;;\nupdate portcase set owner = 'lost'\n-- ;;\nthis is no statement\n"_s));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, Error::Code::Storage);
    QVERIFY2(outcome.error().detail.contains(u"step %1"_s.arg(delivered() + 1)), qPrintable(outcome.error().detail));
    QCOMPARE(version(), delivered());
    auto store = openStore(file());
    QVERIFY(store.ok());
    QCOMPARE((*store)->outcome(), MigrationOutcome::AlreadyCurrent);
    QVERIFY((*store)->cases().find({})->rows.first().owner != u"lost"_s);
    QVERIFY((*store)->verify()->problems.isEmpty());
}

void TestMigrator::stopsAtTheFirstFailure()
{
    QList<Migration> path = steps(u"nonsense\n"_s);
    path.append({delivered() + 2, u"9999"_s, {u"create table third (a text)"_s}});
    QVERIFY(!migrated(path).ok());
    QCOMPARE(version(), delivered());
    auto connection = Connection::open(file());
    QCOMPARE((*connection)->value(u"select count(*) from sqlite_master where name = 'third'"_s)->toInt(), 0);
}

void TestMigrator::refusesANewerStore()
{
    QVERIFY(migrated(steps(twoStatements())).ok());
    const QByteArray before = contentOf(file());
    const auto store = openStore(file());
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, Error::Code::Newer);
    QVERIFY(store.error().message.contains(u"newer"_s));
    QVERIFY(contentOf(file()) == before);
}

void TestMigrator::refusesWhatIsNoStore_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("says");
    QTest::newRow("a text file") << u"text"_s << u"not a PortDesk store"_s;
    QTest::newRow("another program's database") << u"foreign"_s << u"another program"_s;
    QTest::newRow("another program's database with a version") << u"foreignVersion"_s << u"another program"_s;
    QTest::newRow("a store cut off") << u"cut"_s << u"damaged"_s;
    QTest::newRow("a store with its first page overwritten") << u"schema"_s << u"damaged"_s;
    QTest::newRow("a folder") << u"folder"_s << u"is a folder"_s;
}

void TestMigrator::refusesWhatIsNoStore()
{
    QFETCH(QString, kind);
    if (kind == u"text"_s)
        write(file(), QByteArray(5000, 'x'));
    if (kind == u"folder"_s)
        QDir().mkpath(file());
    if (kind.startsWith(u"foreign"_s)) {
        auto connection = Connection::open(file());
        QVERIFY((*connection)->execute(u"create table theirs (a text)"_s).ok());
        QVERIFY((*connection)->execute(u"pragma user_version = %1"_s.arg(kind == u"foreign"_s ? 0 : 1)).ok());
    }
    if (kind == u"cut"_s || kind == u"schema"_s) {
        createWithOneCase();
        QByteArray bytes = contentOf(file());
        write(file(), kind == u"cut"_s ? bytes.left(bytes.size() / 2) : bytes.replace(100, 3000, QByteArray(3000, '\x5a')));
    }
    const QByteArray before = contentOf(file());
    const auto store = openStore(file());
    QVERIFY(!store.ok());
    QFETCH(QString, says);
    QVERIFY2(store.error().message.contains(says), qPrintable(store.error().message + store.error().detail));
    QVERIFY(contentOf(file()) == before);
}

void TestMigrator::saysThatAStoreIsReadOnly_data()
{
    QTest::addColumn<bool>("folderToo");
    QTest::newRow("the file") << false;
    QTest::newRow("the file and its folder") << true;
}

void TestMigrator::saysThatAStoreIsReadOnly()
{
    QFETCH(bool, folderToo);
    createWithOneCase();
    const auto everyone = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto enter = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(file(), everyone));
    QVERIFY(QFile::setPermissions(m_dir->path(),
                                  everyone | enter | (folderToo ? QFile::Permissions() : QFile::WriteOwner | QFile::WriteOther)));
    {
        const Unprivileged nobody;
        const auto store = openStore(file());
        QVERIFY(!store.ok());
        QCOMPARE(store.error().code, Error::Code::Storage);
        QVERIFY2(store.error().message.contains(u"read-only"_s), qPrintable(store.error().message + store.error().detail));
    }
    QVERIFY(QFile::setPermissions(m_dir->path(), everyone | enter | QFile::WriteOwner));
}

void TestMigrator::saysThatAStoreIsLocked()
{
    createWithOneCase();
    auto store = openStore(file());
    auto other = Connection::open(file());
    const Transaction lock(**other);
    QVERIFY(lock.begun().ok());
    QElapsedTimer timer;
    timer.start();
    const auto opened = openStore(file());
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, Error::Code::Storage);
    QVERIFY2(opened.error().message.contains(u"locked"_s), qPrintable(opened.error().message));
    QVERIFY(timer.elapsed() >= 1900);
    const auto written = (*store)->setSetting(u"desk.name"_s, u"x"_s);
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(u"locked"_s));
    QCOMPARE((*store)->cases().count({}).value(), 1); // reading goes on
}

void TestMigrator::saysThatTheDiskIsFull()
{
    auto connection = Connection::open(file());
    QVERIFY((*connection)->execute(u"pragma max_page_count = 20"_s).ok());
    const auto outcome = migrate(**connection, loadMigrations().value());
    QVERIFY(!outcome.ok());
    QVERIFY2(outcome.error().message.contains(u"full"_s), qPrintable(outcome.error().message + outcome.error().detail));
    connection.value().reset();
    QCOMPARE(version(), 0);
    QCOMPARE(openStore(file()).value()->outcome(), MigrationOutcome::Created);
}

void TestMigrator::refusesAnIncompleteSchema_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("no step") << QStringList();
    QTest::newRow("a gap") << QStringList{u"0001_a.sql"_s, u"0003_c.sql"_s};
    QTest::newRow("the same number twice") << QStringList{u"0001_a.sql"_s, u"0001_b.sql"_s};
    QTest::newRow("no number") << QStringList{u"initial.sql"_s};
}

void TestMigrator::refusesAnIncompleteSchema()
{
    QFETCH(QStringList, names);
    const QDir folder(m_dir->filePath(u"sql"_s));
    folder.mkpath(u"."_s);
    for (const QString &name : names)
        write(folder.filePath(name), "create table a (a text)\n");
    QCOMPARE(loadMigrations(folder.path()).error().code, Error::Code::Internal);
}

void TestMigrator::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("says");
    QTest::newRow("a server") << u"postgresql://desk@host/db"_s << u"PostgreSQL"_s;
    QTest::newRow("an unknown scheme") << u"mysql://desk@host/db"_s << u"SQLite files only"_s;
    QTest::newRow("nothing") << QString() << u"SQLite files only"_s;
    QTest::newRow("a scheme without a path") << u"sqlite:"_s << u"SQLite files only"_s;
}

void TestMigrator::refusesAddresses()
{
    QFETCH(QString, url);
    QFETCH(QString, says);
    const auto store = openStore(url);
    QVERIFY(!store.ok());
    QCOMPARE(store.error().code, Error::Code::Invalid);
    QVERIFY2(store.error().message.contains(says), qPrintable(store.error().message));
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
