// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

namespace {
const QString kNow = u"2026-11-23T10:00:00Z"_s;
}

/// The command line as scripts see it: verbs, exit statuses, bad input.
class TestCli : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void statuses_data();
    void statuses();
    void badRequestsWriteNothing_data();
    void badRequestsWriteNothing();
    void numbersFromAnyText();
    void passesOverBrokenNumberData();
    void numbersFromTables();
    void everyCountryIsListed();
    void aCountryIsPrintedWhole();
    void problemsAreTheAnswer();
    void demoShowsEveryStage();
    void deemedAcceptanceByTick();
    void backupAndVerify();
    void readmeExamplesRun();

private:
    CliRunner cli() const { return CliRunner(m_folder->path()); }
    QString request(const std::function<void(QJsonObject &)> &change = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir from(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : from.entryList(QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), m_folder->filePath(name)));
    QVERIFY(QFile::copy(from.filePath(u"proof-of-address.pdf"_s), m_folder->filePath(u"loa.pdf"_s)));
}

/// Writes changed.json beside request.json and answers its name.
QString TestCli::request(const std::function<void(QJsonObject &)> &change)
{
    QFile in(m_folder->filePath(u"request.json"_s));
    if (!in.open(QIODevice::ReadOnly))
        return {};
    QJsonObject object = QJsonDocument::fromJson(in.readAll()).object();
    if (change)
        change(object);
    QFile out(m_folder->filePath(u"changed.json"_s));
    if (!out.open(QIODevice::WriteOnly))
        return {};
    out.write(QJsonDocument(object).toJson());
    return u"changed.json"_s;
}

void TestCli::statuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("no verb") << QStringList{} << 2 << u"Usage"_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << 0 << u"Exit status"_s;
    QTest::newRow("version") << QStringList{u"--version"_s} << 0 << u"Number data: google-libphonenumber 3."_s;
    QTest::newRow("unknown verb") << QStringList{u"frobnicate"_s} << 2 << u"there is no verb"_s;
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--colour"_s} << 2 << u"colour"_s;
    QTest::newRow("help of a verb") << QStringList{u"act"_s, u"--help"_s} << 0 << u"--set"_s;
    QTest::newRow("options before the verb") << QStringList{u"--json"_s, u"--db"_s, u"a.sqlite"_s, u"list"_s} << 0 << u"[\n]"_s;
    QTest::newRow("bad clock") << QStringList{u"list"_s, u"--now"_s, u"yesterday"_s} << 2 << u"--now"_s;
    QTest::newRow("bad stage") << QStringList{u"list"_s, u"--stage"_s, u"lost"_s, u"--db"_s, u"a.sqlite"_s} << 2 << u"lost"_s;
    QTest::newRow("unknown case") << QStringList{u"show"_s, u"PD-1"_s, u"--db"_s, u"a.sqlite"_s} << 2 << u"PD-1"_s;
    QTest::newRow("unknown action") << QStringList{u"act"_s, u"PD-1"_s, u"explode"_s, u"--db"_s, u"a.sqlite"_s} << 2 << u"explode"_s;
    QTest::newRow("missing request file") << QStringList{u"check"_s, u"nothing.json"_s} << 2 << u"nothing.json"_s;
    QTest::newRow("no database in a folder that is not there") << QStringList{u"list"_s, u"--db"_s, u"no/such/folder/a.sqlite"_s} << 3 << u"no/such/folder"_s;
    QTest::newRow("a server is a later back end") << QStringList{u"list"_s, u"--db"_s, u"postgresql://127.0.0.1/none"_s} << 2 << u"PostgreSQL"_s;
    QTest::newRow("codes") << QStringList{u"check"_s, u"--codes"_s} << 0 << u"address.po-box"_s;
    QTest::newRow("unknown country") << QStringList{u"countries"_s, u"XX"_s} << 2 << u"XX"_s;
    QTest::newRow("actor that does not exist") << QStringList{u"show"_s, u"PD-1"_s, u"--actor"_s, u"king"_s, u"--db"_s, u"a.sqlite"_s} << 2 << u"king"_s;
    QTest::newRow("smtp is not here yet") << QStringList{u"messages"_s, u"send"_s, u"--db"_s, u"a.sqlite"_s} << 2 << u"SMTP"_s;
}

void TestCli::statuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, says);
    const CliRunner::Answer answer = cli().run(arguments);
    const QString all = QString::fromUtf8(answer.out) + answer.err;
    QVERIFY2(all.contains(says), qPrintable(all));
    QCOMPARE(answer.status, status);
    if (status >= 2 && !arguments.isEmpty())
        QVERIFY2(answer.out.isEmpty() || all.contains("Usage"_L1), answer.out.constData());
}

void TestCli::badRequestsWriteNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty file") << QByteArray() << u"bad.json"_s;
    QTest::newRow("no JSON") << QByteArray("port my numbers") << u"bad.json"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"bad.json"_s;
    QTest::newRow("another format") << QByteArray(R"({"format":"portdesk-request/9"})") << u"format"_s;
    QTest::newRow("an unknown key is named") << QByteArray(R"({"format":"portdesk-request/1","losingCarrier":{"nmae":"x"}})") << u"/losingCarrier/nmae"_s;
    QTest::newRow("a wrong type is named") << QByteArray(R"({"format":"portdesk-request/1","numbers":"030"})") << u"/numbers"_s;
    QTest::newRow("a document outside the folder") << QByteArray(R"({"format":"portdesk-request/1","documents":[{"kind":"bill","file":"../../etc/passwd"}]})")
                                                   << u"/documents/0/file"_s;
}

void TestCli::badRequestsWriteNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    QFile file(m_folder->filePath(u"bad.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    for (const QString &verb : {u"check"_s, u"submit"_s}) {
        const CliRunner::Answer answer = cli().run({verb, u"bad.json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow);
        QCOMPARE(answer.status, 2);
        QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
        QCOMPARE(answer.err.count(u'\n'), 1);
        QVERIFY(!QFile::exists(m_folder->filePath(u"desk.sqlite"_s)));
    }
}

void TestCli::numbersFromTables()
{
    const QString table = QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/numbers.xlsx");
    const CliRunner::Answer answer = cli().run({u"numbers"_s, u"--country"_s, u"DE"_s, u"--json"_s, table});
    QVERIFY2(answer.status == 1, qPrintable(answer.err)); // one row is refused
    QStringList lines;
    for (const QJsonValue &row : answer.json().array())
        lines << u"%1 %2 %3"_s.arg(row[u"row"].toInt()).arg(row[u"state"].toString(), row[u"e164"].toString());
    QCOMPARE(lines, (QStringList{u"2 valid +493023125017"_s, u"3 valid +493023125018"_s, u"4 valid +492214710012"_s, u"5 valid +493023125010"_s,
                                 u"5 valid +493023125011"_s, u"5 valid +493023125012"_s, u"6 duplicate +493023125018"_s, u"7 refused "_s}));
    const QJsonObject refused = answer.json().array().last().toObject();
    for (const QString &key : {u"input"_s, u"e164"_s, u"country"_s, u"type"_s, u"valid"_s, u"possible"_s, u"reason"_s, u"national"_s, u"range"_s, u"cell"_s, u"message"_s})
        QVERIFY2(refused.contains(key), qPrintable(key));
    QCOMPARE(refused[u"reason"].toString(), u"not-a-number"_s);
    const CliRunner::Answer text = cli().run({u"numbers"_s, u"--country"_s, u"DE"_s, table});
    QVERIFY(text.out.contains("A7\tno longer used\trefused\tnot-a-number\n"));
    QVERIFY(text.out.contains("6 read: 4 valid, 0 doubtful, 1 duplicate, 1 refused\n"));
    const CliRunner::Answer none = cli().run({u"numbers"_s, QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/none.ods")});
    QCOMPARE(none.status, 2);
}

void TestCli::numbersFromAnyText()
{
    const CliRunner::Answer answer = cli().run({u"numbers"_s, u"--country"_s, u"DE"_s, u"--json"_s}, {}, QByteArray("030 23125 010-012\n+44 20 7946 0018\n030 23125010\n"));
    QCOMPARE(answer.status, 0);
    const QJsonArray rows = answer.json().array();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(0).toObject().value("e164"_L1).toString(), u"+493023125010"_s);
    QCOMPARE(rows.at(3).toObject().value("country"_L1).toString(), u"GB"_s);
    QCOMPARE(rows.at(4).toObject().value("duplicate"_L1).toBool(), true);
    QCOMPARE(cli().run({u"numbers"_s, u"--country"_s, u"DE"_s}, {}, QByteArray("+49 30 2\n")).status, 1);
}

void TestCli::passesOverBrokenNumberData()
{
    const QString folder = m_folder->filePath(u"data/portdesk/numbers"_s);
    QVERIFY(QDir().mkpath(folder));
    QFile broken(folder + u"/main.bin"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(QByteArray(100'000, 'n')) == 100'000);
    broken.close();
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", m_folder->filePath(u"data"_s).toUtf8());
    const CliRunner::Answer version = cli().run({u"--version"_s});
    const CliRunner::Answer numbers = cli().run({u"numbers"_s, u"--json"_s}, {}, "+1 983 234 5678");
    qputenv("XDG_DATA_HOME", before);
    QCOMPARE(version.status, 0);
    QVERIFY(version.out.contains("supplied with PortDesk"));
    QVERIFY2(version.err.contains(u"no number data PortDesk can use"), qPrintable(version.err));
    QCOMPARE(numbers.status, 0);
    QVERIFY(numbers.json().array().first().toObject().value("valid"_L1).toBool());
}

void TestCli::everyCountryIsListed()
{
    const QJsonArray rows = cli().run({u"countries"_s, u"--json"_s}).json().array();
    QCOMPARE(rows.size(), 81);
    const QJsonObject germany = cli().run({u"countries"_s, u"de"_s, u"--json"_s}).json().object();
    QCOMPARE(germany.value("code"_L1).toString(), u"DE"_s);
    QVERIFY(germany.value("types"_L1).toArray().first().toObject().value("sources"_L1).toArray().size() > 0);
}

void TestCli::aCountryIsPrintedWhole()
{
    const QJsonObject german = cli().run({u"countries"_s, u"de"_s, u"--json"_s}).json()["types"_L1][0].toObject();
    const QJsonObject values = german.value("values"_L1).toObject();
    QCOMPARE(values["windows"_L1]["value"_L1].toArray().size(), 2);
    QCOMPARE(values["changeLock"_L1]["value"_L1]["businessDays"_L1].toInt(), 8);
    QVERIFY(values["regulator"_L1]["sources"_L1][0].toString().startsWith(u"http"_s));
    QCOMPARE(values["companyNameLetters"_L1]["documented"_L1].toBool(true), false);
    QVERIFY(german.value("documents"_L1)[0]["acceptance"_L1].toString().endsWith(u'.'));
    QVERIFY(german.value("fields"_L1)[0]["sources"_L1][0].toString().startsWith(u"http"_s));

    const QString text = QString::fromUtf8(cli().run({u"countries"_s, u"DE"_s}).out);
    for (const char *line : {"document  Letter of Authorisation", "Where to find it: On the losing carrier's bill", "days not documented, 06:00 to 08:00 Europe/Berlin (Telnyx, Colt, Zoom)",
                             "8 business days before the port", "company stamp     yes", "company name      not documented, ask the carrier", "common rejection  Wrong account holder or address"})
        QVERIFY2(text.contains(QString::fromLatin1(line)), line);
}

void TestCli::problemsAreTheAnswer()
{
    const QString file = request([](QJsonObject &object) {
        object.insert(u"acknowledgements"_s, QJsonArray());
        QJsonObject address = object.value("addresses"_L1).toArray().first().toObject();
        address.insert(u"lines"_s, QJsonArray{u"Postfach 12 34"_s});
        object.insert(u"addresses"_s, QJsonArray{address});
    });
    const CliRunner::Answer checked = cli().run({u"check"_s, file, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow);
    QCOMPARE(checked.status, 1);
    QStringList codes;
    for (const QJsonValue &value : checked.json().object().value("errors"_L1).toArray())
        codes << value.toObject().value("code"_L1).toString();
    QVERIFY2(codes.contains(u"address.po-box"_s) && codes.contains(u"acknowledgement.missing"_s), qPrintable(codes.join(u' ')));
    QCOMPARE(cli().run({u"submit"_s, file, u"--db"_s, u"desk.sqlite"_s}, kNow).status, 1);
    QCOMPARE(cli().run({u"list"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).json().array().size(), 0);
    QFile::remove(m_folder->filePath(u"bill.pdf"_s));
    QVERIFY(QFile::copy(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-enc.pdf"), m_folder->filePath(u"bill.pdf"_s)));
    const CliRunner::Answer locked = cli().run({u"check"_s, u"request.json"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow);
    QVERIFY2(locked.out.contains("document.unreadable"), locked.out.constData());
}

void TestCli::demoShowsEveryStage()
{
    QCOMPARE(cli().run({u"demo"_s, u"--cases"_s, u"84"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).err, QString());
    QSet<QString> stages, countries;
    for (const QJsonValue &value : cli().run({u"list"_s, u"--json"_s, u"--limit"_s, u"1000"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).json().array()) {
        stages << value.toObject().value("stage"_L1).toString();
        countries << value.toObject().value("country"_L1).toString();
    }
    QCOMPARE(stages.size(), 10);
    QCOMPARE(countries.size(), 9);
    QCOMPARE(cli().run({u"verify"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).status, 0);
    // Only an empty store is filled.
    QCOMPARE(cli().run({u"demo"_s, u"--cases"_s, u"1"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).status, 3);
}

void TestCli::deemedAcceptanceByTick()
{
    const QString reference = cli().run({u"submit"_s, u"request.json"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).json().object().value("references"_L1).toArray().first().toString();
    QVERIFY(!reference.isEmpty());
    QCOMPARE(cli().run({u"act"_s, reference, u"quote"_s, u"--set"_s, u"amount=60"_s, u"--set"_s, u"currency=EUR"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).status, 0);
    // Monday + 3 business days: not on Thursday before close of business, but after it.
    const auto stage = [&] { return cli().run({u"show"_s, reference, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}).json().object().value("stage"_L1).toString(); };
    cli().run({u"tick"_s, u"--db"_s, u"desk.sqlite"_s}, u"2026-11-26T16:59:00Z"_s);
    QCOMPARE(stage(), u"quoted"_s);
    const CliRunner::Answer ticked = cli().run({u"tick"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, u"2026-11-26T17:01:00Z"_s);
    QVERIFY2(ticked.out.contains("accept-quote"), ticked.out.constData());
    QCOMPARE(stage(), u"underReview"_s);
    QCOMPARE(cli().run({u"tick"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, u"2026-11-26T17:02:00Z"_s).json().array().size(), 0);
}

void TestCli::backupAndVerify()
{
    QCOMPARE(cli().run({u"demo"_s, u"--cases"_s, u"12"_s, u"--db"_s, u"desk.sqlite"_s}, kNow).status, 0);
    QCOMPARE(cli().run({u"backup"_s, u"copy.sqlite"_s, u"--db"_s, u"desk.sqlite"_s}).status, 0);
    QCOMPARE(cli().run({u"backup"_s, u"copy.sqlite"_s, u"--db"_s, u"desk.sqlite"_s}).status == 0, false);
    QCOMPARE(cli().run({u"list"_s, u"--json"_s, u"--db"_s, u"copy.sqlite"_s}).json().array().size(), 12);
    QFile damaged(m_folder->filePath(u"garbage.sqlite"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(8192, 'x'));
    damaged.close();
    QCOMPARE(cli().run({u"verify"_s, u"--db"_s, u"garbage.sqlite"_s}).status, 3);
}

/// Every line of the README's shell examples that calls portdesk-cli runs as printed, in order, in a copy of the folder it names.
void TestCli::readmeExamplesRun()
{
    QFile readme(QStringLiteral(PORTDESK_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    QFile::remove(m_folder->filePath(u"loa.pdf"_s));
    static const QRegularExpression call(u"^portdesk-cli (.*)$"_s, QRegularExpression::MultilineOption);
    int calls = 0;
    for (auto it = call.globalMatch(QString::fromUtf8(readme.readAll())); it.hasNext(); ++calls) {
        const QStringList arguments = QProcess::splitCommand(it.next().captured(1));
        const CliRunner::Answer answer = cli().run(arguments);
        QVERIFY2(answer.status == 0, qPrintable(arguments.join(u' ') + u'\n' + answer.err + QString::fromUtf8(answer.out)));
    }
    QVERIFY(calls >= 8);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
