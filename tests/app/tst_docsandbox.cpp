// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::PdfBytes;
using namespace Qt::StringLiterals;

namespace {

/// Forms that draw the next one ten times, twelve deep.
QByteArray billionLaughs()
{
    QList<QByteArray> forms;
    for (int i = 0; i < 12; ++i) {
        const QByteArray next = QByteArray::number(6 + i);
        const QByteArray body = i == 11 ? QByteArray("0 0 1 1 re f") : QByteArray("/N Do ").repeated(10);
        forms.append(stream("/Type/XObject/Subtype/Form/BBox[0 0 600 900]" +
                                (i == 11 ? QByteArray() : "/Resources<</XObject<</N " + next + " 0 R>>>>"),
                            body));
    }
    return onePage("/XObject<</N 5 0 R>>", "/N Do", forms);
}

QByteArray tinyTiles()
{
    const QByteArray tile =
        stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<<>>",
               "1 0 0 rg 0 0 1 1 re f");
    return onePage("/Pattern<</P 5 0 R>>", "/Pattern cs /P scn 0 0 595 842 re f", {tile});
}

QByteArray nestedFunction()
{
    const QByteArray code = "{" + QByteArray("{").repeated(400'000) + QByteArray("}").repeated(400'000) + "}";
    return onePage("/ColorSpace<</C[/Separation/X/DeviceGray 5 0 R]>>", "/C cs 0.5 scn 0 0 99 99 re f",
                   {stream("/FunctionType 4/Domain[0 1]/Range[0 1]", code)});
}

QString statusOf(qint64 process, const QString &file)
{
    QFile status(u"/proc/%1/%2"_s.arg(process).arg(file));
    return status.open(QIODevice::ReadOnly) ? QString::fromUtf8(status.readAll()) : QString();
}

} // namespace

/// Hostile files and what a taken-over worker could do.
class TestDocSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesForbiddenCalls();
    void runsWithItsLimits();
    void survivesHostileFiles_data();
    void survivesHostileFiles();
    void readingWaitsNoLongerThanShowing_data();
    void readingWaitsNoLongerThanShowing();
    void setsAsideWhatStopsItTwice();
    void refusesTooManyPages();
    void tellsOfActiveContent_data();
    void tellsOfActiveContent();
    void asksTheSecondEngine();
};

void TestDocSandbox::refusesForbiddenCalls()
{
    QProcess worker;
    worker.start(options().program, {u"--check-sandbox"_s});
    QVERIFY(worker.waitForFinished());
    QCOMPARE(worker.exitCode(), 0);
    const QStringList lines = QString::fromUtf8(worker.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 13);
    for (const QString &line : lines)
        QVERIFY2(line.endsWith(u": refused"), qPrintable(line));
    for (const QString &what : {u"create a file"_s, u"network socket"_s, u"run a program"_s, u"fork"_s})
        QVERIFY2(lines.contains(what + u": refused"_s), qPrintable(what));
}

void TestDocSandbox::runsWithItsLimits()
{
    DocWorker worker(options());
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const QString status = statusOf(worker.processId(), u"status"_s);
    QVERIFY(status.contains(QRegularExpression(u"NoNewPrivs:\\s+1"_s)));
    QVERIFY(status.contains(QRegularExpression(u"Seccomp:\\s+2"_s)));
    const QString limits = statusOf(worker.processId(), u"limits"_s);
    QVERIFY(limits.contains(QRegularExpression(u"Max file size\\s+0\\s+0 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max core file size\\s+0\\s+0 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max open files\\s+64\\s+64 "_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max stack size\\s+67108864"_s)));
    QVERIFY(limits.contains(QRegularExpression(u"Max cpu time\\s+\\d+"_s)));
    for (const QFileInfo &file : QDir(u"/proc/%1/fd"_s.arg(worker.processId())).entryInfoList(QDir::System | QDir::Files)) {
        // the three pipes, the pixels and Qt's own event descriptor
        const QString target = QFile::symLinkTarget(file.filePath());
        QVERIFY2(target.contains(u"pipe:") || target.contains(u"memfd:") || target.contains(u"anon_inode") || target.contains(u"socket:") ||
                     target.contains(u"/dev/null"),
                 qPrintable(target));
    }
}

void TestDocSandbox::survivesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");
    QTest::newRow("billion laughs of forms") << billionLaughs() << false;
    QTest::newRow("tiny tiles") << tinyTiles() << false;
    QTest::newRow("nested function") << nestedFunction() << false;
    QTest::newRow("two million states") << onePage({}, QByteArray("q ").repeated(2'000'000)) << false;
    QTest::newRow("form in itself") << onePage(
                                           "/XObject<</N 5 0 R>>", "/N Do",
                                           {stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</N 5 0 R>>>>", "/N Do")})
                                    << true;
    QTest::newRow("page as large as a country") << pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                                          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e8 9e8]>>"})
                                                << false;
    QTest::newRow("page of size zero") << pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>"})
                                       << true;
    QTest::newRow("page tree in itself") << pdfOf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"}) << false;
}

void TestDocSandbox::survivesHostileFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, readable);
    DocWorkerOptions quick = options();
    quick.pageTimeoutMs = quick.loadTimeoutMs = 1500;
    DocWorker worker(quick);
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    QVERIFY(answerOf(worker.inspect(bill)).ok()); // started: from here on only the limits above count
    QElapsedTimer taken;
    taken.start();
    const auto page = answerOf(worker.render(documentBytes(bytes, u"hostile.pdf"_s), 0, 100));
    QVERIFY2(taken.elapsed() < 5000, qPrintable(QString::number(taken.elapsed())));
    if (!readable) // what a newer Poppler reads is no failure
        QVERIFY(page.ok() || page.error().code == Error::Code::Document || page.error().code == Error::Code::Invalid);
    const auto after = answerOf(worker.words(bill, 0));
    QVERIFY2(after.ok(), problemOf(after));
    QVERIFY(wordWith(*after, u"4711-998877"_s));
}

void TestDocSandbox::readingWaitsNoLongerThanShowing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("question");
    for (const QString &question : {u"page"_s, u"boxes"_s, u"codes"_s}) {
        QTest::newRow(qPrintable(u"billion laughs of forms, "_s + question)) << billionLaughs() << question;
        QTest::newRow(qPrintable(u"tiny tiles, "_s + question)) << tinyTiles() << question;
    }
}

/// Recognising may take long; a file that hangs the engine before it must not.
void TestDocSandbox::readingWaitsNoLongerThanShowing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, question);
    DocWorkerOptions quick = options();
    quick.pageTimeoutMs = quick.loadTimeoutMs = 1500;
    quick.readTimeoutMs = 60'000;
    DocWorker worker(quick);
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const DocumentBytes hostile = documentBytes(bytes, u"hostile.pdf"_s);
    QElapsedTimer taken;
    taken.start();
    const bool answered = question == "page"_L1    ? answerOf(worker.read(hostile, 0, {{u"eng"_s}, true})).ok()
                          : question == "boxes"_L1 ? answerOf(worker.readBoxes(hostile, 0, {QRectF(0.1, 0.1, 0.2, 0.1)}, {u"eng"_s})).ok()
                                                   : answerOf(worker.codes(hostile, 0)).ok();
    QVERIFY(!answered);
    QVERIFY2(taken.elapsed() < 10'000, qPrintable(QString::number(taken.elapsed())));
    QVERIFY(answerOf(worker.words(sample(u"bill-deu.pdf"_s), 0)).ok()); // the desk goes on
}

void TestDocSandbox::setsAsideWhatStopsItTwice()
{
    DocWorkerOptions quick = options();
    quick.pageTimeoutMs = quick.loadTimeoutMs = 1500;
    DocWorker worker(quick);
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    const DocumentBytes hostile = documentBytes(billionLaughs(), u"hostile.pdf"_s);
    for (int i = 0; i < 2; ++i) {
        const auto page = answerOf(worker.render(hostile, 0, 100));
        QVERIFY(!page.ok());
        QVERIFY2(!page.error().message.contains(u"set aside"), problemOf(page));
        QVERIFY(answerOf(worker.words(bill, 0)).ok());
    }
    const qint64 process = worker.processId();
    for (const Error &error : {answerOf(worker.render(hostile, 0, 100)).error(), answerOf(worker.inspect(hostile)).error(),
                               answerOf(worker.withMarks(hostile, {}, false)).error()}) {
        QCOMPARE(error.code, Error::Code::Document);
        QVERIFY2(error.message.contains(u"set aside") && error.message.contains(u"new copy"), qPrintable(error.message));
    }
    QVERIFY(answerOf(worker.words(bill, 0)).ok());
    QCOMPARE(worker.processId(), process); // not a single worker was lost over it any more
}

void TestDocSandbox::refusesTooManyPages()
{
    QByteArray kids;
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R>>", {}};
    for (int i = 0; i < 501; ++i) {
        kids += QByteArray::number(i + 3) + " 0 R ";
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count 501>>";
    DocWorker worker(options());
    const auto info = answerOf(worker.inspect(documentBytes(pdfOf(objects), u"x"_s)));
    QVERIFY(!info.ok());
    QVERIFY2(info.error().message.contains(u"501 pages; at most 500"), problemOf(info));
}

void TestDocSandbox::tellsOfActiveContent_data()
{
    QTest::addColumn<QByteArray>("catalog");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArray>("more"); // object 4
    QTest::addColumn<QStringList>("says");
    const QByteArray alert = "<</S/JavaScript/JS(app.alert\\(1\\))>>";
    const QByteArray start = "<</S/Launch/F(calc.exe)>>";
    const QStringList script{u"JavaScript"_s};
    const QStringList launch{u"start a program"_s};
    const QStringList files{u"other files inside"_s};
    QTest::newRow("script by name") << QByteArray("/Names<</JavaScript<</Names[(a)" + alert + "]>>>>") << QByteArray() << QByteArray()
                                    << script;
    QTest::newRow("script when opened") << QByteArray("/OpenAction 4 0 R") << QByteArray() << alert << script;
    QTest::newRow("script when closed") << QByteArray("/AA<</WC " + alert + ">>") << QByteArray() << QByteArray() << script;
    QTest::newRow("script of a page") << QByteArray() << QByteArray("/AA<</O " + alert + ">>") << QByteArray() << script;
    QTest::newRow("script of a field") << QByteArray()
                                       << QByteArray("/Annots[<</Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/AA<</K " + alert + ">>>>]")
                                       << QByteArray() << script;
    QTest::newRow("script after another action")
        << QByteArray("/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[" + alert + "]>>") << QByteArray() << QByteArray() << script;
    QTest::newRow("program behind a link") << QByteArray() << QByteArray("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A " + start + ">>]")
                                           << QByteArray() << launch;
    QTest::newRow("program in the outline") << QByteArray("/Outlines<</First 4 0 R/Last 4 0 R/Count 1>>") << QByteArray()
                                            << QByteArray("<</Title(a)/Parent 1 0 R/Next 4 0 R/First 4 0 R/A " + start + ">>") << launch;
    QTest::newRow("embedded file") << QByteArray("/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 4 0 R>>>>]>>>>")
                                   << QByteArray() << stream("/Type/EmbeddedFile", "MZ") << files;
    QTest::newRow("attached file") << QByteArray()
                                   << QByteArray("/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(a.exe)/EF<</F 4 0 R>>>>>>]")
                                   << stream("/Type/EmbeddedFile", "MZ") << files;
    QTest::newRow("form that is sent") << QByteArray()
                                       << QByteArray("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://example.org)>>>>]")
                                       << QByteArray() << QStringList{u"send form values"_s};
    QTest::newRow("XFA") << QByteArray("/AcroForm<</Fields[]/XFA 4 0 R>>") << QByteArray() << stream({}, "<xdp/>") << QStringList{u"XFA"_s};
    QTest::newRow("action in itself") << QByteArray("/OpenAction 4 0 R") << QByteArray() << QByteArray("<</S/Launch/F(a)/Next 4 0 R>>")
                                      << launch;
    QTest::newRow("nothing") << QByteArray("/OpenAction[3 0 R/Fit]")
                             << QByteArray("/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org)>>>>]") << QByteArray()
                             << QStringList();
}

void TestDocSandbox::tellsOfActiveContent()
{
    QFETCH(QByteArray, catalog);
    QFETCH(QByteArray, page);
    QFETCH(QByteArray, more);
    QFETCH(QStringList, says);
    const QByteArray pdf =
        pdfOf({"<</Type/Catalog/Pages 2 0 R" + catalog + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + page + ">>", more.isEmpty() ? QByteArray("null") : more});
    DocWorker worker(options());
    const auto info = answerOf(worker.inspect(documentBytes(pdf, u"x"_s)));
    QVERIFY2(info.ok(), problemOf(info));
    QCOMPARE(info->engine, u"poppler"_s);
    QVERIFY2(info->warnings.size() == says.size(), qPrintable(info->warnings.join(u' ')));
    for (const QString &part : says)
        QVERIFY2(info->warnings.join(u' ').contains(part), qPrintable(info->warnings.join(u' ')));
}

void TestDocSandbox::asksTheSecondEngine()
{
    // A page tree that claims to have no pages: Poppler believes it, Qt Pdf counts.
    QByteArray pdf = sample(u"bill-deu.pdf"_s).bytes;
    QVERIFY(pdf.contains("/Count 1"));
    pdf.replace("/Count 1", "/Count 0");
    const DocumentBytes document = documentBytes(pdf, u"x"_s);
    DocWorker worker(options());
    const auto info = answerOf(worker.inspect(document));
    QVERIFY2(info.ok(), problemOf(info));
    QCOMPARE(info->engine, u"qtpdf"_s);
    QVERIFY(info->warnings.join(u' ').contains(u"second reader"));
    const auto page = answerOf(worker.render(document, 0, 100));
    const auto tile = answerOf(worker.render(document, 0, 100, QRect(100, 50, 200, 150)));
    QVERIFY2(page.ok() && tile.ok(), problemOf(page) + problemOf(tile));
    const QImage image = imageOf(*page);
    QVERIFY(darkShare(image) > 0.005 && darkShare(image) < 0.5);
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    QCOMPARE(QSize(tile->width, tile->height), QSize(200, 150));
    const auto words = answerOf(worker.words(document, 0));
    QVERIFY2(words.ok(), problemOf(words));
    const auto account = wordWith(*words, u"4711-998877"_s);
    QVERIFY2(account, qPrintable(textOf(*words)));
    QVERIFY(darkShare(image.copy(boxOn(image, account->box))) > 0.05);
}

QTEST_GUILESS_MAIN(TestDocSandbox)
#include "tst_docsandbox.moc"
