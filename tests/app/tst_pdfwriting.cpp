// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImageWriter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <ZXing/ReadBarcode.h>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

LetterContent longLetter()
{
    QString rows;
    for (int i = 0; i < 120; ++i)
        rows += u"<tr><td>+49 30 555%1</td><td>Köln</td></tr>"_s.arg(i, 3, 10, QChar(u'0'));
    return {.title = u"Vollmacht für Müller"_s,
            .html = u"<h1>Vollmacht</h1><p>Jürgen Müller-Lüdenscheidt, Straße Ñandú, Łódź, Анна Каренина, Ελένη, محمد, 東京都, 서울</p>"
                    "<table width=\"100%\" border=\"1\" "
                    "style=\"border-collapse:collapse\"><thead><tr><th>Rufnummer</th><th>Ort</th></tr></thead><tbody>%1</tbody></table>"
                    "<p><img src=\"qr:\"></p><img src=\"file:///etc/hostname\">"_s.arg(rows),
            .qrText = u"PD-2026-000123 ü"_s,
            .footer = u"Seite %1 von %2"_s,
            .language = u"de"_s};
}

} // namespace

/// PDFs the worker writes: composed letters and bound files, checked with other programs' eyes (poppler-utils, ZXing).
class TestPdfWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composesReadableText();
    void embedsAllFonts();
    void repeatsHeadsAndNumbersPages();
    void printsTheQrCode();
    void usesThePaperOfTheCountry();
    void composesRightToLeft();
    void refusesWhatCannotBeComposed();
    void keepsJpegBytes();
    void bindsPicturesAndPdfs();
    void turnsByExif();
    void paintsScansLikeTheirPictures();
    void packsPicturesWithoutLoss_data();
    void packsPicturesWithoutLoss();
    void refusesToBindDamagedFiles();

private:
    QByteArray composed(const LetterContent &letter);
    QString run(const QString &program, const QStringList &arguments, const QByteArray &pdf);
};

QByteArray TestPdfWriting::composed(const LetterContent &letter)
{
    DocWorker worker(options());
    const auto pdf = answerOf(worker.compose(letter));
    return pdf.ok() ? *pdf : QByteArray();
}

QString TestPdfWriting::run(const QString &program, const QStringList &arguments, const QByteArray &pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"x.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(program, arguments + QStringList{file.fileName()} + (program == u"pdftotext" ? QStringList{u"-"_s} : QStringList()));
    process.waitForFinished();
    // Qt writes ligatures and other compatibility forms into the text layer
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

void TestPdfWriting::composesReadableText()
{
    const QByteArray pdf = composed(longLetter());
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.size() < 400'000);
    const QString text = run(u"pdftotext"_s, {}, pdf);
    for (const QString &value : {u"Jürgen Müller-Lüdenscheidt"_s, u"Straße Ñandú"_s, u"Łódź"_s, u"Анна Каренина"_s, u"Ελένη"_s, u"محمد"_s,
                                 u"東京都"_s, u"서울"_s, u"+49 30 555000"_s, u"+49 30 555119"_s})
        QVERIFY2(text.contains(value), qPrintable(value + u" in "_s + text.left(300)));
    const QString info = run(u"pdfinfo"_s, {}, pdf);
    QVERIFY2(info.contains(u"Vollmacht für Müller"), qPrintable(info));
    QVERIFY(info.contains(u"A4"));
}

void TestPdfWriting::embedsAllFonts()
{
    const QStringList lines = run(u"pdffonts"_s, {}, composed(longLetter())).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 5);
    const qsizetype column = lines.first().indexOf(u"emb");
    for (const QString &line : lines.mid(2)) {
        QVERIFY2(line.mid(column, 3) == u"yes", qPrintable(line));
        QVERIFY2(line.contains(u"NotoSans"), qPrintable(line));
    }
}

void TestPdfWriting::repeatsHeadsAndNumbersPages()
{
    const QStringList pages = run(u"pdftotext"_s, {u"-layout"_s}, composed(longLetter())).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() >= 3);
    for (int i = 0; i < pages.size(); ++i) {
        QVERIFY2(pages[i].contains(u"Seite %1 von %2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages[i]));
        if (pages[i].contains(u"+49 30 555"))
            QCOMPARE(pages[i].count(u"Rufnummer"), 1);
    }
}

void TestPdfWriting::printsTheQrCode()
{
    const DocumentBytes letter = documentBytes(composed(longLetter()), u"loa.pdf"_s);
    DocWorker worker(options());
    const auto info = answerOf(worker.inspect(letter));
    QVERIFY2(info.ok(), problemOf(info));
    const auto page = answerOf(worker.render(letter, info->pages() - 1, 150));
    QVERIFY2(page.ok(), problemOf(page));
    const QImage grey = imageOf(*page).convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const auto code = ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true));
    QVERIFY(code.isValid());
    QCOMPARE(QString::fromStdWString(code.text()), u"PD-2026-000123 ü"_s);
}

void TestPdfWriting::usesThePaperOfTheCountry()
{
    LetterContent letter = longLetter();
    letter.pageSize = u"Letter"_s;
    QVERIFY(run(u"pdfinfo"_s, {}, composed(letter)).contains(u"612 x 792"));
}

void TestPdfWriting::composesRightToLeft()
{
    const LetterContent letter{
        .title = u"خطاب"_s, .html = u"<p>تفويض</p>"_s, .qrText = {}, .footer = u"%1 / %2"_s, .language = u"ar"_s, .rightToLeft = true};
    const DocumentBytes pdf = documentBytes(composed(letter), u"x"_s);
    DocWorker worker(options());
    const auto words = answerOf(worker.words(pdf, 0));
    QVERIFY2(words.ok(), problemOf(words));
    QVERIFY(!words->isEmpty());
    QVERIFY(words->first().box.center().x() > 0.7); // begins at the right margin
}

void TestPdfWriting::refusesWhatCannotBeComposed()
{
    DocWorker worker(options());
    LetterContent letter = longLetter();
    letter.pageSize = u"A0"_s;
    const auto paper = answerOf(worker.compose(letter));
    QVERIFY(!paper.ok());
    QCOMPARE(paper.error().code, Error::Code::Invalid);
    letter = longLetter();
    letter.qrText = QString(5000, u'x');
    const auto qr = answerOf(worker.compose(letter));
    QVERIFY(!qr.ok());
    QVERIFY(qr.error().message.contains(u"shorter reference"));
    QVERIFY(answerOf(worker.compose(longLetter())).ok());
}

void TestPdfWriting::keepsJpegBytes()
{
    DocWorker worker(options());
    for (const QString &name : {u"bill-deu-r2.jpg"_s, u"bill-eng-150.jpg"_s}) {
        const DocumentBytes jpeg = sample(name);
        const auto pdf = answerOf(worker.toPdf({jpeg}));
        QVERIFY2(pdf.ok(), problemOf(pdf));
        QVERIFY(pdf->contains(jpeg.bytes));
        QVERIFY(pdf->size() < jpeg.bytes.size() + 3000);
    }
}

void TestPdfWriting::bindsPicturesAndPdfs()
{
    QImage transparent(400, 200, QImage::Format_ARGB32);
    transparent.fill(Qt::transparent);
    transparent.setPixelColor(10, 10, Qt::red);
    DocWorker worker(options());
    const auto pdf = answerOf(
        worker.toPdf({sample(u"bill-deu.pdf"_s), sample(u"bill-eng-fax.tif"_s), documentBytes(bytesOf(transparent, "PNG"), u"a.png"_s),
                      sample(u"bill-rot90.pdf"_s), sample(u"bill-encowner.pdf"_s), sample(u"bill-eng-150.jpg"_s)}));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    const DocumentBytes bound = documentBytes(*pdf, u"bound.pdf"_s);
    const auto info = answerOf(worker.inspect(bound));
    QVERIFY2(info.ok(), problemOf(info));
    QCOMPARE(info->pages(), 6);
    QVERIFY(!info->scanned);
    QVERIFY(qAbs(info->pageSizes[1].height() - 842) < 1);
    QCOMPARE(info->pageSizes[2], QSizeF(400, 200) * 72 / 200);
    QVERIFY(wordWith(*answerOf(worker.words(bound, 0)), u"4711-998877"_s));
    const QImage fax = imageOf(*answerOf(worker.render(bound, 1, 100)));
    QVERIFY(darkShare(fax) > 0.005 && darkShare(fax) < 0.3); // not inverted
    QCOMPARE(imageOf(*answerOf(worker.render(bound, 2, 200))).pixelColor(200, 100), QColor(Qt::white));
    QCOMPARE(imageOf(*answerOf(worker.render(bound, 2, 200))).pixelColor(10, 10), QColor(Qt::red));
}

void TestPdfWriting::turnsByExif()
{
    QImage wide(300, 100, QImage::Format_RGB32);
    wide.fill(Qt::white);
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x)
            wide.setPixelColor(x, y, Qt::black); // top left as stored
    }
    QByteArray jpeg = bytesOf(wide, "JPEG");
    // orientation 6: turn a quarter clockwise; the mark comes to the top right
    const QByteArray exif = QByteArray("\xff\xe1\x00\x22"
                                       "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                                       36);
    jpeg.insert(2, exif);
    DocWorker worker(options());
    const DocumentBytes picture = documentBytes(jpeg, u"phone.jpg"_s);
    const auto pdf = answerOf(worker.toPdf({picture}));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    for (const DocumentBytes &document : {picture, documentBytes(*pdf, u"phone.pdf"_s)}) {
        const auto page = answerOf(worker.render(document, 0, 200));
        QVERIFY2(page.ok(), problemOf(page));
        const QImage image = imageOf(*page);
        QCOMPARE(image.size(), QSize(100, 300));
        QVERIFY(qGray(image.pixel(90, 10)) < 60);
        QVERIFY(qGray(image.pixel(10, 10)) > 200);
    }
}

void TestPdfWriting::paintsScansLikeTheirPictures()
{
    DocWorker worker(options());
    for (const QString &name : {u"bill-deu-r2.jpg"_s, u"bill-eng-150.jpg"_s, u"bill-eng-fax.tif"_s}) {
        const DocumentBytes picture = sample(name);
        const auto pdf = answerOf(worker.toPdf({picture}));
        const DocumentBytes scan = documentBytes(*pdf, u"scan.pdf"_s);
        const auto info = answerOf(worker.inspect(scan));
        QVERIFY2(info.ok(), problemOf(info));
        QVERIFY(info->scanned);
        QCOMPARE(info->engine, u"poppler"_s);
        const QRect tile(501, 303, 256, 256);
        const auto whole = answerOf(worker.render(scan, 0, 400));
        const auto part = answerOf(worker.render(scan, 0, 400, tile));
        QCOMPARE(imageOf(*part), imageOf(*whole).copy(tile));
        const QImage native = imageOf(*answerOf(worker.render(scan, 0, 300)));
        QCOMPARE(native.size(), imageOf(*answerOf(worker.render(picture, 0, 300))).size());
        QCOMPARE(native, imageOf(*answerOf(worker.render(picture, 0, 300))));
    }
}

void TestPdfWriting::packsPicturesWithoutLoss_data()
{
    QTest::addColumn<QImage>("picture");
    QTest::addColumn<bool>("filtered");
    // A photo: soft shades and the noise of a sensor; the same at each run.
    QImage photo(900, 700, QImage::Format_RGB32);
    QRandomGenerator noise(4711);
    for (int y = 0; y < photo.height(); ++y) {
        for (int x = 0; x < photo.width(); ++x)
            photo.setPixel(x, y, qRgb(x / 5 + int(noise.bounded(4)), y / 4 + int(noise.bounded(4)), 90 + (x + y) / 16 + int(noise.bounded(4))));
    }
    QImage drawing(900, 700, QImage::Format_RGB32);
    drawing.fill(Qt::white);
    for (int y = 0; y < 700; y += 40) {
        for (int x = 0; x < 900; ++x)
            drawing.setPixelColor(x, y, Qt::black);
    }
    QTest::newRow("photo") << photo << true;
    QTest::newRow("grey photo") << photo.convertToFormat(QImage::Format_Grayscale8) << true;
    QTest::newRow("drawing") << drawing << false;
    QTest::newRow("black and white") << drawing.convertToFormat(QImage::Format_Mono) << false;
    QTest::newRow("one pixel") << photo.copy(0, 0, 1, 1) << false;
}

/// What is no JPEG is stored as it is, photos filtered as in PNG, which nearly halves those of real cameras.
void TestPdfWriting::packsPicturesWithoutLoss()
{
    QFETCH(QImage, picture);
    QFETCH(bool, filtered);
    const DocumentBytes png = documentBytes(bytesOf(picture, "PNG"), u"picture.png"_s);
    DocWorker worker(options());
    const auto pdf = answerOf(worker.toPdf({png}));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    QCOMPARE(pdf->contains("/Predictor 15"), filtered);
    if (filtered) {
        const QImage rgb = picture.convertToFormat(picture.depth() == 8 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
        const qsizetype plain = qCompress(reinterpret_cast<const uchar *>(rgb.constBits()), int(rgb.sizeInBytes()), 6).size();
        QVERIFY2(pdf->size() * 10 < plain * 9, qPrintable(u"%1 of %2"_s.arg(pdf->size()).arg(plain)));
    }
    const auto original = answerOf(worker.render(png, 0, 200));
    const auto wrapped = answerOf(worker.render(documentBytes(*pdf, u"picture.pdf"_s), 0, 200));
    QVERIFY2(wrapped.ok(), problemOf(wrapped));
    QCOMPARE(imageOf(*wrapped), imageOf(*original));
    QVERIFY2(run(u"qpdf"_s, {u"--check"_s}, *pdf).contains(u"No syntax or stream encoding errors"), "qpdf --check");
}

void TestPdfWriting::refusesToBindDamagedFiles()
{
    DocWorker worker(options());
    const auto locked = answerOf(worker.toPdf({sample(u"bill-deu.pdf"_s), sample(u"bill-enc.pdf"_s)}));
    QVERIFY(!locked.ok());
    QVERIFY(locked.error().message.contains(u"bill-enc.pdf") && locked.error().message.contains(u"without a password"));
    QVERIFY(!answerOf(worker.toPdf({})).ok());
    QVERIFY(!answerOf(worker.toPdf({documentBytes("hello", u"a.txt"_s)})).ok());
    QVERIFY(!answerOf(worker.toPdf({documentBytes(sample(u"bill-eng-150.jpg"_s).bytes.left(200), u"cut.jpg"_s)})).ok());
}

QTEST_MAIN(TestPdfWriting)
#include "tst_pdfwriting.moc"
