// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <QBuffer>

#include <cmath>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::PdfBytes;
using namespace Qt::StringLiterals;

namespace {

constexpr double kNear = 0.012; // of the page: less than a line's height

/// The sample picture turned clockwise by quarters, as a scanner would have made it.
DocumentBytes turnedSample(const QString &name, int quarters)
{
    QImage image;
    image.loadFromData(sample(name).bytes);
    const int dots = image.dotsPerMeterX();
    image = image.transformed(QTransform().rotate(90.0 * quarters));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return documentBytes(buffer.data(), u"turned.png"_s);
}

/// Where a place of the upright A4 page lies after the paper was turned clockwise by quarters and degrees.
QPointF placeAfter(const QPointF &place, int quarters, double degrees)
{
    const QSizeF paper(595, 842);
    const QPointF middle(paper.width() / 2, paper.height() / 2);
    const QTransform tilt = QTransform().translate(middle.x(), middle.y()).rotate(degrees).translate(-middle.x(), -middle.y());
    const QPointF at = tilt.map(QPointF(place.x() * paper.width(), place.y() * paper.height()));
    const QPointF unit(at.x() / paper.width(), at.y() / paper.height());
    switch (quarters) {
    case 1:
        return {1 - unit.y(), unit.x()};
    case 2:
        return {1 - unit.x(), 1 - unit.y()};
    case 3:
        return {unit.y(), 1 - unit.x()};
    default:
        return unit;
    }
}

std::optional<ReadWord> wordNear(const QList<ReadWord> &words, const QString &text, const QPointF &place)
{
    for (const ReadWord &word : words) {
        const QPointF off = word.box.center() - place;
        if (word.text == text && std::hypot(off.x(), off.y()) < kNear)
            return word;
    }
    return {};
}

QString textsOf(const QList<ReadWord> &words)
{
    QStringList texts;
    for (const ReadWord &word : words)
        texts << word.text;
    return texts.join(u' ');
}

double topOf(const PageReading &reading, const QString &text)
{
    for (const ReadWord &word : reading.words) {
        if (word.text == text)
            return word.straight.top();
    }
    return -1000;
}

/// A page with twenty words at its head and a scanned bill below them.
QByteArray typedHeadOverScan()
{
    const QByteArray jpeg = sample(u"bill-eng-150.jpg"_s).bytes;
    const QByteArray head = QByteArray("Forwarded by the office in the name of its customer today ").repeated(2);
    return onePage(helvetica() + "/XObject<</Im 5 0 R>>",
                   textAt(20, 815, head.left(58)) + textAt(20, 795, head.left(58)) + "q 540 0 0 764 20 10 cm /Im Do Q\n",
                   {stream("/Type/XObject/Subtype/Image/Width 1240/Height 1754/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode", jpeg)});
}

} // namespace

/// Words of pages, from text layers and from pictures.
class TestReading final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPages_data();
    void readsPages();
    void takesTheLayerThatTellsAll_data();
    void takesTheLayerThatTellsAll();
    void readsThePictureOfAMixedPage();
    void findsNothingOnAnEmptyPage();
    void leavesOutLanguagesThatAreMissing();
    void refusesPagesThatAreNotThere();
    void readsWhatTheEyeSees();
    void readsHonestWordsAgain_data();
    void readsHonestWordsAgain();
    void refusesTooManyBoxes();

private:
    DocWorker m_worker{options()}; ///< one for all: the engine stays warm
};

void TestReading::readsPages_data()
{
    QTest::addColumn<DocumentBytes>("document");
    QTest::addColumn<QString>("twin"); // whose text layer says what the picture shows
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("lies"); // quarter turns clockwise in which the page lies
    QTest::addColumn<double>("tilt");
    QTest::newRow("150 dpi JPEG") << sample(u"bill-eng-150.jpg"_s) << u"bill-eng.pdf"_s << u"eng"_s << 0 << 0.0;
    QTest::newRow("fax") << sample(u"bill-eng-fax.tif"_s) << u"bill-eng.pdf"_s << u"eng"_s << 0 << 0.0;
    QTest::newRow("tilted by 2 degrees") << sample(u"bill-deu-r2.jpg"_s) << u"bill-deu.pdf"_s << u"deu"_s << 0 << 2.0;
    QTest::newRow("PDF painted") << sample(u"bill-fra.pdf"_s) << u"bill-fra.pdf"_s << u"fra"_s << 0 << 0.0;
    QTest::newRow("PDF turned by /Rotate 90") << sample(u"bill-rot90.pdf"_s) << u"bill-eng.pdf"_s << u"eng"_s << 1 << 0.0;
    QTest::newRow("on its left side") << turnedSample(u"bill-eng-150.jpg"_s, 3) << u"bill-eng.pdf"_s << u"eng"_s << 3 << 0.0;
    QTest::newRow("on its head") << turnedSample(u"bill-eng-150.jpg"_s, 2) << u"bill-eng.pdf"_s << u"eng"_s << 2 << 0.0;
    QTest::newRow("on its right side, tilted") << turnedSample(u"bill-deu-r2.jpg"_s, 1) << u"bill-deu.pdf"_s << u"deu"_s << 1 << 2.0;
}

void TestReading::readsPages()
{
    QFETCH(DocumentBytes, document);
    QFETCH(QString, twin);
    QFETCH(QString, language);
    QFETCH(int, lies);
    QFETCH(double, tilt);
    const auto expected = answerOf(m_worker.words(sample(twin), 0));
    const auto reading = answerOf(m_worker.read(document, 0, {{language}, true}));
    QVERIFY2(reading.ok() && expected.ok(), problemOf(reading));
    QCOMPARE(reading->source, TextSource::Ocr);
    QCOMPARE(reading->quarterTurns, (4 - lies) % 4);
    QVERIFY2(std::abs(reading->skew - tilt) < 0.15, qPrintable(QString::number(reading->skew)));
    QVERIFY(std::abs(reading->straightSize.width() - 595) < 2 && std::abs(reading->straightSize.height() - 842) < 2);
    int found = 0;
    QStringList missed;
    for (const Word &word : *expected) {
        // Qt and others write ligatures into the layer
        const QString text = word.text.normalized(QString::NormalizationForm_KC);
        const auto read = wordNear(reading->words, text, placeAfter(word.box.center(), lies, tilt));
        found += read.has_value();
        if (!read)
            missed << word.text;
        else
            QVERIFY(read->confidence > 0 && read->confidence <= 1);
    }
    qInfo("%d of %d words at their places", found, int(expected->size()));
    QVERIFY2(found >= 0.95 * double(expected->size()), qPrintable(missed.join(u' ') + u" missed in: "_s + textsOf(reading->words)));
    // What stands on one line lies level in the straight page.
    const bool german = language == u"deu";
    if (german || language == u"eng") {
        const double label = topOf(*reading, german ? u"Kundennummer"_s : u"Account"_s);
        QVERIFY(std::abs(label - topOf(*reading, german ? u"4711-998877"_s : u"NG-0048-221937"_s)) < 3);
    }
}

void TestReading::takesTheLayerThatTellsAll_data()
{
    QTest::addColumn<DocumentBytes>("document");
    QTest::addColumn<int>("turns");
    QTest::newRow("bill") << sample(u"bill-eng.pdf"_s) << 0;
    QTest::newRow("turned by /Rotate 90") << sample(u"bill-rot90.pdf"_s) << 3;
    QTest::newRow("few words on white") << documentBytes(onePage(helvetica(), textAt(80, 700, "Account NG-0048-221937")), u"x"_s) << 0;
    QTest::newRow("few words, ruled") << documentBytes(onePage(helvetica(), textAt(80, 700, "Account NG-0048-221937") +
                                                                                "60 690 m 540 690 l 60 60 m 540 60 l S\n"),
                                                       u"x"_s)
                                      << 0;
}

void TestReading::takesTheLayerThatTellsAll()
{
    QFETCH(DocumentBytes, document);
    QFETCH(int, turns);
    const auto words = answerOf(m_worker.words(document, 0));
    const auto reading = answerOf(m_worker.read(document, 0));
    QVERIFY2(reading.ok(), problemOf(reading));
    QCOMPARE(reading->source, TextSource::Layer);
    QCOMPARE(reading->quarterTurns, turns);
    QCOMPARE(reading->skew, 0.0);
    QCOMPARE(reading->words.size(), words->size());
    for (qsizetype i = 0; i < words->size(); ++i) {
        QCOMPARE(reading->words[i].text, words->at(i).text);
        QCOMPARE(reading->words[i].box, words->at(i).box);
        QCOMPARE(reading->words[i].confidence, 1.0F);
        QVERIFY(QRectF(QPointF(), reading->straightSize).adjusted(-1, -1, 1, 1).contains(reading->words[i].straight));
    }
    QVERIFY(reading->straightSize.width() < reading->straightSize.height());
    QVERIFY(std::abs(topOf(*reading, u"Account"_s) - topOf(*reading, u"NG-0048-221937"_s)) < 1);
}

void TestReading::readsThePictureOfAMixedPage()
{
    const DocumentBytes document = documentBytes(typedHeadOverScan(), u"mixed.pdf"_s);
    const auto layer = answerOf(m_worker.words(document, 0));
    QVERIFY(layer.ok() && layer->size() >= 20);
    const auto reading = answerOf(m_worker.read(document, 0, {{u"eng"_s}}));
    QVERIFY2(reading.ok(), problemOf(reading));
    QCOMPARE(reading->source, TextSource::Ocr);
    const QString text = textsOf(reading->words);
    for (const QString &part : {u"Forwarded"_s, u"customer"_s, u"NG-0048-221937"_s, u"O'Connor-Smith"_s, u"Baker"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
}

void TestReading::findsNothingOnAnEmptyPage()
{
    const DocumentBytes empty = documentBytes(onePage({}, "60 60 m 540 60 l S\n"), u"empty.pdf"_s);
    const auto reading = answerOf(m_worker.read(empty, 0));
    QVERIFY2(reading.ok(), problemOf(reading));
    QCOMPARE(reading->words.size(), 0);
    const auto picture = answerOf(m_worker.read(empty, 0, {{}, true}));
    QVERIFY2(picture.ok(), problemOf(picture));
    QCOMPARE(picture->source, TextSource::Ocr);
    QCOMPARE(picture->quarterTurns, 0);
}

void TestReading::leavesOutLanguagesThatAreMissing()
{
    const DocumentBytes bill = sample(u"bill-eng-150.jpg"_s);
    for (const QStringList &languages : {QStringList{u"xxx"_s, u"../../../etc/passwd"_s}, QStringList{u"tlh"_s, u"eng"_s}, QStringList()}) {
        const auto reading = answerOf(m_worker.read(bill, 0, {languages}));
        QVERIFY2(reading.ok(), problemOf(reading));
        QVERIFY(textsOf(reading->words).contains(u"NG-0048-221937"));
    }
}

void TestReading::refusesPagesThatAreNotThere()
{
    const auto reading = answerOf(m_worker.read(sample(u"bill-eng.pdf"_s), 3));
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error().code, Error::Code::Invalid);
    QVERIFY(!answerOf(m_worker.readBoxes(sample(u"bill-eng.pdf"_s), -1, {QRectF(0, 0, 1, 1)})).ok());
}

void TestReading::readsWhatTheEyeSees()
{
    // The layer says one thing, the picture another: white text under black, invisible text over black, invisible text on nothing.
    const DocumentBytes forged = documentBytes(onePage(helvetica(), textAt(80, 700, "020 7946 0099", "1 g") + textAt(80, 700, "020 7946 0018") +
                                                                        textAt(80, 600, "NG-1111-222233") +
                                                                        textAt(80, 600, "NG-0048-221937", "0 g", 3) +
                                                                        textAt(80, 500, "0161 496 0102", "0 g", 3)),
                                               u"forged.pdf"_s);
    const auto words = answerOf(m_worker.words(forged, 0));
    QVERIFY2(words.ok(), problemOf(words));
    const auto account = wordWith(*words, u"NG-0048-221937"_s);
    const auto hidden = wordWith(*words, u"0102"_s);
    const auto white = wordWith(*words, u"0099"_s);
    const auto black = wordWith(*words, u"0018"_s);
    QVERIFY2(account && hidden && white && black, qPrintable(textOf(*words)));
    const auto seen = answerOf(m_worker.readBoxes(forged, 0, {account->box, hidden->box, white->box, black->box}, {u"eng"_s}));
    QVERIFY2(seen.ok(), problemOf(seen));
    QCOMPARE(seen->size(), 4);
    QCOMPARE(seen->at(0).text, u"NG-1111-222233"_s);
    QVERIFY(seen->at(0).confidence > 0.5);
    QCOMPARE(seen->at(0).box, account->box);
    QCOMPARE(seen->at(1).text, QString());
    QCOMPARE(seen->at(1).confidence, 0.0F);
    QCOMPARE(seen->at(2).text, u"0018"_s);
    QCOMPARE(seen->at(3).text, u"0018"_s);
}

void TestReading::readsHonestWordsAgain_data()
{
    QTest::addColumn<DocumentBytes>("document");
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << sample(u"bill-eng.pdf"_s) << u"eng"_s;
    QTest::newRow("German") << sample(u"bill-deu.pdf"_s) << u"deu"_s;
    QTest::newRow("turned by /Rotate 90") << sample(u"bill-rot90.pdf"_s) << u"eng"_s;
}

void TestReading::readsHonestWordsAgain()
{
    QFETCH(DocumentBytes, document);
    QFETCH(QString, language);
    const auto reading = answerOf(m_worker.read(document, 0));
    QVERIFY2(reading.ok(), problemOf(reading));
    QList<ReadWord> words = reading->words.mid(0, 60);
    words.removeIf([](const ReadWord &word) { return word.text.size() < 4; });
    QList<QRectF> boxes;
    for (const ReadWord &word : std::as_const(words))
        boxes.append(word.box);
    const auto again = answerOf(m_worker.readBoxes(document, 0, boxes, {language}));
    QVERIFY2(again.ok(), problemOf(again));
    int same = 0;
    QStringList different;
    for (qsizetype i = 0; i < words.size(); ++i) {
        same += again->at(i).text == words[i].text;
        if (again->at(i).text != words[i].text)
            different << words[i].text + u"/"_s + again->at(i).text;
    }
    qInfo("%d of %d words again: %s", same, int(words.size()), qPrintable(different.join(u' ')));
    QVERIFY2(same >= 0.9 * double(words.size()), qPrintable(different.join(u' ')));
}

void TestReading::refusesTooManyBoxes()
{
    const auto answer = answerOf(m_worker.readBoxes(sample(u"bill-eng.pdf"_s), 0, QList<QRectF>(501, QRectF(0, 0, 0.1, 0.1))));
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, Error::Code::Invalid);
}

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
