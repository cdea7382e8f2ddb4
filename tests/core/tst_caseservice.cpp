// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/caseservice.h"
#include "core/desk/desklimits.h"
#include "core/desk/desksession.h"

#include "tests/kit/requestbuilder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

namespace {

const Actor kAgent{Role::Agent, u"Anna Weber"_s};
const Actor kCustomer{Role::Customer, u"Jürgen Müller-Lüdenscheidt"_s};

/// Every document row of a request with a real file behind it.
Submission submissionOf(const Request &request)
{
    Submission submission{request, {}, kCustomer, {}};
    for (int i = 0; i < request.documents.size(); ++i) {
        if (request.documents.at(i).file.isEmpty())
            continue;
        QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-deu.pdf"));
        if (file.open(QIODevice::ReadOnly))
            submission.files << SubmittedFile{i, documentBytes(file.readAll() + QByteArray::number(i), request.documents.at(i).file), u"application/pdf"_s, 1};
    }
    return submission;
}

} // namespace

/// Route 3 and 4 of the design on a real store: submit, act, tick; one transaction each.
class TestCaseService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void submitKeepsEverything();
    void problemsStopASubmission();
    void staleRevisionIsAConflict();
    void refusalNamesItsGuard();
    void missedTicksApplyOnceInOrder();
    void twoDesksTickOnce();
    void failedNumbersGoOnInAFollowUp();
    void documentsAreAddedToOpenCasesOnly();
    void sizeLimitIsKeptWithTheStore();
    void sessionAnswersAsynchronously();

private:
    Case submitted();
    void act(CaseService &service, CaseId id, const QString &action, const QVariantMap &values = {}, const Actor &actor = kAgent);
    CaseService service() { return CaseService(*m_store, m_clock, *m_countries, testZone()); }

    std::shared_ptr<const CountryPack> m_countries;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    FixedClock m_clock{testNow()};
};

void TestCaseService::initTestCase()
{
    auto loaded = CountryPack::load();
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    m_countries = std::make_shared<const CountryPack>(std::move(*loaded));
}

void TestCaseService::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = openStore(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY(opened.ok());
    m_store = std::move(*opened);
    m_clock.set(testNow());
}

Case TestCaseService::submitted()
{
    auto cases = service().submit(submissionOf(RequestBuilder().build()));
    if (!cases) {
        qWarning("%s %s", qPrintable(cases.error().message), qPrintable(cases.error().detail));
        return {};
    }
    return cases->first();
}

void TestCaseService::act(CaseService &service, CaseId id, const QString &action, const QVariantMap &values, const Actor &actor)
{
    auto done = service.apply(id, 0, {action, values, actor});
    QVERIFY2(done, done ? "" : qPrintable(action + u": "_s + done.error().message));
}

void TestCaseService::submitKeepsEverything()
{
    const Case made = submitted();
    QCOMPARE(made.stage, Stage::Submitted);
    QVERIFY(made.reference.startsWith(u"PD-"_s));
    auto details = service().details(made.reference, kAgent);
    QVERIFY(details.ok());
    QCOMPARE(details->portCase.numbers.size(), 3);
    QCOMPARE(details->messages.size(), 1);
    QVERIFY(details->messages.first().subject.contains(made.reference));
    QVERIFY(!details->portCase.clocks.isEmpty());
    for (const CaseDocument &document : details->portCase.documents) {
        if (!document.unavailable.isEmpty())
            continue;
        QCOMPARE(document.pages, 1);
        auto bytes = m_store->documents().content(document.sha256);
        QVERIFY(bytes.ok());
        QCOMPARE(qint64(bytes->size()), document.size);
    }
}

void TestCaseService::problemsStopASubmission()
{
    const Request broken = RequestBuilder().set(u"/owner/company"_s, u""_s).build();
    auto refused = service().submit(submissionOf(broken));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Invalid);
    QVERIFY2(refused.error().detail.contains("owner.company.missing"_L1), qPrintable(refused.error().detail));
    QCOMPARE(*m_store->cases().count({}), 0);
    QCOMPARE(m_store->documents().contentHashes()->size(), 0);
}

void TestCaseService::staleRevisionIsAConflict()
{
    const Case made = submitted();
    CaseService desk = service();
    const ActionRequest quote{u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}}, kAgent};
    QVERIFY(desk.apply(made.id, made.revision, quote).ok());
    auto late = desk.apply(made.id, made.revision, {u"cancel"_s, {{u"text"_s, u"late"_s}}, kAgent});
    QVERIFY(!late.ok());
    QCOMPARE(late.error().code, Error::Code::Conflict);
    QCOMPARE(desk.details(made.id, kAgent)->portCase.stage, Stage::Quoted);
}

void TestCaseService::refusalNamesItsGuard()
{
    const Case made = submitted();
    auto refused = service().apply(made.id, 0, {u"send-to-carrier"_s, {{u"carrierReference"_s, u"X"_s}}, kAgent});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Refused);
    QVERIFY(refused.error().detail.startsWith(u"stage|"_s));
    QCOMPARE(service().details(made.id, kAgent)->timeline.size(), 2); // created and submitted, nothing since
}

void TestCaseService::missedTicksApplyOnceInOrder()
{
    const Case made = submitted();
    CaseService desk = service();
    act(desk, made.id, u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}});
    m_clock.set(testNow().addDays(14));
    auto ticked = desk.tick();
    QVERIFY2(ticked, ticked ? "" : qPrintable(ticked.error().message));
    // Deemed accepted on Thursday at close of business in Berlin; then the desk's own approval was due a business day later.
    QVERIFY(ticked->size() >= 2);
    QCOMPARE(ticked->first().action, u"accept-quote"_s);
    QCOMPARE(ticked->first().due, QDateTime(QDate(2026, 11, 26), QTime(17, 0), testZone()).toUTC());
    QVERIFY(ticked->at(1).due > ticked->first().due);
    auto details = desk.details(made.id, kAgent);
    QCOMPARE(details->portCase.stage, Stage::UnderReview);
    QCOMPARE(details->portCase.quote->answer, QuoteAnswer::DeemedAccepted);
    const CaseEvent accepted = *std::find_if(details->timeline.cbegin(), details->timeline.cend(), [](const CaseEvent &event) { return event.what == u"accept-quote"_s; });
    QCOMPARE(accepted.at, ticked->first().due);
    QCOMPARE(accepted.role, Role::Clock);
    QCOMPARE(desk.tick()->size(), 0);
}

void TestCaseService::twoDesksTickOnce()
{
    const Case made = submitted();
    CaseService desk = service();
    act(desk, made.id, u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}});
    auto second = openStore(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY(second.ok());
    CaseService other(**second, m_clock, *m_countries, testZone());
    m_clock.set(QDateTime(QDate(2026, 11, 26), QTime(18, 0), testZone()));
    const auto first = desk.tick();
    const auto again = other.tick();
    QCOMPARE(first->size(), 1);
    QCOMPARE(again->size(), 0);
    const auto timeline = desk.details(made.id, kAgent)->timeline;
    QCOMPARE(std::count_if(timeline.cbegin(), timeline.cend(), [](const CaseEvent &event) { return event.what == u"accept-quote"_s; }), 1);
}

void TestCaseService::failedNumbersGoOnInAFollowUp()
{
    const Case made = submitted();
    CaseService desk = service();
    act(desk, made.id, u"quote"_s, {{u"lines"_s, u"[{\"label\":\"Port\",\"quantity\":3,\"unitAmount\":\"10\",\"perNumber\":true}]"_s}, {u"currency"_s, u"EUR"_s}});
    act(desk, made.id, u"accept-quote"_s, {}, kCustomer);
    act(desk, made.id, u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"none there"_s}});
    act(desk, made.id, u"approve"_s);
    act(desk, made.id, u"send-to-carrier"_s, {{u"carrierReference"_s, u"R-1"_s}});
    act(desk, made.id, u"schedule"_s, {{u"portDate"_s, u"2026-12-15T10:00:00+01:00"_s}});
    m_clock.set(QDateTime(QDate(2026, 12, 15), QTime(12, 0), testZone()));
    act(desk, made.id, u"outcome"_s, {{u"ported"_s, u"+493023125017,+493023125018"_s}, {u"failed"_s, u"+493023125019"_s}});
    act(desk, made.id, u"complete"_s);
    const Case done = desk.details(made.id, kAgent)->portCase;
    QCOMPARE(done.stageLabel(), u"Completed, 2 of 3"_s);
    QCOMPARE(charges(done).first().quantity, 2);
    QCOMPARE(*m_store->cases().count({}), 2);
    CaseQuery drafts;
    drafts.stages = {Stage::Draft};
    const auto next = m_store->cases().find(drafts);
    QCOMPARE(next->rows.size(), 1);
    const Case follow = desk.details(next->rows.first().id, kAgent)->portCase;
    QCOMPARE(follow.followUpOf, made.reference);
    QCOMPARE(follow.numbers.size(), 1);
    QCOMPARE(follow.numbers.first().e164, u"+493023125019"_s);
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestCaseService::documentsAreAddedToOpenCasesOnly()
{
    const Case made = submitted();
    CaseService desk = service();
    SubmittedFile file{0, documentBytes("%PDF-1.4 csr", u"csr.pdf"_s), u"application/pdf"_s, 1};
    CaseDocument csr;
    csr.kind = u"csr"_s;
    auto added = desk.addDocument(made.id, 0, file, csr, kAgent);
    QVERIFY(added.ok());
    const auto &documents = added->portCase.documents;
    QCOMPARE(std::count_if(documents.cbegin(), documents.cend(), [](const CaseDocument &document) { return document.kind == u"csr"_s; }), 1);
    QCOMPARE(added->timeline.last().what, u"document-added"_s);
    act(desk, made.id, u"cancel"_s, {{u"text"_s, u"not wanted"_s}});
    auto closed = desk.addDocument(made.id, 0, file, csr, kAgent);
    QVERIFY(!closed.ok());
    QCOMPARE(closed.error().code, Error::Code::Refused);
}

void TestCaseService::sizeLimitIsKeptWithTheStore()
{
    QCOMPARE(intakeLimits(*m_store)->maximumBytes, IntakeLimits().maximumBytes);
    QVERIFY(!setMaximumDocumentBytes(*m_store, 10).ok());
    QVERIFY(setMaximumDocumentBytes(*m_store, 2 * 1024 * 1024).ok());
    auto again = openStore(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY(again.ok());
    QCOMPARE(intakeLimits(**again)->maximumBytes, qint64(2 * 1024 * 1024));
}

void TestCaseService::sessionAnswersAsynchronously()
{
    m_store.reset();
    DeskSession session({m_folder->filePath(u"session.sqlite"_s), std::make_shared<FixedClock>(testNow()), m_countries, testZone(), kAgent, {}, {}});
    bool early = false;
    session.find({}).then(this, [&](const Result<CasePage> &page) { early = !page; });
    QTRY_VERIFY(early); // before open(): an error, not a crash
    bool opened = false;
    session.open().then(this, [&](const Result<MigrationOutcome> &outcome) { opened = outcome && *outcome == MigrationOutcome::Created; });
    QTRY_VERIFY(opened);
    QSignalSpy changed(&session, &DeskSession::casesChanged);
    Request request = RequestBuilder().build();
    for (const SubmittedFile &file : submissionOf(request).files) {
        request.documents[file.index].sha256 = file.document.sha256;
        std::ignore = session.storeDocument(file.document);
    }
    QString reference, failure;
    session.submit(request, {}).then(this, [&](const Result<QList<Case>> &cases) {
        if (cases)
            reference = cases->first().reference;
        else
            failure = cases.error().message;
    });
    QTRY_VERIFY2(!reference.isEmpty() || !failure.isEmpty(), "no answer");
    QCOMPARE(failure, QString());
    QTRY_VERIFY(!changed.isEmpty());
}

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_caseservice.moc"
