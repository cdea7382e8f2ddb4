// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/markjson.h"
#include "core/documents/signature.h"
#include "tests/app/docworkerkit.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <cmath>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

/// A signature cut out of a picture by the worker, and put on a letter.
class TestSignaturePicture final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsTheInk_data();
    void cutsTheInk();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void darknessIsChosen();
    void largePicturesAreMadeSmaller();
    void standsOnTheLine();
    void isKeptAsJson();
    void isDrawnIntoTheCopy();

private:
    DocWorker m_worker{options()};
};

namespace {

/// A hand's line from left to right through the middle of a place.
QPainterPath scrawl(const QRectF &place)
{
    QPainterPath path(QPointF(place.left(), place.center().y()));
    for (int step = 1; step <= 60; ++step) {
        const double part = step / 60.0;
        path.lineTo(place.left() + part * place.width(), place.center().y() + std::sin(part * 20) * place.height() / 2);
    }
    return path;
}

QImage paperWith(const QRectF &place, const QColor &paper = Qt::white, const QColor &ink = QColor(20, 30, 90), QSize size = {800, 400})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, std::max(4.0, size.width() / 200.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(scrawl(place));
    return image;
}

QByteArray fileOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 85);
    return bytes;
}

/// The light of one lamp at the left, so that the paper at the right is as dark as ink would be at the left.
QImage shaded(QImage image)
{
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const double light = 1 - 0.6 * x / image.width();
            row[x] = qRgb(int(qRed(row[x]) * light), int(qGreen(row[x]) * light), int(qBlue(row[x]) * light));
        }
    }
    return image;
}

QImage transparentScrawl(const QRectF &place)
{
    QImage image(800, 400, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 4));
    painter.drawPath(scrawl(place));
    return image;
}

double inkShare(const InkPicture &picture)
{
    const auto inked = std::count_if(picture.cover.cbegin(), picture.cover.cend(), [](char c) { return uchar(c) > 128; });
    return double(inked) / double(picture.cover.size());
}

const QRectF kPlace(200, 120, 400, 160);

} // namespace

void TestSignaturePicture::cutsTheInk_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("PNG") << fileOf(paperWith(kPlace), "PNG");
    QTest::newRow("JPEG") << fileOf(paperWith(kPlace), "JPEG");
    QTest::newRow("grey paper") << fileOf(paperWith(kPlace, QColor(170, 165, 150)), "JPEG");
    QTest::newRow("pencil") << fileOf(paperWith(kPlace, Qt::white, QColor(130, 130, 130)), "PNG");
    QTest::newRow("red pen") << fileOf(paperWith(kPlace, Qt::white, QColor(200, 30, 30)), "PNG");
    QTest::newRow("shadow") << fileOf(shaded(paperWith(kPlace)), "JPEG");
    QTest::newRow("transparent paper") << fileOf(transparentScrawl(kPlace), "PNG");
}

void TestSignaturePicture::cutsTheInk()
{
    QFETCH(QByteArray, file);
    const auto picture = answerOf(m_worker.signaturePicture(file));
    QVERIFY2(picture.ok(), problemOf(picture));
    QVERIFY(isSound(*picture));
    // Cropped to the ink: the place with the pen's width.
    QVERIFY2(std::abs(picture->width - 404) < 14 && std::abs(picture->height - 164) < 14, qPrintable(u"%1 x %2"_s.arg(picture->width).arg(picture->height)));
    const double ink = inkShare(*picture);
    QVERIFY2(ink > 0.02 && ink < 0.2, qPrintable(QString::number(ink)));
    QVERIFY(uchar(picture->cover.at(0)) < 20); // paper is gone
}

void TestSignaturePicture::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("sentence");
    QImage empty(600, 300, QImage::Format_RGB32);
    empty.fill(QColor(240, 238, 230));
    QImage night(600, 300, QImage::Format_RGB32);
    night.fill(Qt::white);
    QPainter(&night).fillRect(0, 0, 500, 300, Qt::black);
    QImage dust = empty;
    QPainter(&dust).fillRect(300, 100, 3, 3, Qt::black);
    const QByteArray png = fileOf(paperWith(kPlace), "PNG");
    QTest::newRow("empty paper") << fileOf(empty, "PNG") << u"There is no ink"_s;
    QTest::newRow("empty paper as JPEG") << fileOf(empty, "JPEG") << u"There is no ink"_s;
    QTest::newRow("dust") << fileOf(dust, "PNG") << u"There is no ink"_s;
    QTest::newRow("dark all over") << fileOf(night, "PNG") << u"The picture is dark all over"_s;
    QTest::newRow("too small") << fileOf(empty.copy(0, 0, 8, 8), "PNG") << u"The picture is too small"_s;
    QTest::newRow("a text") << QByteArray("my signature") << u"This is no picture"_s;
    QTest::newRow("a PDF") << sample(u"bill-eng.pdf"_s).bytes << u"This is no picture"_s;
    QTest::newRow("nothing") << QByteArray() << u"This is no picture"_s;
    QTest::newRow("cut off") << png.left(60) << u"The picture is damaged"_s;
}

void TestSignaturePicture::refusesWhatIsNone()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, sentence);
    const auto picture = answerOf(m_worker.signaturePicture(file));
    QVERIFY(!picture.ok());
    QVERIFY2(picture.error().message.startsWith(sentence), qPrintable(picture.error().message));
}

void TestSignaturePicture::darknessIsChosen()
{
    const QByteArray pencil = fileOf(paperWith(kPlace, Qt::white, QColor(150, 150, 150)), "PNG");
    QVERIFY(answerOf(m_worker.signaturePicture(pencil, 200)).ok());
    QVERIFY(!answerOf(m_worker.signaturePicture(pencil, 60)).ok()); // nothing is so dark
}

void TestSignaturePicture::largePicturesAreMadeSmaller()
{
    const auto picture = answerOf(m_worker.signaturePicture(fileOf(paperWith({400, 500, 3200, 1400}, Qt::white, Qt::black, {4000, 2400}), "JPEG")));
    QVERIFY2(picture.ok(), problemOf(picture));
    QVERIFY2(isSound(*picture), qPrintable(u"%1 x %2"_s.arg(picture->width).arg(picture->height)));
    QVERIFY(picture->width > kInkPictureWidth * 0.8 || picture->height > kInkPictureHeight * 0.8);
    QVERIFY(std::abs(double(picture->width) / picture->height - 3200.0 / 1400) < 0.15);
}

void TestSignaturePicture::standsOnTheLine()
{
    Signature signature;
    signature.picture = {200, 100, QByteArray(20'000, '\x80')};
    signature.signer = u"Erika Muster"_s;
    signature.day = QDate(2026, 11, 23);
    const SignaturePlace place{1, QRectF(0.1, 0.5, 0.4, 0.05), true};
    const QList<Mark> marks = signatureMarks(signature, place, {600, 800});
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().kind, MarkKind::Stamp);
    QCOMPARE(marks.first().picture, signature.picture);
    const QRectF box = marks.first().box;
    QVERIFY(qAbs(box.bottom() - 0.55) < 1e-9 && qAbs(box.left() - 0.1) < 1e-9);
    QVERIFY(qAbs(box.width() * 600 / (box.height() * 800) - 2) < 1e-6); // its shape stays
    QVERIFY(marks.last().text.startsWith(u"Signed electronically by Erika Muster"_s)); // a picture proves no more than a typed name
}

void TestSignaturePicture::isKeptAsJson()
{
    Mark mark;
    mark.id = newMarkId();
    mark.sha256 = QString(64, u'a');
    mark.kind = MarkKind::Stamp;
    mark.picture = {30, 10, QByteArray(300, '\x40')};
    const auto kept = markFromJson(markToJson(mark));
    QVERIFY(kept.has_value());
    QCOMPARE(kept->picture, mark.picture);
    QJsonObject lying = markToJson(mark);
    QJsonObject picture = lying.value(u"picture"_s).toObject();
    picture.insert(u"width"_s, 40); // more than there is
    lying.insert(u"picture"_s, picture);
    QVERIFY(markFromJson(lying)->picture.isEmpty());
    const QByteArray bomb = qCompress(QByteArray(50'000'000, '\0'));
    picture.insert(u"cover"_s, QString::fromLatin1(bomb.toBase64()));
    lying.insert(u"picture"_s, picture);
    QVERIFY(markFromJson(lying)->picture.isEmpty());
}

void TestSignaturePicture::isDrawnIntoTheCopy()
{
    LetterContent letter;
    letter.title = u"Letter"_s;
    letter.html = u"<p>Words</p>"_s;
    const auto pdf = answerOf(m_worker.compose(letter));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    const DocumentBytes document = documentBytes(*pdf, u"letter.pdf"_s);
    const auto cut = answerOf(m_worker.signaturePicture(fileOf(paperWith(kPlace), "PNG")));
    QVERIFY2(cut.ok(), problemOf(cut));
    Signature signature;
    signature.picture = *cut;
    signature.signer = u"Erika Muster"_s;
    signature.day = QDate(2026, 11, 23);
    QList<Mark> marks = signatureMarks(signature, {0, QRectF(0.1, 0.5, 0.4, 0.06), true}, {595, 842});
    for (Mark &mark : marks)
        mark.sha256 = document.sha256;
    const auto copy = answerOf(m_worker.withMarks(document, marks, false));
    QVERIFY2(copy.ok(), problemOf(copy));
    const auto page = answerOf(m_worker.render(documentBytes(*copy, u"signed.pdf"_s), 0, 100));
    QVERIFY2(page.ok(), problemOf(page));
    const QImage place = imageOf(*page).copy(boxOn(imageOf(*page), marks.first().box));
    const double dark = darkShare(place);
    QVERIFY2(dark > 0.02 && dark < 0.3, qPrintable(QString::number(dark)));
    QCOMPARE(place.pixelColor(1, 1), QColor(Qt::white)); // the paper of the picture is not there
}

QTEST_GUILESS_MAIN(TestSignaturePicture)
#include "tst_signaturepicture.moc"
