// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

#include <poppler-annotation.h>
#include <poppler-qt6.h>

#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::PdfBytes;
using namespace Qt::StringLiterals;

namespace {

constexpr double kDpi = 100;

Mark mark(MarkKind kind, const QRectF &box, const QString &text = {})
{
    Mark made;
    made.id = u"6f1de3a2-0000-4000-8000-00000000000%1"_s.arg(int(kind));
    made.kind = kind;
    made.box = box;
    made.text = text;
    made.colour = u"#d02020"_s;
    made.author = u"Jürgen 東"_s;
    made.created = QDateTime({2026, 11, 20}, {9, 30, 5}, Qt::UTC);
    made.modified = QDateTime({2026, 11, 21}, {10, 0, 0}, Qt::UTC);
    return made;
}

/// One mark of each kind, each on a place of its own.
QList<Mark> allKinds()
{
    Mark highlight = mark(MarkKind::Highlight, QRectF(0.1, 0.05, 0.3, 0.05), u"checked"_s);
    highlight.lines = {QRectF(0.1, 0.05, 0.3, 0.02), QRectF(0.1, 0.08, 0.2, 0.02)};
    highlight.colour = u"#ffe14d"_s;
    Mark ink = mark(MarkKind::Ink, QRectF(0.5, 0.2, 0.2, 0.1));
    ink.strokes = {{{0.5, 0.2}, {0.6, 0.3}, {0.7, 0.2}}, {{0.5, 0.3}, {0.7, 0.3}}};
    return {highlight,
            mark(MarkKind::Note, QRectF(0.8, 0.1, 0.02, 0.02), u"Ask for the account number: Łódź, 東京"_s),
            mark(MarkKind::Box, QRectF(0.1, 0.4, 0.4, 0.1)),
            ink,
            mark(MarkKind::Text, QRectF(0.55, 0.6, 0.3, 0.08), u"Address differs from the CSR"_s),
            mark(MarkKind::Stamp, QRectF(0.1, 0.8, 0.3, 0.07), u"Verified"_s)};
}

/// Turned right back, so that engines can be compared: page painted by Poppler in this process.
QImage byPoppler(const QByteArray &pdf)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    if (!document || document->numPages() < 1)
        return {};
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return document->page(0)->renderToImage(kDpi, kDpi).convertToFormat(QImage::Format_RGB32);
}

QImage byQtPdf(const QByteArray &pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    const QSize size = (document.pagePointSize(0) * kDpi / 72).toSize();
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).drawImage(0, 0, document.render(0, size, options));
    return image;
}

/// Pixels of a box (0..1) that are clearly different.
int changed(const QImage &before, const QImage &after, const QRectF &box)
{
    const QRect area = boxOn(before, box).intersected(before.rect()).intersected(after.rect());
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor a = before.pixelColor(x, y);
            const QColor b = after.pixelColor(x, y);
            count += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 60;
        }
    }
    return count;
}

/// What `qpdf --check` does: reads all streams and parses all pages. "" or its complaint.
QByteArray complaintOf(const QByteArray &bytes, const char *password = "")
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("copy", bytes.constData(), size_t(bytes.size()), password);
        QPDFWriter writer(pdf);
        Pl_Discard nowhere;
        writer.setOutputPipeline(&nowhere);
        writer.setDecodeLevel(qpdf_dl_all);
        writer.write();
        const auto warnings = pdf.getWarnings();
        return warnings.empty() ? QByteArray() : QByteArray(warnings.front().what());
    } catch (const std::exception &error) {
        return error.what();
    }
}

Poppler::Annotation::SubType popplerType(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Highlight:
        return Poppler::Annotation::AHighlight;
    case MarkKind::Box:
        return Poppler::Annotation::AGeom;
    case MarkKind::Ink:
        return Poppler::Annotation::AInk;
    case MarkKind::Stamp:
        return Poppler::Annotation::AStamp;
    case MarkKind::Note:
    case MarkKind::Text:
        break;
    }
    return Poppler::Annotation::AText;
}

bool near(const QRectF &a, const QRectF &b, double slack)
{
    return std::abs(a.left() - b.left()) < slack && std::abs(a.top() - b.top()) < slack && std::abs(a.right() - b.right()) < slack &&
           std::abs(a.bottom() - b.bottom()) < slack;
}

} // namespace

/// Marks written into copies as annotations, and annotations read as marks; looked at with other eyes (qpdf, Poppler, Qt Pdf).
class TestMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesStandardAnnotations_data();
    void writesStandardAnnotations();
    void showsEveryKindInBothEngines_data();
    void showsEveryKindInBothEngines();
    void keepsTheTextReadableUnderAHighlight();
    void readsItsOwnMarksBack_data() { writesStandardAnnotations_data(); }
    void readsItsOwnMarksBack();
    void leavesInternalMarksOut();
    void keepsAnnotationsThatWereThere();
    void refusesMarksOfOtherPagesAndDocuments();
    void keepsEncryptedFilesEncrypted();
    void leavesActionsOut();

private:
    DocWorker m_worker{options()};
};

void TestMarks::writesStandardAnnotations_data()
{
    QTest::addColumn<DocumentBytes>("document");
    QTest::newRow("bill") << sample(u"bill-eng.pdf"_s);
    QTest::newRow("turned by /Rotate 90") << sample(u"bill-rot90.pdf"_s);
    QTest::newRow("JPEG") << sample(u"bill-eng-150.jpg"_s);
    QTest::newRow("fax") << sample(u"bill-eng-fax.tif"_s);
    for (const int degrees : {0, 90, 180, 270})
        QTest::addRow("cropped, turned by %d", degrees) << documentBytes(
            onePage(helvetica(), textAt(200, 400, "0161 496 0102"), {}, "/CropBox[100 150 500 700]/Rotate " + QByteArray::number(degrees)),
            u"cropped.pdf"_s);
}

void TestMarks::writesStandardAnnotations()
{
    QFETCH(DocumentBytes, document);
    const QByteArray original(document.bytes.constData(), document.bytes.size()); // deep
    const auto copy = answerOf(m_worker.withMarks(document, allKinds(), true));
    QVERIFY2(copy.ok(), problemOf(copy));
    QCOMPARE(document.bytes, original);
    QCOMPARE(complaintOf(*copy), QByteArray());
    QVERIFY(copy->size() < document.bytes.size() * 2 + 100'000);
    const auto opened = Poppler::Document::loadFromData(*copy);
    QVERIFY(opened);
    const auto annotations = opened->page(0)->annotations();
    const QList<Mark> marks = allKinds();
    QCOMPARE(qsizetype(annotations.size()), marks.size());
    const QSizeF page = opened->page(0)->pageSizeF();
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const Poppler::Annotation &annotation = *annotations[size_t(i)];
        QCOMPARE(annotation.subType(), popplerType(marks[i].kind));
        QCOMPARE(annotation.uniqueName(), marks[i].id);
        QCOMPARE(annotation.author(), marks[i].author);
        QCOMPARE(annotation.contents(), marks[i].text);
        QCOMPARE(annotation.creationDate().toUTC(), marks[i].created);
        QCOMPARE(annotation.modificationDate().toUTC(), marks[i].modified);
        QRectF box = marks[i].box;
        if (marks[i].kind == MarkKind::Note)
            box.setSize({20 / page.width(), 20 / page.height()});
        QVERIFY2(near(annotation.boundary(), box, 0.01), qPrintable(QString::number(i)));
    }
}

void TestMarks::showsEveryKindInBothEngines_data()
{
    QTest::addColumn<DocumentBytes>("document");
    QTest::addColumn<int>("which");
    const QStringList kinds{u"highlight"_s, u"note"_s, u"box"_s, u"ink"_s, u"text"_s, u"stamp"_s};
    for (int i = 0; i < kinds.size(); ++i) {
        QTest::addRow("%s", qPrintable(kinds[i])) << sample(u"bill-eng.pdf"_s) << i;
        QTest::addRow("%s, turned", qPrintable(kinds[i])) << sample(u"bill-rot90.pdf"_s) << i;
    }
}

void TestMarks::showsEveryKindInBothEngines()
{
    QFETCH(DocumentBytes, document);
    QFETCH(int, which);
    const Mark shown = allKinds().at(which);
    const auto copy = answerOf(m_worker.withMarks(document, {shown}, true));
    QVERIFY2(copy.ok(), problemOf(copy));
    QRectF place = shown.box;
    if (shown.kind == MarkKind::Note)
        place.setSize({0.04, 0.04});
    // Notes do not turn with the page, which this Qt Pdf does not know: there the sign lies beside its corner.
    const bool turned = QByteArray(QTest::currentDataTag()).endsWith("turned");
    const double slack = shown.kind == MarkKind::Note && turned ? 0.03 : 0.01;
    const QRectF around = place.adjusted(-slack, -slack, slack, slack);
    for (const auto paint : {byPoppler, byQtPdf}) {
        const QImage before = paint(document.bytes);
        const QImage after = paint(*copy);
        QCOMPARE(after.size(), before.size());
        const int inside = changed(before, after, around);
        QVERIFY2(inside > 150, qPrintable(QString::number(inside)));
        QCOMPARE(changed(before, after, QRectF(0, 0, 1, 1)), inside); // and nowhere else
    }
    // Alike: on empty paper few pixels differ between the engines (edges are softened differently).
    if (shown.kind == MarkKind::Note && turned)
        return;
    const auto alone = answerOf(m_worker.withMarks(documentBytes(onePage({}, {}, {}, turned ? "/Rotate 90" : ""), u"x"_s), {shown}, true));
    const QImage one = byPoppler(*alone);
    const QImage other = byQtPdf(*alone).copy(one.rect());
    const QRect area = boxOn(one, around);
    const int differing = changed(one, other, around);
    QVERIFY2(differing < 0.08 * area.width() * area.height(), qPrintable(u"%1 of %2"_s.arg(differing).arg(area.width() * area.height())));
}

void TestMarks::keepsTheTextReadableUnderAHighlight()
{
    const DocumentBytes bill = sample(u"bill-eng.pdf"_s);
    const auto word = wordWith(*answerOf(m_worker.words(bill, 0)), u"NG-0048-221937"_s);
    QVERIFY(word);
    Mark highlight = mark(MarkKind::Highlight, word->box);
    highlight.lines = {word->box};
    highlight.colour = u"#ffe14d"_s;
    const auto copy = answerOf(m_worker.withMarks(bill, {highlight}, false));
    QVERIFY2(copy.ok(), problemOf(copy));
    for (const auto paint : {byPoppler, byQtPdf}) {
        const QImage before = paint(bill.bytes);
        const QImage after = paint(*copy);
        const QImage was = before.copy(boxOn(before, word->box));
        const QImage is = after.copy(boxOn(after, word->box));
        // Black letters stay black, only their soft edges become darker.
        QVERIFY2(darkShare(is) > 0.05 && std::abs(darkShare(is) - darkShare(was)) < 0.1,
                 qPrintable(u"%1 %2"_s.arg(darkShare(is)).arg(darkShare(was))));
        int yellow = 0;
        for (int y = 0; y < is.height(); ++y) {
            for (int x = 0; x < is.width(); ++x)
                yellow += is.pixelColor(x, y).name() == u"#ffe14d";
        }
        QVERIFY2(yellow > 0.3 * is.width() * is.height(), qPrintable(QString::number(yellow)));
    }
}

void TestMarks::readsItsOwnMarksBack()
{
    QFETCH(DocumentBytes, document);
    const auto copy = answerOf(m_worker.withMarks(document, allKinds(), true));
    QVERIFY2(copy.ok(), problemOf(copy));
    const DocumentBytes received = documentBytes(*copy, u"received.pdf"_s);
    const auto marks = answerOf(m_worker.annotations(received));
    QVERIFY2(marks.ok(), problemOf(marks));
    const QList<Mark> written = allKinds();
    QCOMPARE(marks->size(), written.size());
    for (qsizetype i = 0; i < written.size(); ++i) {
        const Mark &read = marks->at(i);
        QCOMPARE(read.id, written[i].id);
        QCOMPARE(read.sha256, received.sha256);
        QCOMPARE(read.kind, written[i].kind);
        QCOMPARE(read.page, 0);
        QCOMPARE(read.text, written[i].text);
        QCOMPARE(read.author, written[i].author);
        QCOMPARE(read.created, written[i].created);
        QCOMPARE(read.modified, written[i].modified);
        QCOMPARE(read.colour, written[i].colour);
        QCOMPARE(read.lines.size(), written[i].lines.size());
        for (qsizetype line = 0; line < read.lines.size(); ++line)
            QVERIFY(near(read.lines[line], written[i].lines[line], 0.002));
        QCOMPARE(read.strokes.size(), written[i].strokes.size());
        for (qsizetype stroke = 0; stroke < read.strokes.size(); ++stroke) {
            QCOMPARE(read.strokes[stroke].size(), written[i].strokes[stroke].size());
            for (qsizetype point = 0; point < read.strokes[stroke].size(); ++point)
                QVERIFY((read.strokes[stroke][point] - written[i].strokes[stroke][point]).manhattanLength() < 0.004);
        }
    }
}

void TestMarks::leavesInternalMarksOut()
{
    QList<Mark> marks = allKinds();
    marks[1].internal = true; // the note
    const DocumentBytes bill = sample(u"bill-eng.pdf"_s);
    const auto forCarrier = answerOf(m_worker.withMarks(bill, marks, false));
    QVERIFY2(forCarrier.ok(), problemOf(forCarrier));
    QVERIFY(!forCarrier->contains(marks[1].id.toLatin1()));
    const auto found = answerOf(m_worker.annotations(documentBytes(*forCarrier, u"x"_s)));
    QCOMPARE(found->size(), 5);
    for (const Mark &mark : *found)
        QVERIFY(mark.id != marks[1].id);
    QCOMPARE(answerOf(m_worker.annotations(documentBytes(*answerOf(m_worker.withMarks(bill, marks, true)), u"x"_s)))->size(), 6);
}

void TestMarks::keepsAnnotationsThatWereThere()
{
    const DocumentBytes first = documentBytes(*answerOf(m_worker.withMarks(sample(u"bill-eng.pdf"_s), {allKinds().first()}, true)), u"x"_s);
    const auto second = answerOf(m_worker.withMarks(first, {allKinds().last()}, true));
    QVERIFY2(second.ok(), problemOf(second));
    const auto marks = answerOf(m_worker.annotations(documentBytes(*second, u"y"_s)));
    QCOMPARE(marks->size(), 2);
    QCOMPARE(marks->first().kind, MarkKind::Highlight);
    QCOMPARE(marks->last().kind, MarkKind::Stamp);
}

void TestMarks::refusesMarksOfOtherPagesAndDocuments()
{
    const DocumentBytes bill = sample(u"bill-eng.pdf"_s);
    Mark elsewhere = allKinds().first();
    elsewhere.page = 7;
    Mark foreign = allKinds().first();
    foreign.sha256 = QString(64, u'a');
    for (const Mark &wrong : {elsewhere, foreign}) {
        const auto copy = answerOf(m_worker.withMarks(bill, {wrong}, true));
        QVERIFY(!copy.ok());
        QCOMPARE(copy.error().code, Error::Code::Invalid);
    }
    const auto damaged = answerOf(m_worker.withMarks(documentBytes("%PDF-1.7\nnothing", u"x"_s), allKinds(), true));
    QVERIFY(!damaged.ok());
    QCOMPARE(damaged.error().code, Error::Code::Document);
}

void TestMarks::keepsEncryptedFilesEncrypted()
{
    const DocumentBytes locked = sample(u"bill-enc.pdf"_s);
    DocWorker worker(options());
    const auto without = answerOf(worker.withMarks(locked, allKinds(), true));
    QVERIFY(!without.ok());
    QVERIFY2(without.error().message.contains(u"password"), problemOf(without));
    QVERIFY(answerOf(worker.inspect(locked, u"user"_s)).ok());
    const auto copy = answerOf(worker.withMarks(locked, allKinds(), true));
    QVERIFY2(copy.ok(), problemOf(copy));
    QCOMPARE(complaintOf(*copy, "user"), QByteArray());
    const DocumentBytes received = documentBytes(*copy, u"x"_s);
    QVERIFY(!answerOf(worker.inspect(received)).ok());
    QVERIFY(answerOf(worker.inspect(received, u"user"_s)).ok());
    QCOMPARE(answerOf(worker.annotations(received))->size(), 6);
}

void TestMarks::leavesActionsOut()
{
    const QByteArray active = pdfOf(
        {"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/JavaScript/JS(2)>>>>"
         "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1+1)>>]>>>>>>",
         "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/AA<</O<</S/Launch/F(calc.exe)>>>>>>"});
    const auto copy = answerOf(m_worker.withMarks(documentBytes(active, u"x"_s), allKinds(), true));
    QVERIFY2(copy.ok(), problemOf(copy));
    QPDF pdf;
    pdf.processMemoryFile("copy", copy->constData(), size_t(copy->size()));
    for (QPDFObjectHandle object : pdf.getAllObjects())
        QVERIFY(!object.isDictionary() || (!object.hasKey("/JS") && !object.hasKey("/AA") && !object.hasKey("/OpenAction")));
}

QTEST_MAIN(TestMarks)
#include "tst_markcopies.moc"
