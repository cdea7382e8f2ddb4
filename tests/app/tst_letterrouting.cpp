// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Scanned letters find their cases: real letters, as pictures askew and with grain, through the real worker into the real store.
#include "tests/kit/letterscans.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <tiffio.h>

#include <cstdio>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// The pile as a multi-page TIFF, grey and packed with LZW.
DocumentBytes scannedTiff(const QString &path, const QList<QImage> &sheets)
{
    TIFF *file = TIFFOpen(path.toLocal8Bit().constData(), "w");
    for (const QImage &sheet : sheets) {
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, quint32(sheet.width()));
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, quint32(sheet.height()));
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
        TIFFSetField(file, TIFFTAG_XRESOLUTION, kScanDpi);
        TIFFSetField(file, TIFFTAG_YRESOLUTION, kScanDpi);
        TIFFSetField(file, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
        for (int y = 0; y < sheet.height(); ++y)
            TIFFWriteScanline(file, const_cast<uchar *>(sheet.constScanLine(y)), quint32(y), 0);
        TIFFWriteDirectory(file);
    }
    TIFFClose(file);
    QFile bytes(path);
    if (!bytes.open(QIODevice::ReadOnly))
        qFatal("the TIFF was not written");
    return documentBytes(bytes.readAll(), u"pile.tif"_s);
}

/// The documents of a case that came by routing.
QList<CaseDocument> routedDocuments(TestDesk &desk, const QString &reference)
{
    QList<CaseDocument> documents = desk.details(reference).portCase.documents;
    documents.removeIf([](const CaseDocument &document) { return !document.fileName.startsWith(u"pile"_s); });
    return documents;
}

QStringList told(const RoutingReport &report)
{
    QStringList lines;
    for (const RoutedPart &part : report.parts) {
        QStringList pages;
        for (const int page : part.pages)
            pages << QString::number(page + 1);
        const QString where = part.place.kind == PartPlace::Kind::Attached ? part.place.reference
                              : part.place.kind == PartPlace::Kind::Known  ? u"known"_s
                                                                           : u"tray: "_s + trayReasonKey(part.place.reason.value_or(TrayReason::NoCode));
        lines << pages.join(u'+') + u" > "_s + where;
    }
    return lines;
}

/// The child of the killed run: routes a file and says "." for every part that has its place.
int routeUntilKilled(const QString &store, const QString &path)
{
    TestDesk desk;
    DeskSessionOptions options = desk.options();
    options.storeUrl = store;
    DeskSession session(options);
    if (!await(session.open()))
        return 1;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    QObject::connect(&session.letterRouter(), &LetterRouter::partPlaced, [] {
        std::fputs(".", stdout);
        std::fflush(stdout);
    });
    return await(session.letterRouter().route({documentBytes(file.readAll(), u"pile.pdf"_s)})) ? 0 : 3;
}

} // namespace

class TestLetterRouting final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void routesAPdf();
    void routesATiff();
    void knowsWhatItHas();
    void asksWhereItMustNotGuess_data();
    void asksWhereItMustNotGuess();
    void findsTheCaseOfARequest();
    void looksWithoutTouching();
    void survivesBeingKilled();
    void stopsWhenCancelled();
    void putsAsideWhatCannotBeRead();

private:
    QList<QImage> letterPages(TestDesk &desk, const QString &reference) { return scannedPages(desk, composedLetterOf(desk, reference)); }
    static RoutingReport route(TestDesk &desk, const QList<DocumentBytes> &files, bool dryRun = false) { return valueOf(await(desk.session().letterRouter().route(files, dryRun))); }
    static QString problemsOf(TestDesk &desk)
    {
        const auto report = await(desk.session().verify());
        return report ? report->problems.join(u'\n') : report.error().message;
    }
};

/// Three cases, letters of two pages each: one askew, one upside down, one with its pages in the other order and a blank back between; beside them a
/// bill and a page with somebody's web address.
void TestLetterRouting::routesAPdf()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString first = desk.submit(requestWithNumber(u"+493023125101"_s)).first(), second = desk.submit(requestWithNumber(u"+493023125102"_s)).first(),
                  third = desk.submit(requestWithNumber(u"+493023125103"_s)).first();
    const QList<QImage> one = letterPages(desk, first), two = letterPages(desk, second), three = letterPages(desk, third);
    QCOMPARE(one.size(), 2);
    QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"));
    QVERIFY(bill.open(QIODevice::ReadOnly));
    const QImage billPage = scannedPages(desk, documentBytes(bill.readAll(), u"bill.pdf"_s)).first();
    LetterContent web;
    web.title = u"Shop"_s;
    web.html = u"<p>Scan me <img src=\"qr:\"></p>"_s;
    web.qrText = u"https://example.org/offer"_s;
    web.language = u"en"_s;
    const QImage webPage = scannedPages(desk, documentBytes(valueOf(await(desk.session().worker().compose(web))), u"web.pdf"_s)).first();

    const QList<QImage> sheets{askew(one[0], 2), askew(one[1], -1.5), askew(billPage, 1), askew(two[0].transformed(QTransform().rotate(180)), 1),
                               askew(two[1], 3), webPage, askew(three[1], -3), blankPage(three[0].size()), askew(three[0], 1)};
    const RoutingReport report = route(desk, {scannedPdf(desk, sheets, u"pile.pdf"_s)});
    QCOMPARE(told(report), (QStringList{u"1+2 > "_s + first, u"3 > tray: no-code"_s, u"4+5 > "_s + second, u"6 > tray: foreign-code"_s, u"9+7+8 > "_s + third}));
    for (const QString &reference : {first, second, third}) {
        const QList<CaseDocument> documents = routedDocuments(desk, reference);
        QCOMPARE(documents.size(), 1);
        QCOMPARE(documents.first().kind, u"loa"_s);
        QCOMPARE(documents.first().mimeType, u"application/pdf"_s);
        QCOMPARE(documents.first().pages, reference == third ? 3 : 2);
        const CaseDetails details = desk.details(reference);
        QCOMPARE(details.timeline.last().what, u"document-added"_s);
        QVERIFY(details.timeline.last().text.contains(documents.first().fileName));
        // What the case has is its own letter and nobody else's.
        const DocumentBytes letter = valueOf(await(desk.session().document(documents.first().sha256, u"letter.pdf"_s)));
        const auto codes = valueOf(await(desk.session().worker().codes(letter, 0)));
        QCOMPARE(codes.size(), 1);
        QCOMPARE(letterCodeOf(codes.first().text)->reference, reference);
        QCOMPARE(letterCodeOf(codes.first().text)->page, 1);
    }
    const auto tray = valueOf(await(desk.session().letters().tray()));
    QCOMPARE(tray.size(), 2);
    QCOMPARE(tray[0].pages, QList<int>{2});
    QCOMPARE(tray[1].reason, TrayReason::ForeignCode);
    QCOMPARE(tray[1].about, u"https://example.org/offer"_s);
    QVERIFY(valueOf(await(desk.session().letters().unfinished())).isEmpty());
    QCOMPARE(problemsOf(desk), QString());
}

void TestLetterRouting::routesATiff()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString first = desk.submit(requestWithNumber(u"+493023125101"_s)).first(), second = desk.submit(requestWithNumber(u"+493023125102"_s)).first();
    const QList<QImage> one = letterPages(desk, first), two = letterPages(desk, second);
    const QList<QImage> sheets{askew(two[0], 1), askew(two[1], -2), blankPage(two[0].size()), askew(one[0], 2.5), askew(one[1].transformed(QTransform().rotate(180)), 1)};
    const DocumentBytes pile = scannedTiff(desk.folder().filePath(u"pile.tif"_s), sheets);
    QCOMPARE(told(route(desk, {pile})), (QStringList{u"1+2+3 > "_s + second, u"4+5 > "_s + first}));
    const CaseDocument document = routedDocuments(desk, first).first();
    QCOMPARE(document.pages, 2);
    // Cut out without coding a pixel anew.
    const DocumentBytes letter = valueOf(await(desk.session().document(document.sha256, document.fileName)));
    const auto cut = valueOf(await(desk.session().worker().render(letter, 0, kScanDpi))), original = valueOf(await(desk.session().worker().render(pile, 3, kScanDpi)));
    QCOMPARE(cut.width, original.width);
    for (int y = 0; y < cut.height; ++y)
        QVERIFY(memcmp(cut.pixels.get() + qsizetype(y) * cut.bytesPerLine, original.pixels.get() + qsizetype(y) * original.bytesPerLine, size_t(cut.width) * 4) == 0);
    QCOMPARE(problemsOf(desk), QString());
}

void TestLetterRouting::knowsWhatItHas()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString reference = desk.submit(requestWithNumber(u"+493023125101"_s)).first();
    const QList<QImage> pages = letterPages(desk, reference);
    const QList<QImage> sheets{pages[0], pages[1], pages[0], pages[1], blankPage(pages[0].size()).copy(0, 0, 400, 300)};
    QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"));
    QVERIFY(bill.open(QIODevice::ReadOnly));
    const DocumentBytes paper = documentBytes(bill.readAll(), u"pile bill.pdf"_s);
    QCOMPARE(told(route(desk, {scannedPdf(desk, sheets.mid(0, 4), u"pile.pdf"_s), paper})), (QStringList{u"1+2 > "_s + reference, u"3+4 > known"_s, u"1 > tray: no-code"_s}));
    // The same files once more.
    QCOMPARE(told(route(desk, {scannedPdf(desk, sheets.mid(0, 4), u"pile.pdf"_s), paper})), (QStringList{u"1+2 > known"_s, u"3+4 > known"_s, u"1 > known"_s}));
    QCOMPARE(routedDocuments(desk, reference).size(), 1);
    const auto tray = valueOf(await(desk.session().letters().tray()));
    QCOMPARE(tray.size(), 1);
    QCOMPARE(tray.first().sha256, paper.sha256); // a file that is one part is kept as it came
}

void TestLetterRouting::asksWhereItMustNotGuess_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a case this desk does not have") << u"unknown"_s << u"1+2 > tray: unknown-case"_s;
    QTest::newRow("a case that is closed") << u"closed"_s << u"1+2 > tray: refused"_s;
    QTest::newRow("another desk's letter with a reference that is here, too") << u"foreign"_s << u"1+2 > tray: other-numbers"_s;
    QTest::newRow("a letter without its last page") << u"incomplete"_s << u"1 > tray: pages-missing"_s;
}

void TestLetterRouting::asksWhereItMustNotGuess()
{
    QFETCH(QString, what);
    TestDesk desk, other;
    QCOMPARE(desk.open(), QString());
    QCOMPARE(other.open(), QString());
    const QString reference = desk.submit(requestWithNumber(u"+493023125101"_s)).first();
    QString printed = reference;
    if (what == "unknown"_L1 || what == "foreign"_L1)
        printed = other.submit(requestWithNumber(u"+493023125102"_s)).first();
    if (what == "unknown"_L1)
        printed = other.submit(requestWithNumber(u"+493023125103"_s)).first();
    TestDesk &printer = printed == reference && what != "foreign"_L1 ? desk : other;
    QList<QImage> sheets = letterPages(printer, printed);
    if (what == "incomplete"_L1)
        sheets.removeLast();
    if (what == "closed"_L1)
        desk.apply(reference, u"cancel"_s, {{u"text"_s, u"changed their mind"_s}});
    const RoutingReport report = route(desk, {scannedPdf(desk, sheets, u"pile.pdf"_s)});
    QTEST(told(report).join(u'\n'), "expected");
    QVERIFY(placeText(report.parts.first().place).contains(printed));
    QVERIFY(routedDocuments(desk, reference).isEmpty());
    QCOMPARE(valueOf(await(desk.session().letters().tray())).size(), 1);
    QCOMPARE(problemsOf(desk), QString());
}

/// Letters printed in the wizard bear the customer's own reference; the numbers tell which of the request's cases is meant.
void TestLetterRouting::findsTheCaseOfARequest()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    Request request = RequestBuilder().noNumbers().number(u"+493023125101"_s).number(u"+493023125102"_s).build();
    request.reference = u"Müller; 7/2 %1"_s;
    request.losingCarrier.billingNumber = u"+493023125101"_s;
    request.numbers[1].losingCarrier = LosingCarrier{u"Andere AG"_s, u"77"_s, {}, {}};
    const QStringList references = desk.submit(request);
    QCOMPARE(references.size(), 2);
    DeskSession &session = desk.session();
    const QList<CasePlan> plans = split(request, session.countries());
    QList<QImage> sheets;
    for (const CasePlan &plan : plans) {
        const auto letter = loaLetter(request, plan, session.countries(), {}, session.clock().today(session.zone()));
        sheets = scannedPages(desk, documentBytes(valueOf(await(session.worker().compose(valueOf(letter)))), u"letter.pdf"_s)) + sheets;
    }
    QCOMPARE(told(route(desk, {scannedPdf(desk, sheets, u"pile.pdf"_s)})), (QStringList{u"1+2 > "_s + references[1], u"3+4 > "_s + references[0]}));
}

void TestLetterRouting::looksWithoutTouching()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString reference = desk.submit(requestWithNumber(u"+493023125101"_s)).first();
    const int revision = desk.details(reference).portCase.revision;
    const DocumentBytes pile = scannedPdf(desk, letterPages(desk, reference) + QList<QImage>{blankPage({800, 1100})}, u"pile.pdf"_s);
    QCOMPARE(told(route(desk, {pile}, true)), QStringList{u"1+2+3 > "_s + reference});
    QCOMPARE(desk.details(reference).portCase.revision, revision);
    QVERIFY(valueOf(await(desk.session().letters().tray())).isEmpty());
    QVERIFY(valueOf(await(desk.session().letters().unfinished())).isEmpty());
}

/// Killed after each of its parts in turn, and taken up again: every page has its place once.
void TestLetterRouting::survivesBeingKilled()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    QStringList references;
    QList<QImage> sheets;
    for (int i = 0; i < 3; ++i) {
        references << desk.submit(requestWithNumber(u"+49302312510%1"_s.arg(i))).first();
        sheets += letterPages(desk, references.last());
    }
    QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"));
    QVERIFY(bill.open(QIODevice::ReadOnly));
    sheets.insert(2, scannedPages(desk, documentBytes(bill.readAll(), u"bill.pdf"_s)).first());
    const DocumentBytes pile = scannedPdf(desk, sheets, u"pile.pdf"_s);
    const QString path = desk.folder().filePath(u"pile.pdf"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pile.bytes) == pile.bytes.size());
    file.close();
    for (int parts = 1; parts < 4; ++parts) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--route"_s, desk.storePath(), path});
        QByteArray said;
        while (said.count('.') < 1 && child.waitForReadyRead(60'000)) // one part more, then the end
            said += child.readAllStandardOutput();
        child.kill();
        QVERIFY(child.waitForFinished());
        const auto kept = valueOf(await(desk.session().letters().unfinished()));
        if (kept.isEmpty())
            break; // it was quicker than the kill
        QVERIFY(!kept.first().placed.isEmpty());
    }
    const RoutingReport rest = valueOf(await(desk.session().letterRouter().resume()));
    QVERIFY(rest.failed.isEmpty());
    for (const QString &reference : references)
        QCOMPARE(routedDocuments(desk, reference).size(), 1);
    QCOMPARE(valueOf(await(desk.session().letters().tray())).size(), 1);
    QVERIFY(valueOf(await(desk.session().letters().unfinished())).isEmpty());
    QCOMPARE(problemsOf(desk), QString());
}

void TestLetterRouting::stopsWhenCancelled()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString first = desk.submit(requestWithNumber(u"+493023125101"_s)).first(), second = desk.submit(requestWithNumber(u"+493023125102"_s)).first();
    const DocumentBytes pile = scannedPdf(desk, letterPages(desk, first) + letterPages(desk, second), u"pile.pdf"_s);
    LetterRouter &router = desk.session().letterRouter();
    QSignalSpy pages(&router, &LetterRouter::pageRead);
    QObject context;
    connect(&router, &LetterRouter::partPlaced, &context, [&router] { router.cancel(); });
    const RoutingReport report = route(desk, {pile});
    QVERIFY(report.cancelled);
    QCOMPARE(told(report), QStringList{u"1+2 > "_s + first});
    QCOMPARE(pages.last(), (QVariantList{u"pile.pdf"_s, 4, 4}));
    QCOMPARE(valueOf(await(desk.session().letters().unfinished())).size(), 1);
    QTRY_VERIFY(!router.isRunning());
    router.disconnect(&context);
    QCOMPARE(told(valueOf(await(router.resume()))), QStringList{u"3+4 > "_s + second});
    QVERIFY(valueOf(await(desk.session().letters().unfinished())).isEmpty());
}

void TestLetterRouting::putsAsideWhatCannotBeRead()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const RoutingReport report = route(desk, {documentBytes("%PDF-1.4 and no more", u"broken.pdf"_s)});
    QCOMPARE(report.failed.size(), 1);
    QVERIFY(report.failed.first().error.message.contains(u"damaged"_s));
    QVERIFY(report.parts.isEmpty());
    QVERIFY(valueOf(await(desk.session().letters().unfinished())).isEmpty()); // the person still has it
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--route"_L1)
        return routeUntilKilled(arguments.value(2), arguments.value(3));
    TestLetterRouting test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_letterrouting.moc"
