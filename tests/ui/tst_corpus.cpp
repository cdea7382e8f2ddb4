// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"
#include "tests/app/clirunner.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/guitest.h"
#include "ui/wizard/requestdraft.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// One corpus of requests, good and bad, of all continents: the command line, the wizard, the schema and a judgement made by hand agree.
class TestCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRequestIsExpected();
    void everyContinentIsThere();
    void everyCodeOccurs();
    void requestsFollowTheSchema();
    void commandLineSaysSo_data() { addRows(); }
    void commandLineSaysSo();
    void wizardSaysTheSame_data() { addRows(); }
    void wizardSaysTheSame();

private:
    void addRows() const;
    QString fileOf(const QString &name) const { return QDir(m_folder.path()).filePath(name + u".json"_s); }
    DocumentFacts factsOf(const QString &fileName);

    QTemporaryDir m_folder; ///< a copy of the corpus, with a file too large to be kept beside the others
    QJsonObject m_expected;
    std::unique_ptr<CountryPack> m_countries;
    std::unique_ptr<DocWorker> m_worker;
    QHash<QString, DocumentFacts> m_facts; ///< by file name; many requests share a file
    FixedClock m_clock{testNow()};
};

namespace {

constexpr qint64 kTooLarge = 26LL * 1024 * 1024;

QString corpusFolder()
{
    return QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/requests");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    return file.readAll();
}

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    for (const QJsonValue &value : list.toArray())
        found << value.toString();
    return found;
}

/// "code field" of every problem, sorted.
QStringList toldProblems(const QJsonValue &problems)
{
    QStringList told;
    for (const QJsonValue &problem : problems.toArray())
        told << problem["code"_L1].toString() + u' ' + problem["field"_L1].toString();
    told.sort();
    return told;
}

QStringList toldProblems(const QList<Problem> &problems)
{
    QStringList told;
    for (const Problem &problem : problems)
        told << problem.code + u' ' + problem.field;
    told.sort();
    return told;
}

QStringList toldCases(const QJsonValue &cases)
{
    QStringList told;
    for (const QJsonValue &row : cases.toArray())
        told << u"%1 %2 %3"_s.arg(row["country"_L1].toString(), row["type"_L1].toString()).arg(row["numbers"_L1].toArray().size());
    return told;
}

QStringList toldCases(const QList<CasePlan> &cases)
{
    QStringList told;
    for (const CasePlan &plan : cases)
        told << u"%1 %2 %3"_s.arg(plan.country, numberTypeKey(plan.type)).arg(plan.numbers.size());
    return told;
}

DocumentFacts refusedFacts(const Error &error)
{
    DocumentFacts facts;
    facts.readable = false;
    facts.problemCode = error.detail.startsWith("document."_L1) ? error.detail : u"document.unreadable"_s;
    facts.problemDetail = error.message;
    return facts;
}

/// Codes that no request alone can bring about: they need cases in a store, a confirmed date or the words of a document.
const QSet<QString> &codesOfAStore()
{
    static const QSet<QString> codes{u"number.in-open-case"_s, u"number.ported-before"_s, u"owner.other-spelling"_s,
                                     u"date.change-lock"_s,    u"evidence.differs"_s,     u"evidence.not-shown"_s};
    return codes;
}

/// The weekdays of every porting window in the pack are business days of its country, so no request of today meets this one; tst_portdates
/// does.
const QSet<QString> &codesOfOtherPacks()
{
    static const QSet<QString> codes{u"date.outside-window"_s};
    return codes;
}

} // namespace

void TestCorpus::initTestCase()
{
    auto pack = CountryPack::load();
    QVERIFY(pack.ok());
    m_countries = std::make_unique<CountryPack>(std::move(*pack));
    m_worker = std::make_unique<DocWorker>(DocWorkerOptions{QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker")});
    for (const QFileInfo &file : QDir(corpusFolder()).entryInfoList(QDir::Files))
        QVERIFY2(QFile::copy(file.filePath(), m_folder.filePath(file.fileName())), qPrintable(file.fileName()));
    QFile large(m_folder.filePath(u"large.pdf"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.write("%PDF-1.4\n") > 0 && large.resize(kTooLarge));
    m_expected = QJsonDocument::fromJson(contentOf(m_folder.filePath(u"expected.json"_s))).object();
}

void TestCorpus::addRows() const
{
    QTest::addColumn<QString>("name");
    for (const QString &name : m_expected.keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCorpus::everyRequestIsExpected()
{
    QStringList names;
    for (const QString &file : QDir(corpusFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (file != "expected.json"_L1)
            names << file.chopped(5);
    }
    names.sort();
    QCOMPARE(names, QStringList(m_expected.keys()));
    QVERIFY2(names.size() >= 60, qPrintable(QString::number(names.size())));
    const auto good =
        std::count_if(m_expected.begin(), m_expected.end(), [](const QJsonValue &row) { return row["errors"_L1].toArray().isEmpty(); });
    QVERIFY(good >= 30 && m_expected.size() - good >= 30);
}

void TestCorpus::everyContinentIsThere()
{
    QSet<QString> countries;
    for (const QJsonValue &row : std::as_const(m_expected)) {
        for (const QString &plan : texts(row["cases"_L1]))
            countries.insert(plan.section(u' ', 0, 0));
    }
    QVERIFY2(countries.size() >= 35, qPrintable(QString::number(countries.size())));
    const QHash<QString, QStringList> continents{{u"Africa"_s, {u"ZA"_s, u"UG"_s}},
                                                 {u"Asia"_s, {u"JP"_s, u"IN"_s, u"SG"_s, u"KR"_s}},
                                                 {u"Europe"_s, {u"DE"_s, u"FR"_s, u"GB"_s, u"BG"_s}},
                                                 {u"North America"_s, {u"US"_s, u"CA"_s, u"MX"_s}},
                                                 {u"South America"_s, {u"BR"_s, u"AR"_s, u"PE"_s}},
                                                 {u"Oceania"_s, {u"AU"_s, u"NZ"_s}}};
    for (auto it = continents.cbegin(); it != continents.cend(); ++it) {
        for (const QString &country : it.value())
            QVERIFY2(countries.contains(country), qPrintable(it.key() + u": "_s + country));
    }
}

void TestCorpus::everyCodeOccurs()
{
    QSet<QString> told;
    for (const QJsonValue &row : std::as_const(m_expected)) {
        for (const QString &problem : texts(row["errors"_L1]) + texts(row["warnings"_L1]))
            told.insert(problem.section(u' ', 0, 0));
    }
    const QSet<QString> excepted = codesOfAStore() + codesOfOtherPacks();
    QStringList missing;
    for (const ProblemCode &known : problemCodes()) {
        QVERIFY2(!(told.contains(known.code) && excepted.contains(known.code)), qPrintable(known.code + u" is excepted and occurs"_s));
        if (!told.remove(known.code) && !excepted.contains(known.code))
            missing << known.code;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    QVERIFY2(told.isEmpty(), qPrintable(QStringList(told.cbegin(), told.cend()).join(u' '))); // no code that the program does not list
}

void TestCorpus::requestsFollowTheSchema()
{
    const QString root = QStringLiteral(PORTDESK_SOURCE_DIR);
    QStringList arguments{root + u"/resources/data/tools/check_requests.py"_s, root + u"/resources/schema/request.schema.json"_s};
    for (const QString &name : m_expected.keys())
        arguments << fileOf(name);
    QProcess check;
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral(PORTDESK_PYTHON), arguments);
    QVERIFY(check.waitForFinished(60000));
    const QByteArray said = check.readAll();
    QVERIFY2(check.exitStatus() == QProcess::NormalExit && check.exitCode() == 0, said.constData());
    QVERIFY2(said.startsWith(QByteArray::number(m_expected.size()) + " requests"), said.constData());
}

void TestCorpus::commandLineSaysSo()
{
    QFETCH(QString, name);
    const QJsonValue expected = m_expected.value(name);
    const CliRunner cli(m_folder.path());
    const auto answer =
        cli.run({u"check"_s, fileOf(name), u"--json"_s, u"--today"_s, u"2026-11-23"_s, u"--db"_s, m_folder.filePath(u"none.db"_s)});
    const QJsonDocument json = answer.json();
    QVERIFY2(json.isObject(), qPrintable(answer.err));
    QCOMPARE(toldProblems(json["errors"_L1]), texts(expected["errors"_L1]));
    QCOMPARE(toldProblems(json["warnings"_L1]), texts(expected["warnings"_L1]));
    QCOMPARE(toldCases(json["cases"_L1]), texts(expected["cases"_L1]));
    QCOMPARE(answer.status, texts(expected["errors"_L1]).isEmpty() ? 0 : 1);
}

/// What the wizard's intake finds out about a file: the same reader and the same worker.
DocumentFacts TestCorpus::factsOf(const QString &fileName)
{
    if (const auto known = m_facts.constFind(fileName); known != m_facts.cend())
        return *known;
    DocumentFacts facts;
    if (const auto document = readForIntake(m_folder.filePath(fileName)); !document) {
        facts = refusedFacts(document.error());
    } else if (const auto info = await(m_worker->inspect(*document)); !info) {
        facts = refusedFacts(info.error());
    } else {
        facts.size = document->bytes.size();
        facts.pages = info->pages();
    }
    m_facts.insert(fileName, facts);
    return facts;
}

void TestCorpus::wizardSaysTheSame()
{
    QFETCH(QString, name);
    auto request = requestFromJson(contentOf(fileOf(name)));
    QVERIFY2(request.ok(), request.ok() ? "" : qPrintable(request.error().message));
    RequestDraft draft({*m_countries, m_clock, QTimeZone::utc()});
    for (RequestDocument &document : request->documents) {
        if (document.file.isEmpty())
            continue;
        document.sha256 = u"hash of "_s + document.file; // the wizard knows stored files by their hash
        draft.setFacts(document.sha256, factsOf(document.file));
    }
    draft.reset(*request);
    QTRY_VERIFY(draft.isUpToDate());
    const QJsonValue expected = m_expected.value(name);
    QCOMPARE(toldProblems(draft.checked().errors()), texts(expected["errors"_L1]));
    QCOMPARE(toldProblems(draft.checked().warnings()), texts(expected["warnings"_L1]));
    QCOMPARE(toldCases(draft.checked().cases), texts(expected["cases"_L1]));
}

PORTDESK_GUI_TEST_MAIN(TestCorpus)
#include "tst_corpus.moc"
