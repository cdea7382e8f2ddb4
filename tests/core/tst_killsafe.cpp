// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that is killed (SIGKILL) at any moment of an action loses no action it has acknowledged, and leaves none half done.
// The test starts itself as a child that acts and acknowledges over its standard output, and kills it again and again.
#include "core/desk/caseservice.h"
#include "core/storage/store.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kKills = 60;
constexpr int kActionsPerCase = 7;

using Step = std::function<void()>;

QString mark(int n)
{
    return u"action %1"_s.arg(n);
}

DocumentBytes paper(int n)
{
    return bytesOf(QByteArray("paper ") + QByteArray::number(n) + QByteArray(3000, 'p'));
}

Case changed(Case portCase, int n)
{
    portCase.agent = mark(n);
    portCase.stage = n % 2 ? Stage::Quoted : Stage::UnderReview;
    portCase.numbers[0].note = mark(n);
    portCase.clocks[0].due = testNow().addSecs(n);
    portCase.documents.append({{}, u"other"_s, mark(n), paper(n).sha256, 3000, 1, u"application/pdf"_s, {}, {}, {}, {}});
    return portCase;
}

Result<Case> caseFor(Store &store, int n)
{
    CaseQuery newest;
    newest.sort = CaseSort::Reference;
    newest.limit = 1;
    auto page = store.cases().find(newest);
    if (!page)
        return page.error();
    if (!page->rows.isEmpty() && n % kActionsPerCase != 0)
        return store.cases().load(page->rows.first().id);
    return store.cases().insertCase(plainCase(u"Owner %1"_s.arg(n), u"+4930%1"_s.arg(100000 + n)), {eventOf(u"created"_s, testNow())},
                                    testNow());
}

/// The action under test: document, case (sometimes a new one), event and message in one transaction. `step` is called between its parts.
Result<void> perform(Store &store, int n, const Step &step)
{
    return store.transact([&]() -> Result<void> {
        step();
        if (auto put = store.documents().putContent(paper(n), u"application/pdf"_s); !put)
            return put;
        step();
        auto portCase = caseFor(store, n);
        if (!portCase)
            return portCase.error();
        step();
        auto updated = store.cases().updateCase(changed(*portCase, n), {eventOf(mark(n), testNow())}, testNow().addSecs(n));
        if (!updated)
            return updated.error();
        step();
        Message message = messageTo(*updated, testNow());
        message.subject = mark(n);
        auto added = store.outbox().add(message);
        step();
        return added ? Result<void>() : Result<void>(added.error());
    });
}

void say(const char *text)
{
    std::fputs(text, stdout);
    std::fflush(stdout);
}

/// The child: acts until it is killed. "." for every step, "<n>\n" for every acknowledged action.
int act(const QString &file, int first)
{
    auto store = openStore(file);
    if (!store)
        return 1;
    for (int n = first;; ++n) {
        if (!perform(**store, n, [] { say("."); }))
            return 2;
        say(qPrintable(u"%1\n"_s.arg(n)));
    }
}

Result<CountryPack> countries()
{
    return CountryPack::load();
}

/// A case that waits for its customer, so that it may be corrected again and again.
Result<Case> returnedCase(CaseService &service)
{
    Submission submission{RequestBuilder().build(), {}, {Role::Customer, u"customer"_s}, {}};
    for (int i = 0; i < submission.request.documents.size(); ++i) {
        if (!submission.request.documents.at(i).file.isEmpty())
            submission.files << SubmittedFile{i, paper(i), u"application/pdf"_s, 1};
    }
    auto cases = service.submit(submission);
    if (!cases)
        return cases.error();
    auto details = service.apply(cases->first().id, 0, {u"return"_s, {{u"reasons"_s, u"PIN"_s}}, {Role::Agent, u"agent"_s}});
    return details ? Result<Case>(details->portCase) : Result<Case>(details.error());
}

/// The child as a whole desk: real actions of the case service until it is killed, "<n>\n" for every acknowledged one.
int actAsDesk(const QString &file, CaseId id, int first)
{
    auto store = openStore(file);
    auto pack = countries();
    if (!store || !pack)
        return 1;
    const FixedClock clock(testNow());
    CaseService service(**store, clock, *pack, testZone());
    for (int n = first;; ++n) {
        if (!service.apply(id, 0, {u"correct"_s, {{u"/losingCarrier/pin"_s, QString::number(1000 + n)}}, {Role::Agent, u"agent"_s}}))
            return 2;
        say(qPrintable(u"%1\n"_s.arg(n)));
    }
}

} // namespace

class TestKillSafe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNoAcknowledgedAction();
    void losesNoActionOfTheDesk();

private:
    /// Lets a child act and kills it after about `bytes` of its output; answers the actions it acknowledged.
    QList<int> actUntilKilled(const QStringList &arguments, int bytes);
    void checkStore(const QString &file);
    void checkAction(Store &store, const Message &message);

    QSet<int> m_acknowledged;
    int m_next = 0;
    int m_killedInside = 0; ///< kills that struck between two steps of an action
};

QList<int> TestKillSafe::actUntilKilled(const QStringList &arguments, int bytes)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), arguments);
    QByteArray output;
    while (output.size() < bytes && child.waitForReadyRead(30000))
        output += child.readAllStandardOutput();
    child.kill();
    child.waitForFinished(30000);
    output += child.readAllStandardOutput(); // what was said before it died counts
    if (child.exitStatus() != QProcess::CrashExit)
        qWarning("the child ended by itself with %d", child.exitCode());
    QList<int> acknowledged;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines.first(lines.size() - 1))
        acknowledged.append(line.mid(line.lastIndexOf('.') + 1).toInt());
    if (lines.last().contains('.'))
        ++m_killedInside;
    return acknowledged;
}

void TestKillSafe::checkAction(Store &store, const Message &message)
{
    const auto events = store.cases().events(message.caseId);
    QVERIFY(events.ok());
    QCOMPARE(std::count_if(events->begin(), events->end(), [&](const CaseEvent &event) { return event.what == message.subject; }), 1);
    const auto portCase = store.cases().load(message.caseId);
    QVERIFY(portCase.ok());
    const auto document = std::find_if(portCase->documents.begin(), portCase->documents.end(),
                                       [&](const CaseDocument &each) { return each.fileName == message.subject; });
    QVERIFY(document != portCase->documents.end());
    QVERIFY(store.documents().content(document->sha256).ok());
    if (events->last().what == message.subject) {
        QCOMPARE(portCase->agent, message.subject);
        QCOMPARE(portCase->numbers.first().note, message.subject);
        QCOMPARE(portCase->revision, int(events->size())); // each action one revision and one event
    }
}

void TestKillSafe::checkStore(const QString &file)
{
    auto store = openStore(file);
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message + store.error().detail));
    const auto report = (*store)->verify();
    QVERIFY(report.ok());
    QCOMPARE(report->problems, QStringList());
    const auto messages = (*store)->outbox().list(false, 1'000'000);
    QVERIFY(messages.ok());
    QSet<int> found;
    for (const Message &message : *messages)
        found.insert(message.subject.section(u' ', 1).toInt());
    QCOMPARE(qint64(found.size()), report->messages);
    QVERIFY2(found.contains(m_acknowledged), "an acknowledged action is lost");
    QCOMPARE(report->events, report->messages + report->cases); // one for each action, one for each case made
    for (const Message &message : messages->first(std::min<qsizetype>(20, messages->size())))
        checkAction(**store, message);
    m_next = found.isEmpty() ? 0 : *std::max_element(found.begin(), found.end()) + 1;
}

void TestKillSafe::losesNoAcknowledgedAction()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"desk.sqlite"_s);
    QRandomGenerator random(20261123);
    for (int kill = 0; kill < kKills; ++kill) {
        const QList<int> acknowledged = actUntilKilled({u"--act"_s, file, QString::number(m_next)}, 1 + int(random.bounded(80)));
        m_acknowledged.unite(QSet<int>(acknowledged.begin(), acknowledged.end()));
        checkStore(file);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_acknowledged.size() > kKills, "the children did too little to prove anything");
    QVERIFY2(m_killedInside > kKills / 4, "too few kills struck inside an action");
    qInfo("%d kills, %d of them inside an action, %d actions acknowledged, none lost", kKills, m_killedInside, int(m_acknowledged.size()));
}

/// The same through the service a desk calls: guards, stage table, event and revision, at least 50 kills.
void TestKillSafe::losesNoActionOfTheDesk()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(u"desk.sqlite"_s);
    CaseId id;
    {
        auto store = openStore(file);
        auto pack = countries();
        QVERIFY(store.ok() && pack.ok());
        const FixedClock clock(testNow());
        CaseService service(**store, clock, *pack, testZone());
        auto made = returnedCase(service);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
        id = made->id;
    }
    QRandomGenerator random(20261124);
    int next = 1;
    int acknowledgedInAll = 0;
    for (int kill = 0; kill < 50; ++kill) {
        const QList<int> acknowledged = actUntilKilled({u"--desk"_s, file, QString::number(id.value), QString::number(next)}, 1 + int(random.bounded(40)));
        auto store = openStore(file);
        QVERIFY(store.ok());
        QCOMPARE((*store)->verify()->problems, QStringList());
        const auto portCase = (*store)->cases().load(id);
        QVERIFY(portCase.ok());
        const auto events = (*store)->cases().events(id);
        const auto corrections = std::count_if(events->cbegin(), events->cend(), [](const CaseEvent &event) { return event.what == u"correct"_s; });
        // Everything acknowledged is there; at most the one action that was under way is there besides.
        const int stored = portCase->request.losingCarrier.pin.toInt() - 1000;
        QCOMPARE(int(corrections), stored);
        QVERIFY2(acknowledged.isEmpty() || stored >= acknowledged.last(), "an acknowledged action is lost");
        QVERIFY(acknowledged.isEmpty() || stored <= acknowledged.last() + 1);
        acknowledgedInAll += int(acknowledged.size());
        next = stored + 1;
    }
    QVERIFY2(acknowledgedInAll > 50, "the children did too little to prove anything");
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--act"_s)
        return act(arguments.at(2), arguments.at(3).toInt());
    if (arguments.size() == 5 && arguments.at(1) == u"--desk"_s)
        return actAsDesk(arguments.at(2), CaseId{arguments.at(3).toLongLong()}, arguments.at(4).toInt());
    TestKillSafe test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killsafe.moc"
