// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"
#include "tests/kit/hostile/hostilefiles.h"
#include "tests/kit/hostile/mutations.h"

#include <QElapsedTimer>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::HostileFiles;
using namespace PortDesk::PdfBytes;
using namespace Qt::StringLiterals;

namespace {

DocWorkerOptions quickOptions()
{
    DocWorkerOptions quick = options();
    quick.pageTimeoutMs = quick.loadTimeoutMs = 1500;
    quick.answerTimeoutMs = 3000;
    return quick;
}

/// An answer, or an error of the document in words; nothing else may come of a hostile file.
template<typename T> QByteArray unfit(const Result<T> &answer)
{
    if (answer.ok())
        return {};
    const Error &error = answer.error();
    const bool right = (error.code == Error::Code::Document || error.code == Error::Code::Invalid) && error.message.endsWith(u'.');
    return right && !error.detail.contains(u"forbidden") && !error.detail.contains(u"bad answer") ? QByteArray() : problemOf(answer);
}

/// Counts how often the desk's thread gets its turn.
class Heart final : public QObject
{
public:
    Heart()
    {
        startTimer(10, Qt::PreciseTimer);
        m_since.start();
    }
    /// At least a tenth of the beats that a thread which does nothing else gets.
    bool isWell() const { return m_since.elapsed() < 500 || m_beats >= m_since.elapsed() / 100; }

protected:
    void timerEvent(QTimerEvent *) override { ++m_beats; }

private:
    QElapsedTimer m_since;
    qint64 m_beats = 0;
};

} // namespace

/// Hostile files: an answer or an error in words, in time, and the desk goes on.
class TestDocSandbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesHostileFiles_data();
    void survivesHostileFiles();
    void survivesChangedFiles_data();
    void survivesChangedFiles();
    void survivesCopying_data();
    void survivesCopying();
    void readingWaitsNoLongerThanShowing_data();
    void readingWaitsNoLongerThanShowing();
    void setsAsideWhatStopsItTwice();
    void refusesTooManyPages();
    void tellsOfActiveContent_data();
    void tellsOfActiveContent();
    void asksTheSecondEngine();
};

void TestDocSandbox::survivesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const HostileFile &file : hostilePdfs() + hostilePictures())
        QTest::newRow(file.name.constData()) << file.bytes;
}

/// The client's own limits answer in time (tst_workersandbox: all of them together below 10 s), the worker's hold its memory.
void TestDocSandbox::survivesHostileFiles()
{
    QFETCH(QByteArray, bytes);
    DocWorker worker(quickOptions());
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    QVERIFY(answerOf(worker.inspect(bill)).ok());
    const DocumentBytes hostile = documentBytes(bytes, u"hostile.pdf"_s);
    const Heart heart;
    const auto info = answerOf(worker.inspect(hostile));
    QVERIFY2(unfit(info).isEmpty(), unfit(info));
    const auto page = answerOf(worker.render(hostile, 0, 100));
    QVERIFY2(unfit(page).isEmpty(), unfit(page));
    const auto words = answerOf(worker.words(hostile, 0));
    QVERIFY2(unfit(words).isEmpty(), unfit(words));
    QVERIFY2(heart.isWell(), "the desk stood still");
    const auto after = answerOf(worker.words(bill, 0));
    QVERIFY2(after.ok(), problemOf(after));
    QVERIFY(wordWith(*after, u"4711-998877"_s));
}

void TestDocSandbox::survivesChangedFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"bill-deu.pdf"_s, u"bill-fra.pdf"_s, u"bill-rot90.pdf"_s, u"bill-enc.pdf"_s, u"bill-deu-r2.jpg"_s, u"bill-eng-150.jpg"_s, u"bill-eng-fax.tif"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestDocSandbox::survivesChangedFiles()
{
    QFETCH(QString, name);
    const DocumentBytes whole = sample(name);
    const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
    DocWorker worker(quickOptions());
    for (quint32 seed = 1; seed <= 25; ++seed) {
        const DocumentBytes changed = documentBytes(mutated(whole.bytes, seed), name);
        const auto page = answerOf(worker.render(changed, 0, 60));
        QVERIFY2(unfit(page).isEmpty(), unfit(page) + " seed " + QByteArray::number(seed));
        const auto words = answerOf(worker.words(changed, 0));
        QVERIFY2(unfit(words).isEmpty(), unfit(words) + " seed " + QByteArray::number(seed));
        const auto marks = answerOf(worker.annotations(changed));
        QVERIFY2(unfit(marks).isEmpty(), unfit(marks) + " seed " + QByteArray::number(seed));
    }
    QVERIFY(answerOf(worker.words(bill, 0)).ok());
}

/// What is made of a hostile file: a copy with marks, a PDF for the dossier.
void TestDocSandbox::survivesCopying_data()
{
    survivesHostileFiles_data();
}

void TestDocSandbox::survivesCopying()
{
    QFETCH(QByteArray, bytes);
    DocWorkerOptions quick = quickOptions();
    quick.composeTimeoutMs = quick.readTimeoutMs = 1500;
    DocWorker worker(quick);
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const DocumentBytes hostile = documentBytes(bytes, u"hostile.pdf"_s);
    const auto copy = answerOf(worker.withMarks(hostile, {}, false));
    QVERIFY2(unfit(copy).isEmpty(), unfit(copy));
    const auto bound = answerOf(worker.toPdf({hostile}));
    QVERIFY2(unfit(bound).isEmpty(), unfit(bound));
    QVERIFY(answerOf(worker.words(sample(u"bill-deu.pdf"_s), 0)).ok());
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
    DocWorkerOptions quick = quickOptions();
    quick.readTimeoutMs = 60'000;
    DocWorker worker(quick);
    QVERIFY(answerOf(worker.inspect(sample(u"bill-deu.pdf"_s))).ok());
    const DocumentBytes hostile = documentBytes(bytes, u"hostile.pdf"_s);
    const auto problem = [](const auto &answer) { return answer.ok() ? QString() : answer.error().detail; };
    const QString detail = question == "page"_L1    ? problem(answerOf(worker.read(hostile, 0, {{u"eng"_s}, true})))
                           : question == "boxes"_L1 ? problem(answerOf(worker.readBoxes(hostile, 0, {QRectF(0.1, 0.1, 0.2, 0.1)}, {u"eng"_s})))
                                                    : problem(answerOf(worker.codes(hostile, 0)));
    QVERIFY2(detail.startsWith(u"time-out after 1500 ms"), qPrintable(detail)); // the time of a page, not of recognising one
    QVERIFY(answerOf(worker.words(sample(u"bill-deu.pdf"_s), 0)).ok()); // the desk goes on
}

void TestDocSandbox::setsAsideWhatStopsItTwice()
{
    DocWorker worker(quickOptions());
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
