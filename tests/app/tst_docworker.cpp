// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sample missing: %s", qPrintable(name));
    return documentBytes(file.readAll(), name);
}

DocWorkerOptions options()
{
    DocWorkerOptions made;
    made.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
    return made;
}

/// Waits for the answer with a running event loop, as a program does.
template<typename T> Result<T> answerOf(QFuture<Result<T>> future)
{
    const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 60'000);
    if (!finished || future.resultCount() == 0)
        return Error{Error::Code::Internal, u"no answer"_s};
    return future.result();
}

QImage imageOf(const PageBitmap &bitmap)
{
    return QImage(bitmap.pixels.get(), bitmap.width, bitmap.height, bitmap.bytesPerLine, QImage::Format_RGB32);
}

double darkShare(const QImage &image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128;
    }
    return double(dark) / (double(image.width()) * image.height());
}

QString textOf(const QList<Word> &words)
{
    QString text;
    for (const Word &word : words)
        text += word.text + (word.spaceAfter ? u" "_s : u"\n"_s);
    return text;
}

QRect boxOn(const QImage &image, const QRectF &box)
{
    return QRectF(box.x() * image.width(), box.y() * image.height(), box.width() * image.width(), box.height() * image.height()).toAlignedRect();
}

std::optional<Word> wordWith(const QList<Word> &words, const QString &part)
{
    for (const Word &word : words) {
        if (word.text.contains(part))
            return word;
    }
    return {};
}

} // namespace

class TestDocWorker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspectsSamples_data();
    void inspectsSamples();
    void rendersSamples_data() { inspectsSamples_data(); }
    void rendersSamples();
    void findsWordsWherePixelsAre_data();
    void findsWordsWherePixelsAre();
};

void TestDocWorker::inspectsSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QSizeF>("points");
    const QSizeF a4(595, 842);
    for (const char *name : {"bill-deu.pdf", "bill-eng.pdf", "bill-fra.pdf", "bill-spa.pdf", "bill-encowner.pdf"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"application/pdf"_s << u"poppler"_s << a4;
    QTest::newRow("turned page") << u"bill-rot90.pdf"_s << u"application/pdf"_s << u"poppler"_s << a4.transposed();
    QTest::newRow("300 dpi JPEG") << u"bill-deu-r2.jpg"_s << u"image/jpeg"_s << u"picture"_s << QSizeF(2480, 3509) * 72 / 300;
    QTest::newRow("150 dpi JPEG") << u"bill-eng-150.jpg"_s << u"image/jpeg"_s << u"picture"_s << QSizeF(1240, 1754) * 72 / 150;
    QTest::newRow("fax TIFF") << u"bill-eng-fax.tif"_s << u"image/tiff"_s << u"picture"_s << QSizeF(2480, 3509) * 72 / 300;
}

void TestDocWorker::inspectsSamples()
{
    QFETCH(QString, file);
    QFETCH(QString, type);
    QFETCH(QString, engine);
    QFETCH(QSizeF, points);
    DocWorker worker(options());
    const auto info = answerOf(worker.inspect(sample(file)));
    QVERIFY2(info.ok(), qPrintable(info.ok() ? QString() : info.error().message + info.error().detail));
    QCOMPARE(info->mimeType, type);
    QCOMPARE(info->engine, engine);
    QCOMPARE(info->pages(), 1);
    QCOMPARE(info->scanned, engine == u"picture");
    QVERIFY(qAbs(info->pageSizes.first().width() - points.width()) < 0.5);
    QVERIFY(qAbs(info->pageSizes.first().height() - points.height()) < 0.5);
}

void TestDocWorker::rendersSamples()
{
    QFETCH(QString, file);
    QFETCH(QSizeF, points);
    DocWorker worker(options());
    const DocumentBytes document = sample(file);
    auto wholeFuture = worker.render(document, 0, 100);
    auto tileFuture = worker.render(document, 0, 100, QRect(200, 100, 256, 300));
    const auto whole = answerOf(wholeFuture);
    const auto tile = answerOf(tileFuture);
    QVERIFY2(whole.ok(), qPrintable(whole.ok() ? QString() : whole.error().message + whole.error().detail));
    QVERIFY(tile.ok());
    const QImage page = imageOf(*whole);
    QVERIFY(qAbs(page.width() - points.width() * 100 / 72) <= 1);
    QVERIFY(qAbs(page.height() - points.height() * 100 / 72) <= 1);
    QVERIFY(darkShare(page) > 0.005);
    QVERIFY(darkShare(page) < 0.5);
    QCOMPARE(imageOf(*tile), page.copy(200, 100, 256, 300)); // and the first answer was not painted over by the second
}

void TestDocWorker::findsWordsWherePixelsAre_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::newRow("account number in German") << u"bill-deu.pdf"_s << u"4711-998877"_s;
    QTest::newRow("umlauts") << u"bill-deu.pdf"_s << u"Müller-Lüdenscheidt"_s;
    QTest::newRow("turned page") << u"bill-rot90.pdf"_s << u"bill"_s;
    QTest::newRow("owner password only") << u"bill-encowner.pdf"_s << u"bill"_s;
}

void TestDocWorker::findsWordsWherePixelsAre()
{
    QFETCH(QString, file);
    QFETCH(QString, word);
    DocWorker worker(options());
    const DocumentBytes document = sample(file);
    const auto words = answerOf(worker.words(document, 0));
    const auto page = answerOf(worker.render(document, 0, 150));
    QVERIFY(words.ok() && page.ok());
    const auto found = wordWith(*words, word);
    QVERIFY2(found, qPrintable(textOf(*words)));
    QVERIFY(QRectF(0, 0, 1, 1).contains(found->box));
    const QImage image = imageOf(*page);
    const QRect box = boxOn(image, found->box);
    QVERIFY(box.width() > 10 && box.height() > 5 && box.height() < 200);
    QVERIFY(darkShare(image.copy(box)) > 0.05);
    QVERIFY(darkShare(image.copy(box)) < 0.7);
}

QTEST_GUILESS_MAIN(TestDocWorker)
#include "tst_docworker.moc"
