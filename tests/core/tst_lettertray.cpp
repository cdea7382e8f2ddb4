// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/storetest.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

DocumentBytes scan(const QByteArray &bytes)
{
    return documentBytes(bytes, u"monday.pdf"_s);
}

TrayPart partOf(const DocumentBytes &file, TrayReason reason = TrayReason::NoCode)
{
    return {{}, file.sha256, file.bytes.size(), u"application/pdf"_s, u"monday, page 3.pdf"_s, u"monday.pdf"_s, {2, 4}, reason, u"about"_s, u"PD-2041"_s, u"Anna Weber"_s, testNow()};
}

} // namespace

class TestLetterTray final : public StoreTest
{
    Q_OBJECT

    LetterTrayRepository &tray() { return m_store->letterTray(); }

private Q_SLOTS:
    void keepsFilesUntilTheyHaveTheirPlace();
    void placesAPageOnce();
    void keepsParts();
    void bringsBackWhatWasRemoved();
    void refusesWhatWaitsNoMore();
    void findsDamage();
    void findsCasesOfARequest();
};

void TestLetterTray::keepsFilesUntilTheyHaveTheirPlace()
{
    const auto batch = tray().addBatch(scan("one"), u"Anna"_s, testNow());
    QVERIFY(batch.ok() && batch->id.isValid());
    const auto again = tray().addBatch(scan("one"), u"Jonas"_s, testNow().addSecs(60));
    QVERIFY(again.ok());
    QCOMPARE(again->id, batch->id); // on its way already
    QVERIFY(tray().addBatch(scan("two"), u"Anna"_s, testNow()).ok());
    QVERIFY(tray().markPlaced(batch->id, {0, 2}).ok());
    const auto all = tray().batches();
    QVERIFY(all.ok());
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->first(), (LetterBatch{batch->id, scan("one").sha256, u"monday.pdf"_s, u"Anna"_s, testNow(), {0, 2}}));
    QCOMPARE(tray().batchFile(batch->id)->bytes, QByteArray("one"));
    QVERIFY(tray().finishBatch(batch->id).ok());
    QCOMPARE(tray().batches()->size(), 1);
    QCOMPARE(tray().batchFile(batch->id).error().code, Error::Code::NotFound);
}

void TestLetterTray::placesAPageOnce()
{
    const auto batch = tray().addBatch(scan("one"), u"Anna"_s, testNow());
    QVERIFY(tray().markPlaced(batch->id, {0}).ok());
    QCOMPARE(tray().markPlaced(batch->id, {1, 0}).error().code, Error::Code::Conflict);
    QVERIFY(tray().finishBatch(batch->id).ok());
    QCOMPARE(tray().markPlaced(batch->id, {5}).error().code, Error::Code::Conflict); // another desk has finished it
}

void TestLetterTray::keepsParts()
{
    const DocumentBytes file = scan("page");
    for (int reason = 0; reason <= int(TrayReason::Refused); ++reason)
        QVERIFY(tray().addPart(partOf(file, TrayReason(reason)), file.bytes).ok());
    const auto parts = tray().parts();
    QVERIFY(parts.ok());
    QCOMPARE(parts->size(), int(TrayReason::Refused) + 1);
    QCOMPARE(*tray().count(), parts->size());
    for (int i = 0; i < parts->size(); ++i) {
        TrayPart expected = partOf(file, TrayReason(i));
        expected.id = parts->at(i).id;
        QCOMPARE(parts->at(i), expected);
        QCOMPARE(*tray().part(expected.id), expected);
    }
    const auto bytes = tray().partFile(parts->first().id);
    QVERIFY(bytes.ok());
    QCOMPARE(bytes->bytes, file.bytes);
    QCOMPARE(bytes->fileName, u"monday, page 3.pdf"_s);
}

void TestLetterTray::bringsBackWhatWasRemoved()
{
    const DocumentBytes file = scan("page");
    const auto part = tray().addPart(partOf(file), file.bytes);
    QVERIFY(tray().removePart(part->id, testNow()).ok());
    QCOMPARE(*tray().count(), 0);
    QVERIFY(tray().restorePart(part->id).ok());
    QCOMPARE(tray().parts()->first(), *part);
    QVERIFY(tray().removePart(part->id, testNow()).ok());
    QVERIFY(tray().purge(testNow()).ok()); // removed at that very moment: not before it
    QVERIFY(tray().restorePart(part->id).ok());
    QVERIFY(tray().removePart(part->id, testNow()).ok());
    QVERIFY(tray().purge(testNow().addDays(1)).ok());
    QCOMPARE(tray().restorePart(part->id).error().code, Error::Code::NotFound);
    const TrayEvent event{testNow(), u"Anna"_s, u"removed"_s, part->id, u"monday, page 3.pdf"_s, u"x"_s};
    QVERIFY(tray().record(event).ok());
    QCOMPARE(*tray().history(), QList<TrayEvent>{event});
}

void TestLetterTray::refusesWhatWaitsNoMore()
{
    const DocumentBytes file = scan("page");
    const auto part = tray().addPart(partOf(file), file.bytes);
    QVERIFY(tray().deletePart(part->id).ok());
    for (const Error &error : {tray().deletePart(part->id).error(), tray().part(part->id).error(), tray().partFile(part->id).error(), tray().removePart(part->id, testNow()).error(),
                               tray().restorePart(part->id).error()}) {
        QCOMPARE(error.code, Error::Code::NotFound);
        QVERIFY(error.message.endsWith(u'.'));
    }
}

void TestLetterTray::findsDamage()
{
    const DocumentBytes file = scan("page");
    const auto part = tray().addPart(partOf(file), file.bytes);
    QVERIFY(m_store->verify()->problems.join(u' ').contains(u"how monday, page 3.pdf came"_s));
    QVERIFY(tray().record({testNow(), u"Anna"_s, u"arrived"_s, part->id, part->fileName, {}}).ok());
    QVERIFY(tray().addBatch(scan("one"), u"Anna"_s, testNow()).ok());
    QCOMPARE(m_store->verify()->problems, QStringList());
    TrayPart other = partOf(file);
    other.sha256 = scan("other").sha256;
    const auto damaged = tray().addPart(other, file.bytes);
    QVERIFY(tray().record({testNow(), u"Anna"_s, u"arrived"_s, damaged->id, other.fileName, {}}).ok());
    QCOMPARE(tray().partFile(damaged->id).error().code, Error::Code::Storage);
    QVERIFY(m_store->verify()->problems.join(u' ').contains(u"damaged"_s));
}

void TestLetterTray::findsCasesOfARequest()
{
    Request request = RequestBuilder().build();
    request.reference = u"my-own"_s;
    const auto id = m_store->cases().insertRequest(request, testNow());
    QVERIFY(id.ok());
    Case first = plainCase(u"Miller"_s, u"+4930100001"_s), second = plainCase(u"Miller"_s, u"+4930100002"_s);
    first.requestId = second.requestId = *id;
    const QList<CaseId> added{add(first).id, add(second).id};
    add(plainCase(u"Other"_s, u"+4930100003"_s));
    QCOMPARE(*m_store->cases().casesOfRequest(u"my-own"_s), added);
    QVERIFY(m_store->cases().casesOfRequest(u"nobody's"_s)->isEmpty());
}

QTEST_GUILESS_MAIN(TestLetterTray)
#include "tst_lettertray.moc"
