// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <csignal>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

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
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesBadRequests();
    void opensWithThePassword();
    void answersAfterTheWorkerWasKilled();
    void answersInOrder();
    void dropsCancelledRequests();
    void saysWhenTheProgramIsMissing();
    void answersPendingRequestsWhenClosed();
    void changesAWornWorker();
    void givesPixelsThatStay();
    void tellsLikelySizesFirst();
    void measuresAllWhenTheFirstPageIsDamaged();
    void scansAreKnownByTheirPicture_data();
    void scansAreKnownByTheirPicture();
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
    QVERIFY2(info.ok(), problemOf(info));
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
    QVERIFY2(whole.ok(), problemOf(whole));
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

void TestDocWorker::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray bill = sample(u"bill-deu.pdf"_s).bytes;
    const QByteArray jpeg = sample(u"bill-eng-150.jpg"_s).bytes;
    QTest::newRow("encrypted") << sample(u"bill-enc.pdf"_s).bytes << u"without a password"_s;
    QTest::newRow("empty") << QByteArray() << u"not a PDF"_s;
    QTest::newRow("garbage") << QByteArray(5000, 'x') << u"not a PDF"_s;
    QTest::newRow("garbage behind a PDF head") << QByteArray("%PDF-1.7\n" + QByteArray(5000, 'x')) << u"damaged"_s;
    QTest::newRow("PDF cut in half") << bill.left(bill.size() / 2) << u"damaged"_s;
    QTest::newRow("PDF head only") << bill.left(20) << u"damaged"_s;
    QTest::newRow("page tree without pages")
        << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                      "trailer<</Root 1 0 R/Size 3>>\n%%EOF\n")
        << u"damaged"_s;
    QTest::newRow("JPEG head only") << jpeg.left(300) << u"damaged"_s;
    QTest::newRow("PNG head only") << QByteArray("\x89PNG\r\n\x1a\n") << u"damaged"_s;
    QTest::newRow("TIFF head only") << QByteArray("II*\0\x08\0\0\0", 8) << u"damaged"_s;
    QByteArray tall = jpeg; // 1754 x 1240 becomes 65500 x 65500 in the frame header
    const qsizetype frame = tall.indexOf("\xff\xc0");
    tall.replace(frame + 5, 4, "\xff\xdc\xff\xdc");
    QTest::newRow("JPEG of 4 gigapixels") << tall << u"at most 64 million"_s;
}

void TestDocWorker::refusesBadFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    DocWorker worker(options());
    const DocumentBytes document = documentBytes(bytes, u"x"_s);
    const auto info = answerOf(worker.inspect(document));
    QVERIFY(!info.ok());
    QCOMPARE(info.error().code, Error::Code::Document);
    QVERIFY2(info.error().message.contains(says), qPrintable(info.error().message));
    QVERIFY(!answerOf(worker.render(document, 0, 72)).ok());
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
}

void TestDocWorker::refusesBadRequests()
{
    DocWorker worker(options());
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    for (const auto &answer : {answerOf(worker.render(bill, 1, 72)), answerOf(worker.render(bill, -1, 72)),
                               answerOf(worker.render(bill, 0, 0)), answerOf(worker.render(bill, 0, 2000)),
                               answerOf(worker.render(bill, 0, qQNaN())), answerOf(worker.render(bill, 0, 72, QRect(5000, 0, 10, 10)))}) {
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Error::Code::Invalid);
    }
    QVERIFY(!answerOf(worker.words(bill, 7)).ok());
    const auto tile = answerOf(worker.render(bill, 0, 2000, QRect(8000, 4000, 300, 200))); // a tile of a page too large as a whole
    QVERIFY2(tile.ok(), problemOf(tile));
    QCOMPARE(QSize(tile->width, tile->height), QSize(300, 200));
}

void TestDocWorker::opensWithThePassword()
{
    DocWorker worker(options());
    const DocumentBytes locked = sample(u"bill-enc.pdf"_s);
    const auto wrong = answerOf(worker.inspect(locked, u"no"_s));
    QVERIFY(!wrong.ok());
    QVERIFY(wrong.error().message.contains(u"password does not open"));
    const auto right = answerOf(worker.inspect(locked, u"user"_s));
    QVERIFY2(right.ok(), problemOf(right));
    QCOMPARE(kill(pid_t(worker.processId()), SIGKILL), 0); // a new worker is given the password again
    const auto words = answerOf(worker.words(locked, 0));
    QVERIFY2(words.ok(), problemOf(words));
    QVERIFY(!words->isEmpty());
}

void TestDocWorker::answersAfterTheWorkerWasKilled()
{
    DocWorker worker(options());
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    const auto before = answerOf(worker.words(bill, 0));
    QVERIFY(before.ok());
    const qint64 first = worker.processId();
    QVERIFY(first > 0);
    QCOMPARE(kill(pid_t(first), SIGKILL), 0);
    const auto after = answerOf(worker.words(bill, 0));
    QVERIFY2(after.ok(), problemOf(after));
    QCOMPARE(*after, *before);
    QVERIFY(worker.processId() != first);
    QCOMPARE(kill(pid_t(worker.processId()), SIGSEGV), 0); // dies while nothing is asked: costs nothing
    QTRY_COMPARE(worker.processId(), 0);
    QVERIFY(answerOf(worker.inspect(bill)).ok());
}

void TestDocWorker::answersInOrder()
{
    DocWorker worker(options());
    QList<int> order;
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    QList<QFuture<void>> done;
    for (int i = 0; i < 6; ++i) {
        // more documents than the worker holds at a time
        const DocumentBytes document = i % 2 ? bill : documentBytes(sample(u"bill-eng.pdf"_s).bytes + QByteArray(i, '\n'), u"x"_s);
        done.append(worker.render(document, 0, 40).then(&worker, [&order, i](const Result<PageBitmap> &page) {
            order.append(page.ok() ? i : -1);
        }));
    }
    QTRY_COMPARE(order, (QList<int>{0, 1, 2, 3, 4, 5}));
}

void TestDocWorker::dropsCancelledRequests()
{
    DocWorker worker(options());
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    auto first = worker.render(bill, 0, 50);
    auto second = worker.render(bill, 0, 51);
    auto third = worker.render(bill, 0, 52);
    second.cancel();
    const auto answer = answerOf(third);
    QVERIFY(answer.ok());
    QVERIFY(first.isFinished());
    QVERIFY(second.isFinished() && second.isCanceled());
    QCOMPARE(second.resultCount(), 0);
}

void TestDocWorker::saysWhenTheProgramIsMissing()
{
    DocWorkerOptions broken = options();
    broken.program = u"/nowhere/portdesk-docworker"_s;
    DocWorker worker(broken);
    for (int i = 0; i < 2; ++i) {
        const auto answer = answerOf(worker.inspect(sample(u"bill-deu.pdf"_s)));
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().code, Error::Code::Io);
        QVERIFY(answer.error().message.contains(u"Install PortDesk again"));
    }
}

void TestDocWorker::answersPendingRequestsWhenClosed()
{
    QFuture<Result<PageBitmap>> first;
    QFuture<Result<PageBitmap>> second;
    {
        DocWorker worker(options());
        first = worker.render(sample(u"bill-deu.pdf"_s), 0, 150);
        second = worker.render(sample(u"bill-deu.pdf"_s), 0, 150);
    }
    QVERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(second.result().error().code, Error::Code::Cancelled);
}

void TestDocWorker::changesAWornWorker()
{
    DocWorkerOptions few = options();
    few.documentsPerProcess = 1;
    DocWorker worker(few);
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const qint64 first = worker.processId();
    QVERIFY(answerOf(worker.inspect(sample(u"bill-eng.pdf"_s))).ok());
    QVERIFY(worker.processId() != first);
}

void TestDocWorker::givesPixelsThatStay()
{
    PageBitmap kept;
    QImage before;
    {
        DocWorker worker(options());
        const auto page = answerOf(worker.render(sample(u"bill-deu.pdf"_s), 0, 72));
        QVERIFY(page.ok());
        kept = *page;
        before = imageOf(kept);
        // What this one leaves is the room of the next; the kept page has its own.
        QVERIFY(answerOf(worker.render(sample(u"bill-eng.pdf"_s), 0, 72)).ok());
        const auto again = answerOf(worker.render(sample(u"bill-fra.pdf"_s), 0, 72));
        QVERIFY(again.ok());
        QVERIFY(imageOf(*again) != before);
        QCOMPARE(imageOf(kept), before);
    }
    QCOMPARE(imageOf(kept), before);
}

namespace {

/// A4 pages one below the other in the tree; number `other` is half as high.
DocumentBytes pagesWith(int pages, int other, const QByteArray &box)
{
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    QByteArray kids;
    for (int page = 0; page < pages; ++page) {
        kids += QByteArray::number(page + 3) + " 0 R ";
        objects << "<</Type/Page/Parent 2 0 R/MediaBox" + (page == other ? box : QByteArray("[0 0 595 842]")) + ">>";
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(pages) + "/Kids[" + kids + "]>>";
    return documentBytes(PdfBytes::pdfOf(objects), u"pages.pdf"_s);
}

} // namespace

void TestDocWorker::tellsLikelySizesFirst()
{
    DocWorker worker(options());
    const QSizeF half(595, 421);
    for (const int other : {3, 25}) {
        const DocumentBytes document = pagesWith(30, other, "[0 0 595 421]");
        const auto likely = answerOf(worker.pageSizes(document));
        QVERIFY2(likely.ok(), problemOf(likely));
        QCOMPARE(likely->size(), 30);
        QCOMPARE(likely->at(other), other == 3 ? half : QSizeF(595, 842)); // far behind it is taken to be like the first
        const auto info = answerOf(worker.inspect(document));
        QVERIFY2(info.ok(), problemOf(info));
        QCOMPARE(info->pageSizes.at(other), half);
    }
    QCOMPARE(answerOf(worker.pageSizes(sample(u"bill-eng-150.jpg"_s)))->size(), 1);
    QVERIFY(!answerOf(worker.pageSizes(documentBytes("%PDF-1.4 nothing", u"x.pdf"_s))).ok());
    QVERIFY(answerOf(worker.pageSizes(sample(u"bill-enc.pdf"_s))).error().message.contains(u"password"));
}

void TestDocWorker::measuresAllWhenTheFirstPageIsDamaged()
{
    DocWorker worker(options());
    const DocumentBytes document = pagesWith(30, 0, "[0 0 1000000000000 842]");
    const auto likely = answerOf(worker.pageSizes(document));
    const auto info = answerOf(worker.inspect(document));
    QVERIFY2(likely.ok() && info.ok(), problemOf(likely));
    QCOMPARE(*likely, info->pageSizes);
    QCOMPARE(likely->at(29), QSizeF(595, 842));
}

void TestDocWorker::scansAreKnownByTheirPicture_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("pages");
    QTest::addColumn<bool>("scanned");
    const QByteArray flat = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    QTest::newRow("plain") << QByteArray("/Image") << flat << true;
    QTest::newRow("an odd way to write the name") << QByteArray("/Im#61ge") << flat << false;
    QTest::newRow("a deeper tree") << QByteArray("/Image") << QByteArray("<</Type/Pages/Kids[6 0 R]/Count 1>>") << true;
    QTest::newRow("an empty branch before the page") << QByteArray("/Image") << QByteArray("<</Type/Pages/Kids[7 0 R 3 0 R]/Count 1>>") << true;
}

/// However the page is found and painted, it looks the same.
void TestDocWorker::scansAreKnownByTheirPicture()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, pages);
    QFETCH(bool, scanned);
    const auto pdf = [](const QByteArray &subtype, const QByteArray &tree) {
        QByteArray grey(100 * 100, '\xff');
        for (int row = 40; row < 60; ++row)
            grey.replace(row * 100 + 20, 60, QByteArray(60, '\0'));
        return documentBytes(
            PdfBytes::pdfOf({"<</Type/Catalog/Pages 2 0 R>>", tree,
                             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</ProcSet[/PDF/ImageB]/XObject<</I 5 0 R>>>>>>",
                             PdfBytes::stream({}, "q 200 0 0 200 0 0 cm /I Do Q"),
                             PdfBytes::stream("/Type/XObject/Subtype" + subtype + "/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8", grey),
                             "<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Parent 2 0 R/Kids[]/Count 0>>"}),
            u"scan.pdf"_s);
    };
    DocWorker worker(options());
    const DocumentBytes document = pdf(kind, pages);
    const auto page = answerOf(worker.render(document, 0, 72)); // before anything has looked through the file
    QVERIFY2(page.ok(), problemOf(page));
    const auto info = answerOf(worker.inspect(document));
    QVERIFY2(info.ok(), problemOf(info));
    QCOMPARE(info->scanned, scanned);
    const QImage image = imageOf(*page);
    QCOMPARE(image.size(), QSize(200, 200));
    QVERIFY(qGray(image.pixel(100, 100)) < 10);
    QVERIFY(qGray(image.pixel(100, 30)) > 245);
    QVERIFY(qGray(image.pixel(20, 100)) > 245);
}

QTEST_GUILESS_MAIN(TestDocWorker)
#include "tst_docworker.moc"
