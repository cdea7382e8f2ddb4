// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::PdfBytes;
using namespace Qt::StringLiterals;

namespace {

/// Three pages, each with a word and a secret of its own, that share one dictionary with the pictures of all, as some scanners write it. Page 2 is turned by what it
/// inherits; page 3 has a field of a form whose other place is on page 1.
QByteArray sharedPdf()
{
    const auto page = [](const QByteArray &content, const QByteArray &more) {
        return "<</Type/Page/Parent 2 0 R/Contents " + content + " 0 R/Resources 9 0 R" + more + ">>";
    };
    const auto content = [](const QByteArray &name) {
        return stream({}, textAt(60, 700, "Page " + name) + "q 100 0 0 100 60 300 cm /Im" + name + " Do Q");
    };
    const auto picture = [](char sample) {
        return stream("/Type/XObject/Subtype/Image/Width 40/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8", "SECRET-" + QByteArray(1593, sample));
    };
    return pdfOf({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[13 0 R]>>/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
                  "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3/MediaBox[0 0 595 842]>>",
                  page("6", "/Annots[14 0 R]"), page("7", "/Rotate 90/AA<</O<</S/JavaScript/JS(app.alert\\(2\\))>>>>"), page("8", "/Annots[15 0 R]"),
                  content("1"), content("2"), content("3"),
                  "<<" + helvetica() + "/XObject<</Im1 10 0 R/Im2 11 0 R/Im3 12 0 R>>>>",
                  picture('1'), picture('2'), picture('3'),
                  "<</FT/Tx/T(name)/V(FIELD-OF-ALL)/Kids[14 0 R 15 0 R]>>",
                  "<</Type/Annot/Subtype/Widget/Rect[60 100 200 120]/Parent 13 0 R/MK<</CA(PLACE-ONE)>>>>",
                  "<</Type/Annot/Subtype/Widget/Rect[60 100 200 120]/Parent 13 0 R/MK<</CA(PLACE-THREE)>>>>"});
}

/// The PDF with its streams open.
QByteArray opened(const QByteArray &pdf)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"cut.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess qpdf;
    qpdf.start(u"qpdf"_s, {u"--check"_s, file.fileName()});
    if (!qpdf.waitForFinished() || qpdf.exitCode() != 0)
        return "not sound: " + qpdf.readAllStandardError();
    qpdf.start(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file.fileName(), u"-"_s});
    qpdf.waitForFinished();
    return qpdf.readAllStandardOutput();
}

} // namespace

class TestExtractPages final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsPdfPages();
    void takesNothingOfOtherPages();
    void cutsPictures();
    void givesTheSameBytes();
    void refuses_data();
    void refuses();

private:
    QByteArray cut(const DocumentBytes &document, const QList<int> &pages)
    {
        const auto pdf = answerOf(m_worker.extractPages(document, pages));
        return pdf ? *pdf : QByteArray("refused: ") + problemOf(pdf);
    }
    QString wordsOf(const QByteArray &pdf, int page)
    {
        const auto words = answerOf(m_worker.words(documentBytes(pdf, u"cut.pdf"_s), page));
        return words ? textOf(*words).simplified() : words.error().message;
    }

    DocWorker m_worker{options()};
};

void TestExtractPages::cutsPdfPages()
{
    const DocumentBytes document = documentBytes(sharedPdf(), u"shared.pdf"_s);
    const QByteArray pdf = cut(document, {2, 1});
    const auto info = answerOf(m_worker.inspect(documentBytes(pdf, u"cut.pdf"_s)));
    QVERIFY2(info.ok(), problemOf(info).constData());
    QCOMPARE(info->pages(), 2);
    QCOMPARE(info->pageSizes[0], QSizeF(595, 842)); // inherited from the tree they left
    QCOMPARE(info->pageSizes[1], QSizeF(842, 595));
    QCOMPARE(wordsOf(pdf, 0), u"Page 3"_s);
    QCOMPARE(wordsOf(pdf, 1), u"Page 2"_s);
    const auto before = answerOf(m_worker.render(document, 1, 72)), after = answerOf(m_worker.render(documentBytes(pdf, u"cut.pdf"_s), 1, 72));
    QCOMPARE(imageOf(*after), imageOf(*before));
}

void TestExtractPages::takesNothingOfOtherPages()
{
    const QByteArray inside = opened(cut(documentBytes(sharedPdf(), u"shared.pdf"_s), {2}));
    QVERIFY2(inside.contains("SECRET-333"), inside.left(200).constData());
    QVERIFY(inside.contains("PLACE-THREE"));
    for (const char *other : {"SECRET-111", "SECRET-222", "PLACE-ONE", "FIELD-OF-ALL", "JavaScript", "(Page 1)"})
        QVERIFY2(!inside.contains(other), other);
    QVERIFY(!opened(cut(documentBytes(sharedPdf(), u"shared.pdf"_s), {1})).contains("JavaScript"));
}

void TestExtractPages::cutsPictures()
{
    const DocumentBytes fax = sample(u"bill-eng-fax.tif"_s), photo = sample(u"bill-eng-150.jpg"_s), two = sample(u"two-pictures.heic"_s);
    QVERIFY(cut(photo, {0}).contains(photo.bytes.mid(1000, 400))); // the JPEG's own bytes
    for (const DocumentBytes &document : {fax, two}) {
        const int page = document.fileName.endsWith(u"heic"_s) ? 1 : 0;
        const auto before = answerOf(m_worker.render(document, page, 100)), after = answerOf(m_worker.render(documentBytes(cut(document, {page}), u"cut.pdf"_s), 0, 100));
        QVERIFY2(after.ok(), problemOf(after).constData());
        QCOMPARE(imageOf(*after), imageOf(*before));
    }
}

void TestExtractPages::givesTheSameBytes()
{
    const DocumentBytes document = documentBytes(sharedPdf(), u"shared.pdf"_s);
    const QByteArray once = cut(document, {0, 2});
    DocWorker other(options());
    QCOMPARE(*answerOf(other.extractPages(document, {0, 2})), once);
    QVERIFY(cut(document, {2, 0}) != once);
}

void TestExtractPages::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("pages");
    QTest::addColumn<QString>("says");
    const QByteArray pdf = sharedPdf();
    QTest::newRow("a page it has not") << pdf << QList<int>{0, 3} << u"no page 4"_s;
    QTest::newRow("a page before the first") << pdf << QList<int>{-1} << u"which pages"_s;
    QTest::newRow("a page twice") << pdf << QList<int>{1, 1} << u"each once"_s;
    QTest::newRow("no page") << pdf << QList<int>{} << u"which pages"_s;
    QTest::newRow("a second page of a JPEG") << sample(u"bill-eng-150.jpg"_s).bytes << QList<int>{1} << u"no page 2"_s;
    QTest::newRow("a protected file") << sample(u"bill-enc.pdf"_s).bytes << QList<int>{0} << u"password"_s;
    QTest::newRow("half a file") << QByteArray("%PDF-1.7\n1 0 obj\n<<") << QList<int>{0} << u"damaged"_s;
    QTest::newRow("no document") << QByteArray("hello") << QList<int>{0} << u"is not a PDF"_s;
}

void TestExtractPages::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, pages);
    QFETCH(QString, says);
    const auto pdf = answerOf(m_worker.extractPages(documentBytes(bytes, u"paper"_s), pages));
    QVERIFY(!pdf.ok());
    QVERIFY2(pdf.error().message.contains(says), problemOf(pdf).constData());
}

QTEST_GUILESS_MAIN(TestExtractPages)
#include "tst_extractpages.moc"
