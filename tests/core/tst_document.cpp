// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/document.h"
#include "core/documents/workerprotocol.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::WorkerProtocol;
using namespace Qt::StringLiterals;

namespace {

QString samplePath(const QString &name)
{
    return QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name;
}

/// A frame without its length, as the other side reads it.
template<typename Frame> QByteArray payload(const Frame &frame)
{
    const QByteArray bytes = encoded(frame);
    return frameLength(bytes.constData()) == quint32(bytes.size() - 4) ? bytes.mid(4) : QByteArray();
}

} // namespace

class TestDocument final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTypesByContent_data();
    void knowsTypesByContent();
    void identifiesBytes();
    void readsForIntake();
    void refusesForIntake_data();
    void refusesForIntake();
    void guessesKinds_data();
    void guessesKinds();
    void guessesIssueDates_data();
    void guessesIssueDates();
    void protocolGivesBackWhatWasSent();
    void protocolRefusesWhatIsNotIts();
    void protocolCarriesReadings();
    void protocolRefusesReadingsThatCannotBe_data();
    void protocolRefusesReadingsThatCannotBe();
};

void TestDocument::knowsTypesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"application/pdf"_s;
    QTest::newRow("PDF behind rubbish of a mail gateway") << QByteArray("\r\n\r\n%PDF-1.4") << u"application/pdf"_s;
    QTest::newRow("PDF named too late") << QByteArray(2000, ' ') + QByteArray("%PDF-1.4") << QString();
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0") << u"image/jpeg"_s;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n...") << u"image/png"_s;
    QTest::newRow("TIFF, Intel") << QByteArray("II*\0\x08", 5) << u"image/tiff"_s;
    QTest::newRow("TIFF, Motorola") << QByteArray("MM\0*\0", 5) << u"image/tiff"_s;
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", 24) << u"image/heic"_s;
    QTest::newRow("HEIC behind the common brand") << QByteArray("\0\0\0\x18" "ftypmif1\0\0\0\0mif1heic", 24) << u"image/heic"_s;
    QTest::newRow("HEIC of 10 bits") << QByteArray("\0\0\0\x14" "ftypheix\0\0\0\0mif1", 20) << u"image/heic"_s;
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x1c" "ftypmif1\0\0\0\0mif1avifmiaf", 28) << u"image/avif"_s;
    QTest::newRow("a film of a phone") << QByteArray("\0\0\0\x14" "ftypqt  \0\0\0\0qt  ", 20) << QString();
    QTest::newRow("an MP4") << QByteArray("\0\0\0\x18" "ftypmp42\0\0\0\0mp42isom", 24) << QString();
    QTest::newRow("a brand behind the end of its box") << QByteArray("\0\0\0\x10" "ftypisom\0\0\0\0heic", 20) << QString();
    QTest::newRow("GIF") << QByteArray("GIF89a") << QString();
    QTest::newRow("web page") << QByteArray("<html>") << QString();
    QTest::newRow("program") << QByteArray("MZ\x90") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("one byte") << QByteArray("%") << QString();
}

void TestDocument::knowsTypesByContent()
{
    QFETCH(QByteArray, bytes);
    QTEST(sniffedType(bytes), "type");
}

void TestDocument::identifiesBytes()
{
    const DocumentBytes document = documentBytes("abc", u"a.pdf"_s);
    QCOMPARE(document.sha256, u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
    QCOMPARE(document.bytes, QByteArray("abc"));
    QCOMPARE(document.fileName, u"a.pdf"_s);
}

void TestDocument::readsForIntake()
{
    const auto read = readForIntake(samplePath(u"bill-deu.pdf"_s));
    QVERIFY(read.ok());
    QCOMPARE(read->bytes.size(), 16772);
    QCOMPARE(read->fileName, u"bill-deu.pdf"_s);
    QCOMPARE(read->sha256.size(), 64);
}

void TestDocument::refusesForIntake_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content"); // null: no file is made
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << u"gone.pdf"_s << QByteArray() << u"document.unreadable"_s << u"choose it again"_s;
    QTest::newRow("a folder") << u"."_s << QByteArray() << u"document.unreadable"_s << u"is a folder"_s;
    QTest::newRow("empty") << u"a.pdf"_s << QByteArray("") << u"document.unreadable"_s << u"is empty"_s;
    QTest::newRow("too large") << u"a.pdf"_s << QByteArray("%PDF-1.7" + QByteArray(1000, ' ')) << u"document.too-large"_s << u"at most 1"_s;
    QTest::newRow("not a document, in spite of its name")
        << u"a.pdf"_s << QByteArray("hello") << u"document.type-not-accepted"_s << u"not a PDF"_s;
}

void TestDocument::refusesForIntake()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QString, problem);
    QFETCH(QString, says);
    QTemporaryDir folder;
    if (!content.isNull()) {
        QFile file(folder.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    const auto read = readForIntake(folder.filePath(path), {.maximumBytes = 1000});
    QVERIFY(!read.ok());
    QCOMPARE(read.error().detail, problem);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void TestDocument::guessesKinds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::newRow("name in English") << u"bill-2026-10.pdf"_s << QString() << u"bill"_s;
    QTest::newRow("name in capitals") << u"LOA_Miller.PDF"_s << u"our latest bill"_s << u"loa"_s;
    QTest::newRow("name with CSR") << u"csr.tif"_s << QString() << u"csr"_s;
    QTest::newRow("name says nothing, German bill") << u"scan0001.pdf"_s << u"Ihre Telefonrechnung\nKundennummer 1"_s << u"bill"_s;
    QTest::newRow("Rechnung as a word") << u"x.pdf"_s << u"RECHNUNG Nr. 5"_s << u"bill"_s;
    QTest::newRow("French bill") << u"x.pdf"_s << u"Votre facture téléphone"_s << u"bill"_s;
    QTest::newRow("Spanish bill") << u"x.pdf"_s << u"Su factura telefónica"_s << u"bill"_s;
    QTest::newRow("Italian bill") << u"x.pdf"_s << u"La tua fattura"_s << u"bill"_s;
    QTest::newRow("Dutch bill") << u"x.pdf"_s << u"Factuur oktober"_s << u"bill"_s;
    QTest::newRow("letter that mentions the bill") << u"x.pdf"_s << u"Letter of Authorization: as on the attached bill"_s << u"loa"_s;
    QTest::newRow("British spelling") << u"x.pdf"_s << u"LETTER OF AUTHORISATION"_s << u"loa"_s;
    QTest::newRow("German letter") << u"x.pdf"_s << u"Vollmacht zur Rufnummernmitnahme"_s << u"loa"_s;
    QTest::newRow("French mandate") << u"x.pdf"_s << u"Mandat de portabilité"_s << u"loa"_s;
    QTest::newRow("service record") << u"x.pdf"_s << u"Customer Service Record"_s << u"csr"_s;
    QTest::newRow("passport") << u"Reisepass.jpg"_s << QString() << u"id_document"_s;
    QTest::newRow("identity card") << u"x.jpg"_s << u"CARTE NATIONALE D'IDENTITÉ"_s << u"id_document"_s;
    QTest::newRow("word inside another") << u"reload-billion.pdf"_s << u"floating billions"_s << QString();
    QTest::newRow("nothing known") << u"IMG_20261101.jpg"_s << QString() << QString();
}

void TestDocument::guessesKinds()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QTEST(guessedKind(name, text), "kind");
}

void TestDocument::guessesIssueDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const QDate day(2026, 10, 28);
    QTest::newRow("German, with due date")
        << u"Kundennummer 4711-998877\nRechnungsdatum 28.10.2026\nFällig am 14.11.2026 Rechnungsnr. R2026/10-55821"_s << day;
    QTest::newRow("due date first") << u"Fällig am 14.11.2026 Rechnungsdatum: 28.10.26"_s << day;
    QTest::newRow("German month") << u"Rechnung vom 28. Oktober 2026"_s << day;
    QTest::newRow("German March") << u"Rechnungsdatum 5. März 2026"_s << QDate(2026, 3, 5);
    QTest::newRow("English") << u"Bill date 28 October 2026 Payment due 14 November 2026"_s << day;
    QTest::newRow("English ordinal") << u"Invoice date: 28th October 2026"_s << day;
    QTest::newRow("American") << u"Statement Date Oct 28, 2026 Amount $12"_s << day;
    QTest::newRow("American numbers") << u"Bill Date: 10/28/2026"_s << day;
    QTest::newRow("American numbers, ambiguous") << u"Bill Date: 10/11/2026 Total $9.99"_s << QDate(2026, 10, 11);
    QTest::newRow("British numbers, ambiguous") << u"Bill date: 10/11/2026 Total £9.99"_s << QDate(2026, 11, 10);
    QTest::newRow("French") << u"Date de facture : 28 octobre 2026 - Échéance 14/11/2026"_s << day;
    QTest::newRow("French first and August") << u"Facture du 1er août 2026"_s << QDate(2026, 8, 1);
    QTest::newRow("Spanish") << u"Fecha de factura 28 de octubre de 2026. Vencimiento: 14/11/2026"_s << day;
    QTest::newRow("Italian") << u"Data di emissione 28/10/2026 Scadenza 14/11/2026"_s << day;
    QTest::newRow("Italian month") << u"Fattura del 28 ottobre 2026"_s << day;
    QTest::newRow("Dutch") << u"Factuurdatum 28 oktober 2026, vervaldatum 14 november 2026"_s << day;
    QTest::newRow("Dutch dashes") << u"Factuurdatum: 28-10-2026"_s << day;
    QTest::newRow("ISO") << u"Invoice date 2026-10-28"_s << day;
    QTest::newRow("weak label") << u"Datum: 28.10.2026 Zeitraum 01.10.2026"_s << day;
    QTest::newRow("only one date") << u"Köln, 28.10.2026"_s << day;
    QTest::newRow("several without labels") << u"1.10.2026 x 2.10.2026"_s << QDate();
    QTest::newRow("only a due date") << u"Due date 14 November 2026"_s << QDate();
    QTest::newRow("birth only") << u"Date of birth 14 November 2006"_s << QDate();
    QTest::newRow("no such day") << u"Bill date 31.02.2026"_s << QDate();
    QTest::newRow("phone numbers") << u"030/23125-018 +49 (0)30 23125 019"_s << QDate();
    QTest::newRow("empty") << QString() << QDate();
}

void TestDocument::guessesIssueDates()
{
    QFETCH(QString, text);
    QTEST(guessedIssueDate(text), "date");
}

void TestDocument::protocolGivesBackWhatWasSent()
{
    const auto render = decodedCommand(payload(CommandFrame{7, Render{u"id"_s, 3, 150.5, QRect(1, 2, 3, 4)}}));
    QVERIFY(render);
    QCOMPARE(render->id, 7U);
    const auto *command = std::get_if<Render>(&render->command);
    QVERIFY(command);
    QCOMPARE(command->page, 3);
    QCOMPARE(command->dpi, 150.5);
    QCOMPARE(command->tile, QRect(1, 2, 3, 4));
    const QList<Word> words{{u"Müller"_s, QRectF(0.1, 0.2, 0.3, 0.4), false}, {u"東京"_s, QRectF(0, 0, 1, 1), true}};
    const auto answer = decodedAnswer(payload(AnswerFrame{8, 12, words}));
    QVERIFY(answer);
    QCOMPARE(answer->cpuMs, 12U);
    QCOMPARE(std::get<QList<Word>>(answer->answer), words);
    const auto extract = decodedCommand(payload(CommandFrame{2, ExtractPages{documentBytes("abc", u"a.pdf"_s), u"word"_s, {2, 0}}}));
    QVERIFY(extract);
    QCOMPARE(std::get<ExtractPages>(extract->command).pages, (QList<qint32>{2, 0}));
    QCOMPARE(std::get<ExtractPages>(extract->command).document.fileName, u"a.pdf"_s);
    QCOMPARE(std::get<ExtractPages>(extract->command).password, u"word"_s);
    const auto compose = decodedCommand(payload(CommandFrame{1, Compose{{.title = u"t"_s,
                                                                         .html = u"h"_s,
                                                                         .qrText = u"q"_s,
                                                                         .footer = u"f"_s,
                                                                         .language = u"ar"_s,
                                                                         .rightToLeft = true,
                                                                         .pageSize = u"Letter"_s}}}));
    QVERIFY(compose && std::get<Compose>(compose->command).letter.rightToLeft);
    QCOMPARE(std::get<Compose>(compose->command).letter.pageSize, u"Letter"_s);
    const auto bind = decodedCommand(payload(CommandFrame{1, ToPdf{{documentBytes("a", u"1"_s), documentBytes("b", u"2"_s)}}}));
    QCOMPARE(std::get<ToPdf>(bind->command).documents.size(), 2);
}

void TestDocument::protocolRefusesWhatIsNotIts()
{
    const QByteArray good = payload(AnswerFrame{8, 12, QList<Word>{{u"a"_s, QRectF(), true}}});
    QVERIFY(decodedAnswer(good));
    for (qsizetype length = 0; length < good.size(); ++length)
        QVERIFY(!decodedAnswer(good.left(length)));
    QVERIFY(!decodedAnswer(good + 'x'));
    for (int at : {0, 1, 10}) { // version, kind
        QByteArray bent = good;
        bent[at] = char(0x7f);
        QVERIFY(!decodedAnswer(bent));
    }
    QByteArray huge = good; // claims four thousand million words
    huge.replace(11, 4, "\xff\xff\xff\xff");
    QVERIFY(!decodedAnswer(huge));
    QVERIFY(!decodedAnswer(payload(CommandFrame{1, Unload{u"x"_s}})));
}

namespace {

PageReading aReading()
{
    return {.source = TextSource::Ocr,
            .straightSize = {595, 842},
            .quarterTurns = 3,
            .skew = -1.5,
            .words = {{u"030 23125"_s, QRectF(0.1, 0.2, 0.3, 0.02), QRectF(60, 160, 170, 12), 0.75F, false}}};
}

Mark aMark()
{
    return {.id = u"a"_s,
            .sha256 = u"b"_s,
            .page = 4,
            .kind = MarkKind::Ink,
            .box = QRectF(0.1, 0.1, 0.2, 0.2),
            .lines = {QRectF(0, 0, 1, 1)},
            .strokes = {{{0.1, 0.2}, {0.3, 0.4}}, {}},
            .text = u"Łódź"_s,
            .colour = u"#ff0000"_s,
            .author = u"Anna"_s,
            .created = QDateTime({2026, 11, 23}, {12, 0}, Qt::UTC),
            .modified = {},
            .internal = true};
}

} // namespace

void TestDocument::protocolCarriesReadings()
{
    const auto reading = decodedAnswer(payload(AnswerFrame{1, 2, aReading()}));
    QVERIFY(reading);
    QCOMPARE(std::get<PageReading>(reading->answer), aReading());
    const auto boxes = decodedAnswer(payload(AnswerFrame{1, 2, aReading().words}));
    QCOMPARE(std::get<QList<ReadWord>>(boxes->answer), aReading().words);
    const QList<PageCode> codes{{u"PD-1"_s, u"QRCode"_s, QRectF(0.5, 0.5, 0.1, 0.1)}};
    QCOMPARE(std::get<QList<PageCode>>(decodedAnswer(payload(AnswerFrame{1, 2, codes}))->answer), codes);
    QCOMPARE(std::get<QList<Mark>>(decodedAnswer(payload(AnswerFrame{1, 2, QList<Mark>{aMark()}}))->answer), QList<Mark>{aMark()});
    const auto ask = decodedCommand(payload(CommandFrame{1, ReadPage{u"id"_s, 2, {{u"deu"_s, u"eng"_s}, true}}}));
    QCOMPARE(std::get<ReadPage>(ask->command).options, (ReadingOptions{{u"deu"_s, u"eng"_s}, true}));
    const auto places = decodedCommand(payload(CommandFrame{1, ReadBoxes{u"id"_s, 2, {QRectF(0, 0, 1, 1)}, {u"fra"_s}}}));
    QCOMPARE(std::get<ReadBoxes>(places->command).boxes, QList<QRectF>{QRectF(0, 0, 1, 1)});
    QCOMPARE(std::get<ReadBoxes>(places->command).languages, QStringList{u"fra"_s});
    const auto marks = decodedCommand(payload(CommandFrame{1, WriteMarks{documentBytes("x", u"f"_s), u"secret"_s, {aMark()}}}));
    QCOMPARE(std::get<WriteMarks>(marks->command).marks, QList<Mark>{aMark()});
    QCOMPARE(std::get<WriteMarks>(marks->command).password, u"secret"_s);
    const QByteArray whole = payload(AnswerFrame{1, 2, QList<Mark>{aMark()}});
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!decodedAnswer(whole.left(length)));
}

void TestDocument::protocolRefusesReadingsThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("frame");
    const auto with = [](auto change) {
        PageReading reading = aReading();
        change(reading);
        return payload(AnswerFrame{1, 2, reading});
    };
    const auto marked = [](auto change) {
        Mark mark = aMark();
        change(mark);
        return payload(AnswerFrame{1, 2, QList<Mark>{mark}});
    };
    QTest::newRow("five quarter turns") << with([](PageReading &r) { r.quarterTurns = 5; });
    QTest::newRow("source unknown") << with([](PageReading &r) { r.source = TextSource(9); });
    QTest::newRow("skew is no number") << with([](PageReading &r) { r.skew = qQNaN(); });
    QTest::newRow("page of endless size") << with([](PageReading &r) { r.straightSize = {qInf(), 842}; });
    QTest::newRow("surer than sure") << with([](PageReading &r) { r.words.first().confidence = 1.5F; });
    QTest::newRow("confidence is no number") << with([](PageReading &r) { r.words.first().confidence = float(qQNaN()); });
    QTest::newRow("word beside the page") << with([](PageReading &r) { r.words.first().box.moveLeft(3); });
    QTest::newRow("word without a place") << with([](PageReading &r) { r.words.first().straight.setTop(qQNaN()); });
    QTest::newRow("code beside the page") << payload(AnswerFrame{1, 2, QList<PageCode>{{u"a"_s, u"b"_s, QRectF(-2, 0, 1, 1)}}});
    QTest::newRow("mark of no kind") << marked([](Mark &m) { m.kind = MarkKind(6); });
    QTest::newRow("mark on page -1") << marked([](Mark &m) { m.page = -1; });
    QTest::newRow("mark without a place") << marked([](Mark &m) { m.box.setLeft(qQNaN()); });
    QTest::newRow("stroke to infinity") << marked([](Mark &m) { m.strokes.first().first().setX(qInf()); });
}

void TestDocument::protocolRefusesReadingsThatCannotBe()
{
    QFETCH(QByteArray, frame);
    QVERIFY(!frame.isEmpty());
    QVERIFY(!decodedAnswer(frame));
}

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
