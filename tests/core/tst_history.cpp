// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/caseservice.h"
#include "core/storage/migrator.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/casesamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

namespace {

const Actor kAgent{Role::Agent, u"Anna Weber"_s};
const Actor kCustomer{Role::Customer, u"Jürgen Müller-Lüdenscheidt"_s};

SubmittedFile paper(int index, const QString &name)
{
    return {index, documentBytes(QByteArrayLiteral("%PDF-1.4 ") + name.toUtf8() + QByteArray::number(index), name), u"application/pdf"_s,
            1};
}

Submission submissionOf(const Request &request)
{
    Submission submission{request, {}, kCustomer, {}};
    for (int i = 0; i < request.documents.size(); ++i) {
        if (!request.documents.at(i).file.isEmpty())
            submission.files << paper(i, request.documents.at(i).file);
    }
    return submission;
}

QStringList codesOf(const QList<Problem> &problems)
{
    QStringList codes;
    for (const Problem &problem : problems)
        codes << problem.code;
    return codes;
}

} // namespace

/// What a store remembers across cases, and requests that change after they were handed in.
class TestHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void numbersHaveAHistory();
    void theLatestPortCounts();
    void findsOtherSpellings();
    void aCorrectedNameIsForgotten();
    void olderStoresAreTakenOver();
    void aThousandNumbersAreAskedAtOnce();
    void aRequestChangesInTheStore();
    void aConflictChangesNothing();
    void overridesSurviveTheStore();
    void aNewLetterAnswersItsReasons_data();
    void aNewLetterAnswersItsReasons();
    void overdueRemindersHaveARecipient();

private:
    CaseService service() { return CaseService(*m_store, m_clock, testCountries(), testZone()); }
    QList<Case> submit(const Request &request);
    CaseDetails act(const QString &reference, const QString &action, const QVariantMap &values = {});
    QString insert(const QString &owner, const QString &number, Stage stage, Outcome outcome = Outcome::Pending,
                   const QDateTime &portDate = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    FixedClock m_clock{testNow()};
};

void TestHistory::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = openStore(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    m_store = std::move(*opened);
    m_clock.set(testNow());
}

QList<Case> TestHistory::submit(const Request &request)
{
    auto cases = service().submit(submissionOf(request));
    if (!cases)
        qFatal("%s %s", qPrintable(cases.error().message), qPrintable(cases.error().detail));
    return *cases;
}

CaseDetails TestHistory::act(const QString &reference, const QString &action, const QVariantMap &values)
{
    CaseService cases = service();
    auto before = cases.details(reference, kAgent);
    auto done = before ? cases.apply(before->portCase.id, 0, {action, values, kAgent}) : before;
    if (!done)
        qFatal("%s: %s", qPrintable(action), qPrintable(done.error().message));
    return *done;
}

QString TestHistory::insert(const QString &owner, const QString &number, Stage stage, Outcome outcome, const QDateTime &portDate)
{
    Case portCase = plainCase(owner, number, stage);
    portCase.numbers.first().outcome = outcome;
    portCase.portDate = portDate;
    portCase.portZone = u"Europe/Berlin"_s;
    QString reference;
    auto done = m_store->transact([&]() -> Result<void> {
        auto stored = m_store->cases().insertCase(portCase, {}, testNow());
        if (!stored)
            return stored.error();
        reference = stored->reference;
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    return reference;
}

void TestHistory::numbersHaveAHistory()
{
    const QString open = insert(u"A"_s, u"+493011"_s, Stage::WithCarrier);
    const QString ported =
        insert(u"A"_s, u"+493012"_s, Stage::Completed, Outcome::Ported, QDateTime(QDate(2026, 2, 28), QTime(23, 30), Qt::UTC));
    insert(u"A"_s, u"+493013"_s, Stage::Cancelled);
    insert(u"A"_s, u"+493014"_s, Stage::Completed, Outcome::Failed);
    const auto known = service().history({u"+493011"_s, u"+493012"_s, u"+493013"_s, u"+493014"_s, u"+493099"_s});
    QVERIFY2(known.ok(), known ? "" : qPrintable(known.error().message));
    QCOMPARE(known->size(), 2);
    QCOMPARE(historyText(known->value(u"+493011"_s)), open + u" open"_s);
    // The day of the port is that of its zone: half past midnight in Berlin.
    QCOMPARE(historyText(known->value(u"+493012"_s)), u"ported 2026-03-01 in "_s + ported);
    QVERIFY(service().history({})->isEmpty());
}

void TestHistory::theLatestPortCounts()
{
    const QDateTime march(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    const QString later = insert(u"A"_s, u"+493012"_s, Stage::Completed, Outcome::Ported, march);
    insert(u"A"_s, u"+493012"_s, Stage::Completed, Outcome::Ported, march.addDays(-300));
    const QString open = insert(u"A"_s, u"+493012"_s, Stage::Submitted);
    QCOMPARE(service().history({u"+493012"_s})->value(u"+493012"_s), (NumberHistory{open, later, QDate(2026, 3, 2)}));
}

void TestHistory::findsOtherSpellings()
{
    insert(u"Schmidt Bau GmbH"_s, u"+493011"_s, Stage::Submitted);
    insert(u"Schmidt Bau GmbH"_s, u"+493012"_s, Stage::Submitted);
    insert(u"Weber KG"_s, u"+493013"_s, Stage::Submitted);
    const auto like = [&](const QString &name) { return m_store->cases().ownersLike(name).value(); };
    QCOMPARE(like(u"Schmitt Bau"_s), QStringList{u"Schmidt Bau GmbH"_s});
    QCOMPARE(like(u"chmidt Bau GmbH"_s), QStringList{u"Schmidt Bau GmbH"_s}); // the first letter is missing: found by its end
    QCOMPARE(like(u"Schmidt Bai AG"_s), QStringList{u"Schmidt Bau GmbH"_s});  // the last is wrong: found by its beginning
    QCOMPARE(like(u"Schmidt Bau GmbH"_s), QStringList());
    QCOMPARE(like(u"Bauer"_s), QStringList());
    QCOMPARE(like({}), QStringList());
    // The whole way: a request under another spelling, with a number that was ported.
    insert(u"X"_s, u"+493023125018"_s, Stage::Completed, Outcome::Ported);
    const Request request = RequestBuilder().set(u"/owner/company"_s, u"Schmitt Bau GmbH"_s).build();
    const QStringList codes = codesOf(service().check(request).problems);
    QVERIFY2(codes.contains(u"owner.other-spelling"_s) && codes.contains(u"number.ported-before"_s), qPrintable(codes.join(u' ')));
    QVERIFY(service().check(request).errors().isEmpty());
}

void TestHistory::aCorrectedNameIsForgotten()
{
    Case portCase = submit(RequestBuilder().set(u"/owner/company"_s, u"Schmitt Bau GmbH"_s).build()).first();
    act(portCase.reference, u"return"_s, {{u"reasons"_s, u"NAME_MISMATCH"_s}});
    act(portCase.reference, u"correct"_s, {{u"/owner/company"_s, u"Schmidt Bau GmbH"_s}});
    QCOMPARE(m_store->cases().ownersLike(u"Schmidt Bau GmbH"_s).value(), QStringList());
    QCOMPARE(m_store->cases().ownersLike(u"Schmitt Bau GmbH"_s).value(), QStringList{u"Schmidt Bau GmbH"_s});
}

void TestHistory::olderStoresAreTakenOver()
{
    // A store as it was before owners could be found by another spelling.
    const QString file = m_folder->filePath(u"older.sqlite"_s);
    QList<Migration> older = loadMigrations().value();
    while (!older.last().name.contains("owner_names"_L1))
        older.removeLast();
    older.removeLast();
    {
        auto connection = Connection::open(file);
        QVERIFY(connection.ok());
        QVERIFY(migrate(**connection, older).ok());
        for (const QString &reference : {u"PD-1"_s, u"PD-2"_s}) {
            auto done =
                (*connection)
                    ->execute(
                        u"insert into portcase (revision, reference, reference_no, stage, stage_order, country, type, owner, owner_folded, "
                        u"carrier, carrier_folded, "
                        "agent, numbers, ported, failed, reasons, next_clock, next_due, approved, port_zone, updated_at, documents, "
                        "events, chain, data) values "
                        "(1, '%1', 1, 'draft', 0, 'DE', 'geographic', 'Schmidt Bau GmbH', 'schmidt bau gmbh', '', '', '', 0, 0, 0, 0, '', 0, 0, '', 0, 0, 0, '', '{}')"_s
                            .arg(reference));
            QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        }
    }
    auto opened = openStore(file);
    QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().message));
    QCOMPARE((*opened)->cases().ownersLike(u"Schmitt Bau"_s).value(), QStringList{u"Schmidt Bau GmbH"_s});
}

void TestHistory::aThousandNumbersAreAskedAtOnce()
{
    for (int i = 0; i < 50; ++i)
        insert(u"Owner %1"_s.arg(i), u"+4930231250%1"_s.arg(i, 2, 10, QChar(u'0')), Stage::Submitted);
    QStringList numbers;
    for (int i = 0; i < 1000; ++i)
        numbers << u"+493023125%1"_s.arg(i, 3, 10, QChar(u'0'));
    QCOMPARE(service().history(numbers)->size(), 50);
}

void TestHistory::aRequestChangesInTheStore()
{
    Request request = RequestBuilder().build();
    request.numbers[2].losingCarrier = LosingCarrier{u"Andere AG"_s, u"77"_s, {}, {}};
    const QList<Case> cases = submit(request);
    QCOMPARE(cases.size(), 2);
    for (const Case &portCase : cases)
        act(portCase.reference, u"return"_s, {{u"reasons"_s, u"LOA_MISSING,ADDRESS_MISMATCH"_s}});
    act(cases.first().reference, u"correct"_s, {{u"/losingCarrier/pin"_s, u"1234"_s}});

    request.losingCarrier.pin = u"9999"_s;
    request.numbers.append({u"+33 1 42 68 53 00"_s, {}, u"hq"_s, {}, {}});
    request.documents.append({u"loa"_s, u"new-loa.pdf"_s, {}, {}, {}, QDate(2026, 11, 22)});
    Submission changed = submissionOf(request);
    auto done = service().changeRequest(cases.last().reference, changed);
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
    QCOMPARE(done->changed.size(), 2);
    QCOMPARE(done->opened.size(), 1);
    QCOMPARE(done->opened.first().country, u"FR"_s);
    QCOMPARE(done->kept, (QList<KeptPlace>{{cases.first().reference, u"/losingCarrier/pin"_s}}));
    const CaseDetails first = service().details(cases.first().reference, kAgent).value();
    QCOMPARE(first.portCase.request.losingCarrier.pin, u"1234"_s);
    QCOMPARE(first.timeline.last().what, u"request-changed"_s);
    QCOMPARE(first.portCase.documents.last().fileName, u"new-loa.pdf"_s);
    QVERIFY(first.portCase.documents.last().size > 0);
    QVERIFY(m_store->documents().content(first.portCase.documents.last().sha256).ok());
    QVERIFY(m_store->cases().loadRequest(first.portCase.requestId)->numbers.size() == 4);
    QCOMPARE(m_store->cases().casesOfRequest(first.portCase.requestId)->size(), 3);
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestHistory::aConflictChangesNothing()
{
    const QString alone = insert(u"A"_s, u"+493011"_s, Stage::Returned);
    auto done = service().changeRequest(alone, {RequestBuilder().build(), {}, kCustomer, {}});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::NotFound);
    QCOMPARE(service().changeRequest(u"PD-1"_s, {RequestBuilder().build(), {}, kCustomer, {}}).error().code, Error::Code::NotFound);
    const Case portCase = submit(RequestBuilder().build()).first();
    act(portCase.reference, u"return"_s, {{u"reasons"_s, u"PIN"_s}});
    Request broken = RequestBuilder().set(u"/owner/phone"_s, u"+49301"_s).number(u"hello"_s).build();
    QCOMPARE(service().changeRequest(portCase.reference, submissionOf(broken)).error().code, Error::Code::Invalid);
    QVERIFY(service().details(portCase.reference, kAgent)->portCase.request.owner.phone != u"+49301"_s);
    QVERIFY(m_store->cases().loadRequest(portCase.requestId)->owner.phone != u"+49301"_s);
}

void TestHistory::overridesSurviveTheStore()
{
    const Case portCase = submit(RequestBuilder().build()).first();
    QVERIFY(!portCase.splitKey.isEmpty());
    act(portCase.reference, u"return"_s, {{u"reasons"_s, u"PIN"_s}});
    const CaseDetails corrected = act(portCase.reference, u"correct"_s, {{u"/numbers/1/pin"_s, u"7"_s}});
    const Case read = service().details(portCase.reference, kAgent)->portCase;
    QCOMPARE(read.overridden, QStringList{u"/numbers/+493023125018/pin"_s});
    QCOMPARE(read.overridden, corrected.portCase.overridden);
    QCOMPARE(read.splitKey, portCase.splitKey);
}

void TestHistory::aNewLetterAnswersItsReasons_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("answered");
    QTest::newRow("letter missing") << u"LOA_MISSING"_s << u"loa"_s << true;
    QTest::newRow("letter not accepted") << u"LOA_BAD"_s << u"loa"_s << true;
    QTest::newRow("newer authorisation") << u"NEWER_AUTHORISATION"_s << u"loa"_s << true;
    QTest::newRow("a bill is no letter") << u"LOA_MISSING"_s << u"bill"_s << false;
    QTest::newRow("a letter is no PIN") << u"PIN"_s << u"loa"_s << false;
}

void TestHistory::aNewLetterAnswersItsReasons()
{
    QFETCH(QString, reason);
    QFETCH(QString, kind);
    QFETCH(bool, answered);
    const Case portCase = submit(RequestBuilder().build()).first();
    act(portCase.reference, u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}});
    act(portCase.reference, u"accept-quote"_s);
    act(portCase.reference, u"approve"_s);
    act(portCase.reference, u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
    act(portCase.reference, u"send-to-carrier"_s, {{u"carrierReference"_s, u"DT-1"_s}});
    act(portCase.reference, u"reject"_s, {{u"reasons"_s, reason}});
    CaseDocument document;
    document.kind = kind;
    document.issued = document.signedOn = QDate(2026, 11, 23);
    auto added = service().addDocument(portCase.id, 0, paper(9, u"new.pdf"_s), document, kAgent);
    QVERIFY2(added.ok(), added ? "" : qPrintable(added.error().message));
    QCOMPARE(added->portCase.attempts.last().reasons.first().answered, answered);
    QCOMPARE(added->allowedActions.contains(u"resubmit"_s), answered);
    QCOMPARE(service().details(portCase.reference, kAgent)->portCase.attempts.last().reasons.first().answered, answered);
}

void TestHistory::overdueRemindersHaveARecipient()
{
    const auto recipient = [&](const QString &reference) {
        const QList<Message> messages = service().details(reference, kAgent)->messages;
        const auto overdue =
            std::find_if(messages.cbegin(), messages.cend(), [](const Message &m) { return m.templateId == "reminder-overdue"_L1; });
        return overdue == messages.cend() ? QString() : overdue->toAddress;
    };
    const QString first = submit(RequestBuilder().build()).first().reference;
    m_clock.set(testNow().addDays(5));
    QVERIFY(service().tick().ok());
    QCOMPARE(recipient(first), kDeskAddress);
    QVERIFY(m_store->transact([&] { return m_store->setSetting(kDeskAddressSetting, u"porting@example.org"_s); }).ok());
    const QString second =
        submit(RequestBuilder().noNumbers().range(u"+49 30 23125030-39"_s).set(u"/losingCarrier/billingNumber"_s, {}).build())
            .first()
            .reference;
    m_clock.set(testNow().addDays(10));
    QVERIFY(service().tick().ok());
    QCOMPARE(recipient(second), u"porting@example.org"_s);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
