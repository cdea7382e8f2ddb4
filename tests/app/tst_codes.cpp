// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"

#include <QBuffer>
#include <QPainter>
#include <QRandomGenerator>

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <cmath>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDpi = 200;

QString reference()
{
    return u"PD-2026-000123 ü"_s;
}

LetterContent letter()
{
    return {.title = u"Vollmacht"_s,
            .html = u"<h1>Vollmacht</h1><p>Jürgen Müller-Lüdenscheidt, +49 30 555000</p><p><img src=\"qr:\"></p>"
                    "<table width=\"100%\" border=\"1\" style=\"border-collapse:collapse\"><tr><td>030 23125</td><td>Köln</td></tr></table>"_s,
            .qrText = reference(),
            .footer = u"Seite %1 von %2"_s,
            .language = u"de"_s};
}

DocumentBytes scanOf(QImage page, const char *format = "PNG")
{
    page.setDotsPerMeterX(qRound(kDpi / 0.0254));
    page.setDotsPerMeterY(qRound(kDpi / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, format, 60);
    return documentBytes(buffer.data(), u"scan"_s);
}

/// Turned about its middle without growing, as paper lies askew on a scanner.
QImage tilted(const QImage &page, double degrees)
{
    QImage result(page.size(), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(page.width() / 2.0, page.height() / 2.0);
    painter.rotate(degrees);
    painter.drawImage(QPointF(-page.width() / 2.0, -page.height() / 2.0), page);
    return result;
}

/// Grey noise over the whole page and a black or white speck in every hundredth pixel.
QImage noisy(const QImage &page)
{
    QImage result = page.convertToFormat(QImage::Format_Grayscale8);
    QRandomGenerator random(20261123);
    for (int y = 0; y < result.height(); ++y) {
        uchar *line = result.scanLine(y);
        for (int x = 0; x < result.width(); ++x) {
            const int grey = int(line[x]) + random.bounded(-35, 36);
            line[x] = random.bounded(100) == 0 ? uchar(random.bounded(2) * 255) : uchar(qBound(0, grey, 255));
        }
    }
    return result;
}

QImage barCode(const QString &text)
{
    const auto bars = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128).encode(text.toStdWString(), 400, 80);
    QImage image(bars.width(), bars.height(), QImage::Format_RGB32);
    for (int y = 0; y < bars.height(); ++y) {
        for (int x = 0; x < bars.width(); ++x)
            image.setPixel(x, y, bars.get(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
    }
    return image;
}

} // namespace

/// Bar codes on received pages: the reference of the case on the letter that comes back signed and scanned.
class TestCodes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheLetter();
    void readsScans_data();
    void readsScans();
    void readsSeveralCodes();
    void findsNoneOnABill();

private:
    DocWorker m_worker{options()};
    QByteArray m_letter;
    QImage m_page;   ///< of the letter, 200 dpi
    QPointF m_place; ///< of its code, 0..1
};

void TestCodes::initTestCase()
{
    const auto pdf = answerOf(m_worker.compose(letter()));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    m_letter = *pdf;
    const auto page = answerOf(m_worker.render(documentBytes(m_letter, u"loa.pdf"_s), 0, kDpi));
    QVERIFY2(page.ok(), problemOf(page));
    m_page = imageOf(*page);
}

void TestCodes::readsTheLetter()
{
    const auto codes = answerOf(m_worker.codes(documentBytes(m_letter, u"loa.pdf"_s), 0));
    QVERIFY2(codes.ok(), problemOf(codes));
    QCOMPARE(codes->size(), 1);
    QCOMPARE(codes->first().text, reference());
    QCOMPARE(codes->first().format, u"QRCode"_s);
    const QRectF box = codes->first().box;
    m_place = box.center();
    QVERIFY(box.width() > 0.05 && box.width() < 0.4);
    // The code is there: about as much black as white, which no text has.
    const double dark = darkShare(m_page.copy(boxOn(m_page, box)));
    QVERIFY2(dark > 0.35 && dark < 0.65, qPrintable(QString::number(dark)));
}

void TestCodes::readsScans_data()
{
    QTest::addColumn<int>("quarters");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<bool>("speckled");
    QTest::newRow("straight") << 0 << 0.0 << false;
    QTest::newRow("on its side") << 1 << 0.0 << false;
    QTest::newRow("on its head") << 2 << 0.0 << false;
    QTest::newRow("on its other side") << 3 << 0.0 << false;
    QTest::newRow("askew") << 0 << 2.0 << false;
    QTest::newRow("askew the other way, on its head") << 2 << -2.0 << false;
    QTest::newRow("speckled") << 0 << 0.0 << true;
    QTest::newRow("speckled, askew, on its side") << 1 << 2.0 << true;
}

void TestCodes::readsScans()
{
    QFETCH(int, quarters);
    QFETCH(double, degrees);
    QFETCH(bool, speckled);
    QImage page = m_page.transformed(QTransform().rotate(90.0 * quarters));
    QPointF place = m_place;
    for (int i = 0; i < quarters; ++i)
        place = QPointF(1 - place.y(), place.x());
    if (degrees != 0) {
        const QPointF middle(page.width() / 2.0, page.height() / 2.0);
        const QTransform turn = QTransform().translate(middle.x(), middle.y()).rotate(degrees).translate(-middle.x(), -middle.y());
        const QPointF at = turn.map(QPointF(place.x() * page.width(), place.y() * page.height()));
        place = QPointF(at.x() / page.width(), at.y() / page.height());
        page = tilted(page, degrees);
    }
    const auto codes = answerOf(m_worker.codes(scanOf(speckled ? noisy(page) : page, "JPEG"), 0));
    QVERIFY2(codes.ok(), problemOf(codes));
    QCOMPARE(codes->size(), 1);
    QCOMPARE(codes->first().text, reference());
    const QPointF off = codes->first().box.center() - place;
    QVERIFY2(std::hypot(off.x(), off.y()) < 0.01, qPrintable(u"%1 %2"_s.arg(off.x()).arg(off.y())));
}

void TestCodes::readsSeveralCodes()
{
    QImage page = m_page;
    QPainter painter(&page);
    painter.drawImage(300, 1500, barCode(u"PD-2026-000777"_s));
    painter.drawImage(900, 1900, barCode(u"PD-2026-000888"_s));
    painter.end();
    const auto codes = answerOf(m_worker.codes(scanOf(page), 0));
    QVERIFY2(codes.ok(), problemOf(codes));
    QStringList texts;
    for (const PageCode &code : *codes)
        texts << code.format + u' ' + code.text;
    QCOMPARE(texts, (QStringList{u"QRCode "_s + reference(), u"Code128 PD-2026-000777"_s, u"Code128 PD-2026-000888"_s})); // top to bottom
}

void TestCodes::findsNoneOnABill()
{
    for (const QString &name : {u"bill-eng.pdf"_s, u"bill-deu-r2.jpg"_s, u"bill-eng-fax.tif"_s}) {
        const auto codes = answerOf(m_worker.codes(sample(name), 0));
        QVERIFY2(codes.ok(), problemOf(codes));
        QCOMPARE(codes->size(), 0);
    }
}

QTEST_MAIN(TestCodes)
#include "tst_codes.moc"
