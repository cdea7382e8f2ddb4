// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/evidencereader.h"
#include "core/evidence/picturecheck.h"
#include "tests/kit/typedpage.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

template<typename T> QFuture<T> ready(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

constexpr int kWide = 827, kHigh = 1169; // A4 at 100 dpi

using Pen = std::function<void(int x, int y)>;

/// A white page on which `draw` sets black pixels.
PageBitmap drawn(const std::function<void(const Pen &)> &draw)
{
    auto pixels = std::make_shared<QList<quint32>>(kWide * kHigh, 0xffffffff);
    draw([&pixels](int x, int y) { (*pixels)[y * kWide + x] = 0xff102060; });
    PageBitmap page{kWide, kHigh, kWide * 4, {}};
    page.pixels = std::shared_ptr<const uchar>(pixels, reinterpret_cast<const uchar *>(pixels->constData()));
    return page;
}

/// Pages out of a list; notes what was asked.
class TypedPages final : public EvidencePages
{
public:
    QList<PageReading> pages;
    QStringList picture; ///< what the eye sees, box after box; missing ones are as the layer has them
    PageReading wholePicture; ///< when the whole page is read from its picture
    QStringList asked;
    bool broken = false;
    bool blind = false; ///< places cannot be read from the picture
    bool pending = false; ///< pages are never answered
    QPromise<Result<PageReading>> never;

    QFuture<Result<DocumentInfo>> inspect(const DocumentBytes &) override
    {
        asked << u"inspect"_s;
        if (broken)
            return ready(Result<DocumentInfo>(Error{Error::Code::Document, u"The file is damaged."_s, {}}));
        DocumentInfo info;
        info.pageSizes = QList<QSizeF>(pages.size(), QSizeF(595, 842));
        return ready(Result<DocumentInfo>(info));
    }
    QFuture<Result<PageReading>> read(const DocumentBytes &, int page, const ReadingOptions &options) override
    {
        if (options.fromPicture) {
            asked << u"picture %1"_s.arg(page);
            return ready(Result<PageReading>(wholePicture));
        }
        asked << u"page %1 %2"_s.arg(page).arg(options.languages.join(u'+'));
        if (pending) {
            never.start();
            return never.future();
        }
        return ready(Result<PageReading>(pages.at(page)));
    }
    QFuture<Result<QList<ReadWord>>> readBoxes(const DocumentBytes &, int page, const QList<QRectF> &boxes, const QStringList &) override
    {
        asked << u"boxes %1"_s.arg(page);
        if (blind)
            return ready(Result<QList<ReadWord>>(Error{Error::Code::Document, u"The page could not be read in reasonable time."_s, {}}));
        QList<ReadWord> words;
        for (qsizetype i = 0; i < boxes.size(); ++i)
            words.append({picture.isEmpty() ? behind(page, boxes.at(i)) : picture.value(i), boxes.at(i), {}, 0.95f, true});
        return ready(Result<QList<ReadWord>>(words));
    }

    QFuture<Result<PageBitmap>> render(const DocumentBytes &, int page, double) override
    {
        asked << u"render %1"_s.arg(page);
        return ready(Result<PageBitmap>(bitmap));
    }
    PageBitmap bitmap;

private:
    QString behind(int page, const QRectF &box) const
    {
        QStringList texts;
        for (const ReadWord &word : pages.at(page).words) {
            if (box.contains(word.box.center()))
                texts << word.text;
        }
        return texts.join(u' ');
    }
};

Fact number(const QString &e164)
{
    return {u"number:"_s + e164, FactKind::Number, e164, {}, u"DE"_s, {}};
}

EvidenceOrder order(const QList<Fact> &facts)
{
    return {documentBytes("paper", u"bill.pdf"_s), u"bill"_s, facts, {u"deu"_s}, {2026, 11, 23}};
}

} // namespace

Q_DECLARE_METATYPE(PortDesk::PageBitmap)

/// Documents read page by page: when it stops, what is kept, what a hidden text is worth.
class TestEvidenceReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUntilEverythingIsFound();
    void readsAllPagesForWhatIsMissing();
    void documentsFollowEachOther();
    void brokenDocumentsSayWhy();
    void keptReadingsAreNotReadAgain();
    void hiddenTextIsNoMatch_data();
    void hiddenTextIsNoMatch();
    void unseenPlacesAreNoMatch();
    void neighboursOfAPlaceAreNoForgery_data();
    void neighboursOfAPlaceAreNoForgery();
    void misreadLinesAreLookedAtAgain();
    void recognisedPagesAreNotReadTwice();
    void signaturesAreInk_data();
    void signaturesAreInk();
    void cancelEnds();
    void goneReaderAnswers();
    void languagesOfCountries();

private:
    Result<DocumentEvidence> read(EvidenceReader &reader, const QList<Fact> &facts)
    {
        auto future = reader.read(order(facts));
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.isFinished() ? future.result() : Result<DocumentEvidence>(Error{});
    }
};

void TestEvidenceReader::readsUntilEverythingIsFound()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s}), typedPage({u"030 23125018"_s}), typedPage({u"nothing"_s})};
    EvidenceReader reader(pages);
    QSignalSpy progress(&reader, &EvidenceReader::progress);
    const auto found = read(reader, {number(u"+493023125017"_s), number(u"+493023125018"_s)});
    QVERIFY(found.ok());
    QCOMPARE(found->pages, 3);
    QCOMPARE(found->kind, u"bill"_s);
    QCOMPARE(found->source, TextSource::Layer);
    QCOMPARE(found->facts.at(0).page, 0);
    QCOMPARE(found->facts.at(1).page, 1);
    QCOMPARE(found->facts.at(1).verdict, Verdict::Match);
    QCOMPARE(pages.asked, (QStringList{u"inspect"_s, u"page 0 deu"_s, u"page 1 deu"_s, u"boxes 0"_s, u"boxes 1"_s}));
    QCOMPARE(progress.size(), 3);
    QCOMPARE(progress.last().at(1).toInt(), 2);
    QCOMPARE(progress.last().at(2).toInt(), 3);
}

void TestEvidenceReader::readsAllPagesForWhatIsMissing()
{
    TypedPages pages;
    pages.pages = QList<PageReading>(6, typedPage({u"nothing"_s}));
    EvidenceReader reader(pages);
    const auto found = read(reader, {number(u"+493023125017"_s)});
    QCOMPARE(found->facts.first().verdict, Verdict::NotShown);
    QCOMPARE(pages.asked.size(), 7);
}

void TestEvidenceReader::documentsFollowEachOther()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s})};
    EvidenceReader reader(pages);
    auto first = reader.read(order({number(u"+493023125017"_s)}));
    auto second = reader.read(order({number(u"+493023125018"_s)}));
    QTRY_VERIFY(second.isFinished());
    QVERIFY(first.isFinished());
    QCOMPARE(first.result()->facts.first().verdict, Verdict::Match);
    QCOMPARE(second.result()->facts.first().verdict, Verdict::Differs);
    QCOMPARE(pages.asked.indexOf(u"boxes 0"_s), 2);
    QCOMPARE(pages.asked.lastIndexOf(u"inspect"_s), 3);
}

void TestEvidenceReader::brokenDocumentsSayWhy()
{
    TypedPages pages;
    pages.broken = true;
    EvidenceReader reader(pages);
    const auto found = read(reader, {number(u"+493023125017"_s)});
    QVERIFY(!found.ok());
    QCOMPARE(found.error().message, u"The file is damaged."_s);
}

void TestEvidenceReader::keptReadingsAreNotReadAgain()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s})};
    QHash<QString, PageReading> kept;
    const auto name = [](const PageReadingKey &key) { return u"%1 %2 %3"_s.arg(key.sha256, QString::number(key.page), key.options.languages.join(u'+')); };
    ReadingCache cache;
    cache.find = [&](const PageReadingKey &key) {
        const auto found = kept.constFind(name(key));
        return ready(Result<std::optional<PageReading>>(found == kept.cend() ? std::optional<PageReading>() : std::optional(*found)));
    };
    cache.keep = [&](const PageReadingKey &key, const PageReading &reading) { kept.insert(name(key), reading); };
    EvidenceReader reader(pages, cache);
    const auto first = read(reader, {number(u"+493023125017"_s)});
    QCOMPARE(kept.size(), 1);
    pages.asked.clear();
    const auto second = read(reader, {number(u"+493023125017"_s)});
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(*second, *first);
    QCOMPARE(pages.asked, (QStringList{u"inspect"_s, u"boxes 0"_s}));
}

void TestEvidenceReader::hiddenTextIsNoMatch_data()
{
    QTest::addColumn<QString>("picture");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("differs");
    QTest::newRow("the same") << u"030 23125017"_s << Verdict::Match << false;
    QTest::newRow("the same, an O for a nought") << u"O30 23125017"_s << Verdict::Match << false;
    QTest::newRow("another number") << u"0221 909876"_s << Verdict::Differs << true;
    QTest::newRow("one digit changed") << u"030 23125011"_s << Verdict::Differs << true;
    QTest::newRow("nothing to see") << u" "_s << Verdict::NotShown << true;
}

void TestEvidenceReader::hiddenTextIsNoMatch()
{
    QFETCH(QString, picture);
    QFETCH(Verdict, verdict);
    QFETCH(bool, differs);
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s})};
    pages.picture = {picture};
    EvidenceReader reader(pages);
    const auto found = read(reader, {number(u"+493023125017"_s)});
    QCOMPARE(found->facts.first().verdict, verdict);
    QCOMPARE(found->facts.first().pictureDiffers, differs);
    QCOMPARE(found->facts.first().remark.contains(u"030 23125017"_s), differs);
    QCOMPARE(found->facts.first().value.isEmpty(), differs);
}

/// A file that shows its text and keeps its picture from being read must not pass.
void TestEvidenceReader::unseenPlacesAreNoMatch()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s})};
    pages.blind = true;
    EvidenceReader reader(pages);
    const auto found = read(reader, {number(u"+493023125017"_s)});
    QCOMPARE(found->facts.first().verdict, Verdict::Unreadable);
    QVERIFY(!found->facts.first().pictureDiffers);
    QVERIFY(!found->facts.first().remark.isEmpty());
}

void TestEvidenceReader::neighboursOfAPlaceAreNoForgery_data()
{
    QTest::addColumn<QString>("seen");
    QTest::addColumn<bool>("agree");
    QTest::newRow("the same") << u"Dublin 2, Co. Dublin, D02 X285"_s << true;
    QTest::newRow("with the word before it") << u"Row, Dublin 2, Co. Dublin, D02 X285"_s << true;
    QTest::newRow("O for 0") << u"Dublin 2, Co. Dublin, DO2 X285"_s << true;
    QTest::newRow("another postcode") << u"Dublin 2, Co. Dublin, D03 X285"_s << false;
    QTest::newRow("another postcode with the word before it") << u"Row, Dublin 2, Co. Dublin, D03 X285"_s << false;
    QTest::newRow("between other words") << u"3 Merrion Row, Dublin 2, Co. Dublin, in the county of Dublin, D02 X285, Ireland"_s << true;
    QTest::newRow("between other words, O for 0") << u"3 Merrion Row, Dublin 2, Co. Dublin, in the county of Dublin, DO2 X285, Ireland"_s << true;
    QTest::newRow("between other words, another postcode") << u"3 Merrion Row, Dublin 2, Co. Dublin, in the county of Dublin, D03 X285, Ireland"_s << false;
    QTest::newRow("nothing to be seen") << QString() << false;
}

void TestEvidenceReader::neighboursOfAPlaceAreNoForgery()
{
    QFETCH(QString, seen);
    Evidence hit;
    hit.fact.kind = FactKind::Place;
    hit.verdict = Verdict::Match;
    hit.found = u"Dublin 2, Co. Dublin, D02 X285"_s;
    QTEST(picturesAgree(hit, seen, 0.95f), "agree");
}

void TestEvidenceReader::misreadLinesAreLookedAtAgain()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s, u"Anna Miller"_s})};
    pages.picture = {u"030 23125011"_s, u"Anna Miller"_s};
    pages.wholePicture = typedPage({u"030 23125017"_s, u"Anna Miller"_s}, TextSource::Ocr, 0.9f);
    EvidenceReader reader(pages);
    const QList<Fact> facts{number(u"+493023125017"_s), {u"owner"_s, FactKind::Owner, u"Anna Miller"_s, {}, u"DE"_s, {}}};
    const auto found = read(reader, facts);
    QCOMPARE(found->facts.at(0).verdict, Verdict::Match);
    QVERIFY(!found->facts.at(0).pictureDiffers);
    QCOMPARE(found->facts.at(1).verdict, Verdict::Match);
    QCOMPARE(pages.asked.last(), u"picture 0"_s);

    pages.wholePicture = typedPage({u"030 23125011"_s, u"Anna Miller"_s}, TextSource::Ocr, 0.9f);
    const auto forged = read(reader, facts);
    QCOMPARE(forged->facts.at(0).verdict, Verdict::Differs);
    QVERIFY(forged->facts.at(0).pictureDiffers);
    QCOMPARE(forged->facts.at(0).found, u"030 23125011"_s);
    QCOMPARE(forged->facts.at(1).verdict, Verdict::Match);
}

void TestEvidenceReader::recognisedPagesAreNotReadTwice()
{
    TypedPages pages;
    pages.pages = {typedPage({u"030 23125017"_s}, TextSource::Ocr, 0.9f)};
    EvidenceReader reader(pages);
    const auto found = read(reader, {number(u"+493023125017"_s)});
    QCOMPARE(found->source, TextSource::Ocr);
    QCOMPARE(found->facts.first().verdict, Verdict::Match);
    QVERIFY(!pages.asked.contains(u"boxes 0"_s));
}

void TestEvidenceReader::signaturesAreInk_data()
{
    QTest::addColumn<PageBitmap>("page");
    QTest::addColumn<Verdict>("verdict");
    // The label stands at 40..112 pt, 96..107 pt: 56..156, 133..149 pixels.
    const auto line = [](const Pen &pen) {
        for (int x = 60; x < 520; ++x)
            pen(x, 130);
    };
    const auto letters = [](const Pen &pen) {
        for (int y = 135; y < 147; ++y) {
            for (int x = 58; x < 154; x += 3)
                pen(x, y);
        }
    };
    const auto scrawl = [](const Pen &pen) {
        for (int x = 0; x < 160; ++x) {
            for (int thick = 0; thick < 3; ++thick)
                pen(200 + x, 105 + (x * 7) % 23 + thick);
        }
    };
    QTest::newRow("nothing") << drawn([](const Pen &) {}) << Verdict::NotShown;
    QTest::newRow("the label and a line to sign on") << drawn([&](const Pen &pen) { line(pen), letters(pen); }) << Verdict::NotShown;
    QTest::newRow("a speck") << drawn([&](const Pen &pen) { line(pen), pen(300, 110), pen(301, 110); }) << Verdict::NotShown;
    QTest::newRow("handwriting") << drawn([&](const Pen &pen) { line(pen), letters(pen), scrawl(pen); }) << Verdict::Match;
    QTest::newRow("no picture") << PageBitmap() << Verdict::NotShown;
}

void TestEvidenceReader::signaturesAreInk()
{
    QFETCH(PageBitmap, page);
    QFETCH(Verdict, verdict);
    TypedPages pages;
    pages.pages = {typedPage({{}, {}, {}, {}, u"Unterschrift"_s})};
    pages.bitmap = page;
    EvidenceReader reader(pages);
    const auto found = read(reader, {{u"signature"_s, FactKind::Signature, {}, {}, u"DE"_s, {}}});
    QCOMPARE(found->facts.first().verdict, verdict);
    QCOMPARE(found->facts.first().page, 0);
    QVERIFY(!found->facts.first().remark.isEmpty());
    QVERIFY(pages.asked.contains(u"render 0"_s));
}

void TestEvidenceReader::cancelEnds()
{
    TypedPages pages;
    pages.pages = QList<PageReading>(500, typedPage({u"nothing"_s}));
    EvidenceReader reader(pages);
    QFuture<Result<DocumentEvidence>> future = reader.read(order({number(u"+493023125017"_s)}));
    connect(&reader, &EvidenceReader::progress, this, [&future](const QString &, int page, int) {
        if (page == 3)
            future.cancel();
    });
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QVERIFY2(pages.asked.size() < 10, qPrintable(QString::number(pages.asked.size())));
    const auto next = read(reader, {});
    QVERIFY(next.ok()); // the reader goes on with the next document
}

void TestEvidenceReader::goneReaderAnswers()
{
    TypedPages pages;
    pages.pages = {typedPage({u"nothing"_s})};
    pages.pending = true;
    auto reader = std::make_unique<EvidenceReader>(pages);
    QFuture<Result<DocumentEvidence>> future = reader->read(order({number(u"+493023125017"_s)}));
    QTRY_VERIFY(pages.asked.contains(u"page 0 deu"_s));
    reader.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Error::Code::Cancelled);
}

void TestEvidenceReader::languagesOfCountries()
{
    QCOMPARE(recognitionLanguages({u"DE"_s, u"AT"_s}), (QStringList{u"deu"_s, u"eng"_s}));
    QCOMPARE(recognitionLanguages({u"CH"_s, u"PL"_s}), (QStringList{u"deu"_s, u"fra"_s, u"ita"_s, u"eng"_s}));
    QCOMPARE(recognitionLanguages({}), QStringList{u"eng"_s});
    QCOMPARE(recognitionLanguages({u"GB"_s}), QStringList{u"eng"_s});
}

QTEST_GUILESS_MAIN(TestEvidenceReader)
#include "tst_evidencereader.moc"
