// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"

#include <QtEndian>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

namespace {

/// The same file with another size in its head.
QByteArray claiming(QByteArray bytes, quint32 width, quint32 height)
{
    const qsizetype at = bytes.indexOf("ispe");
    qToBigEndian(width, bytes.data() + at + 8);
    qToBigEndian(height, bytes.data() + at + 12);
    return bytes;
}

/// The red bar of the sample stands in its upper left corner when the picture is upright.
bool isUpright(const QImage &page)
{
    const auto red = [&](double x, double y) {
        const QColor colour = page.pixelColor(int(x * page.width()), int(y * page.height()));
        return colour.red() > 140 && colour.green() < 90;
    };
    return red(0.08, 0.04) && !red(0.92, 0.04) && !red(0.08, 0.96) && !red(0.92, 0.96);
}

} // namespace

/// Pictures of phones: HEIC, and AVIF which the same library reads. The samples are drawn and hold nothing of anybody.
class TestHeic final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shows_data();
    void shows();
    void showsEveryPicture();
    void readsWords();
    void wrapsForTheDossier();
    void refuses_data();
    void refuses();
    void survivesCuts();

private:
    DocWorker m_worker{options()};
};

void TestHeic::shows_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("type");
    QTest::newRow("HEIC, turned by its own property") << u"phone.heic"_s << u"image/heic"_s;
    QTest::newRow("HEIC of two pictures") << u"two-pictures.heic"_s << u"image/heic"_s;
    QTest::newRow("AVIF") << u"photo.avif"_s << u"image/avif"_s;
}

void TestHeic::shows()
{
    QFETCH(QString, file);
    const DocumentBytes document = sample(file);
    QTEST(sniffedType(document.bytes), "type");
    QVERIFY(checkForIntake(document.bytes, file).ok());
    const auto info = answerOf(m_worker.inspect(document));
    QVERIFY2(info.ok(), problemOf(info).constData());
    QTEST(info->mimeType, "type");
    QCOMPARE(info->engine, u"picture"_s);
    QVERIFY(info->scanned);
    QCOMPARE(info->pageSizes.first(), QSizeF(320, 240) * 72 / 200);
    const auto page = answerOf(m_worker.render(document, 0, 200));
    QVERIFY2(page.ok(), problemOf(page).constData());
    QCOMPARE(QSize(page->width, page->height), QSize(320, 240));
    QVERIFY(isUpright(imageOf(*page)));
}

void TestHeic::showsEveryPicture()
{
    const DocumentBytes document = sample(u"two-pictures.heic"_s);
    const auto info = answerOf(m_worker.inspect(document));
    QVERIFY2(info.ok(), problemOf(info).constData());
    QCOMPARE(info->pages(), 2);
    const auto second = answerOf(m_worker.render(document, 1, 200));
    QVERIFY2(second.ok(), problemOf(second).constData());
    QVERIFY(imageOf(*second).pixelColor(250, 200).blue() > 180);
    QVERIFY(imageOf(*second).pixelColor(250, 200).red() < 90);
}

void TestHeic::readsWords()
{
    const DocumentBytes document = sample(u"phone.heic"_s);
    const auto page = answerOf(m_worker.read(document, 0));
    QVERIFY2(page.ok(), problemOf(page).constData());
    QCOMPARE(page->source, TextSource::Ocr);
    QStringList words;
    for (const ReadWord &word : page->words)
        words << word.text;
    QVERIFY2(words.contains(u"INVOICE"_s) && words.contains(u"4711"_s), qPrintable(words.join(u' ')));
}

void TestHeic::wrapsForTheDossier()
{
    const auto pdf = answerOf(m_worker.toPdf({sample(u"phone.heic"_s), sample(u"two-pictures.heic"_s)}));
    QVERIFY2(pdf.ok(), problemOf(pdf).constData());
    const DocumentBytes bound = documentBytes(*pdf, u"bound.pdf"_s);
    const auto info = answerOf(m_worker.inspect(bound));
    QVERIFY2(info.ok(), problemOf(info).constData());
    QCOMPARE(info->pages(), 3);
    const auto original = answerOf(m_worker.render(sample(u"phone.heic"_s), 0, 200));
    const auto wrapped = answerOf(m_worker.render(bound, 0, 200));
    QVERIFY2(wrapped.ok(), problemOf(wrapped).constData());
    QCOMPARE(imageOf(*wrapped), imageOf(*original)); // not a pixel is coded anew
}

void TestHeic::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray good = sample(u"phone.heic"_s).bytes;
    QTest::newRow("head only") << good.left(64) << u"damaged"_s;
    QTest::newRow("half of the picture") << good.left(good.size() / 2) << u"damaged"_s;
    QTest::newRow("picture of 1.6 gigapixels") << claiming(good, 40'000, 40'000) << u"at most 64 million"_s;
    QTest::newRow("picture without height") << claiming(good, 320, 0) << u"cture"_s;
    QByteArray other = good;
    other.replace("hvc1", "xyz1");
    QTest::newRow("a coding nobody knows") << other << u"Save it as JPEG or PDF"_s;
}

void TestHeic::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto info = answerOf(m_worker.inspect(documentBytes(bytes, u"phone.heic"_s)));
    QVERIFY(!info.ok());
    QCOMPARE(info.error().code, Error::Code::Document);
    QVERIFY2(info.error().message.contains(says), qPrintable(info.error().message + u" / "_s + info.error().detail));
}

/// Wherever a file is cut off there is an answer, and it is not the end of the reader.
void TestHeic::survivesCuts()
{
    const QByteArray good = sample(u"phone.heic"_s).bytes;
    const auto before = answerOf(m_worker.inspect(sample(u"phone.heic"_s)));
    QVERIFY2(before.ok(), problemOf(before).constData());
    const qint64 process = m_worker.processId();
    QVERIFY(process > 0);
    for (qsizetype length = 16; length < good.size(); length += 61) {
        const auto info = answerOf(m_worker.inspect(documentBytes(good.left(length), u"cut.heic"_s)));
        QVERIFY2(info.ok() || info.error().code == Error::Code::Document, problemOf(info).constData());
        QCOMPARE(m_worker.processId(), process);
    }
}

QTEST_GUILESS_MAIN(TestHeic)
#include "tst_heic.moc"
